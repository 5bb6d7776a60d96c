"""Strategies for the sections of a random scenario that hold statements, over its outline."""

from typing import Any

from hypothesis import strategies as st

from sim.rules.layout import HOOK_NAMES
from sim.testing.outline import GOODS, SEATS, ScenarioOutline
from sim.testing.statements import Ranges, amounts, changes, conditions, numbers, statements

FACES = ("public", "private", "covert", "deniable 0.5", "deniable 0.9", "deniable 0.0", "deniable 1.0")
LOG_ODDS = (-3.0, -1.0, -0.3, 0.2, 1.1, 2.5)
SHARES = ([1.0], [0.5, 0.5], [0.2, 0.3, 0.5], [0.0, 1.0], [0.7, 0.3])


def lines(
    outline: ScenarioOutline, names: Ranges | None = None, least: int = 0, most: int = 2
) -> st.SearchStrategy[list[str]]:
    """A few statements."""
    return st.lists(statements(outline.targets(), GOODS, names or outline.ranges()), min_size=least, max_size=most)


def asks(names: Ranges, most: int = 2) -> st.SearchStrategy[list[str]]:
    """A few conditions; often none."""
    return st.one_of(st.just([]), st.lists(conditions(names), max_size=most))


def some(ids: list[str]) -> st.SearchStrategy[list[str]]:
    """Some of the ids, in order, perhaps none."""
    return st.lists(st.booleans(), min_size=len(ids), max_size=len(ids)).map(
        lambda kept: [each for each, keep in zip(ids, kept, strict=True) if keep]
    )


@st.composite
def hazards(draw: st.DrawFn, outline: ScenarioOutline, seen_by: Any, free: list[str]) -> dict[str, Any]:
    """One hazard, with terms of plain names and of products."""
    names = outline.ranges()
    plain = draw(st.lists(st.sampled_from(sorted(names)), max_size=2, unique=True))
    terms: dict[str, Any] = {name: draw(st.sampled_from(LOG_ODDS)) for name in plain}
    for i in range(draw(st.integers(0, 2))):
        terms[f"cause{i}"] = {"of": draw(amounts(names)), "weight": draw(st.sampled_from(LOG_ODDS))}
    found: dict[str, Any] = {
        "when": draw(asks(names)), "base": draw(st.sampled_from(LOG_ODDS)), "terms": terms,
        "then": draw(lines(outline)), "draws": draw(some(free)), "seen_by": seen_by,
    }  # fmt: skip
    word = draw(st.sampled_from((None, None, "collapse", "expire", "suspend")))
    return found | ({"agreement": word} if word else {})


@st.composite
def draws(draw: st.DrawFn, outline: ScenarioOutline) -> dict[str, Any]:
    """One draw."""
    shares = draw(st.sampled_from(SHARES))
    return {"outcomes": {f"out{i}": {"p": p, "does": draw(lines(outline))} for i, p in enumerate(shares)}}


@st.composite
def levers(draw: st.DrawFn, outline: ScenarioOutline, name: str, seat: str, free: list[str]) -> dict[str, Any]:
    """One lever, whose conditions its seat sees exactly. The second one may wake what the first has put to sleep."""
    numbered = [SEATS.index(seat)] if seat != "both" else [0, 1]
    exact = outline.ranges(numbered[0], 0.0) if len(numbered) == 1 else outline.common_ranges()
    readable = outline.ranges() | {"fresh": (0.0, 1.0)} | ({"self.u0": outline.own_range()} if seat == "both" else {})
    worn = changes(outline.targets(), {"fresh": (0.0, 1.0)})  # so that wear shows
    found: dict[str, Any] = {
        "seat": seat, "cost": draw(st.sampled_from((0.0, 0.3, 0.5, 1.0))), "face": draw(st.sampled_from(FACES)),
        "when": draw(asks(exact, 1)), "does": [draw(worn), *draw(lines(outline, readable))], "draws": draw(some(free)),
    }  # fmt: skip
    words = {"lever0": ("suspend", "suspend", "collapse"), "lever1": ("resume",)}
    word = draw(st.sampled_from(words.get(name, (None, None, "suspend", "resume", "collapse"))))
    return found | ({"agreement": word} if word else {})


@st.composite
def needs(draw: st.DrawFn, outline: ScenarioOutline) -> list[str]:
    """Options that a package must hold, of one issue or none."""
    if draw(st.booleans()):
        return []
    issue = draw(st.sampled_from(sorted(outline.issues)))
    option = draw(st.sampled_from(list(outline.issues[issue]["options"])))
    return [f"{issue}.{option}{draw(st.sampled_from(('', '+')))}"]


@st.composite
def stages(draw: st.DrawFn, outline: ScenarioOutline) -> dict[str, Any]:
    """All stages; the last takes any package."""
    found = {}
    for name in outline.stages:
        found[name] = {
            "needs": draw(needs(outline)) if name != outline.stages[-1] else [],
            "lasts": draw(st.sampled_from((1, 2, 1.5, "term"))),
            "truce": draw(st.sampled_from((True, True, False))),
            "opens_when": draw(asks(outline.ranges(), 1)),
        }
    return found


