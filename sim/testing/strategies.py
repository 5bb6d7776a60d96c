"""Hypothesis strategies: whole random scenarios, and actions, play-throughs and states of any scenario.

A random scenario uses every mechanic of the language and needs no facts and no words. A property of the rules, tried on
random scenarios::

    @given(st.data())
    def test_nobody_owes_capital(data):
        tables = data.draw(scenarios())
        state = data.draw(states(tables))
        assert all(state[tables.slot[f"{seat}.capital"]] >= 0 for seat in tables.names.seats)

The same on a scenario of one's own::

    tables = tables_in("path/to/my-scenario")

    @given(play_throughs(tables))
    def test_games_end(played):
        assert played.session.over
"""

from typing import Any

from hypothesis import strategies as st

from sim.record.notation import Action
from sim.rules import actions as act
from sim.rules import layout as at
from sim.rules.packages import package_count
from sim.scenario.tables import RulesTables
from sim.testing.doctrines import doctrines, habits, histories
from sim.testing.outline import GOODS, SEATS, ScenarioOutline, outlines
from sim.testing.play import PlayThrough, pick_legal, play, scrambled
from sim.testing.sections import (
    asks,
    clauses,
    draws,
    endings,
    factions,
    hazards,
    hooks,
    levers,
    lines,
    renewals,
    some,
    stages,
    types,
)
from sim.testing.statements import conditions, transfers
from sim.testing.tables import tables_of

LONGEST = 60  # decisions drawn for one play-through; later turns are ended at once


# ---------------------------------------------------------------------------------------------------------- scenarios
@st.composite
def scenario_files(draw: st.DrawFn) -> dict[str, Any]:
    """A scenario as the plain data of its file; it passes every check but that of citations."""
    outline = draw(outlines())
    names = outline.ranges()
    free = draw(some(outline.draws))  # draws that hazards, levers and hooks may call
    owners = {lever: draw(st.sampled_from((*SEATS, "both"))) for lever in outline.levers}
    renewing = {"r0": draw(renewals(outline, [*outline.hazards][:1]))}
    calling: dict[str, Any] = {
        "levers": {lever: draw(levers(outline, lever, seat, free)) for lever, seat in owners.items()},
        "hazards": {name: draw(hazards(outline, seen, free)) for name, seen in outline.hazards.items()},
        "hooks": draw(hooks(outline, free)),
    }
    flows = {
        "shift": {"when": draw(asks(names, 1)), "does": [draw(transfers(GOODS, names))]},
        "drift": draw(lines(outline, least=1, most=3)),
    }
    events = {
        name: {
            "when": [draw(conditions(names))],
            "does": draw(lines(outline)),
            "once": draw(st.booleans()),
            "seen_by": seen,
        }
        for name, seen in outline.events.items()
    }
    called = {each for section in calling.values() for model in section.values() for each in model["draws"]}
    called |= {model["risk"] for model in renewing.values() if "risk" in model}
    steps = {"agreement", *flows, *events, *outline.hazards, *outline.draws} - called
    return {
        **draw(frames(outline)), **calling, "flows": flows, "events": events,
        "draws": {name: draw(draws(outline)) for name in outline.draws},
        "night": draw(st.permutations(sorted(steps))),
        "stages": draw(stages(outline)), "renewals": renewing,
        "clauses": {name: draw(clauses(outline, name)) for name in outline.duties},
        "factions": draw(factions(outline)), "types": (kinds := draw(types(outline))),
        "scoring": draw(scorings(outline, kinds)), "endings": draw(endings(outline)),
        "history": draw(histories(outline)), "doctrines": draw(doctrines(outline, owners, ["vague", "short"])),
        "habits": draw(habits(outline, owners)),
    }  # fmt: skip


