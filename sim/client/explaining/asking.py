"""Finding what a question is about: whatever has a name is asked for by its id, its name or a part of either."""

import difflib
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sim.client import page_words as p
from sim.client.explaining import headings_words as h
from sim.client.explaining.stances import stances
from sim.client.model import Dated, Model
from sim.client.naming import seat_name, slot_name
from sim.language.sentences import MARK

SECTIONS = (
    "facts", "offers", "issues", "options", "levers", "state", "seat_state", "registers", "hazards", "clauses",
    "factions", "types", "components", "reasons", "events", "stages", "renewals", "all_endings", "all_goals", "endings",
    "actors", "seats", "stances", "headings",
)  # fmt: skip
"""Where names are looked for, the likeliest first."""
PLAIN = ("levers", "hazards", "clauses", "components", "reasons", "events", "stages", "renewals", "endings", "actors")
KINDS = {
    "fact": "facts", "issue": "issues", "option": "options", "lever": "levers", "variable": "state",
    "hazard": "hazards", "clause": "clauses", "faction": "factions", "type": "types", "goal": "components",
    "reason": "reasons", "offer": "offers",
    "event": "events", "stage": "stages", "renewal": "renewals", "ending": "endings", "actor": "actors",
    "stance": "stances",
}  # fmt: skip
"""Words by which a question can say what kind of thing it means."""
NEAREST, LIKE, MISTYPED = 4, 0.6, 0.75
"""How many names are proposed for one that is none; how like they must be for that, and how like to be taken for it."""
REGISTERS = ("capital", "resolve")


class Target(NamedTuple):
    """Something that can be explained: where it belongs, its id and its name."""

    section: str
    id: str
    name: str


Keyed = list[tuple[Target, list[str]]]
"""Targets with what they answer to."""


def plain(text: str) -> str:
    """A text without what people type differently: case, underscores, dashes, dots, quotes, marks of direction."""
    letters = (" " if letter in "_-.:,'`\"" else letter for letter in text.lower().replace(MARK, ""))
    return " ".join("".join(letters).split())


def in_figures(text: str) -> str:
    """A plain text with numbers that are written in words as figures."""
    for figure, words in sorted(h.FIGURES.items(), key=lambda pair: -len(pair[1])):
        text = f" {text} ".replace(f" {words} ", f" {figure} ").strip()
    return text


def begins_words(parts: Sequence[str], words: Sequence[str]) -> bool:
    """Whether each of several parts begins a word of its own, in any order: ``back convoys``, ``Back the convoys``."""
    left = list(words)
    for part in parts:
        begun = next((word for word in left if word.startswith(part)), None)
        if begun is None:
            return False
        left.remove(begun)
    return len(parts) > 1


def offers_made(model: Model) -> list[tuple[int, Dated]]:
    """Every offer made in this game, in the order of their numbers from 1, with its place in the log."""
    return [(i, each) for i, each in enumerate(model.log) if each[1].kind == "proposed"]


def all_targets(model: Model) -> Iterator[Target]:
    """Everything that has a page."""
    book, names = model.book, model.names
    for id_ in book.facts:
        yield Target("facts", id_, id_)
    for number, (_, (_, event)) in enumerate(offers_made(model), 1):
        seat = seat_name(book, int(event.row[1]))
        yield Target("offers", f"o{number}", p.OFFER_NAMED.format(id=f"o{number}", seat=seat))
    for id_, (name, _) in h.HEADINGS.items():
        yield Target("headings", f"heading.{id_}", name)
    yield Target("all_endings", "endings", p.ENDINGS)
    yield Target("all_goals", "goals", p.YOUR_SCORE)
    for id_, name in stances(model):
        yield Target("stances", id_, name)
    for issue, options in names.issues.items():
        yield Target("issues", issue, book.word("issues", issue))
        for option in options:
            word = book.text["issues"].get(issue, {}).get("options", {}).get(option, {}).get("name", option)
            yield Target("options", f"{issue}.{option}", str(word))
    for name in names.slots[names.first_variable : names.first_component]:
        yield Target("state" if name in book.outline["state"] else "seat_state", name, slot_name(book, name))
    for register in REGISTERS:
        own = f"{names.seats[model.seat]}.{register}"
        yield Target("registers", own, slot_name(book, own))
    for section in PLAIN:
        for id_ in names.components if section == "components" else book.outline.get(section, {}):
            yield Target(section, id_, book.word(section, id_))
    for section in ("factions", "seats"):
        for id_ in book.outline.get(section, {}):
            yield Target(section, id_, book.word(section, id_))
    for kinds in names.types.values():
        for kind in kinds:
            yield Target("types", kind, book.word("types", kind))


