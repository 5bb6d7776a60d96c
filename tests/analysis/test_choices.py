"""Decision points: which plies mattered, and what could have been done instead."""

from hypothesis import given

from sim.analysis.why.choices import (
    ACCEPT,
    LEAVE_OUT,
    OTHER_WORD,
    REFUSE,
    VARY,
    WAIT,
    decision_points,
    is_legal,
    neighbours,
    signed_proposals,
)
from sim.record.notation import package_text, read_package_text
from sim.rules import actions as act
from sim.testing.play import PlayThrough
from sim.testing.strategies import play_throughs
from tests.analysis.records import by_numbers, by_script
from tests.games import flagship, tiny

PERSONS = ("human", "human")
SIGNED = "propose d1/afloat private; end; accept o1; end; pull whisper; renew agree; end"


def kinds(script: str, seat: int | None = None) -> dict[tuple[int, str], list[str]]:
    past = by_script(tiny(), PERSONS, script)
    return {
        (point.ply.number, act.KIND_NAMES[point.ply.action.kind]): [each.kind for each in point.alternatives]
        for point in decision_points(past, seat)
    }


def test_each_ply_that_mattered_has_its_alternatives() -> None:
    found = kinds(SIGNED)
    assert found[0, "propose"] == [LEAVE_OUT, VARY, VARY]
    assert found[4, "pull"] == [LEAVE_OUT]
    assert found[2, "accept"] == [WAIT, REFUSE]
    assert found[5, "renew"] == [LEAVE_OUT, OTHER_WORD]
    assert not [kind for _, kind in found if kind in ("end", "hold")]


def test_an_offer_that_was_not_taken_could_have_been() -> None:
    assert kinds("propose d1/ashore private; end; end")[2, "end"] == [ACCEPT]
    assert kinds("propose d1/ashore private; end; hold; end")[2, "hold"] == [ACCEPT]
    assert kinds("propose d1/ashore private; end; reject o1 unwilling; end")[2, "reject"] == [LEAVE_OUT, ACCEPT]
    answered = kinds("propose d1/ashore private; end; propose d2/ashore private; end")
    assert answered[2, "propose"] == [LEAVE_OUT, ACCEPT]
    assert (3, "end") not in answered


def test_the_choices_of_one_seat_can_be_asked_for() -> None:
    assert {number for number, _ in kinds(SIGNED, seat=1)} == {0}
    assert {number for number, _ in kinds(SIGNED, seat=0)} == {2, 4, 5}


def test_only_an_offer_that_was_signed_is_varied() -> None:
    past = by_script(
        tiny(), PERSONS, "propose d2/afloat private; end; propose d1/afloat private; end; end; accept o2; end"
    )
    assert signed_proposals(past) == {2}


def test_a_neighbour_is_one_step_of_one_issue_away() -> None:
    package = read_package_text(tiny(), "d1/ashore")
    assert [package_text(tiny(), each) for each in neighbours(tiny(), package)] == ["d2/ashore", "d1/afloat"]
    options = [len(each) for each in flagship().names.issues.values()]
    assert len(neighbours(flagship(), 0)) == len(options)


@given(play_throughs(tiny()))
def test_every_alternative_is_legal(played: PlayThrough) -> None:
    for point in decision_points(past := by_numbers(tiny(), played)):
        for each in point.alternatives:
            assert each.instead is None or is_legal(tiny(), point.ply.state, each.instead)
            assert each.instead != point.ply.action
        assert past.plies[point.ply.number] is point.ply
