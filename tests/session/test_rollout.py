"""What a batch keeps of its games."""

from typing import Any

import pytest

from sim.ai.kernel import plain_kernel
from sim.ai.registry import make_brain
from sim.ai.rollout import ENDED_ON, HANDED_ON, HOW, REPLACED, SIGNED_ON, Tape
from sim.rules import layout as at
from sim.rules.legality import violations
from tests.casebook.plain import plain
from tests.games import Game, tiny


def batch(tables: Any, agents: tuple[str, str], games: int) -> Tape:
    """Games of built-in agents, with everything kept."""
    kernel = plain_kernel(tables)
    tape = kernel.tape(games, days=True, actions=True)
    desk = kernel.desk(*(make_brain(tables, agent, seat) for seat, agent in enumerate(agents)))
    kernel.play_games(kernel.ints, kernel.reals, desk, tape, 1, 0)
    return tape


def test_every_action_of_a_busy_game_is_kept() -> None:
    levers = {f"l{i}": {"seat": "both", "cost": 0, "face": "covert", "does": ["x + 0"]} for i in range(10)}
    rules = [{"do": f"lever {name}"} for name in levers] + [{"do": "hold"}]
    doctrines = {"busy": {"east": rules, "west": rules}}
    tables = plain(levers=levers, turn={"levers": 10, "offer_lasts": 2}, doctrines=doctrines)
    tape = batch(tables, ("busy", "busy"), 2)
    assert tape.acted == tape.decisions == [9 * 2 * 12] * 2
    assert tape.actions[1][-1] == [9, 1, 0, 0, 0]


@pytest.mark.parametrize("agents", [("random", "random"), ("historical", "random"), ("conceder", "conceder")])
def test_the_actions_kept_are_those_of_the_game(agents: tuple[str, str]) -> None:
    """Played again by its actions, a game comes to the same days and the same end."""
    tape = batch(tiny(), agents, 30)
    for number in range(30):
        played = Game(tiny(), number)
        for day, seat, kind, a, b in tape.actions[number][: tape.acted[number]]:
            assert (played["day"], played["to_move"]) == (day, seat)
            assert violations(tiny().ints, tiny().reals, played.state, kind, a, b) == 0
            played.apply(kind, a, b)
        assert played.state == tape.finals[number]
        assert [played.score(seat) for seat in tiny().names.seats] == tape.scores[number]
        assert len(played.happened("signed") + played.happened("amended")) == tape.signed[number]


def test_a_game_that_signs_as_often_as_can_be_loses_no_agreement() -> None:
    """Every day one seat offers and the other accepts: more agreements than there are days there cannot be."""
    rules = [{"do": "accept"}, {"do": "propose", "package": {"pause": "d3"}}]
    calendar = {"day_1": "2001-03-01", "horizon": 40, "opens": "east"}
    tables = plain(calendar=calendar, signing={"cost": 0}, doctrines={"keen": {"east": rules, "west": rules}})
    tape = batch(tables, ("keen", "keen"), 1)
    assert tape.signed[0] == tape.finals[0][at.SIGNED_COUNT] > 32
    assert [row[0] for row in tape.agreements[0][: tape.signed[0]]] == sorted(
        row[0] for row in tape.agreements[0] if row[0]
    )


def test_an_amended_agreement_is_replaced_and_hands_its_truce_on() -> None:
    rules = [{"do": "accept"}, {"do": "propose", "package": {"pause": "d3"}}]
    tables = plain(signing={"cost": 0}, doctrines={"keen": {"east": rules, "west": rules}})
    first, second = batch(tables, ("keen", "keen"), 1).agreements[0][:2]
    assert (first[ENDED_ON], first[HOW], first[HANDED_ON]) == (second[SIGNED_ON], REPLACED, 1)


def test_an_agreement_is_kept_from_signature_to_end() -> None:
    kept = 0
    for number, rows in enumerate((tape := batch(tiny(), ("conceder", "conceder"), 60)).agreements):
        for row in rows[: tape.signed[number]]:
            signed_on, package, ended_on, how = row[:4]
            assert 1 <= signed_on <= 3
            assert 0 <= package < 4
            assert ended_on == 0 or ended_on >= signed_on
            assert how in ((1, 2) if ended_on == 0 else (3, 4, 5, 9))
            kept += 1
    assert kept > 10
