"""Profiles read, played and judged: the targets of a scenario, or whatever one profile asks."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sim.ai.registry import FAMILIES
from sim.analysis.study.asked import Questions, ask
from sim.analysis.study.calibrate import Plan, Tell, play_plans
from sim.analysis.study.daily import Columns
from sim.analysis.study.estimates import Estimate, ReportedSide, compare, estimate
from sim.analysis.study.units import Unit
from sim.scenario.faults import Faults, did_you_mean
from sim.scenario.load import Loaded, load_sources
from sim.scenario.overlay import lay_over
from sim.scenario.profile import ComparedQuantity, Profile, Target, Targets
from sim.scenario.source import read_document
from sim.scenario.validate import validate

PROFILES, TARGETS, ENDING = "profiles", "targets.yaml", ".yaml"
_PART = re.compile(r"[A-Z]+[0-9]+[a-z]")
_FACT = re.compile(r"\b[A-Z]\d{2,3}\b")


@dataclass(frozen=True)
class OpenedProfile:
    """A profile read: its name and place, what it says, and where its faults are noted."""

    name: str
    file: Path
    profile: Profile
    faults: Faults
    plan: Plan

    @property
    def questions(self) -> Questions:
        """What it asks."""
        return self.plan.questions


@dataclass(frozen=True)
class JudgedTarget:
    """A quantity, what it should come to and what it comes to. `passed` is None where nothing is asked of it."""

    id: str
    profile: str
    quantity: str
    low: float | None
    high: float | None
    basis: str
    found: Estimate

    @property
    def passed(self) -> bool | None:
        """Whether the value lies within the band, ends included."""
        if self.low is None and self.high is None:
            return None
        value = self.found.value
        above = value is not None and (self.low is None or value >= self.low)
        return above and value is not None and (self.high is None or value <= self.high)

    def as_json(self) -> dict[str, Any]:
        """Plain data, as the command's ``--json`` lists it."""
        interval = None if self.found.low is None else [self.found.low, self.found.high]
        return {
            "id": self.id, "profile": self.profile, "quantity": self.quantity, "low": self.low, "high": self.high,
            "value": self.found.value, "interval": interval, "units": self.found.units, "pass": self.passed,
            "basis": self.basis,
        }  # fmt: skip


def open_profile(loaded: Loaded, file: Path) -> OpenedProfile:
    """A profile laid over a faultless scenario; raises MissingFile, or ScenarioError with all its faults."""
    document = read_document(file)
    profile = validate(Profile, document)
    document.faults.refuse()
    assert profile is not None
    tables, agents = lay_over(loaded.scenario, profile, document)
    playing = [agents[seat] for seat in tables.names.seats]
    known = [*FAMILIES, *tables.names.doctrines]
    for seat, agent in zip(tables.names.seats, playing, strict=True):
        if agent not in known:
            document.faults.add(
                ("agents", seat), f"no agent `{agent}` plays here{did_you_mean(agent, known, 'agents')}"
            )
    questions = ask(profile, Columns(tables), document.faults)
    document.faults.refuse()
    return OpenedProfile(file.stem, file, profile, document.faults, Plan(tables, (playing[0], playing[1]), questions))


