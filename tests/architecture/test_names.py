"""No scenario is known to `sim`: its mechanics are driven by tables, and every name comes from a file."""

import ast
import calendar
import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.architecture.source import ROOT, modules

# Words of scenarios that are first of all words of the engine's own language.
ENGINE = {
    "none": "Python's None, and `seen_by: none`",
    "once": "a field of events",
    "renewal": "a mechanic: the new term of a stage",
    "suspend": "a fate of agreements in the language",
    "resume": "a fate of agreements in the language",
    "denounce": "an act of doctrines in the language",
    "hold": "an act of doctrines in the language",
    "open": "Python's open",
    "free": "not bound: said of ids, slots and memory",
    "before": "a preposition, in code as well",
    "concede": "what negotiators do, in theory too",
    "no_limit": "infinity, for a variable without bounds",
    "all": "Python's all, and `seen_by: all`",
    "press": "what is done to a key",
    "frame": "what a window draws",
    "tiny": "very small: said of numbers",
    "linkage": "how a linker treats a function",
}
# Ids that are also English words of another meaning: sought in names and strings, not in comments and docstrings.
PROSE = {"us": "the pronoun", "deny": "a verb of many meanings", "draft": "a first form"}
# Words of titles that name no place.
PLAIN = {"the", "a", "an", "of", "in", "and", "on", "at", "to"} | {name.lower() for name in calendar.month_name if name}


def scenarios() -> list[Path]:
    found = sorted(path.parent for path in (ROOT / "scenarios").glob("*/scenario.yaml"))
    assert found
    return found


def ids(scenario: dict[str, Any]) -> set[str]:
    """The ids that belong to the fiction: of the scenario itself, its seats, actors, issues, options and levers."""
    found = {str(scenario["id"])}
    for section in ("seats", "actors", "issues", "levers"):
        found |= set(scenario[section])
    for issue in scenario["issues"].values():
        found |= set(issue["options"])
    return found


def forbidden() -> set[str]:
    """Ids of every scenario, and the words of its title, less the engine's own."""
    words: set[str] = set()
    for folder in scenarios():
        scenario = yaml.load((folder / "scenario.yaml").read_text("utf-8"), yaml.CSafeLoader)
        titles = [yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)["title"] for path in folder.glob("text.en.yaml")]
        words |= ids(scenario)
        words |= {word.lower() for title in titles for word in re.findall(r"[^\W\d_]+", title)} - PLAIN
    return words - set(ENGINE)


def pattern(words: set[str]) -> re.Pattern[str]:
    """Any of the words standing alone; an underscore, a digit or a capital parts words as a space does."""
    assert words
    alternatives = "|".join(sorted(map(re.escape, words)))
    return re.compile(rf"(?<![a-z0-9])({alternatives})(?![a-z0-9])")


def spoken(source: str) -> Iterator[tuple[int, str, bool]]:
    """Each token of the source that has words: its line, its words parted, and whether it is prose."""
    docstrings = {
        node.body[0].lineno
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and ast.get_docstring(node, clean=False) is not None
    }
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type in (tokenize.NAME, tokenize.STRING, tokenize.COMMENT):
            prose = token.type == tokenize.COMMENT or (token.type == tokenize.STRING and token.start[0] in docstrings)
            words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", token.string)
            yield token.start[0], words.lower(), prose


def named(source: str, words: set[str]) -> list[str]:
    """Where a source names a scenario, as `line: word`."""
    anywhere, in_code = pattern(words - set(PROSE) | {"\0"}), pattern(words)
    found = []
    for line, text, prose in spoken(source):
        found += [f"{line}: {word}" for word in (anywhere if prose else in_code).findall(text)]
    return found


def test_sim_names_no_scenario() -> None:
    words = forbidden()
    found = [
        f"{path.relative_to(ROOT)}:{where}" for path in modules() for where in named(path.read_text("utf-8"), words)
    ]
    assert not found, "\n".join(["sim must not name what belongs to a scenario:", *found])


@pytest.mark.parametrize(
    "source",
    [
        "wharf = 1",
        "def the_wharf(): ...",
        "class WharfAgent: ...",
        "WHARF_2 = 0",
        "x = {'wharf.trust': 1}",
        "# as on the wharf",
        'def f():\n    """What the wharf does."""',
        "us = 1",
        "seat = 'us'",
    ],
)
def test_a_name_of_a_scenario_is_found(source: str) -> None:
    assert named(source, {"wharf", "us"})


@pytest.mark.parametrize("source", ["wharfinger = 1", "# this tells us", '"""It tells us."""', "status = bus = None"])
def test_other_words_are_let_be(source: str) -> None:
    assert not named(source, {"wharf", "us"})


def test_every_scenario_brings_its_names() -> None:
    words = forbidden()
    assert {"hill", "shore", "ferry", "ashore", "whisper", "wreckers", "crossing"} <= words
    assert not {"none", "renewal", "the"} & words
