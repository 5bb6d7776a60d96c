"""Strategies for the parts of a random scenario that speak of agents and of the past."""

from typing import Any

from hypothesis import strategies as st

from sim.testing.outline import SEATS, ScenarioOutline
from sim.testing.sections import asks

SHARES = (0.0, 0.3, 0.6, 0.9)


def packages(outline: ScenarioOutline, *, whole: bool) -> st.SearchStrategy[dict[str, str]]:
    """One option of each issue, or of some."""
    options = {name: st.sampled_from(list(model["options"])) for name, model in outline.issues.items()}
    if whole:
        return st.fixed_dictionaries(options)
    return st.fixed_dictionaries({"term": options["term"]}, optional={n: o for n, o in options.items() if n != "term"})


@st.composite
def rules(draw: st.DrawFn, outline: ScenarioOutline, seat: int, acts: list[str]) -> dict[str, Any]:
    """One rule of a doctrine."""
    act = draw(st.sampled_from(acts))
    found: dict[str, Any] = {"when": draw(asks(outline.ranges(seat), 1)), "do": act}
    if draw(st.booleans()):
        found["chance"] = draw(st.sampled_from(SHARES))
    if act in ("propose", "accept"):
        found["at_least"] = draw(st.sampled_from(SHARES))
    if act == "propose":
        found["package"] = draw(st.one_of(st.just({}), packages(outline, whole=False)))
        found["face"] = draw(st.sampled_from(("public", "private")))
        found["priorities"] = draw(st.dictionaries(st.sampled_from(list(outline.issues)), st.sampled_from((0.5, 4))))
    if act in ("propose", "accept") and draw(st.booleans()):
        found |= draw(patience()) | {"red_lines": draw(red_lines(outline, found.get("package", {})))}
    return found


@st.composite
def patience(draw: st.DrawFn) -> dict[str, Any]:
    """What a rule comes down to, and in how many days."""
    low, high = sorted(draw(st.tuples(st.sampled_from(SHARES), st.sampled_from(SHARES))))
    return {"at_least": high, "at_last": low, "patience": draw(st.sampled_from((1, 3)))}


@st.composite
def red_lines(draw: st.DrawFn, outline: ScenarioOutline, package: dict[str, str]) -> dict[str, list[str]]:
    """An option barred of some issues that have another and are not fixed."""
    free = {name: list(model["options"]) for name, model in outline.issues.items() if name not in package}
    barred = {
        name: st.lists(st.sampled_from(options), max_size=1) for name, options in free.items() if len(options) > 1
    }
    return draw(st.fixed_dictionaries(barred))


@st.composite
def habits(draw: st.DrawFn, outline: ScenarioOutline, owners: dict[str, str]) -> dict[str, Any]:
    """Up to two habits for each seat."""
    found = {}
    for number, seat in enumerate(SEATS):
        levers = [lever for lever, owner in owners.items() if owner in (seat, "both")]
        if levers:
            habit = st.builds(
                lambda lever, when: {"when": when, "do": f"lever {lever}"},
                st.sampled_from(levers), asks(outline.ranges(number), 1),
            )  # fmt: skip
            found[seat] = draw(st.lists(habit, max_size=2))
    return found


@st.composite
def doctrines(draw: st.DrawFn, outline: ScenarioOutline, owners: dict[str, str], reasons: list[str]) -> dict[str, Any]:
    """One doctrine for both seats; ``owners`` says whose each lever is."""
    found = {}
    for number, seat in enumerate(SEATS):
        levers = [f"lever {lever}" for lever, owner in owners.items() if owner in (seat, "both")]
        acts = ["accept", "propose", "propose", "agree", "object", "withdraw", "hold", "denounce", "end_talks"]
        acts += levers + [f"reject {reason}" for reason in reasons]
        found[seat] = draw(st.lists(rules(outline, number, acts), min_size=1, max_size=4))
    return {"custom": found}


@st.composite
def histories(draw: st.DrawFn, outline: ScenarioOutline) -> dict[str, Any]:
    """An agreement that had lapsed, and refusals; perhaps nothing at all."""
    found: dict[str, Any] = {}
    if draw(st.booleans()):
        duties = [f"{clause}.{seat}" for clause, seats in outline.duties.items() for seat in seats]
        contested = draw(st.lists(st.sampled_from(duties), max_size=2, unique=True)) if duties else []
        found["agreement"] = {
            "package": draw(packages(outline, whole=True)), "signed": "2001-02-01", "ended": "2001-02-25",
            "contested": contested,
        }  # fmt: skip
    if draw(st.booleans()):
        package = draw(packages(outline, whole=False))
        found["refusals"] = [{"by": draw(st.sampled_from(SEATS)), "package": package, "disputed_by": SEATS[0]}]
    return found
