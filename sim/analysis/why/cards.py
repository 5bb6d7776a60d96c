"""Which concept cards a finished game is dealt, and the game's own figures on them.

A card names events, in order; it takes the last one of a name, and looks at the game as it stood after the ply (and
night) that brought it. If its conditions do not hold then, it goes on to the next name. Names are those of statements,
with `self` for the seat that is debriefed; `was.x` is the value before that ply, or before the card's earlier event,
`change.x` the difference, `count.struck.breach` how often an event happened, `term.breach.bold` the summand of a hazard
that night and `chance.breach` what it came to. `size` is what the event itself measured, `missed.self` what a better
package would have given the seat above the one signed last.

`COMMON` cards are about what any scenario has; one of a scenario's own by the same id takes the place of such a card.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from math import inf
from typing import Any, NamedTuple

from sim.analysis.why.explain import HazardNight, explain_nights
from sim.analysis.why.story import FinishedRecord
from sim.record.events import Event
from sim.record.record import Record
from sim.rules import layout as at
from sim.rules.layout import INDICATOR, POSITIVE_PART
from sim.scenario.statements import Condition, read_amount, read_condition
from sim.scenario.tables import RulesTables
from sim.scenario.written import split_citation

MOST_DEALT = 5
COUNT, TERM, CHANCE, MISSED, SIZE = "count.", "term.", "chance.", "missed.", "size"
WAS, CHANGE = "was.", "change."
COMMON: dict[str, dict[str, Any]] = {
    "audience_cost": {"on": ["backed_down.self"], "weight": "8 * size", "figures": {"retreat": "100 * size"}},
    "two_levels": {"on": ["unratified"], "weight": "3", "figures": {"times": "count.unratified"}},
    "commitment": {
        "on": ["denounced", "collapsed"], "when": ["signed >= 1"], "weight": "1.5",
        "figures": {"times": "count.signed"},
    },
    "joint_gains": {
        "on": ["ended"], "when": ["missed.self >= 3", "missed.other >= 3"], "weight": "0.1 * missed.self",
        "figures": {"own": "missed.self", "theirs": "missed.other"},
    },
    "unclear_terms": {"on": ["duty_contested"], "weight": "1.2", "figures": {"times": "count.duty_contested"}},
    "expiry": {"on": ["expired"], "weight": "1", "figures": {"nights": "size"}},
}  # fmt: skip
Place = tuple[float, float]
Nights = Mapping[int, Sequence[HazardNight]]
Quantity = Callable[[str], float]


class _Asked(NamedTuple):
    """Whose card it is, the number of its event, the event from which it counts, and what the seats missed."""

    seat: int
    number: int
    since: str | None
    missed: Place


class DealtCard(NamedTuple):
    """A card: its id, the day and the event that dealt it, how pertinent it is, and its figures."""

    id: str
    day: int
    event: Event
    weight: float
    figures: dict[str, float]


def deal_cards(
    own: Mapping[str, Any], past: FinishedRecord, record: Record, seat: int, missed: Place = (0.0, 0.0)
) -> tuple[DealtCard, ...]:
    """The cards of a game for a seat, of a scenario's ``own`` and the common ones: the most pertinent first.

    ``missed`` is what each seat would have had more by the better package, if there is one.
    """
    found = []
    cards = {**own, **{id_: card for id_, card in COMMON.items() if id_ not in own}}
    nights = _nights(cards, past, record, seat)
    for id_, card in cards.items():
        for number in _dealers(card, past, seat):
            quantity = _quantities(past, _Asked(seat, number, card.get("since"), missed), nights)
            if all(holds(past.tables, quantity, _line(text)) for text in card.get("when") or ()):
                weight = product(past.tables, quantity, _line(card["weight"])) if card.get("weight") else 1.0
                figures = {gap: product(past.tables, quantity, _line(text)) for gap, text in card["figures"].items()}
                day, event = past.events[number]
                found.append(DealtCard(id_, day, event, weight, {"size": size_of(event), **figures}))
                break
    return tuple(sorted(found, key=lambda each: -each.weight)[:MOST_DEALT])


def _line(text: str) -> str:
    return split_citation(text)[0]


def size_of(event: Event) -> float:
    """What an event measures: its value, or of a denounced agreement the days it had left."""
    return event.row[2] if event.kind == "denounced" else event.row[3]


# ------------------------------------------------------------------------------------------------------------- events
def _dealers(card: Mapping[str, Any], past: FinishedRecord, seat: int) -> Iterator[int]:
    """The numbers of the events that may deal a card: the last of each name."""
    for name in card["on"]:
        numbers = [i for i, (_, event) in enumerate(past.events) if fits(event, name, past.tables, seat)]
        yield from numbers[-1:]


def fits(event: Event, name: str, tables: RulesTables, seat: int) -> bool:
    """Whether an event is one of that name: of its kind, with all ids of the name among its own."""
    kind, *ids = name.split(".")
    if event.kind != kind:
        return False
    said = re.split(r"[ .]", event.text)
    return all(_who(id_, tables, seat) in said for id_ in ids)


def _who(part: str, tables: RulesTables, seat: int) -> str:
    return {"self": tables.names.seats[seat], "other": tables.names.seats[1 - seat]}.get(part, part)


# ---------------------------------------------------------------------------------------------------------- quantities
def _nights(cards: Mapping[str, Any], past: FinishedRecord, record: Record, seat: int) -> Nights:
    """The hazards of those nights of which a card asks after terms."""
    days = set()
    for card in cards.values():
        lines = " ".join([*(card.get("when") or ()), card.get("weight") or "", *card["figures"].values()])
        if TERM in lines or CHANCE in lines:
            days |= {past.events[number][0] for number in _dealers(card, past, seat)}
    return explain_nights(past.tables, record, days) if days else {}


def _quantities(past: FinishedRecord, asked: _Asked, nights: Nights) -> Quantity:
    """What a name stands for when an event had happened."""
    seat, number, since, missed = asked
    ply = _ply_of(past, number)
    after, before = past.after(ply), past.plies[ply].state
    if since:
        earlier = [i for i in range(number) if fits(past.events[i][1], since, past.tables, seat)]
        before = past.plies[_ply_of(past, earlier[-1])].state if earlier else before
    day, event = past.events[number]

    def quantity(name: str) -> float:
        name = ".".join(_who(part, past.tables, seat) for part in name.split("."))
        if name == SIZE:
            return size_of(event)
        if name.startswith(COUNT):
            wanted = name.removeprefix(COUNT)
            return float(sum(fits(each, wanted, past.tables, seat) for _, each in past.events))
        if name.startswith(MISSED):
            return missed[past.tables.names.seats.index(name.removeprefix(MISSED))]
        if name.startswith((TERM, CHANCE)):
            return _hazard_part(nights.get(day, ()), name)
        if name.startswith(WAS):
            return before[past.tables.slot[name.removeprefix(WAS)]]
        if name.startswith(CHANGE):
            slot = past.tables.slot[name.removeprefix(CHANGE)]
            return after[slot] - before[slot]
        return after[past.tables.slot[name]]

    return quantity


def _ply_of(past: FinishedRecord, event: int) -> int:
    """The ply that brought an event; what the start itself brought counts to the first."""
    return max(0, sum(heard <= event for heard in past.heard[: len(past.plies)]) - 1)


def _hazard_part(hazards: Sequence[HazardNight], name: str) -> float:
    """A summand or the chance of a hazard; 0 where it was not drawn. One that struck goes before one that did not."""
    head, hazard, *term = name.split(".")
    drawn = sorted((each for each in hazards if each.hazard == hazard), key=lambda each: not each.struck)
    if not drawn:
        return 0.0
    if f"{head}." == CHANCE:
        return drawn[0].chance
    return next((each.value for each in drawn[0].terms if each.name == ".".join(term)), 0.0)


# ---------------------------------------------------------------------------------------------------------- statements
def holds(tables: RulesTables, quantity: Quantity, text: str) -> bool:
    """Whether a condition holds."""
    return _met(tables, quantity, read_condition(text))


def _met(tables: RulesTables, quantity: Quantity, asked: Condition) -> bool:
    low, high = (_bound(tables, asked.name, bound) for bound in (asked.low, asked.high))
    x = quantity(asked.name)
    if asked.strictly:
        return (low == -inf or x > low) and (high == inf or x < high)
    return low <= x <= high


def _bound(tables: RulesTables, name: str, bound: float | str) -> float:
    """A bound as a number; that of an issue, of the agreement or of the ending may be given by its word."""
    if not isinstance(bound, str):
        return bound
    plain = name.removeprefix(WAS).removeprefix(CHANGE)
    known = {"status": list(at.STATUS_NAMES), "ending": tables.names.endings}.get(plain) or tables.names.issues[plain]
    return float(known.index(bound))


def product(tables: RulesTables, quantity: Quantity, text: str) -> float:
    """A product of a number and factors."""
    amount = read_amount(text)
    value = amount.coefficient
    for factor in amount.factors:
        if factor.kind == INDICATOR and factor.condition:
            value *= float(_met(tables, quantity, factor.condition))
        else:
            x = factor.a + factor.b * quantity(factor.name)
            value *= max(0.0, x) if factor.kind == POSITIVE_PART else x
    return value
