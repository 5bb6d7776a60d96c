"""Names in code use the words of GLOSSARY.md, with its meanings."""

import ast
import re
from collections.abc import Callable

import pytest

from tests.architecture.source import ROOT, Definition, definitions, modules, parts, tree

PLUMBING = 0.2  # the share of public classes that may be named by other words


def rows(heading: str = "") -> list[list[str]]:
    """The rows of the glossary's tables, below one heading or all of them but the last."""
    text = (ROOT / "GLOSSARY.md").read_text("utf-8")
    sections = re.split(r"^## ", text, flags=re.MULTILINE)[1:]
    chosen = [part for part in sections if (part.startswith(heading) if heading else not part.startswith("Kept apart"))]
    return [
        [cell.strip() for cell in line.strip("| ").split("|")]
        for part in chosen
        for line in part.splitlines()
        if line.startswith("|") and not line.startswith(("| ---", "| term | meaning", "| say |"))
    ]


def known() -> set[str]:
    """Every word of every term, in the singular."""
    return {singular(word) for row in rows() for word in re.findall(r"[a-z]+", row[0].lower())}


def singular(word: str) -> str:
    return re.sub(r"(?<=[a-z])s$", "", re.sub(r"ies$", "y", word))


def is_known(name: str, words: set[str]) -> bool:
    return any(singular(word) in words for word in parts(name))


def names_a_move(found: Definition) -> bool:
    """`to_move` is the field's word for whose turn it is, and MOVE a statement; the rest would be actions."""
    words = parts(found.name)
    if found.kind == "class":
        return "move" in words
    return len(words) > 1 and ("moves" in words or (words[-1] == "move" and "to" not in words))


def names_a_match(found: Definition) -> bool:
    """A local `match` of a pattern does no harm."""
    return "match" in parts(found.name) and found.name != "match"


def names_a_player(found: Definition) -> bool:
    return bool({"player", "players"} & set(parts(found.name)))


def names_a_bare_seed(found: Definition) -> bool:
    return found.name in ("seed", "random_seed")


def resolves(found: Definition) -> bool:
    return found.kind == "function" and parts(found.name)[:1] == ["resolve"]


def names_nothing(found: Definition) -> bool:
    return bool({"manager", "helper", "helpers", "util", "utils"} & set(parts(found.name)))


# By the second column of the table `Kept apart`; None where no program can tell the meaning.
CHECKS: dict[str, Callable[[Definition], bool] | None] = {
    "move": names_a_move,
    "match": names_a_match,
    "player": names_a_player,
    "seed": names_a_bare_seed,
    "option": None,
    "issue, problem": None,
    "resolve as a verb": resolves,
    "manager, helper, util": names_nothing,
}
# Outside APIs have words of their own, which adapters must speak.
FOREIGN = ("sim/interop/",)


def test_no_name_says_what_the_glossary_forbids() -> None:
    assert {row[1] for row in rows("Kept apart")} == set(CHECKS), "the table and the checks have drifted apart"
    faults, seen = [], 0
    for path in modules():
        where = path.relative_to(ROOT).as_posix()
        if where.startswith(FOREIGN):
            continue
        names_module = Definition("variable", path.stem, 1)
        for found in [names_module, *definitions(tree(path))]:
            seen += 1
            faults += [f"{where}:{found.line} {found.name}: {no}" for no, bad in CHECKS.items() if bad and bad(found)]
    assert seen > 100
    assert not faults, "\n".join(["GLOSSARY.md, `Kept apart`, says otherwise:", *faults])


def test_public_classes_are_named_by_the_glossary() -> None:
    words = known()
    spoken = [path for path in modules() if "view" not in path.parts]  # what is drawn has words of its own: bar, chip
    classes = sorted({found.name for path in spoken for found in definitions(tree(path)) if found.kind == "class"})
    public = [name for name in classes if not name.startswith("_") and not name.endswith("Error")]
    strangers = [name for name in public if not is_known(name, words)]
    assert len(public) >= 20
    assert len(strangers) <= PLUMBING * len(public), f"not in GLOSSARY.md: {', '.join(strangers)}"


def test_the_glossary_is_whole() -> None:
    entries = rows()
    terms = [row[0] for row in entries]
    assert len(terms) > 80
    assert all(len(row) == 2 and all(row) for row in entries)
    assert sorted({term for term in terms if terms.count(term) > 1}) == []


@pytest.mark.parametrize(
    "source",
    [
        "class LegalMove: ...",
        "best_move = 1",
        "def legal_moves(): ...",
        "class Match: ...",
        "def play(seed): ...",
        "def resolve_offer(): ...",
        "players = []",
        "class OfferManager: ...",
        "self.match_id = 1",
    ],
)
def test_a_forbidden_name_is_found(source: str) -> None:
    found = list(definitions(ast.parse(source)))
    assert any(bad(name) for bad in CHECKS.values() if bad for name in found)


@pytest.mark.parametrize(
    "source", ["TO_MOVE = 1", "def play(rng_seed): ...", "match = f()", "resolve = 0.4", "seeds = 1"]
)
def test_a_proper_name_is_let_be(source: str) -> None:
    found = list(definitions(ast.parse(source)))
    assert found
    assert not any(bad(name) for bad in CHECKS.values() if bad for name in found)


def test_a_class_is_known_by_any_of_its_words() -> None:
    words = known()
    assert is_known("PastRefusal", words)
    assert is_known("Clauses", words)
    assert not is_known("Widget", words)
