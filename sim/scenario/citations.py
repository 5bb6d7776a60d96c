"""Whether every number of a scenario says where it comes from.

A number is sourced if an entry that holds it has `from`, or if its own line ends in a short form (`@N31`, `@? why`).
The walk is over plain data, so that nothing a model might drop is overlooked. Exempt are ids, dates, units, the
version, and the 0 and 1 of logic, which measure nothing: `truce = 1` in a condition, `(1 - x)`, `max(0, x - a)`.
"""

import re
from collections.abc import Collection, Iterator
from typing import Any, NamedTuple

from sim.scenario.faults import Faults, Path
from sim.scenario.written import ASSUMPTION, FACT, split_citation

FEWEST_WORDS = 3

CONDITIONS = frozenset(("when", "opens_when", "kept_when", "done"))
WITHOUT_NUMBERS = frozenset(("schema_version", "id", "sources"))
HAS_UNITS = frozenset(("state", "seat_state", "issues"))
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_NUMBER = re.compile(r"(?<![\w.])\.?\d")
_LOGIC = re.compile(r"\(\s*1\s*-(?=\s*[a-z])|\bmax\(\s*0\s*,|(?<![<>])=\s*[01]\s*\]")
_SWITCH = re.compile(r"[a-z][\w.]*\s*=\s*[01]")


class Cite(NamedTuple):
    """One place that names facts, or assumes something (`why`)."""

    path: Path
    ids: tuple[str, ...] = ()
    why: str | None = None


class Found(NamedTuple):
    """What a walk over a scenario's data meets: citations, and numbers without any."""

    cites: list[Cite]
    unsourced: list[Path]


def walk(data: dict[str, Any]) -> Found:
    """All citations and all unsourced numbers of a scenario's plain data, in the order of the file."""
    found = Found([], [])
    for section, content in data.items():
        if section not in WITHOUT_NUMBERS:
            _walk(content, (section,), False, found)
    return found


def _walk(value: Any, path: Path, sourced: bool, found: Found) -> None:
    if isinstance(value, dict):
        inside = sourced or value.get("from") is not None
        for key, each in value.items():
            _walk(each, (*path, key), inside, found)
    elif path[-1] == "from" or path == ("history", "timeline"):
        found.cites.extend(_read_from(value, path))
    elif isinstance(value, list):
        for i, each in enumerate(value):
            _walk(each, (*path, i), sourced, found)
    elif isinstance(value, str):
        _walk_text(value, path, sourced, found)
    elif isinstance(value, int | float) and not isinstance(value, bool) and not sourced:
        found.unsourced.append(path)


def _read_from(value: Any, path: Path) -> Iterator[Cite]:
    if isinstance(value, str) and value.startswith(ASSUMPTION):
        yield Cite(path, why=value.removeprefix(ASSUMPTION).lstrip(": "))
    elif isinstance(value, list):
        yield from (Cite((*path, i), (each,)) for i, each in enumerate(value) if isinstance(each, str))
    elif isinstance(value, str):
        yield Cite(path, (value,))


def _walk_text(text: str, path: Path, sourced: bool, found: Found) -> None:
    if _DATE.fullmatch(text) or (path[-1] == "unit" and len(path) == 3 and path[0] in HAS_UNITS):
        return
    try:
        body, ids, why = split_citation(text)
    except ValueError:
        return  # the model says what is wrong with it
    if ids or why is not None:
        found.cites.append(Cite(path, ids, why))
    elif not sourced and measures(body, in_condition=len(path) > 1 and path[-2] in CONDITIONS):
        found.unsourced.append(path)


def measures(text: str, *, in_condition: bool = False) -> bool:
    """Whether a statement holds a number other than the 0 and 1 of logic."""
    if in_condition and _SWITCH.fullmatch(text):
        return False
    return bool(_NUMBER.search(_LOGIC.sub(" ", text)))


def check_citations(data: dict[str, Any], facts: Collection[str] | None, faults: Faults) -> None:
    """Note unsourced numbers, unknown facts (unless `facts` is None: not all are known) and unreasoned assumptions."""
    found = walk(data)
    for path in found.unsourced:
        faults.add(path, "a number without a source; add `from` to its entry, or end the line in `@FACT` or `@? why`")
    for cite in found.cites:
        if cite.why is not None and len(cite.why.split()) < FEWEST_WORDS:
            faults.add(cite.path, f"an assumption says why, in {FEWEST_WORDS} words or more")
        for id_ in cite.ids:
            if facts is not None and id_ not in facts and re.fullmatch(FACT, id_):
                padded = id_[0] + id_[1:].zfill(2)
                hint = f"; did you mean `{padded}`?" if padded in facts else ""
                faults.add(cite.path, f"`{id_}` is no fact of `sources`{hint}")


def orphans(data: dict[str, Any], facts: Collection[str]) -> list[str]:
    """Facts of the sources that nothing in the scenario cites, in order; an assumption's reason may name some too."""
    used: set[str] = set()
    for cite in walk(data).cites:
        used.update(cite.ids)
        used.update(re.findall(rf"\b{FACT}\b", cite.why or ""))
    return sorted(set(facts) - used)
