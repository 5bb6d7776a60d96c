"""A turn as it is planned: what the plan will surely change, and what the rules forbid, with the reason in words.

Only what the seat sees exactly decides legality, so the observation gives the same answer as the truth would.
"""

from typing import NamedTuple

from sim.client import words as w
from sim.client.figures import cut, short
from sim.client.model import Model
from sim.client.naming import capitalised, condition_of, lever_name, option_name, package_words, seat_name
from sim.client.weighing.clocks import wait_words
from sim.record.notation import Action
from sim.rules import actions as act
from sim.rules import layout as at
from sim.rules.actions import VIOLATIONS
from sim.rules.effects import apply_effects, block_holds
from sim.rules.legality import violations
from sim.rules.packages import read_package, write_package
from sim.rules.terms import all_hold


class LeverChoice(NamedTuple):
    """One of the seat's levers as it stands now: ``row`` in the tables, its cost, and why it cannot be pulled."""

    row: int
    id: str
    name: str
    cost: float
    face: int
    forbidden: tuple[str, ...]
    planned: bool


def is_table_act(kind: int) -> bool:
    """Whether a kind of action is one of those of which a turn has one."""
    return act.PROPOSE <= kind <= act.HOLD


def foreseen(model: Model) -> list[float]:
    """The observation with what the plan will surely change: the table act taken, capital spent, effects of levers."""
    ints, reals = model.tables.ints, model.tables.reals
    state = list(model.values)
    capital = at.SEAT_BASE + model.seat * at.SEAT_WIDTH + at.CAPITAL
    for action in model.plan:
        if action.kind != act.PULL:
            state[at.TABLED] = 1.0
            state[capital] -= signing_cost(model) if action.kind == act.ACCEPT else 0.0
            continue
        row = ints[at.LEVERS] + action.a * at.LEVER_WIDTH
        state[capital] -= lever_cost(model, action.a)
        state[at.PULLED] += 1.0
        state[ints[at.FIRST_LEVER] + action.a * at.LEVER_SLOTS + at.LEVER_DAY] = state[at.DAY]
        block = ints[row + at.LEVER_BLOCK]
        if block >= 0 and block_holds(ints, reals, state, block):
            start = ints[at.BLOCKS] + block * at.BLOCK_WIDTH
            apply_effects(ints, reals, state, ints[start + at.BLOCK_EFFECT], ints[start + at.BLOCK_EFFECTS])
    return state


def lever_cost(model: Model, lever: int) -> float:
    """Political capital that a lever costs."""
    return model.tables.reals[model.tables.ints[at.LEVERS_REALS] + lever * at.LEVER_REALS]


def signing_cost(model: Model) -> float:
    """Political capital that signing costs each seat."""
    return model.tables.reals[model.tables.ints[at.SIGNING_REALS]]


def forbidden(model: Model, action: Action, state: list[float] | None = None) -> tuple[str, ...]:
    """Every reason why an action cannot be added to the plan, in words; empty if it can."""
    state = foreseen(model) if state is None else state
    bits = violations(model.tables.ints, model.tables.reals, state, *action)
    return tuple(_reason(model, bit, action, state) for bit in VIOLATIONS if bits & bit)


def brief_needs(model: Model, lever: int) -> str:
    """The first thing that a lever needs and has not, in as few words as can be; nothing if it lacks nothing."""
    state = foreseen(model)
    failing = failing_conditions(model, lever_conditions(model, lever), state)
    if not failing:
        return ""
    own = w.OF_SEAT.format(seat=seat_name(model.book, model.seat), what="")
    return w.BRIEF_NEEDS.format(condition=condition_of(model.book, failing[0], state, brief=True).removeprefix(own))


def _reason(model: Model, bit: int, action: Action, state: list[float]) -> str:
    if bit == act.CONDITIONS_FAIL and action.kind != act.PULL and (wait := wait_words(model)):
        return wait
    capital = state[at.SEAT_BASE + model.seat * at.SEAT_WIDTH + at.CAPITAL]
    pulls = action.kind == act.PULL and bit in (act.NO_CAPITAL, act.CONDITIONS_FAIL)
    cost = lever_cost(model, action.a) if pulls else signing_cost(model)
    span = lever_conditions(model, action.a) if pulls else signing_conditions(model)
    failing = w.AND.join(condition_of(model.book, i, state) for i in failing_conditions(model, span, state))
    said = w.ILLEGAL[bit].format(cost=short(cost), capital=cut(capital), conditions=failing)
    about = "" if pulls or bit != act.CONDITIONS_FAIL else _about(model, failing_conditions(model, span, state))
    return w.WITH_ABOUT.format(said=said, about=about) if about else said


