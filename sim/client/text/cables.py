"""``cables``: the log of all that the seat saw, searched by words, kind and days; and written to a file."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sim.client.model import Model
from sim.client.naming import short_date
from sim.client.telling import cables_words as c
from sim.client.telling.cables import DAYS, KINDS, Cable, Wanted, cables, keep_cables, searched
from sim.client.text import words as t
from sim.client.text.layout import headed, heading, wrap
from sim.client.text.matching import MisreadError, choose

if TYPE_CHECKING:
    from sim.client.text.loop import Play

SHOWN = 25
COLUMN = 18
MARK = "--"


class Asked(NamedTuple):
    """Which cables, and the file to write them to: None to show them."""

    wanted: Wanted
    file: str | None


def read_cables(words: Sequence[str]) -> Asked:
    """What was typed after the command; raises MisreadError."""
    kind, typed, left = "", list[str](), list(words)
    while left:
        word = left.pop(0)
        if _means(word, "export"):
            if not left:
                gaps = {"cables": t.COMMANDS["cables"], "export": t.ARGUMENTS["export"]}
                raise MisreadError(c.EXPORT_HOW.format(file="cables.md", **gaps))
            return Asked(Wanted(kind, 0, " ".join(typed)), " ".join(left))
        if not word.startswith(MARK):
            typed.append(word)
        elif _means(word.removeprefix(MARK), "days"):
            typed += [each if DAYS.fullmatch(each) else f"{each}-{each}" for each in left[:1] if each[:1].isdecimal()]
            left = left[1:]
        else:
            if _means(word.removeprefix(MARK), "kind"):
                word = left.pop(0) if left else ""
            kind = _kind(word.removeprefix(MARK))
    return Asked(Wanted(kind, 0, " ".join(typed)), None)


def _means(word: str, argument: str) -> bool:
    return word.lower() in (argument, t.ARGUMENTS[argument])


def _kind(word: str) -> str:
    kinds = ", ".join(c.TYPED_KINDS[each] for each in KINDS)
    no_kind = c.NO_KIND.format(word=word, kinds=kinds)
    if not word or word.isdecimal():
        raise MisreadError(no_kind)
    return KINDS[choose(word, [(each, c.TYPED_KINDS[each]) for each in KINDS], no_kind)]


def cables_screen(model: Model, width: int, typed: str = "") -> list[str]:
    """What happened so far, the latest last; the last of it, unless something is asked for. Raises MisreadError."""
    wanted = read_cables(typed.split()).wanted
    found = searched(model, cables(model), wanted)
    lines = [heading(t.CABLES)]
    if len(found) > SHOWN and wanted == Wanted():
        lines += wrap(t.EARLIER.format(n=len(found) - SHOWN), width, 2)
        found = found[-SHOWN:]
    for each in found:
        day = t.CABLE_DAY.format(day=each.day, date=short_date(model.book, each.day))
        lines += headed(f"  {day}", _told(each), width, COLUMN)
    return lines if found else [*lines, *wrap(t.NO_CABLES, width, 2)]


def _told(each: Cable) -> str:
    """What happened and who says so; the facts stand in the latter, where there are any."""
    facts = f" [{', '.join(each.facts)}]" if each.facts and not any(id_ in each.says for id_ in each.facts) else ""
    return f"{each.text}{facts}{f' ({each.says})' if each.says else ''}"


def write_cables(play: "Play", typed: str) -> None:
    """Write the cables asked for to the file that is named; raises CessationError if it cannot be."""
    asked = read_cables(typed.split())
    found = searched(play.model, cables(play.model), asked.wanted)
    if not found:
        play.terminal.say(t.NO_CABLES)
        return
    path = keep_cables(play.model, found, Path(asked.file or ""))
    play.terminal.say(c.EXPORTED.format(n=len(found), path=path))
