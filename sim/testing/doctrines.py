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
