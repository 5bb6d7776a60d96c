# Each target does all the set-up that it needs: `make run` on a fresh machine is enough.
#   make run     1,000 games of Aleppo, and a table of how they ended
#   make test    everything that CI checks
#   make play    the game
#   make words   the catalogues of translations, brought up to date with what the game says
#   make clean   forget all that was made, runs excepted

VENV   := .venv
PY     := $(VENV)/bin/python
PIP    := $(PY) -m pip install --quiet --disable-pip-version-check
PYTHON ?=

SCENARIO ?= aleppo-2016
GAMES    ?= 1000
SEED     ?= 1
OUT      ?= runs/$(SCENARIO)-$(shell date +%Y%m%d-%H%M%S)

.DEFAULT_GOAL := run
.PHONY: run test play words clean style types imports tests

run: $(VENV)/fast
	$(PY) -m sim run $(SCENARIO) --games $(GAMES) --rng-seed $(SEED) --out $(OUT)

play: $(VENV)/fast
	$(PY) -m sim play

test: style types imports tests

style: $(VENV)/dev
	@echo "== style: ruff"
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .

types: style
	@echo "== types: mypy --strict"
	$(PY) -m mypy

imports: types
	@echo "== imports: import-linter"
	$(PY) -c "from importlinter.cli import lint_imports_command as main; main()" --no-logo

tests: imports
	@echo "== tests: pytest"
	$(PY) -m pytest -n auto --dist loadgroup

words: $(VENV)/dev
	$(PY) -m tests.client.catalogues

clean:
	rm -rf $(VENV) build dist *.egg-info .coverage* .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache mutants
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# --- Set-up: one environment, made once, and anew when pyproject.toml changes -------------------------------------

# The first Python of 3.11 or later that can make an environment. `make PYTHON=/path/to/python` names another.
$(PY):
	@for python in $(PYTHON) python3 python3.13 python3.12 python3.11; do \
	  if $$python -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	    echo "== set-up: $(VENV) with $$($$python --version)"; \
	    rm -rf $(VENV) && exec $$python -m venv $(VENV); \
	  fi; \
	done; \
	echo "Cessation needs Python 3.11 or later with its venv module (on Debian: python3 and python3-venv)." >&2; \
	echo "Name one with: make PYTHON=/path/to/python" >&2; \
	exit 1

# To play and to run, Numba is a help and no need.
$(VENV)/fast: pyproject.toml | $(PY)
	@echo "== set-up: cessation[fast]"
	@$(PIP) --editable '.[fast]' || { \
	  echo "Numba could not be had here: games will be slower, and the same." >&2; $(PIP) --editable .; }
	@touch $@

$(VENV)/dev: pyproject.toml | $(PY)
	@echo "== set-up: cessation[dev]"
	@$(PIP) --editable '.[dev]'
	@touch $@ $(VENV)/fast
