"""What a search found of each action: for the choice, and as its reasons.

Scores are told as points, 0 to 100; an error is half the width of a 95 % interval. ``expected`` is what the action
chosen came to, ``second`` and ``third`` are the best of the others that could still be done (what was the other answer
comes first: to refuse or to accept, to agree or to object), with their kind and first argument as in
``sim.rules.actions``. All are told as what following the stance came to, more or less what they came to beside that in
the same worlds: so they compare, however many worlds each was tried in.
``term.calm`` is by how many points the component ``calm`` of the score speaks for the action chosen against the
second. Where nothing was surely better than to go on as a stance would, ``stance`` is its number (see
``own_stances``); ``practice`` is 1 for a lever that is pulled whenever it can be, since that had surely served better
than to leave it to the stance. ``after`` counts what the seat had done that day already, before which all was found.
``proposed`` is the package of an offer. ``searched`` is the day of the search: on a quiet day after it, what is
followed is still what was best then. ``owed`` is 1 for an answer that was given because every new offer gets one.
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

    ``gain`` is over following the stance in the same worlds, ``mean`` the score itself, ``parts`` the means of the
    components, ``scores`` those of world after world.
    """

    action: Action
    gain: float
    gain_error: float
    mean: float
    error: float
    visits: int
    parts: tuple[float, ...]
    scores: tuple[float, ...]


def mean_and_error(values: Sequence[float]) -> tuple[float, float]:
    """Mean, and its standard error: 1 if there is but one value."""
    n = len(values)
    mean = sum(values) / n
    spread = sum((x - mean) * (x - mean) for x in values)
    return mean, (spread / (n * (n - 1))) ** 0.5 if n > 1 else 1.0


def surely_better(one: Prospect, other: Prospect) -> bool:
    """Whether an action has surely served better than another in the worlds where both were tried."""
    gains = [x - y for x, y in zip(one.scores, other.scores, strict=False)]
    gain, error = mean_and_error(gains) if gains else (0.0, 1.0)
    return len(gains) >= FEWEST and gain > SURE * error


def prospect_of(t: Tree, arm: int) -> Prospect:
    """What was found of an arm of the root that was visited."""
    n = int(t.visits[0][arm])
    scores = [float(t.scores[arm][j]) for j in range(n)]
    kind, a, b = (int(x) for x in t.acts[0][arm * ACT_WIDTH : (arm + 1) * ACT_WIDTH])
    return Prospect(
        Action(kind, a, b), *mean_and_error([x - float(t.scores[0][j]) for j, x in enumerate(scores)]),
        *mean_and_error(scores), n, tuple(float(x) / n for x in t.parts[arm]), tuple(scores),
    )  # fmt: skip


def prospects(t: Tree) -> list[Prospect]:
    """Everything that was simulated from the root, to follow the stance first."""
    return [prospect_of(t, arm) for arm in range(int(t.nodes[0][of.ARMS])) if t.visits[0][arm]]


def reasons(
    tables: RulesTables, owner: int, found: Sequence[Prospect], chosen: Prospect, done: Sequence[Action]
) -> dict[str, float]:
    """The reasons for the last action ``done``, by name, which ``chosen`` led to; before it came the turn's others.

    ``owner`` numbers one's own type among all types.
    """
    spent = {(each.kind, each.a) for each in done}
    others = sorted(
        (
            each for each in found
            if each is not chosen and not same(each, chosen) and (each.action.kind, each.action.a) not in spent
        ),
        key=lambda each: (not is_other_answer(each.action, done[-1]), max(-each.visits, -FEWEST), -each.gain),
    )  # fmt: skip
    told: dict[str, float] = {}
    for name, each in zip(("expected", "second", "third"), (chosen, *others[:2]), strict=False):
        told[name] = 100.0 * (found[0].mean + each.gain)
        told[f"{name}.error"] = 100.0 * INTERVAL * each.error
        told[f"{name}.visits"] = each.visits
        if each is not chosen:
            told[f"{name}.kind"], told[f"{name}.a"] = each.action.kind, each.action.a
    if others:
        told |= terms(tables, owner, chosen, others[0])
    if done[-1].kind == act.PROPOSE:
        told["proposed"] = done[-1].a
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
    """The components that speak most for or against an action beside another, in points."""
    n = tables.ints[at.N_COMPONENTS]
    first = tables.ints[at.TYPES_REALS] + owner * (at.TYPE_WEIGHTS + n) + at.TYPE_WEIGHTS
    points = {
        f"term.{name}": 100.0 * tables.reals[first + i] * (chosen.parts[i] - other.parts[i])
        for i, name in enumerate(tables.names.components)
    }
    return dict(sorted(points.items(), key=lambda each: -abs(each[1]))[:TERMS])
