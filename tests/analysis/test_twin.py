"""Twin: the same luck with one choice changed, and the record itself when nothing is changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.analysis.why.choices import ACCEPT, LEAVE_OUT, WAIT, Alternative, decision_points
from sim.analysis.why.twin import NightApart, first_apart, play_twin
from sim.record.notation import Action
from sim.record.record import Header
from sim.rules import actions as act
from sim.rules.luck import OF_HAZARD, point_of
from sim.testing.play import PlayThrough
from sim.testing.strategies import play_throughs
from tests.analysis.records import by_agents, by_numbers, by_script, ply_of
from tests.games import flagship, tiny
from tests.tries import tries

PERSONS = ("human", "human")


@pytest.mark.parametrize("agents", [("historical", "historical"), ("random", "tit-for-tat"), ("boulware", "random")])
def test_with_no_change_it_is_the_record_to_the_bit(agents: tuple[str, str]) -> None:
    """Whatever the ply from which everybody decides anew."""
    past = by_agents(tiny(), agents, game=15)
    for ply in past.plies:
        assert play_twin(past, ply, None).lines == past.lines


def test_so_it_is_in_the_large_scenario() -> None:
    past = by_agents(flagship(), ("historical", "cooperative"))
    for ply in (past.plies[0], past.plies[len(past.plies) // 2]):
        twin = play_twin(past, ply, None)
        assert twin.lines == past.lines
        assert twin.scores == past.scores
        assert twin.apart is None


@given(play_throughs(tiny()), st.integers(0, 2**16))
def test_persons_do_again_what_they_did(played: PlayThrough, number: int) -> None:
    past = by_numbers(tiny(), played)
    assert play_twin(past, past.plies[number % len(past.plies)], None).lines == past.lines


@given(play_throughs(tiny()))
@tries(0.5)
def test_every_alternative_can_be_played_to_an_end(played: PlayThrough) -> None:
    past = by_numbers(tiny(), played)
    for point in decision_points(past):
        for alternative in point.alternatives:
            twin = play_twin(past, point.ply, alternative)
            before = [line for line in past.lines if line.startswith("= ")][: point.ply.day - 1]
            assert [line for line in twin.lines if line.startswith("= ")][: point.ply.day - 1] == before
            assert twin.ending in tiny().names.endings


def test_a_lever_left_out_is_not_pulled_that_turn() -> None:
    past = by_script(tiny(), ("historical", "historical"), "end; pull whisper; end")
    ply = ply_of(past, act.PULL)
    twin = play_twin(past, ply, Alternative(LEAVE_OUT, None, ply.action.a))
    assert not [line for line in twin.lines if line.startswith("1.") and "whisper" in line]


def test_a_person_answers_the_same_package_under_its_new_number() -> None:
    """Shore does not make its first offer, so the second is o1; hill's acceptance of it is given all the same."""
    script = (
        "propose d2/ashore private; end; reject o1 unwilling; end; end; propose d1/ashore private; end; end; accept o2"
    )
    past = by_script(tiny(), PERSONS, script)
    twin = play_twin(past, past.plies[0], Alternative(LEAVE_OUT, Action(act.HOLD)))
    said = [line.partition(" ")[2] for line in twin.lines if line[:1].isdigit()]
    assert "hill reject o1 unwilling" not in said
    assert "hill accept o1" in said


def test_a_person_gives_no_answer_to_another_package() -> None:
    past = by_script(tiny(), PERSONS, "propose d1/ashore private; end; accept o1; end")
    other = Action(act.PROPOSE, 2, act.PRIVATE)
    twin = play_twin(past, past.plies[0], Alternative("vary", other))
    assert not [line for line in twin.lines if "accept" in line]


def test_an_offer_left_unanswered_can_be_accepted() -> None:
    past = by_script(tiny(), PERSONS, "propose d1/ashore private; end; end")
    point = next(each for each in decision_points(past) if each.alternatives[0].kind == ACCEPT)
    twin = play_twin(past, point.ply, point.alternatives[0])
    assert any(line.strip().startswith("accepted hill o1") for line in twin.lines)


def test_the_first_night_apart_is_told() -> None:
    shots = point_of(2, OF_HAZARD, list(tiny().names.hazards).index("breach"), 0)
    past = by_script(tiny(), PERSONS, "propose d1/afloat private; end; accept o1; end", forced=((shots, 1),))
    twin = play_twin(past, ply_of(past, act.ACCEPT), Alternative(WAIT, Action(act.HOLD)))
    assert twin.apart == NightApart(2, ("struck breach", "collapsed after 0 nights"), ())
    assert first_apart(past.events, past.events) is None
    assert Header.read(twin.lines[0]) == past.header
