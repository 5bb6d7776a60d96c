"""A profile laid over a scenario: other values by path, other rules, and the tables that come of it.

Paths lead through the scenario as the models write it out in full, so that `hazards.breach.terms.heat.weight` is there
whether the file says `heat: 1.2` or `heat: {of: ..., weight: 1.2}`. A step that a short form leaves unsaid may be left
out: `flows.convoys[3]` is `flows.convoys.does[3]`. Citations are not asked of a profile. What is wrong with an overlay
is told at its place in the profile.
"""

import hashlib
import json
import re
from typing import Any

from pydantic import BaseModel

from sim.scenario.check import check
from sim.scenario.compile import compile_scenario
from sim.scenario.entry import Shorthand
from sim.scenario.faults import Faults, Mark, Path, did_you_mean, dotted
from sim.scenario.model import Scenario
from sim.scenario.profile import Profile
from sim.scenario.source import Document
from sim.scenario.tables import RulesTables
from sim.scenario.validate import validate

STILL = "hold"  # the family that has no rules of its own, so that forced ones may stand alone
FORCED = "forced"  # the doctrine that such rules make
_STEPS = re.compile(r"\[(\d+)\]|\.?([^.\[\]]+)")


def plain(value: Any) -> Any:
    """Plain data of one's own: tuples as lists, nothing shared."""
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    return [plain(each) for each in value] if isinstance(value, list | tuple) else value


def steps_of(path: str) -> list[str | int]:
    """`flows.convoys[3]` as (flows, convoys, 3); raises ValueError for what is no path."""
    found = [int(index) if index else name for index, name in _STEPS.findall(path)]
    if not found or "".join(each[0] for each in _STEPS.finditer(path)) != path:
        raise ValueError(f"`{path}` is not a path such as `hazards.breach.base` or `flows.convoys[3]`")
    return found


def _inside(model: Any, step: str | int) -> Any:
    """The models one step inside a model."""
    if isinstance(model, BaseModel):
        fields = type(model).model_fields.items()
        return next((getattr(model, name) for name, field in fields if step in (name, field.alias)), None)
    if isinstance(model, dict):
        return next((each for key, each in model.items() if str(key) == str(step)), None)
    return model[step] if isinstance(model, tuple) and isinstance(step, int) else None


def _key_of(data: dict[Any, Any], steps: list[str | int]) -> tuple[Any, int] | None:
    """The key that the first steps spell, and how many they are: keys may have dots in them."""
    held = {str(key): key for key in data}
    for n in range(min(3, len(steps)), 0, -1):
        name = ".".join(map(str, steps[:n]))
        if not any(isinstance(step, int) for step in steps[:n]) and name in held:
            return held[name], n
    return None


def find_path(scenario: Scenario, data: Any, path: str) -> tuple[Path, str | None]:
    """Where a path leads in a scenario's plain data, and the field there that a bare value belongs in, if any.

    Raises ValueError for a path that leads nowhere, with the nearest name.
    """
    model: Any = scenario
    steps, found = steps_of(path), list[Any]()
    while steps:
        step, taken = _next_step(model, data, steps, dotted(tuple(found)) or "the scenario")
        steps = steps[taken:]
        found.append(step)
        data, model = data[step], _inside(model, step)
    return tuple(found), model.short if isinstance(model, Shorthand) and isinstance(data, dict) else None


def _next_step(model: Any, data: Any, steps: list[str | int], where: str) -> tuple[Any, int]:
    """The key or index that the first steps lead to, and how many of them it uses up."""
    if isinstance(data, list) and isinstance(steps[0], int):
        if steps[0] >= len(data):
            raise ValueError(f"`{where}` has {len(data)} items, counted from 0, and none at [{steps[0]}]")
        return steps[0], 1
    if not isinstance(data, dict):
        raise ValueError(f"there is nothing inside `{where}`")
    key = _key_of(data, steps)
    if key:
        return key
    if isinstance(model, Shorthand) and data.get(model.short) is not None:
        return model.short, 0
    known = [str(each) for each in data if each != "from"]
    raise ValueError(f"there is no `{steps[0]}` in `{where}`{did_you_mean(str(steps[0]), known, 'there')}")


def _put(data: Any, path: Path, value: Any) -> None:
    for step in path[:-1]:
        data = data[step]
    data[path[-1]] = plain(value)


