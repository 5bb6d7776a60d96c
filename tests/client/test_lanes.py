"""The lines of days beside each other: turns have names, and no name lies over another or over what leads to one."""

from hypothesis import given
from hypothesis import strategies as st

from sim.client.debriefing.lanes import (
    APART,
    FIRST_NAMED,
    LETTER,
    MOST_LETTERS,
    TURNS,
    Turn,
    beginning,
    by_weight,
    named_turns,
)
from sim.client.page import Label
from sim.client.view.drawing.scene import Shape

WIDTH, LAST = 700.0, 95
STEP = (WIDTH - 20) / LAST
turns = st.lists(
    st.builds(
        lambda day, kind, letters: Turn(day, kind, "n" * letters, ""),
        st.integers(1, LAST), st.sampled_from(sorted(TURNS)), st.integers(1, MOST_LETTERS),
    ),
    max_size=30,
)  # fmt: skip


def ends(label: Label) -> tuple[float, float]:
    """The left and the right end of a name."""
    half = LETTER * len(label.text) / 2
    return label.at[0] - half, label.at[0] + half


@given(turns)
def test_names_of_turns_stand_apart_from_one_another_and_from_what_leads_to_others(turned: list[Turn]) -> None:
    named = list(named_turns(turned, STEP, WIDTH, 0.0))
    for i, (label, lead) in enumerate(named):
        left, right = ends(label)
        assert left >= 0.0
        assert right <= WIDTH + 0.001
        assert left - 0.001 <= lead.points[0][0] <= right + 0.001, "a line leads to its own name"
        for other, to_other in named[:i]:
            assert apart(label, other)
            assert free(label, to_other)
            assert free(other, lead)


def apart(one: Label, other: Label) -> bool:
    """Whether two names are in different rows, or beside each other with room between them."""
    (left, right), (first, last) = ends(one), ends(other)
    return one.at[1] != other.at[1] or left >= last + APART - 0.001 or first >= right + APART - 0.001


def free(label: Label, lead: Shape) -> bool:
    """Whether a line that ends below a name passes it by."""
    (x, _), (_, low) = lead.points
    left, right = ends(label)
    return low < label.at[1] or not left < x < right


@given(turns)
def test_what_weighs_most_is_named_whatever_else_there_is(turned: list[Turn]) -> None:
    named = {label.text for label, _ in named_turns(turned, STEP, WIDTH, 0.0)}
    if turned:
        first = min(turned, key=lambda each: (FIRST_NAMED.index(each.kind), each.day))
        assert first.name in named


def test_what_comes_again_is_named_after_all_that_comes_once() -> None:
    turned = [Turn(day, "signed", "signed", "") for day in (3, 9, 15)] + [Turn(10, "fired", "Winter", "")]
    assert [each.day for each in by_weight(turned)] == [3, 10, 9, 15]


def test_a_fact_is_named_by_its_first_words_without_a_date() -> None:
    assert beginning("On 3 October the envoy left.") == "The envoy left"
    assert beginning("The offensive resumed on 15 November.") == "The offensive resumed on 15\u2026"
    assert len(beginning("word " * 20)) <= MOST_LETTERS + 1