@st.composite
def obligations(draw: st.DrawFn, outline: ScenarioOutline) -> dict[str, Any]:
    """What a seat owes: read alike by both, or in two or three ways."""
    found = {"breach": draw(lines(outline)), "cure": draw(lines(outline))}
    kept_late = st.sampled_from(("day >= 2", "day >= 3", "age >= 2"))  # so that what is breached may be cured
    kept = draw(st.one_of(kept_late, conditions(outline.ranges())))
    judged: dict[str, Any] = {"kept_when": [kept], "due": draw(st.sampled_from((1, 1, 2)))}
    if draw(st.booleans()):
        return found | judged
    shares = [draw(st.sampled_from(((0.5, 0.5), (0.2, 0.8), (0.3, 0.3, 0.4), (0.0, 1.0)))) for _ in SEATS]
    least = min(map(len, shares))
    apart = draw(st.booleans())  # the first is kept from the first day on and the next later, so that it is contested
    readings = {}
    for i in range(max(map(len, shares))):
        held = {seat: share[i] for seat, share in zip(SEATS, shares, strict=True) if i < len(share)}
        own = (st.just("day >= 1"), kept_late)[i % 2] if apart else conditions(outline.ranges())
        when = judged["kept_when"] if i >= least else [draw(own)]
        readings[f"so_{i}"] = {"kept_when": when, "due": draw(st.sampled_from((1, 1, 2))), "held_by": held}
    return found | {"readings": readings, "contested": draw(lines(outline))}


@st.composite
def clauses(draw: st.DrawFn, outline: ScenarioOutline, name: str) -> dict[str, Any]:
    """One clause; one that obliges nobody does something."""
    duties = {seat: draw(obligations(outline)) for seat in outline.duties[name]}
    return {
        "stages": draw(some(outline.stages)) or outline.stages,
        "needs": draw(needs(outline)),
        "does": draw(lines(outline, least=0 if duties else 1)),
        "obliges": duties,
    }


@st.composite
def renewals(draw: st.DrawFn, outline: ScenarioOutline, risks: list[str]) -> dict[str, Any]:
    """One renewal, perhaps at a risk."""
    found = {
        "stage": draw(st.sampled_from(outline.stages)),
        "needs": draw(needs(outline)),
        "when": draw(asks(outline.ranges(), 1)),
        "consent": draw(st.sampled_from(("both", "unless_objected", "unless_objected"))),
        "at_most": draw(st.integers(1, 3)),
        "cost": draw(st.sampled_from((0.0, 0.5))),
        "does": draw(lines(outline)),
    }
    risk = draw(st.sampled_from([None, *risks]))
    return found | ({"risk": risk} if risk else {})


@st.composite
def hooks(draw: st.DrawFn, outline: ScenarioOutline, free: list[str]) -> dict[str, Any]:
    """Hooks of acts and of the agreement, with words of `self` and `other` among them."""
    readable = outline.ranges() | {"self.climbdown": (0.0, 1.0), "other.refusals": (0.0, 3.0)}
    readable |= {"other.u0": outline.own_range()}
    found: dict[str, Any] = {}
    for name in draw(some(list(HOOK_NAMES))):
        own = draw(changes(["self.u0", "other.u0", "self.capital"], readable))
        found[name] = {"does": [own, *draw(lines(outline, readable, most=1))], "draws": draw(some(free))}
    return found


def worths(outline: ScenarioOutline) -> st.SearchStrategy[dict[str, list[float]]]:
    """Worth of each option of some issues."""
    worth = st.sampled_from((-0.2, 0.0, 0.1, 0.3, 0.5))
    return st.fixed_dictionaries(
        {name: st.lists(worth, min_size=len(model["options"]), max_size=len(model["options"]))
         for name, model in outline.issues.items()}
    )  # fmt: skip


@st.composite
def factions(draw: st.DrawFn, outline: ScenarioOutline) -> dict[str, Any]:
    """Factions of both seats, easily enough pleased that agreements happen."""
    found = {}
    for seat in SEATS:
        for i, weight in enumerate(draw(st.sampled_from(([], [1.0], [0.6, 0.4])))):
            sway = draw(st.lists(st.sampled_from(sorted(outline.ranges())), max_size=2, unique=True))
            found[f"{seat}_f{i}"] = {
                "seat": seat, "weight": weight, "threshold": draw(st.sampled_from((-9.0, -9.0, 0.0, 0.2))),
                "values": draw(worths(outline)), "sway": {name: draw(numbers()) for name in sway},
            }  # fmt: skip
    return found


@st.composite
def types(draw: st.DrawFn, outline: ScenarioOutline) -> dict[str, Any]:
    """Private types of both seats."""
    weights = st.fixed_dictionaries({name: numbers() for name in outline.components})
    return {
        seat: {
            f"{seat}_t{i}": {
                "prior": prior,
                "resolve": draw(st.sampled_from((0.1, 0.6, 1.0))),
                "values": draw(worths(outline)),
                "weights": draw(weights),
            }
            for i, prior in enumerate(draw(st.sampled_from(SHARES)))
        }
        for seat in SEATS
    }


@st.composite
def endings(draw: st.DrawFn, outline: ScenarioOutline) -> dict[str, Any]:
    """An ending of the talks, perhaps one more, and one that holds at the horizon."""
    found: dict[str, Any] = {"parted": {"when": ["talks = 0", *draw(asks(outline.ranges(), 1))], "rank": 1}}
    if draw(st.booleans()):
        found["sooner"] = {"when": ["day >= 2", draw(conditions(outline.ranges()))], "rank": 2}
    return found | {"later": {"when": ["day >= 1000"], "rank": 3}}
