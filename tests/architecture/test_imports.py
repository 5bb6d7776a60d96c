"""Imports run downward only, and the rules know nothing of the world outside."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.source import ROOT, SIM, modules, tree

LINT = "from importlinter.cli import lint_imports_command as main; main()"
CONTRACTS = 5


def lint(root: Path) -> subprocess.CompletedProcess[str]:
    """The verdict of import-linter on the `sim` that stands in `root`, by this repository's contracts."""
    command = [sys.executable, "-c", LINT, "--no-cache", "--no-logo", "--config", str(ROOT / "pyproject.toml")]
    environment = {**os.environ, "PYTHONPATH": str(root), "COLUMNS": "200"}
    return subprocess.run(command, check=False, cwd=root, env=environment, capture_output=True, text=True)


def test_every_contract_is_kept() -> None:
    verdict = lint(ROOT)
    assert verdict.returncode == 0, verdict.stdout + verdict.stderr
    assert f"{CONTRACTS} kept, 0 broken" in verdict.stdout


@pytest.mark.slow
@pytest.mark.parametrize(
    ("contract", "module", "line"),
    [
        ("Imports run downward only", "rules/zzz.py", "import sim.scenario"),
        ("Imports run downward only", "client/__init__.py", "import sim.cli"),
        ("Imports run downward only", "surprise/__init__.py", ""),
        ("sim.testing sees all", "testing/__init__.py", "import sim.client"),
        ("sim.testing sees all", "record/__init__.py", "import sim.testing"),
        ("sim.errors, sim.folders and sim.language are leaves", "errors.py", "import sim.scenario"),
        ("sim.errors, sim.folders and sim.language are leaves", "rules/zzz.py", "import sim.errors"),
        ("Rules draw, read", "rules/zzz.py", "import random"),
        ("Rules draw, read", "rules/zzz.py", "import pathlib"),
        ("Rules draw, read", "rules/zzz.py", "from os import environ"),
        ("Only sim.rules.compiled", "rules/zzz.py", "import numpy"),
    ],
)
def test_a_forbidden_import_breaks_its_contract(tmp_path: Path, contract: str, module: str, line: str) -> None:
    """A small tree that keeps all contracts is given one line that breaks one of them."""
    sound = ["rules", "scenario", "record", "ai", "session", "batch", "analysis", "interop", "client", "cli", "testing"]
    for name in sound:
        package = tmp_path / "sim" / name
        package.mkdir(parents=True)
        (package / "__init__.py").touch()
    (tmp_path / "sim/__init__.py").touch()
    (tmp_path / "sim/errors.py").touch()
    (tmp_path / "sim/rules/compiled.py").write_text("import numba\nimport numpy\n")
    before = lint(tmp_path)
    assert before.returncode == 0, before.stdout + before.stderr

    target = tmp_path / "sim" / module
    target.parent.mkdir(exist_ok=True)
    target.write_text(line + "\n")
    verdict = lint(tmp_path)
    assert verdict.returncode == 1
    broken = [row for row in verdict.stdout.splitlines() if " BROKEN" in row]
    assert any(row.startswith(contract) for row in broken), verdict.stdout


def imported(module: ast.AST) -> set[str]:
    """The top-level packages that a module imports anywhere in it."""
    names: set[str] = set()
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.split(".")[0])
    return names


def test_only_the_view_and_the_doctor_know_pygame() -> None:
    knowing = {path.relative_to(SIM).as_posix() for path in modules() if "pygame" in imported(tree(path))}
    strangers = {name for name in knowing if not name.startswith(("client/view/", "cli/doctor"))}
    assert not strangers, f"pygame belongs in sim/client/view: {strangers}"
    assert imported(ast.parse("def f():\n    import pygame.mixer")) == {"pygame"}
