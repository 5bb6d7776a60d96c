"""The questions of a profile, with names looked up: conditions as tests on rows, milestones and episodes as numbers.

Everything here is plain data, so that it can be sent to another process. Faults go to the profile's own, with lines.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from sim.analysis.study.daily import FATES, ColumnBounds, Columns, bounds_of
from sim.scenario.faults import Faults, Path, did_you_mean
from sim.scenario.profile import TRUCES, Milestone, Profile, Quantity, UnitChoice
from sim.scenario.profile_phrases import Report, Take, Window
from sim.scenario.written import Line

GAMES, NIGHTS = "games", "nights"
FACTS = {GAMES: ("nights", "ending"), NIGHTS: ()}  # what a unit's own conditions may ask; episodes have these:
OF_EPISODES = ("nights", "number", "day", "renewals", "how")


class UnitSieve(NamedTuple):
    """Which units count: (milestone, wanted), (fact, low, high), tests on the first night's row and the last's."""

    milestones: tuple[tuple[str, bool], ...]
    facts: tuple[tuple[str, float, float], ...]
    opening: tuple[ColumnBounds, ...]
    closing: tuple[ColumnBounds, ...]


@dataclass(frozen=True)
class AskedMilestone:
    """A milestone: how its tests are to hold, on which days; or which episode is to be there."""

    way: str
    tests: tuple[ColumnBounds, ...]
    window: Window | None
    episode: str
    sieve: UnitSieve


@dataclass(frozen=True)
class AskedQuantity:
    """A quantity. `summed` holds columns and signs; `milestones` those counted, `all_of` if all are to be passed."""

    unit: str
    take: Take
    summed: tuple[tuple[int, float], ...]
    milestones: tuple[str, ...]
    all_of: bool
    window: Window | None
    against: Window | None
    where: tuple[ColumnBounds, ...]
    sieve: UnitSieve
    ends: tuple[str, ...]
    report: Report


@dataclass
class Questions:
    """All that a profile asks, and the columns it takes to answer."""

    columns: Columns
    episodes: dict[str, tuple[ColumnBounds, ...]] = field(default_factory=dict)
    milestones: dict[str, AskedMilestone] = field(default_factory=dict)
    quantities: dict[str, AskedQuantity] = field(default_factory=dict)


class _Asking:
    """Looks names up and notes what is not there."""

    def __init__(self, profile: Profile, columns: Columns, faults: Faults) -> None:
        self.profile, self.columns, self.faults = profile, columns, faults

    def known(self, path: Path, name: str, names: Collection[str], what: str) -> None:
        if name not in names:
            self.faults.add(path, f"there is no `{name}` in `{what}`{did_you_mean(name, names, what)}")

    def tests(self, lines: Sequence[Line], path: Path) -> tuple[ColumnBounds, ...]:
        found = []
        for i, line in enumerate(lines):
            try:
                found.append(self.columns.test(line.text))
            except ValueError as fault:
                self.faults.add((*path, i), str(fault))
        return tuple(found)

    def sieve(self, chosen: UnitChoice, unit: str, path: Path, milestones: Collection[str]) -> UnitSieve:
        if unit in FACTS and (chosen.opening or chosen.closing):
            self.faults.add(path, f"`opening` and `closing` are conditions on episodes, not on {unit}")
        passed, facts = [], []
        for i, line in enumerate(chosen.among):
            words = line.text.split()
            if len(words) == 1 or (len(words) == 2 and words[0] == "not"):
                self.known((*path, "among", i), words[-1], milestones, "milestones")
                passed.append((words[-1], len(words) == 1))
                continue
            try:
                facts.append(self._fact(line.text, unit))
            except ValueError as fault:
                self.faults.add((*path, "among", i), str(fault))
        opening, closing = (self.tests(getattr(chosen, way), (*path, way)) for way in ("opening", "closing"))
        return UnitSieve(tuple(passed), tuple(facts), opening, closing)

    def _fact(self, text: str, unit: str) -> tuple[str, float, float]:
        name, low, high = bounds_of(text, self.columns.constants | {"how": FATES})
        facts = FACTS.get(unit, OF_EPISODES)
        if name not in facts:
            raise ValueError(f"{unit} have no `{name}` to choose by{did_you_mean(name, facts, 'there')}")
        return name, low, high

    def unit(self, unit: str, path: Path) -> None:
        self.known(path, unit, [*FACTS, TRUCES, *self.profile.episodes], "episodes")

    def window(self, window: Window | None, unit: str, path: Path) -> None:
        if window is not None and (window.anchor == "days") != (unit in FACTS):
            right = "days 1..20" if unit in FACTS else "during 1..2"
            self.faults.add(path, f"`{window}` is not of {unit}; write nights such as `{right}`")

    def milestone(self, name: str, model: Milestone) -> AskedMilestone:
        path: Path = ("milestones", name)
        if model.has is not None:
            self.known((*path, "has"), model.has, [TRUCES, *self.profile.episodes], "episodes")
            return AskedMilestone("has", (), model.in_, model.has, self.sieve(model, model.has, path, ()))
        way = next(way for way in ("ever", "never", "first", "throughout", "finally") if _given(model, way) is not None)
        tests = self.tests(_given(model, way) or (), (*path, way))
        return AskedMilestone(way, tests, model.in_, "", UnitSieve((), (), (), ()))

    def quantity(self, name: str, model: Quantity) -> AskedQuantity:
        path: Path = ("quantities", name)
        self.unit(model.of, (*path, "of"))
        self.window(model.in_, model.of, (*path, "in"))
        self.window(model.to, model.of, (*path, "to"))
        milestones = model.share or model.count or ()
        for i, each in enumerate(milestones):
            self.known((*path, "share" if model.share else "count", i), each, self.profile.milestones, "milestones")
        take = model.take or Take("count")
        if model.of == NIGHTS and take.verb != "mean":
            self.faults.add((*path, "take"), f"a night has one value of a column: write `mean NAME`, not `{take}`")
        for i, fate in enumerate(model.ends or ()):
            self.known((*path, "ends", i), fate, FATES, "fates")
        return AskedQuantity(
            model.of, take, self._summed(take, (*path, "take")), milestones, model.share is not None,
            model.in_, model.to, self.tests(model.where, (*path, "where")),
            self.sieve(model, model.of, path, self.profile.milestones), model.ends or (), model.report,
        )  # fmt: skip

    def _summed(self, take: Take, path: Path) -> tuple[tuple[int, float], ...]:
        found = []
        for column, sign in take.signed:
            try:
                found.append((self.columns.find(column), sign))
            except ValueError as fault:
                self.faults.add(path, str(fault))
        return tuple(found)


def _given(model: Milestone, way: str) -> tuple[Line, ...] | None:
    lines: tuple[Line, ...] | None = getattr(model, "finally_" if way == "finally" else way)
    return lines


def ask(profile: Profile, columns: Columns, faults: Faults, wanted: Iterable[str] | None = None) -> Questions:
    """The questions of a profile. Unknown names are noted in `faults`, also of quantities that are not `wanted`."""
    asking = _Asking(profile, columns, faults)
    questions = Questions(columns)
    columns.find("truce")
    columns.find("age")
    for name, episode in profile.episodes.items():
        questions.episodes[name] = asking.tests(episode.while_, ("episodes", name, "while"))
    for name, milestone in profile.milestones.items():
        questions.milestones[name] = asking.milestone(name, milestone)
    for name, quantity in profile.quantities.items():
        found = asking.quantity(name, quantity)
        if wanted is None or name in set(wanted):
            questions.quantities[name] = found
    return questions