class _Overlay:
    """A scenario's data with a profile laid over it, and marks of what came from the profile."""

    def __init__(self, scenario: Scenario, profile: Profile, document: Document) -> None:
        self.scenario, self.profile, self.raw, self.faults = scenario, profile, document.data, document.faults
        self.data: dict[str, Any] = plain(scenario.model_dump(by_alias=True))
        self.values: dict[Path, Mark] = {}
        self.keys: dict[Path, Mark] = {}

    def mark(self, here: Path, there: Path) -> None:
        """Faults at `there` in the scenario are told at `here` in the profile, and so for everything inside."""
        bare = tuple(step for step in there if step != "does")  # the compiler leaves a short form's field out
        for marks, own in ((self.values, self.faults.values), (self.keys, self.faults.keys)):
            for path in [path for path in own if path[: len(here)] == here]:
                marks[(*there, *path[len(here) :])] = marks[(*bare, *path[len(here) :])] = own[path]

    def set_values(self) -> None:
        for path, value in self.profile.set.items():
            try:
                there, short = find_path(self.scenario, self.data, path)
            except ValueError as astray:
                self.faults.add(("set", path), str(astray), at_key=True)
                continue
            there = there if short is None or isinstance(value, dict) else (*there, short)
            _put(self.data, there, value)
            self.mark(("set", path), there)

    def add_doctrines(self) -> None:
        for name, seats in self.profile.doctrines.items():
            for seat in seats:
                self.data["doctrines"].setdefault(name, {})[seat] = plain(self.raw["doctrines"][name][seat])
                self.mark(("doctrines", name, seat), ("doctrines", name, seat))

    def change_rules(self) -> dict[str, str]:
        """Put forced rules first and strike forbidden ones; the agents that then play."""
        agents = dict(self.profile.agents)
        for section in ("agents", "forced", "forbidden"):
            for seat in getattr(self.profile, section):
                if seat not in self.data["seats"]:
                    hint = did_you_mean(seat, self.data["seats"], "seats")
                    self.faults.add((section, seat), f"there is no seat `{seat}`{hint}", at_key=True)
        for seat in self.data["seats"]:
            if seat not in agents:
                self.faults.add(("agents",), f"has nobody for the seat `{seat}`")
            elif self.profile.forced.get(seat) or self.profile.forbidden.get(seat):
                agents[seat] = self._change_rules_of(seat, agents[seat])
        return agents

    def _change_rules_of(self, seat: str, agent: str) -> str:
        doctrines = self.data["doctrines"]
        if agent == STILL and agent not in doctrines:
            agent = FORCED
        elif agent not in doctrines:
            known = did_you_mean(agent, doctrines, "doctrines")
            self.faults.add(("agents", seat), f"`{agent}` has no rules to change: name a doctrine or `{STILL}`{known}")
            return agent
        rules = doctrines.setdefault(agent, {}).get(seat, [])
        struck = [str(do) for do in self.profile.forbidden.get(seat, ())]
        for i, do in enumerate(struck):
            if not any(rule["do"] == do for rule in rules):
                self.faults.add(("forbidden", seat, i), f"no rule of `{agent}` does `{do}`")
        first = plain(self.raw.get("forced", {}).get(seat, []))
        doctrines[agent][seat] = first + [rule for rule in rules if rule["do"] not in struck]
        for i in range(len(first)):
            self.mark(("forced", seat, i), ("doctrines", agent, seat, i))
        return agent


def lay_over(scenario: Scenario, profile: Profile, document: Document) -> tuple[RulesTables, dict[str, str]]:
    """Tables of a faultless scenario with a profile laid over it, and who plays; raises ScenarioError.

    `document` is the profile's: its faults are told with those of the overlay.
    """
    over = _Overlay(scenario, profile, document)
    over.set_values()
    over.add_doctrines()
    agents = over.change_rules()
    faults = Faults(document.faults.file, over.values, over.keys).beside(document.faults)
    changed = validate(Scenario, Document(b"", over.data, faults))
    if changed:
        check(changed, faults)
    faults.refuse()
    assert changed is not None
    text = json.dumps(over.data, sort_keys=True, default=str)
    return compile_scenario(changed, hashlib.sha256(text.encode()).hexdigest(), faults), agents