@st.composite
def frames(draw: st.DrawFn, outline: ScenarioOutline) -> dict[str, Any]:
    """Sections that frame a scenario: calendar, turn, seats, variables, issues, reasons, signing."""
    half = st.sampled_from((0.5, 1.0, 2.0))
    seat = st.fixed_dictionaries({
        "quota": st.sampled_from((0.0, 0.5, 0.6)),
        "capital": st.fixed_dictionaries({"start": half, "per_day": half, "most": st.sampled_from((2.0, 4.0))}),
    })  # fmt: skip
    return {
        "schema_version": 1, "id": "random",
        "calendar": {"day_1": "2001-03-01", "horizon": draw(st.integers(2, 7)), "opens": draw(st.sampled_from(SEATS))},
        "turn": {"levers": draw(st.integers(0, 3)), "offer_lasts": draw(st.integers(1, 3))},
        "seats": {name: draw(seat) for name in SEATS},
        "state": outline.state, "seat_state": outline.seat_state, "issues": outline.issues,
        "reasons": {"vague": {}, "short": {"issue": "term", "wants": draw(st.sampled_from(("higher", "lower")))}},
        "signing": {
            "cost": draw(st.sampled_from((0.0, 0.5))),
            "when": draw(st.one_of(st.just([]), asks(outline.common_ranges(), 1))),
        },
    }  # fmt: skip


@st.composite
def scorings(draw: st.DrawFn, outline: ScenarioOutline, kinds: dict[str, Any]) -> dict[str, Any]:
    """Components, settled from anything that a statement can read."""
    settle = [f"score.{name} = 0.5 * {draw(st.sampled_from(sorted(outline.ranges())))}" for name in outline.components]
    par = {seat: dict.fromkeys(each, 50.0) for seat, each in kinds.items()}
    return {"components": outline.components, "settle": [*settle, "score.k0 + 0.3 * [ending = 0]"], "par": par}


class RandomTables(RulesTables):
    """Tables that show the file they were made of, so that a failing test can be pasted."""

    _data: dict[str, Any]

    @classmethod
    def of(cls, data: dict[str, Any]) -> "RandomTables":
        """Tables of a scenario's plain data."""
        tables = cls(**vars(tables_of(data)))
        object.__setattr__(tables, "_data", data)
        return tables

    def __repr__(self) -> str:
        return f"tables_of({self._data!r})"

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:  # hypothesis prints by this
        printer.text("..." if cycle else repr(self))


def scenarios() -> st.SearchStrategy[RulesTables]:
    """Tables of a random scenario."""
    return scenario_files().map(RandomTables.of)


# ------------------------------------------------------------------------------------------------------ any scenario
def actions(tables: RulesTables) -> st.SearchStrategy[Action]:
    """Actions of every kind, most of them illegal in most states, some in all."""
    ints, small = tables.ints, st.integers(-1, 3)
    offer, lever = st.integers(-1, 6), st.integers(-1, ints[at.N_LEVERS])
    package, face = st.integers(-1, package_count(ints)), st.integers(-1, act.FIRST_SHIFT + 2 * ints[at.N_ISSUES])
    arguments = {
        act.PROPOSE: (package, face),
        act.ACCEPT: (offer, small),
        act.REJECT: (offer, st.integers(-1, ints[at.N_REASONS])),
        act.PULL: (lever, small),
    }
    kinds = range(-1, act.N_KINDS + 1)
    by_kind = [st.builds(Action, st.just(kind), *arguments.get(kind, (small, small))) for kind in kinds]
    return st.sampled_from(by_kind).flatmap(lambda each: each)


def legal_actions(tables: RulesTables, state: list[float]) -> st.SearchStrategy[Action]:
    """Legal actions of the seat to move; the game must not be over."""
    return st.integers(0, 2**32).map(lambda number: pick_legal(tables, state, number))


@st.composite
def play_throughs(draw: st.DrawFn, tables: RulesTables) -> PlayThrough:
    """Whole games by legal actions; they shrink to games in which little is done."""
    scattered = st.builds(scrambled, st.integers(0, 2**16), st.just(LONGEST))
    decisions = st.one_of(scattered, scattered, st.lists(st.integers(0, 2**24), max_size=LONGEST))
    return play(tables, draw(st.integers(0, 50)), draw(decisions))


@st.composite
def states(draw: st.DrawFn, tables: RulesTables) -> list[float]:
    """States in which a seat is to move, reached in play."""
    return draw(st.sampled_from(draw(play_throughs(tables)).states))
