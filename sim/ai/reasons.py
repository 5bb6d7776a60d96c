"""Why a built-in agent chose as it did: read off the brain that has just decided, never made up afterwards.

A worth is told as a share of the way from the seat's worst to its best package: ``aspiration`` is what it asked for,
``bid`` the package that it drafted, ``offer`` the rival's offer, ``agreement`` the one in force. ``signable`` is 1 if
the rules let that offer be accepted, ``ratified`` if it would be carried at home; else they are 0. ``rule`` is the
number of the rule that acted, from 1, in the order in which the doctrine lists them for the seat, ``habit`` that of the
habit. ``accepts`` is told where it is less than ``aspiration``. What draws lots or does nothing has no reasons.
"""

from collections.abc import Sequence

from sim.ai.families import brain as my
from sim.ai.families.bargaining import offer_standing
from sim.ai.families.bidding import extreme_worth
from sim.ai.families.doctrine import share_asked
from sim.record.notation import Action
from sim.rules import actions as act
from sim.rules import layout as at
from sim.rules.values import package_slot, ratifies, worth
from sim.scenario.tables import RulesTables

BARGAINERS = (my.TIMED, my.TIT_FOR_TAT, my.MICRO, my.HARDLINER, my.DOVE)


def true_reasons(
    tables: RulesTables, seen: Sequence[float], mask: Sequence[int], brain: Sequence[float], action: Action
) -> dict[str, float]:
    """The reasons of the ply that ``brain`` has just decided on what it saw and might do, by name."""
    family = int(brain[my.FAMILY])
    if family == my.BY_DOCTRINE:
        return _by_doctrine(tables, seen, brain, action)
    if family in BARGAINERS and action.kind == act.PULL:
        return {"habit": brain[my.RULE]}
    if family in BARGAINERS and action.kind != act.END_TURN:
        reasons = _by_aspiration(tables, seen, brain, action)
        return {**reasons, "signable": float(mask[act.ACCEPT])} if "offer" in reasons else reasons
    return {}


def _share(tables: RulesTables, brain: Sequence[float], value: float) -> float:
    owner = int(brain[my.OWNER])
    worst = extreme_worth(tables.ints, tables.reals, owner, -1.0)
    best = extreme_worth(tables.ints, tables.reals, owner, 1.0)
    return (value - worst) / (best - worst) if best > worst else 1.0


def _package_share(tables: RulesTables, brain: Sequence[float], where: Sequence[float], slot: int) -> float:
    value = worth(tables.ints, tables.reals, list(where), int(brain[my.OWNER]), slot)
    return _share(tables, brain, value)


def _offer_share(tables: RulesTables, seen: Sequence[float], brain: Sequence[float]) -> float:
    slot = package_slot(tables.ints, 1 - int(brain[my.SEAT]), at.OFFER_PACKAGE)
    return _package_share(tables, brain, seen, slot)


def _by_doctrine(
    tables: RulesTables, seen: Sequence[float], brain: Sequence[float], action: Action
) -> dict[str, float]:
    rule = int(brain[my.RULE])
    if not rule:
        return {}
    reasons = {"rule": float(rule)}
    if action.kind in (act.PROPOSE, act.ACCEPT):
        row = tables.ints[at.DOCTRINES] + (2 * int(brain[my.DOCTRINE]) + int(brain[my.SEAT])) * at.DOCTRINE_WIDTH
        number = tables.ints[row + at.DOCTRINE_RULE] + rule - 1
        reasons["aspiration"] = share_asked(tables.ints, tables.reals, list(seen), number)
    if action.kind == act.PROPOSE:
        reasons["bid"] = _package_share(tables, brain, brain, my.DRAFT)
    elif action.kind == act.ACCEPT:
        reasons["offer"] = _offer_share(tables, seen, brain)
    return reasons


def _by_aspiration(
    tables: RulesTables, seen: Sequence[float], brain: Sequence[float], action: Action
) -> dict[str, float]:
    reasons = {"aspiration": _share(tables, brain, brain[my.TARGET])}
    if brain[my.ACCEPTS] < brain[my.TARGET]:
        reasons["accepts"] = _share(tables, brain, brain[my.ACCEPTS])
    if action.kind == act.RENEW:
        reasons["agreement"] = _package_share(tables, brain, seen, tables.ints[at.FIRST_PACKAGE])
        return reasons
    reasons["bid"] = _package_share(tables, brain, brain, my.DRAFT)
    if offer_standing(list(seen), 1 - int(brain[my.SEAT])):
        reasons["offer"] = _offer_share(tables, seen, brain)
        slot = package_slot(tables.ints, 1 - int(brain[my.SEAT]), at.OFFER_PACKAGE)
        reasons["ratified"] = float(ratifies(tables.ints, tables.reals, list(seen), int(brain[my.SEAT]), slot))
    return reasons
