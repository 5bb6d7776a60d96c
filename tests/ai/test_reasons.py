"""The reasons of built-in agents are true: they are the numbers that decided."""

from collections.abc import Iterator

import pytest

from sim.ai.agent import Decision, make_agent
from sim.ai.families.bidding import extreme_worth
from sim.rules import actions as act
from sim.rules import layout as at
from sim.rules.packages import write_package
from sim.rules.values import package_slot, worth
from sim.scenario.tables import RulesTables
from sim.session.session import Session
from sim.testing.play import header_of
from tests.games import flagship, tiny


def decisions(tables: RulesTables, agent: str, game: int) -> Iterator[tuple[Session, Decision]]:
    """Each decision of a game of an agent against itself, with the session as it decides."""
    session = Session(tables, header_of(tables, game=game))
    agents = [make_agent(tables, agent, seat, 1, game) for seat in range(2)]
    while not session.over:
        seat = session.to_move
        decision = agents[seat].decide(session.observation(seat), session.legal(), lambda _: 0.5)
        yield session, decision
        session.act(decision.action)


def share(tables: RulesTables, session: Session, seat: int, package: int) -> float:
    """What a package is worth to a seat's own type, between its worst and its best."""
    state = list(session.true_state())
    owner = tables.ints[tables.ints[at.SEATS] + seat * at.SEAT_ROW] + int(
        state[at.SEAT_BASE + seat * at.SEAT_WIDTH + at.TYPE]
    )
    slot = package_slot(tables.ints, seat, at.OFFER_PACKAGE)
    write_package(tables.ints, state, slot, package)
    low, high = (extreme_worth(tables.ints, tables.reals, owner, sign) for sign in (-1.0, 1.0))
    return (worth(tables.ints, tables.reals, state, owner, slot) - low) / (high - low)


@pytest.mark.parametrize("agent", ["linear", "boulware", "tit-for-tat", "micro", "dove"])
def test_a_bargainer_tells_its_aspiration_and_what_the_bid_and_the_offer_are_worth(agent: str) -> None:
    seen: dict[int, int] = {}
    for game in range(3):
        for session, decision in decisions(flagship(), agent, game):
            kind, reasons = decision.action.kind, decision.reasons
            seen[kind] = seen.get(kind, 0) + 1
            if kind == act.PROPOSE:
                bid = share(flagship(), session, session.to_move, decision.action.a)
                assert reasons["bid"] == pytest.approx(bid)
                assert bid >= reasons["aspiration"] - 1e-9
            if kind in (act.PROPOSE, act.REJECT) and "offer" in reasons:
                poor = reasons["offer"] < min(reasons["bid"], reasons.get("accepts", reasons["aspiration"]))
                assert poor or not (reasons["ratified"] and reasons["signable"])
            if kind == act.ACCEPT:
                assert reasons["offer"] >= min(reasons["bid"], reasons.get("accepts", reasons["aspiration"])) - 1e-9
                assert reasons["ratified"] == reasons["signable"] == 1.0
            if kind == act.PULL:
                assert habit_of(flagship(), session.to_move, int(reasons["habit"])) == decision.action.a
            if kind == act.END_TURN:
                assert reasons == {}
    assert {act.PROPOSE, act.PULL, act.END_TURN} <= set(seen)


def habit_of(tables: RulesTables, seat: int, number: int) -> int:
    """The lever of a seat's habit, numbered from 1."""
    row = tables.ints[at.DOCTRINES] + (2 * len(tables.names.doctrines) + seat) * at.DOCTRINE_WIDTH
    return tables.ints[tables.ints[at.RULES] + (tables.ints[row] + number - 1) * at.RULE_WIDTH + at.RULE_A]


def rules_of(tables: RulesTables, doctrine: str, seat: int) -> tuple[int, int]:
    number = tables.names.doctrines.index(doctrine)
    row = tables.ints[at.DOCTRINES] + (2 * number + seat) * at.DOCTRINE_WIDTH
    return tables.ints[row], tables.ints[row + at.DOCTRINE_RULES]


def test_a_doctrine_tells_the_number_of_the_rule_whose_act_it_is() -> None:
    numbers = set()
    for session, decision in decisions(flagship(), "historical", 1):
        if decision.action.kind == act.END_TURN:
            assert decision.reasons == {}
            continue
        first, n = rules_of(flagship(), "historical", session.to_move)
        number = int(decision.reasons["rule"])
        numbers.add(number)
        assert 1 <= number <= n
        row = flagship().ints[at.RULES] + (first + number - 1) * at.RULE_WIDTH
        assert flagship().ints[row + at.RULE_KIND] == decision.action.kind
        if decision.action.kind == act.PULL:
            assert flagship().ints[row + at.RULE_A] == decision.action.a
    assert len(numbers) > 3


@pytest.mark.parametrize("agent", ["random", "hold"])
def test_what_draws_lots_or_does_nothing_has_no_reasons(agent: str) -> None:
    assert all(decision.reasons == {} for _, decision in decisions(tiny(), agent, 1))
