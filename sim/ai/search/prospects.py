"""What a search found of each action: for the choice, and as its reasons.

Scores are told as points, 0 to 100; an error is half the width of a 95 % interval. ``expected`` is what the action
chosen came to: as following the stance, more or less what it came to beside that in the same worlds. ``second`` and
``third`` are the best of the others that could be done in its place (what was the other answer comes first: to refuse
or to accept, to agree or to object), told as more or less than ``expected`` in the worlds where both were tried, with
their kind and first argument as in ``sim.rules.actions``. ``term.calm`` is by how many of these points the component
``calm`` of the score speaks for the action chosen against the second. Where nothing that could be done was surely
better than to go on as a stance would, ``stance`` is its number (see ``own_stances``); ``practice`` is 1 for a lever
that is pulled by a practice, since that had surely served better than to leave it to the stance. ``after`` counts what
the seat had done that day already, before which all was found. ``proposed`` is the package of an offer. ``searched`` is
the day of the search; on the quiet days after it, ``ago`` days, a stance is followed and no other action is told.
``owed`` is 1 for an answer that was given because every new offer gets one; with ``stance`` no answer had been weighed.
"""

from collections.abc import Sequence
from typing import NamedTuple

from sim.ai.search import tree as of
from sim.ai.search.tree import ACT_WIDTH, Tree
from sim.record.notation import Action
from sim.rules import actions as act
from sim.rules import layout as at
from sim.scenario.tables import RulesTables

FEWEST = 6  # worlds that an arm must have been tried in to be judged by what it came to
TERMS = 2  # components told of
INTERVAL = 1.96
SURE = 1.0  # standard errors by which one action must beat another


class Prospect(NamedTuple):
    """An action of the root, and what was found of it; scores and errors are 0 to 1, the errors standard errors.

    ``gain`` is over following the stance in the same worlds, ``mean`` the score itself; ``scores`` and ``parts``, its
    components, are those of world after world, until the tree is searched anew.
    """

    action: Action
    gain: float
    gain_error: float
    mean: float
    error: float
    visits: int
    scores: Sequence[float]
    parts: Sequence[Sequence[float]]


def mean_and_error(values: Sequence[float]) -> tuple[float, float]:
    """Mean, and its standard error: 1 if there is but one value."""
    n = len(values)
    mean = sum(values) / n
    spread = sum((x - mean) * (x - mean) for x in values)
    return mean, (spread / (n * (n - 1))) ** 0.5 if n > 1 else 1.0


def surely_better(one: Prospect, other: Prospect) -> bool:
    """Whether an action has surely served better than another in the worlds where both were tried."""
    gain, error = paired(one, other)
    return min(one.visits, other.visits) >= FEWEST and gain > SURE * error


def paired(one: Prospect, other: Prospect) -> tuple[float, float]:
    """By how much an action came to more than another in the worlds where both were tried, and the standard error."""
    return mean_and_error([x - y for x, y in zip(one.scores, other.scores, strict=False)])


def prospect_of(t: Tree, arm: int) -> Prospect:
    """What was found of an arm of the root that was visited."""
    n = int(t.visits[0][arm])
    scores = [float(t.scores[arm][j]) for j in range(n)]
    kind, a, b = (int(x) for x in t.acts[0][arm * ACT_WIDTH : (arm + 1) * ACT_WIDTH])
    return Prospect(
        Action(kind, a, b), *mean_and_error([x - float(t.scores[0][j]) for j, x in enumerate(scores)]),
        *mean_and_error(scores), n, scores, t.parts[arm],
    )  # fmt: skip


def prospects(t: Tree) -> list[Prospect]:
    """Everything that was simulated from the root, to follow the stance first."""
    return [prospect_of(t, arm) for arm in range(int(t.nodes[0][of.ARMS])) if t.visits[0][arm]]


def reasons(
    tables: RulesTables, owner: int, found: Sequence[Prospect], chosen: Prospect, action: Action
) -> dict[str, float]:
    """The reasons for an action, by name, which ``chosen`` led to; ``found`` holds that and what else could be done.

    To follow the stance comes first. ``owner`` numbers one's own type among all types.
    """
    others = sorted(
        (each for each in found if each is not chosen and not same(each, chosen) and each.action[:2] != action[:2]),
        key=lambda each: (not is_other_answer(each.action, action), max(-each.visits, -FEWEST), -each.gain),
    )
    expected = found[0].mean + chosen.gain
    told: dict[str, float] = {}
    for name, each in zip(("expected", "second", "third"), (chosen, *others[:2]), strict=False):
        told[name] = 100.0 * (expected - paired(chosen, each)[0])  # 0 for itself
        told[f"{name}.error"] = 100.0 * INTERVAL * each.error
        told[f"{name}.visits"] = each.visits
        if each is not chosen:
            told[f"{name}.kind"], told[f"{name}.a"] = each.action.kind, each.action.a
    if others:
        told |= terms(tables, owner, chosen, others[0])
    if action.kind == act.PROPOSE:
        told["proposed"] = action.a
    return told


def is_other_answer(one: Action, other: Action) -> bool:
    """Whether one of two actions is what could be answered in place of the other."""
    if one.kind == other.kind == act.RENEW:
        return one.a != other.a
    return {one.kind, other.kind} == {act.ACCEPT, act.REJECT}


def same(one: Prospect, other: Prospect) -> bool:
    """Whether two actions came to the same in every world: what a stance would do, and that action itself."""
    return (one.gain, one.gain_error) == (other.gain, other.gain_error) == (0.0, 0.0)


def terms(tables: RulesTables, owner: int, chosen: Prospect, other: Prospect) -> dict[str, float]:
    """The components that speak most for or against an action beside another in the same worlds, in points."""
    first = tables.ints[at.TYPES_REALS] + owner * (at.TYPE_WEIGHTS + tables.ints[at.N_COMPONENTS]) + at.TYPE_WEIGHTS
    n = min(chosen.visits, other.visits)
    points = {}
    for i, name in enumerate(tables.names.components):
        apart = sum(chosen.parts[j][i] - other.parts[j][i] for j in range(n)) / n
        points[f"term.{name}"] = 100.0 * tables.reals[first + i] * float(apart)
    return dict(sorted(points.items(), key=lambda each: -abs(each[1]))[:TERMS])
