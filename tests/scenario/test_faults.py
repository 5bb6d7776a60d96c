"""Faults say where they are, as near as the file allows, and come all at once."""

import pytest

from sim.errors import CessationError, MissingExtra, MissingFile
from sim.scenario.faults import Fault, Faults, Mark, Path, ScenarioError, did_you_mean, dotted


def collector() -> Faults:
    """Marks of `a: {b: 1}` on line 1 and of `c:` whose value begins on line 3."""
    values: dict[Path, Mark] = {
        (): Mark(1, 1),
        ("a",): Mark(1, 4),
        ("a", "b"): Mark(1, 8),
        ("c",): Mark(3, 3),
        ("c", 0): Mark(3, 5),
    }
    keys: dict[Path, Mark] = {("a",): Mark(1, 1), ("a", "b"): Mark(1, 5), ("c",): Mark(2, 1)}
    return Faults("file.yaml", values, keys)


@pytest.mark.parametrize(
    ("path", "at_key", "mark"),
    [
        (("a", "b"), False, Mark(1, 8)),
        (("a", "b"), True, Mark(1, 5)),
        (("c",), False, Mark(2, 1)),
        (("c", 0), False, Mark(3, 5)),
        (("a", "absent"), False, Mark(1, 1)),
        (("c", 0, "absent", 5), False, Mark(3, 5)),
        (("absent",), False, Mark(1, 1)),
        ((), False, Mark(1, 1)),
    ],
)
def test_a_fault_stands_at_the_nearest_known_place(path: tuple[str | int, ...], at_key: bool, mark: Mark) -> None:
    assert collector().mark(path, at_key=at_key) == mark


def test_a_fault_reads_like_a_compiler_s() -> None:
    faults = collector()
    faults.add(("a", "b"), "should be 2")
    faults.add((), "is odd")
    assert [str(fault) for fault in faults.found] == ["file.yaml:1:8: a.b: should be 2", "file.yaml:1:1: is odd"]


def test_paths_are_dotted_with_indices_in_brackets() -> None:
    assert dotted(("state", "air", "range", 0)) == "state.air.range[0]"
    assert dotted(("outcomes", 0.1)) == "outcomes.0.1"
    assert dotted(()) == ""


def test_faults_are_raised_once_each_in_the_order_of_the_file() -> None:
    faults = collector()
    for message in ("later", "later", "sooner"):
        faults.add(("c", 0) if message == "later" else ("a", "b"), message)
    with pytest.raises(ScenarioError) as caught:
        faults.refuse()
    assert [fault.message for fault in caught.value.faults] == ["sooner", "later"]
    assert str(caught.value) == "file.yaml:1:8: a.b: sooner\nfile.yaml:3:5: c[0]: later"


def test_nothing_found_is_nothing_refused() -> None:
    collector().refuse()


def test_collectors_of_several_files_share_one_list() -> None:
    scenario, words = collector(), Faults("text.en.yaml")
    words.add((), "said before")
    words.beside(scenario)
    scenario.add((), "of the scenario")
    words.add((), "of the words")
    scenario.include(ScenarioError([Fault("facts.yaml", 1, 1, "", "unreadable")]))
    assert scenario.found is words.found
    assert [fault.file for fault in words.found] == ["text.en.yaml", "file.yaml", "text.en.yaml", "facts.yaml"]


def test_the_nearest_known_word_is_offered() -> None:
    assert did_you_mean("patrn", ["patron", "role"]) == "; did you mean `patron`?"
    assert did_you_mean("xyz", ["patron", "role"], "fields") == "; fields: `patron`, `role`"
    assert did_you_mean("xyz", [], "seats") == "; none is seats"


def test_errors_carry_the_command_s_exit_codes() -> None:
    codes = {error: error.exit_code for error in (CessationError, ScenarioError, MissingFile, MissingExtra)}
    assert codes == {CessationError: 1, ScenarioError: 65, MissingFile: 66, MissingExtra: 69}
    assert all(issubclass(error, CessationError) for error in codes)
