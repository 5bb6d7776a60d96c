"""Questions that every check asks: is it known, does it sum to 1, is it complete."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from sim.scenario.faults import Faults, Path, did_you_mean
from sim.scenario.model import Scenario
from sim.scenario.phrases import Need
from sim.scenario.written import Cited

TOLERANCE = 1e-9


def known(faults: Faults, path: Path, id_: str, ids: Collection[str], what: str, *, at_key: bool = False) -> bool:
    """Whether `id_` is one of `ids`; a fault naming the nearest if not. `what` is the section, as in the file."""
    if id_ in ids:
        return True
    faults.add(path, f"there is no `{id_}` in `{what}`{did_you_mean(id_, ids, what)}", at_key=at_key)
    return False


def all_known(faults: Faults, path: Path, named: Iterable[str], ids: Collection[str], what: str) -> None:
    """The same for a list of ids."""
    for i, id_ in enumerate(named):
        known(faults, (*path, i), id_, ids, what)


def keys_known(faults: Faults, path: Path, mapping: Mapping[str, object], ids: Collection[str], what: str) -> None:
    """The same for the keys of a mapping."""
    for key in mapping:
        known(faults, (*path, key), key, ids, what, at_key=True)


def sums_to_1(faults: Faults, path: Path, shares: Iterable[Cited], what: str) -> None:
    """A fault unless the shares sum to 1, within 1e-9."""
    total = sum(share.value for share in shares)
    if abs(total - 1.0) > TOLERANCE:
        faults.add(path, f"{what} sum to {total:.6g}, and should sum to 1")


def needs_known(faults: Faults, path: Path, needs: Sequence[Need], scenario: Scenario) -> None:
    """A fault for each issue or option that a `needs` names in vain, and for an issue needed twice over."""
    for i, need in enumerate(needs):
        where: Path = path if len(needs) == 1 else (*path, i)
        if not known(faults, where, need.issue, scenario.issues, "issues"):
            continue
        options = scenario.issues[need.issue].options
        known(faults, where, need.option, options, f"issues.{need.issue}.options")
        if any(other.issue == need.issue for other in needs[:i]):
            faults.add(where, f"needs `{need.issue}` a second time; a package has one option of it")


def package_known(faults: Faults, path: Path, package: Mapping[str, str], scenario: Scenario) -> None:
    """A fault for each issue or option of a package that does not exist."""
    for issue, option in package.items():
        if known(faults, (*path, issue), issue, scenario.issues, "issues", at_key=True):
            known(faults, (*path, issue), option, scenario.issues[issue].options, f"issues.{issue}.options")


def values_fit(faults: Faults, path: Path, values: Mapping[str, Sequence[Cited]], scenario: Scenario) -> None:
    """A fault for each issue unknown, and for each list of worths that is not one for each option."""
    for issue, worths in values.items():
        if known(faults, (*path, issue), issue, scenario.issues, "issues", at_key=True):
            n = len(scenario.issues[issue].options)
            if len(worths) != n:
                faults.add((*path, issue), f"has {len(worths)} values; `{issue}` has {n} options, in their order")