def _keys(model: Model, target: Target) -> list[str]:
    """What a target answers to, in plain form."""
    keys = [plain(target.id), plain(target.name)]
    head, dot, rest = target.id.partition(".")
    if target.section == "headings":
        return [plain(target.id), plain(target.name), *map(plain, h.HEADINGS[rest][1].split(","))]
    if target.section == "all_endings":
        keys.append(plain(p.ENDINGS_WORD))
    if target.section == "all_goals":
        keys += [plain(p.GOALS_WORD), plain(p.SCORE_WORD)]
    if target.section == "options":
        keys += [plain(rest), plain(f"{model.book.word('issues', head)} {target.name}")]
    elif target.section == "clauses":  # as it is told of whoever owes it
        owing = (duty.partition(".")[2] for duty in model.names.duties if duty.partition(".")[0] == target.id)
        keys += [plain(f"{model.book.word('seats', seat)} {target.name}") for seat in owing]
    elif dot and head == model.names.seats[model.seat]:  # one's own needs no name before it
        own = plain(target.name.partition(":")[2])
        keys += [plain(rest), own, plain(p.NAME_AT_HOME.format(name=own))]
    return keys


def find(model: Model, text: str) -> list[Target]:
    """What a text may mean: one target if it is clear, several if not, none if nothing is near."""
    wanted = in_figures(plain(text))
    if not wanted:
        return []
    keyed = [(target, _keys(model, target)) for target in all_targets(model)]
    named = [target for target, keys in keyed if target.section == "headings" and wanted in keys]
    keyed = [pair for pair in keyed if pair[0].section != "headings"]
    keyed.sort(key=lambda pair: SECTIONS.index(pair[0].section))
    typed = text.strip().lower()
    exact = [target for target, _ in keyed if typed == target.id.lower()]
    exact = exact or [target for target, keys in keyed if wanted in keys]
    if exact or named:
        return _of_first_section(exact or named)
    first, _, rest = wanted.partition(" ")
    of_kind = [(target, keys) for target, keys in keyed if target.section == KINDS.get(first)]
    return (rest and _partly(rest, of_kind)) or _partly(wanted, keyed) or _near(wanted, keyed)


def _partly(wanted: str, keyed: Keyed) -> list[Target]:
    """Targets that a part of a name may mean: equal to it, else beginning with it, else holding it, or its words."""
    exact = [target for target, keys in keyed if wanted in keys]
    begins = [target for target, keys in keyed if any(key.startswith(wanted) for key in keys)]
    within = [target for target, keys in keyed if len(wanted) > 2 and any(wanted in key for key in keys)]
    parts = [target for target, keys in keyed if any(begins_words(wanted.split(), key.split()) for key in keys)]
    return exact or begins or within or parts


def _of_first_section(targets: list[Target]) -> list[Target]:
    """Those of the likeliest section: a word that names two kinds of thing means the first unless it says otherwise."""
    return [target for target in targets if target.section == targets[0].section]


def _near(wanted: str, keyed: Keyed) -> list[Target]:
    by_key = {key: target for target, keys in reversed(keyed) for key in keys}
    return [by_key[key] for key in difflib.get_close_matches(wanted, by_key, 3, MISTYPED)]


def nearest(model: Model, text: str) -> list[Target]:
    """What a text that means nothing is most like, the likest first."""
    wanted = plain(text)

    def like(target: Target) -> float:
        keys = _keys(model, target)
        parts = dict.fromkeys([*keys, *(part for key in keys for part in key.split() if len(part) > 2)])
        return max(difflib.SequenceMatcher(None, wanted, part).ratio() for part in parts)

    ranked = sorted(((like(target), target) for target in all_targets(model)), key=lambda pair: -pair[0])
    return [target for ratio, target in ranked[:NEAREST] if ratio >= LIKE]
