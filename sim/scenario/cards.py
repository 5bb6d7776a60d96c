"""Concept cards of a scenario, cards.yaml: what the debrief teaches of what happened in a game, and when it does so.

A card is dealt if one of its events happened and its conditions held then. The rules know nothing of cards: play is the
same without them. Their words are in text.<language>.yaml, with gaps for the game's own figures.
"""

from collections.abc import Collection, Iterator
from string import Formatter
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, StringConstraints

from sim.rules.events import EVENT_NAMES
from sim.scenario.entry import Id, Lax, Strictly
from sim.scenario.faults import Faults, Path, did_you_mean
from sim.scenario.model import Scenario
from sim.scenario.statements import Amount, Condition, read_amount, read_condition
from sim.scenario.symbols import Symbols
from sim.scenario.text import Text
from sim.scenario.written import Citation, Line

UNSEEN = ("term", "chance", "chance_among", "spared")
PART = r"[a-z][a-z0-9_]*"
FIXED_GAPS = ("seat", "rival", "day", "date", "size")
WHO = ("self", "other")

EventName = Annotated[str, StringConstraints(pattern=rf"^{PART}(\.{PART}){{0,2}}$", max_length=120)]
Events = Annotated[tuple[EventName, ...], Lax, Field(min_length=1)]


def _in_text(raw: object) -> object:
    """A bare number as a product of nothing else."""
    return str(raw) if isinstance(raw, int | float) and not isinstance(raw, bool) else raw


Product = Annotated[Line, BeforeValidator(_in_text)]


class Card(Strictly):
    """One concept, and when it has something to say of a game."""

    from_: Citation = Field(alias="from", description="Whose idea it is: fact id or list of ids.")
    on: Events = Field(
        description="Events such as `backed_down.self`, in order: the last one of the first name that fits."
    )
    since: EventName | None = Field(
        default=None, description="An earlier event from which `was` and `change` are counted."
    )
    when: Annotated[tuple[Line, ...], Lax] = Field(default=(), description="Conditions that must hold then.")
    weight: Product | None = Field(default=None, description="How pertinent it is; left out: 1.")
    figures: dict[Id, Product] = Field(default={}, description="The game's own figures for gaps of its words.")


class Cards(Strictly):
    """All cards of a scenario."""

    schema_version: Literal[1] = Field(description="Version of the cards' language.")
    cards: dict[Id, Card] = Field(description="Cards by id.")


def check_cards(cards: Cards, scenario: Scenario, symbols: Symbols, faults: Faults) -> None:
    """Note every event, name and value of a card that is not there. ``faults`` is that of the cards' file."""
    known = _ids(scenario)
    for id_, card in cards.cards.items():
        where: Path = ("cards", id_)
        for i, event in enumerate(card.on):
            _check_event(event, known, (*where, "on", i), faults)
        if card.since:
            _check_event(card.since, known, (*where, "since"), faults)
        for path, text in _lines(card, where):
            _check_line(text, path, scenario, symbols, faults)


def _lines(card: Card, where: Path) -> Iterator[tuple[Path, str]]:
    yield from (((*where, "when", i), line.text) for i, line in enumerate(card.when))
    if card.weight:
        yield (*where, "weight"), card.weight.text
    yield from (((*where, "figures", id_), line.text) for id_, line in card.figures.items())


def _ids(scenario: Scenario) -> set[str]:
    """Whatever the name of an event may be made of."""
    sections = ("seats", "levers", "hazards", "events", "stages", "clauses", "renewals", "reasons", "endings", "draws")
    found = {str(id_) for section in sections for id_ in getattr(scenario, section)}
    return found | {outcome for draw in scenario.draws.values() for outcome in draw.outcomes} | set(WHO)