def _about(model: Model, conditions: list[int]) -> str:
    """What the variables are that conditions ask after, as far as they have words."""
    ints = model.tables.ints
    slots = [ints[ints[at.CONDITIONS] + row * at.CONDITION_WIDTH] for row in conditions]
    names = [
        name for name in dict.fromkeys(model.names.slots[slot] for slot in slots) if name in model.book.outline["state"]
    ]
    return " ".join(model.book.word("state", name, "about") for name in names).rstrip(".")


def signing_barred(model: Model) -> str:
    """Why nothing can be signed today, whatever the offer, as a sentence; nothing if it can."""
    if wait := wait_words(model):
        return f"{capitalised(wait)}."
    state = list(model.values)
    failing = failing_conditions(model, signing_conditions(model), state)
    conditions = w.AND.join(condition_of(model.book, i, state) for i in failing)
    return w.CANNOT_BE_SIGNED.format(conditions=conditions, about=_about(model, failing)) if failing else ""


def lever_conditions(model: Model, lever: int) -> tuple[int, int]:
    """First and number of a lever's conditions."""
    row = model.tables.ints[at.LEVERS] + lever * at.LEVER_WIDTH
    return model.tables.ints[row + at.LEVER_CONDITION], model.tables.ints[row + at.LEVER_CONDITIONS]


def signing_conditions(model: Model) -> tuple[int, int]:
    """First and number of the conditions of signing."""
    row = model.tables.ints[at.SIGNING]
    return model.tables.ints[row + at.SIGNING_CONDITION], model.tables.ints[row + at.SIGNING_CONDITIONS]


def failing_conditions(model: Model, span: tuple[int, int], state: list[float]) -> list[int]:
    """Which of a run of conditions do not hold."""
    ints, reals = model.tables.ints, model.tables.reals
    return [i for i in range(span[0], span[0] + span[1]) if not all_hold(ints, reals, state, i, 1)]


def lever_choices(model: Model) -> list[LeverChoice]:
    """The seat's levers in the order of the scenario."""
    state = foreseen(model)
    found = []
    for row, full in enumerate(model.names.levers):
        seat, _, id_ = full.partition(".")
        if seat != model.names.seats[model.seat]:
            continue
        face = model.tables.ints[model.tables.ints[at.LEVERS] + row * at.LEVER_WIDTH + at.LEVER_FACE]
        action = Action(act.PULL, row)
        reasons = forbidden(model, action, state)
        planned = action in model.plan
        found.append(LeverChoice(row, id_, lever_name(model.book, row), lever_cost(model, row), face, reasons, planned))
    return found


def draft_number(model: Model) -> int:
    """The number of the drafted package."""
    return read_package(model.tables.ints, [float(option) for option in model.draft], 0)


def package_of(model: Model, number: int) -> tuple[int, ...]:
    """The options of a package by its number."""
    options = [0.0] * model.tables.ints[at.N_ISSUES]
    write_package(model.tables.ints, options, 0, number)
    return tuple(int(option) for option in options)


def rival_offer(model: Model) -> int:
    """The id of the rival's standing offer, or 0."""
    return int(model.own(at.OFFER_ID, 1 - model.seat))


def face_words(model: Model, face: int, options: tuple[int, ...]) -> str:
    """How an offer is shown."""
    if face < act.FIRST_SHIFT:
        return w.PUBLICLY if face == act.PUBLIC else w.PRIVATELY
    issue = (face - act.FIRST_SHIFT) // 2
    shown = options[issue] + (1 if face % 2 else -1)
    if not 0 <= shown < len(list(model.names.issues.values())[issue]):
        return w.PUBLICLY
    words = option_name(model.book, issue, shown)
    return w.SHOWN_OTHERWISE.format(option=words, issue=model.book.word("issues", list(model.names.issues)[issue]))


def action_words(model: Model, action: Action) -> str:
    """What a planned action will do, as a sentence."""
    if action.kind == act.RENEW:
        return w.WILL_AGREE if action.a else w.WILL_OBJECT
    package, face, reason, lever = "", "", "", ""
    if action.kind == act.PROPOSE:
        options = package_of(model, action.a)
        package, face = package_words(model.book, options), face_words(model, action.b, options)
    elif action.kind in (act.ACCEPT, act.REJECT):
        package = package_words(model.book, model.package(at.OFFER_PACKAGE, 1 - model.seat))
        reason = model.book.word("reasons", model.names.reasons[action.b]) if model.names.reasons else ""
    elif action.kind == act.PULL:
        lever = w.LEVER_AND_COST.format(lever=lever_name(model.book, action.a), cost=short(lever_cost(model, action.a)))
    return w.PLANNED[action.kind].format(package=package, face=face, reason=reason, lever=lever, offer=action.a)
