"""Packages as numbers, and the faces that they can wear."""

from hypothesis import given
from hypothesis import strategies as st

from sim.rules.actions import FIRST_SHIFT
from sim.rules.packages import copy_package, face_fits, package_count, read_package, shift, write_package
from sim.rules.values import worth
from sim.scenario.tables import RulesTables
from tests.casebook.plain import plain
from tests.games import flagship, tiny

numbers = st.integers(0, 2**40)


def of(tables: RulesTables, number: int) -> list[float]:
    """The options of a package."""
    options = [0.0] * len(tables.names.issues)
    write_package(tables.ints, options, 0, number)
    return options


def test_there_is_one_package_for_each_choice_of_options() -> None:
    assert package_count(tiny().ints) == 4
    assert package_count(plain().ints) == 9


def test_the_first_issue_is_the_most_significant() -> None:
    assert [of(plain(), number) for number in (0, 1, 3, 8)] == [[0, 0], [0, 1], [1, 0], [2, 2]]


@given(numbers)
def test_a_package_has_one_number(number: int) -> None:
    number %= package_count(flagship().ints)
    options = of(flagship(), number)
    assert read_package(flagship().ints, options, 0) == number
    assert all(
        0 <= option < len(known) for option, known in zip(options, flagship().names.issues.values(), strict=True)
    )


@given(numbers, st.integers(-3, 40))
def test_a_face_shifts_one_issue_by_one_existing_option(number: int, face: int) -> None:
    tables = flagship()
    number %= package_count(tables.ints)
    options = of(tables, number)
    shown = [*options, 0.0]
    if not face_fits(tables.ints, number, face):
        issue = (face - FIRST_SHIFT) // 2
        outside = face < 0 or issue >= len(options)
        edge = 0 if face % 2 == 0 else (len(list(tables.names.issues.values())[issue]) - 1 if not outside else 0)
        assert outside or options[issue] == edge
        return
    shift(shown, 0, face)
    changed = [new - old for old, new in zip(options, shown, strict=False) if new != old]
    assert changed == ([] if face < FIRST_SHIFT else [1.0 if face % 2 else -1.0])
    assert all(0 <= x < len(known) for x, known in zip(shown, tables.names.issues.values(), strict=False))


def test_a_copy_is_whole() -> None:
    state = [1.0, 2.0, 9.0, 0.0, 0.0]
    copy_package(plain().ints, state, 0, 3)
    assert state == [1.0, 2.0, 9.0, 1.0, 2.0]


def test_worth_on_paper_is_the_sum_over_issues() -> None:
    tables = plain()
    assert worth(tables.ints, tables.reals, [2.0, 1.0], 0, 0) == 0.6
    assert worth(tables.ints, tables.reals, [0.0, 2.0], 1, 0) == 0.4
