"""What a seat reads of its rival's acts from two observations is what the rival did, as far as it can be seen."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

import pytest

from sim.ai.beliefs.sightings import EXACT, KIND, NOTHING, TURNS, UNKNOWN, A, B, Sightings, learn_sight, read_sightings
from sim.record.notation import END, Action
from sim.rules import actions as act
from sim.rules import layout as at
from sim.scenario.tables import RulesTables
from sim.session.session import Session
from sim.testing.play import header_of, pick_legal, scrambled
from tests.games import flagship, tiny


class Span(NamedTuple):
    """What was seen between two looks of a seat, and what the rival did."""

    seat: int
    seen: Sightings
    done: list[Action]
    now: tuple[float, ...]


def spans(tables: RulesTables, game: int) -> Iterator[Span]:
    """All spans of a game played by numbers."""
    session = Session(tables, header_of(tables, game=game))
    levers = tables.ints[at.N_LEVERS]
    sight = [[0] * tables.n_state for _ in range(2)]
    for seat in range(2):
        learn_sight(tables.ints, seat, sight[seat])
    before = [session.observation(seat).values for seat in range(2)]
    done: list[list[Action]] = [[], []]
    for number in scrambled(game + 1, 4000):
        if session.over:
            return
        seat = session.to_move
        now = session.observation(seat).values
        seen = Sightings([0, 0], [[0] * 4, [0] * 4], [[0] * levers, [0] * levers], [0] * len(tables.names.hazards))
        read_sightings(tables.ints, list(before[seat]), list(now), sight[seat], seat, seen)
        yield Span(seat, seen, done[1 - seat], now)
        before[seat], done[1 - seat] = now, []
        action = pick_legal(tables, list(session.true_state()), number)
        done[seat].append(action)
        session.act(action)


def tabled(done: list[Action]) -> Counter[int]:
    """Kinds of the table actions among what was done, those that nobody sees left out."""
    return Counter(each.kind for each in done if each.kind not in (act.END_TURN, act.PULL, act.HOLD))


@pytest.mark.parametrize(("tables", "games"), [(tiny(), 60), (flagship(), 2)], ids=["tiny", "flagship"])
def test_table_actions_and_open_levers_are_read_as_they_were_done(tables: RulesTables, games: int) -> None:
    found: Counter[int] = Counter()
    for game in range(games):
        for span in spans(tables, game):
            turns = span.seen.turns[: span.seen.passed[TURNS]]
            assert len(turns) == sum(each == END for each in span.done), span
            read = Counter(turn[KIND] for turn in turns if turn[KIND] != NOTHING)
            assert read <= tabled(span.done) + Counter({act.ACCEPT: 1}), span
            assert read[act.PROPOSE] == tabled(span.done)[act.PROPOSE], span
            assert read[act.REJECT] == tabled(span.done)[act.REJECT], span
            found += read
            bids = [each for each in span.done if each.kind == act.PROPOSE]
            for turn in turns:
                if turn[KIND] == act.PROPOSE and turn[A] != UNKNOWN:
                    assert Action(turn[KIND], turn[A], turn[B]) == bids[-1], span
    assert {act.PROPOSE, act.REJECT, act.ACCEPT} <= set(found)


@pytest.mark.parametrize(("tables", "games"), [(tiny(), 60), (flagship(), 2)], ids=["tiny", "flagship"])
def test_a_lever_is_read_as_often_as_it_was_seen(tables: RulesTables, games: int) -> None:
    total = 0
    for game in range(games):
        for span in spans(tables, game):
            pulled = Counter(each.a for each in span.done if each.kind == act.PULL)
            for lever in range(tables.ints[at.N_LEVERS]):
                face = tables.ints[tables.ints[at.LEVERS] + lever * at.LEVER_WIDTH + at.LEVER_FACE]
                read = sum(span.seen.pulls[turn][lever] for turn in range(span.seen.passed[TURNS]))
                total += read
                if face in (at.PUBLIC_LEVER, at.PRIVATE_LEVER):
                    assert read == pulled[lever], span
                else:
                    assert read <= (0 if face == at.COVERT_LEVER else pulled[lever]), span
    assert total > 20


def test_a_hazard_is_seen_only_by_those_who_may() -> None:
    for span in spans(flagship(), 1):
        sight = [0] * flagship().n_state
        learn_sight(flagship().ints, span.seat, sight)
        for hazard, struck in enumerate(span.seen.struck):
            slot = flagship().ints[at.FIRST_HAPPENED] + hazard
            assert struck in ((-1, int(span.now[slot])) if sight[slot] == EXACT else (-1,)), span