def _check_event(name: str, known: Collection[str], path: Path, faults: Faults) -> None:
    kind, *ids = name.split(".")
    if kind not in EVENT_NAMES or kind in UNSEEN:
        kinds = [each for each in EVENT_NAMES if each not in UNSEEN]
        faults.add(path, f"`{kind}` is no kind of event{did_you_mean(kind, kinds, 'kinds')}")
    for id_ in ids:
        if id_ not in known:
            faults.add(path, f"`{id_}` is nothing that happens to anything{did_you_mean(id_, known, 'ids')}")


def _check_line(text: str, path: Path, scenario: Scenario, symbols: Symbols, faults: Faults) -> None:
    """A condition or a product: that it can be read, and that all its names are there."""
    try:
        read: Condition | Amount = read_condition(text) if path[-2] == "when" else read_amount(text)
    except ValueError as wrong:
        faults.add(path, str(wrong))
        return
    conditions = [read] if isinstance(read, Condition) else [each.condition for each in read.factors if each.condition]
    names = [read.name] if isinstance(read, Condition) else [each.name for each in read.factors]
    for name in names:
        _check_name(name, path, scenario, symbols, faults)
    for condition in conditions:
        plain = condition.name.partition(".")[2] if condition.name.startswith(("was.", "change.")) else condition.name
        for bound in (condition.low, condition.high):
            try:
                symbols.number(plain, bound)
            except ValueError as wrong:
                faults.add(path, str(wrong))


def _check_name(name: str, path: Path, scenario: Scenario, symbols: Symbols, faults: Faults) -> None:
    head, _, rest = name.partition(".")
    if name == "size":
        return
    if head == "count":
        _check_event(rest, _ids(scenario), path, faults)
    elif head == "missed":
        if rest not in (*WHO, *scenario.seats):
            faults.add(path, f"`{rest}` is no seat; write `missed.self` or `missed.other`")
    elif head in ("term", "chance"):
        hazard, _, term = rest.partition(".")
        terms = scenario.hazards[hazard].terms if hazard in scenario.hazards else {}
        if hazard not in scenario.hazards or (head == "term" and term not in terms):
            faults.add(path, f"`{rest}` is no {'term of a hazard' if head == 'term' else 'hazard'}")
    else:
        plain = rest if head in ("was", "change") else name
        for each in _of_both(plain, list(scenario.seats)):
            try:
                symbols.find(each)
            except ValueError as wrong:
                faults.add(path, str(wrong))


def _of_both(name: str, seats: list[str]) -> list[str]:
    """A name, or the two that `self` and `other` in it may stand for."""
    parts = name.split(".")
    if not set(WHO) & set(parts):
        return [name]
    return [".".join(seat if part in WHO else part for part in parts) for seat in seats]


# ------------------------------------------------------------------------------------------------------------- words
def check_card_words(text: Text, cards: Cards, faults: Faults, *, all_needed: bool) -> None:
    """Note words of no card, gaps that nothing fills and, if all are needed, cards without words."""
    dealt = cards.cards
    for id_, words in text.cards.items():
        if id_ not in dealt:
            faults.add(("cards", id_), f"is not in cards.yaml{did_you_mean(id_, dealt, 'ids')}", at_key=True)
            continue
        fillable = (*FIXED_GAPS, *dealt[id_].figures)
        for gap in gaps_of(words.text):
            if gap not in fillable:
                faults.add(
                    ("cards", id_, "text"), f"`{{{gap}}}` is filled by nothing{did_you_mean(gap, fillable, 'gaps')}"
                )
    for id_ in dealt if all_needed else ():
        if id_ not in text.cards:
            faults.add(("cards", id_), "has no words; every card needs some")


def gaps_of(text: str) -> list[str]:
    """What stands in braces, with a format if there is one; what cannot be read counts as a gap of its own."""
    try:
        parts = [(name, spec, how) for _, name, spec, how in Formatter().parse(text) if name is not None]
    except ValueError:
        return [text]
    return [f"{name}{how or ''}{f':{spec}' if spec else ''}" for name, spec, how in parts]