class Calibration:
    """The profiles that some quantities take, each opened once, and the games that answer them."""

    def __init__(self, folder: Path) -> None:
        self.loaded = load_sources(folder)
        self.loaded.faults.refuse()
        self.opened: dict[Path, OpenedProfile] = {}
        self._wanted: dict[Path, list[str]] = {}
        self._units: dict[Path, dict[str, list[list[Unit]]]] = {}

    def open(self, file: Path) -> OpenedProfile:
        """A profile, and those its quantities are set against."""
        key = file.resolve()
        if key not in self.opened:
            self.opened[key] = opened = open_profile(self.loaded, file)
            for name, quantity in opened.profile.quantities.items():
                if quantity.over:
                    self._open_other(opened, name, quantity.over)
            opened.faults.refuse()
        return self.opened[key]

    def _open_other(self, opened: OpenedProfile, name: str, over: ComparedQuantity) -> None:
        path = ("quantities", name, "over")
        file, quantity = self._other(opened, name, over)
        if over.profile and not file.is_file():
            known = [each.stem for each in file.parent.glob(f"*{ENDING}")]
            hint = did_you_mean(over.profile, known, "profiles beside it")
            opened.faults.add((*path, "profile"), f"there is no profile `{over.profile}`{hint}")
            return
        there = (self.open(file) if over.profile else opened).profile.quantities
        if quantity not in there:
            hint = did_you_mean(quantity, there, "quantities")
            opened.faults.add((*path, "quantity"), f"there is no quantity `{quantity}` there{hint}")

    def _other(self, opened: OpenedProfile, name: str, over: ComparedQuantity) -> tuple[Path, str]:
        file = opened.file.with_name(f"{over.profile}{ENDING}") if over.profile else opened.file
        return file, over.quantity or name

    def want(self, opened: OpenedProfile, name: str) -> None:
        """Have a quantity answered, and what it is set against."""
        wanted = self._wanted.setdefault(opened.file.resolve(), [])
        if name in wanted:
            return
        wanted.append(name)
        over = opened.profile.quantities[name].over
        if over:
            file, quantity = self._other(opened, name, over)
            self.want(self.open(file), quantity)

    @property
    def plans(self) -> int:
        """How many profiles there are to play."""
        return len(self._wanted)

    def play(self, games: int, rng_seed: int, jobs: int, compiled: bool, tell: Tell) -> None:
        """Play every profile of which something is wanted."""
        plans = []
        for key, names in self._wanted.items():
            plan = self.opened[key].plan
            asked = {name: plan.questions.quantities[name] for name in names}
            milestones, episodes = plan.questions.milestones, plan.questions.episodes
            questions = Questions(plan.questions.columns, episodes, milestones, asked)
            plans.append(Plan(plan.tables, plan.agents, questions))
        played = play_plans(plans, games, rng_seed, jobs, compiled, tell)
        self._units = dict(zip(self._wanted, played, strict=True))

    def found(self, opened: OpenedProfile, name: str) -> Estimate:
        """The answer to a quantity that was wanted and played."""
        this, quantity = self._side(opened, name), opened.profile.quantities[name]
        if quantity.over:
            file, other = self._other(opened, name, quantity.over)
            return compare(quantity.over.as_, this, self._side(self.open(file), other))
        return estimate(this.report, this.games, is_share=quantity.share is not None)

    def _side(self, opened: OpenedProfile, name: str) -> ReportedSide:
        return ReportedSide(opened.profile.quantities[name].report, self._units[opened.file.resolve()][name])


def read_targets(folder: Path, calibration: Calibration) -> dict[str, Target]:
    """The targets of a scenario's folder; raises MissingFile, or ScenarioError with all faults."""
    document = read_document(folder / TARGETS)
    model = validate(Targets, document)
    document.faults.refuse()
    assert model is not None
    for id_, target in model.targets.items():
        file = folder / PROFILES / f"{target.profile}{ENDING}"
        if not file.is_file():
            known = [each.stem for each in file.parent.glob(f"*{ENDING}")]
            hint = did_you_mean(target.profile, known, PROFILES)
            document.faults.add(("targets", id_, "profile"), f"there is no profile `{target.profile}`{hint}")
            continue
        there = calibration.open(file).profile.quantities
        if target.quantity not in there:
            hint = did_you_mean(target.quantity, there, "quantities")
            document.faults.add(("targets", id_, "quantity"), f"there is no quantity `{target.quantity}`{hint}")
        for fact in _FACT.findall(target.basis):
            if fact not in calibration.loaded.facts:
                document.faults.add(("targets", id_, "basis"), f"`{fact}` is no fact of the scenario's sources")
    document.faults.refuse()
    return dict(model.targets)


def judge_targets(calibration: Calibration, folder: Path, targets: dict[str, Target]) -> list[JudgedTarget]:
    """Every target against what its quantity came to."""
    found = []
    for id_, target in targets.items():
        opened = calibration.open(folder / PROFILES / f"{target.profile}{ENDING}")
        answer = calibration.found(opened, target.quantity)
        found.append(JudgedTarget(id_, target.profile, target.quantity, target.low, target.high, target.basis, answer))
    return found


def judge_profile(calibration: Calibration, opened: OpenedProfile) -> list[JudgedTarget]:
    """Every quantity of a profile, against its own band if it has one."""
    return [
        JudgedTarget(name, opened.name, name, each.low, each.high, each.basis, calibration.found(opened, name))
        for name, each in opened.profile.quantities.items()
    ]


def whole(id_: str) -> str:
    """The target that a part belongs to: `T5` of `T5a`."""
    return id_[:-1] if _PART.fullmatch(id_) else id_


def count_met(judged: Iterable[JudgedTarget]) -> tuple[int, int]:
    """How many targets are met, and how many there are; one with parts is met when all of its parts are."""
    by_whole: dict[str, bool] = {}
    for each in judged:
        if each.passed is not None:
            by_whole[whole(each.id)] = by_whole.get(whole(each.id), True) and each.passed
    return sum(by_whole.values()), len(by_whole)
