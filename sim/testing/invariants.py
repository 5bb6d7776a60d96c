"""What holds in every state of every game, as functions that list what does not.

``wrong_in(tables, state)`` is empty for every state in which a seat is to move, and for every final one::

    assert not wrong_in(tables, session.true_state())
"""

import math
from collections.abc import Sequence

from sim.rules import actions as act
from sim.rules import layout as at
from sim.rules.clauses import needs_met, stands
from sim.rules.legality import legal, violations
from sim.rules.luck import LUCK_SIZE
from sim.rules.observation import observe
from sim.scenario.tables import RulesTables

State = Sequence[float]
UNLIMITED = 1e11  # ranges beyond this bound nothing


def wrong_in(tables: RulesTables, state: State) -> list[str]:
    """Everything about a state that ought not to be, one sentence each."""
    return [
        *out_of_range(tables, state), *wrong_clocks(tables, state), *wrong_clauses(tables, state),
        *wrong_standings(tables, state),
        *wrong_offers(tables, state), *wrong_mask(tables, state),
    ]  # fmt: skip


def range_of(tables: RulesTables, slot: int) -> tuple[float, float]:
    """Lowest and highest value of a slot."""
    first = tables.ints[at.RANGES_REALS] + 2 * slot
    return tables.reals[first], tables.reals[first + 1]


def out_of_range(tables: RulesTables, state: State) -> list[str]:
    """Slots that are no number or have left their range; negative capital is one of them."""
    found = []
    for slot, (name, x) in enumerate(zip(tables.names.slots, state, strict=True)):
        low, high = range_of(tables, slot)
        if not math.isfinite(x) or not low <= x <= high:
            found.append(f"{name} is {x!r}, outside {low!r} to {high!r}")
    return found


def wrong_clocks(tables: RulesTables, state: State) -> list[str]:
    """Days and terms that contradict the agreement's status."""
    status, stage = state[at.STATUS], int(state[at.STAGE])
    runs = status in (at.IN_FORCE, at.SUSPENDED)
    of_agreement = (at.STAGE, at.STAGE_DAY, at.LEFT, at.PROMISED, at.RENEWAL_COUNT, at.AGE, at.TRUCE)
    checks = {
        "the day is within the calendar": 1 <= state[at.DAY] <= tables.horizon,
        "a stage runs while an agreement does": (1 <= stage <= tables.ints[at.N_STAGES]) if runs else stage == 0,
        "nothing of an agreement outlives it": runs or not any(state[slot] for slot in of_agreement),
        "no more is left than was promised": 0 <= state[at.LEFT] <= state[at.PROMISED],
        "a stage is no younger than its truce": state[at.STAGE_DAY] >= 0 and state[at.AGE] >= 0,
        "a truce stands as the stage says": state[at.TRUCE]
        == (truce_of(tables, stage) if status == at.IN_FORCE else 0),
    }
    return [f"not so: {what}" for what, holds in checks.items() if not holds]


def truce_of(tables: RulesTables, stage: int) -> int:
    """Whether a stage, numbered from 1, is a truce."""
    return tables.ints[tables.ints[at.STAGES] + (stage - 1) * at.STAGE_WIDTH + at.STAGE_TRUCE]


def wrong_clauses(tables: RulesTables, state: State) -> list[str]:
    """Clauses flagged in force that are not, or the reverse."""
    ints, found = tables.ints, []
    stage = int(state[at.STAGE])
    for i, name in enumerate(tables.names.clauses):
        row = ints[at.CLAUSES] + i * at.CLAUSE_WIDTH
        holds = (
            state[at.STATUS] == at.IN_FORCE
            and (ints[row + at.CLAUSE_STAGES] >> (stage - 1)) & 1 == 1
            and needs_met(ints, list(state), ints[row], ints[row + at.CLAUSE_NEEDS])
        )
        if state[ints[at.FIRST_CLAUSE] + i] != holds:
            found.append(f"clause {name} is {'not ' if holds else ''}flagged")
    return found


def wrong_standings(tables: RulesTables, state: State) -> list[str]:
    """Obligations owed by no clause in force, and ambiguous ones that do not stand as the two readings make them."""
    ints, found = tables.ints, []
    for clause in range(ints[at.N_CLAUSES]):
        row = ints[at.CLAUSES] + clause * at.CLAUSE_WIDTH
        runs = state[ints[at.FIRST_CLAUSE] + clause] > 0 or state[at.STATUS] == at.SUSPENDED
        for duty in range(ints[row + at.CLAUSE_DUTY], ints[row + at.CLAUSE_DUTY] + ints[row + at.CLAUSE_DUTIES]):
            name, standing = tables.names.duties[duty], int(state[ints[at.FIRST_DUTY] + duty])
            if standing == at.OWED and not runs:
                found.append(f"{name} is owed, but its clause is not in force")
            ambiguous = ints[ints[at.DUTIES] + duty * at.DUTY_WIDTH + at.DUTY_AMBIGUOUS]
            if ambiguous >= 0 and state[ints[at.FIRST_CLAUSE] + clause] > 0:
                own = ints[at.FIRST_READING] + ambiguous * at.AMBIGUOUS_SLOTS + at.OWN_STANDING
                seat = ints[ints[at.DUTIES] + duty * at.DUTY_WIDTH]
                if standing != stands(state[own + seat], state[own + 1 - seat]):
                    found.append(f"{name} stands at {standing}, by its readings at {state[own]} and {state[own + 1]}")
    return found


def wrong_offers(tables: RulesTables, state: State) -> list[str]:
    """Offers that could not stand: stale, unnumbered or of options that do not exist."""
    found = []
    for i, seat in enumerate(tables.names.seats):
        base = at.SEAT_BASE + i * at.SEAT_WIDTH
        offer, tabled = state[base + at.OFFER_ID], state[base + at.OFFER_DAY]
        if not 0 <= offer < state[at.NEXT_OFFER]:
            found.append(f"{seat} has an offer numbered {offer}")
        if offer and not 0 <= state[at.DAY] - tabled < tables.ints[at.OFFER_LASTS]:
            found.append(f"the offer of {seat} is from day {tabled}")
        if state[base + at.TWO_FACED] and not offer:
            found.append(f"{seat} is two-faced without an offer")
    return found


def wrong_mask(tables: RulesTables, state: State) -> list[str]:
    """Entries of the mask of legal actions that the violations contradict."""
    ints, reals, listed = tables.ints, tables.reals, list(state)
    mask = [0] * tables.n_mask
    legal(ints, reals, listed, mask)
    rival = at.SEAT_BASE + (1 - int(state[at.TO_MOVE])) * at.SEAT_WIDTH
    found = []
    for kind in range(act.N_KINDS):
        answer = int(state[rival + at.OFFER_ID]) if kind in (act.ACCEPT, act.REJECT) else 0
        levers = range(ints[at.N_LEVERS]) if kind == act.PULL else [answer]
        if mask[kind] != any(violations(ints, reals, listed, kind, a, 0) == 0 for a in levers):
            found.append(f"the mask is wrong about {act.KIND_NAMES[kind]}")
    for lever, name in enumerate(tables.names.levers):
        if mask[act.N_KINDS + lever] != (violations(ints, reals, listed, act.PULL, lever, 0) == 0):
            found.append(f"the mask is wrong about {name}")
    if set(mask[act.N_KINDS + ints[at.N_LEVERS] :]) - {mask[act.PROPOSE]}:
        found.append("the mask is wrong about options")
    return found


# ------------------------------------------------------------------------------------------------------- conservation
def conserved(tables: RulesTables) -> list[list[int]]:
    """Groups of slots that statements only ever move between: the sum over each never changes."""
    ints, n = tables.ints, tables.ints[at.N_EFFECTS]
    rows = [ints[at.EFFECTS] + i * at.EFFECT_WIDTH for i in range(n)]
    changed = {ints[row] for row in rows if ints[row + at.EFFECT_KIND] != at.MOVE}
    changed |= {at.SEAT_BASE + seat * at.SEAT_WIDTH + at.CAPITAL for seat in range(2)}
    group = {slot: slot for slot in range(tables.n_state)}
    for row in rows:
        if ints[row + at.EFFECT_KIND] == at.MOVE:
            joined, into = group[ints[row]], group[ints[row + at.EFFECT_SOURCE]]
            group = {slot: into if of == joined else of for slot, of in group.items()}
    groups = [[slot for slot, of in group.items() if of == name] for name in set(group.values())]
    return sorted(slots for slots in groups if len(slots) > 1 and not changed & set(slots))


def sums(groups: list[list[int]], state: State) -> list[float]:
    """The sum over each group."""
    return [math.fsum(state[slot] for slot in slots) for slots in groups]


# --------------------------------------------------------------------------------------------------------- what is seen
def hidden_slots(tables: RulesTables, seat: int) -> list[int]:
    """Slots that a seat does not see at all."""
    return [slot for slot, sd in enumerate(tables.names.sd) if math.isinf(sd[seat])]


def altered(tables: RulesTables, state: State, seat: int, number: int) -> list[float]:
    """A state that differs, as the number says, in what ``seat`` does not see; it is no less possible to ``seat``."""
    other = list(state)
    for i, slot in enumerate(hidden_slots(tables, seat)):
        low, high = range_of(tables, slot)
        share = (number >> (i % 16) & 7) / 7
        other[slot] = low + share * (high - low) if high < UNLIMITED else float(number >> (i % 16) & 1)
    rival = at.SEAT_BASE + (1 - seat) * at.SEAT_WIDTH
    types = tables.ints[tables.ints[at.SEATS] + (1 - seat) * at.SEAT_ROW + at.SEAT_TYPES]
    other[rival + at.TYPE] = float(number % types)
    if int(state[at.TO_MOVE]) != seat:
        other[at.TABLED], other[at.PULLED] = float(number & 1), float(number >> 1 & 1)
    return other


def seen_of(tables: RulesTables, state: State, luck: list[int], seat: int) -> list[float]:
    """What a seat sees of a state."""
    seen = [0.0] * tables.n_state
    observe(tables.ints, tables.reals, list(state), luck, seat, seen)
    return seen


def wrong_sight(tables: RulesTables, state: State, luck: list[int], number: int) -> list[str]:
    """Hidden values that show in an observation, and legality that an observation does not tell."""
    assert len(luck) == LUCK_SIZE
    found = []
    for seat, name in enumerate(tables.names.seats):
        seen = seen_of(tables, state, luck, seat)
        other = seen_of(tables, altered(tables, state, seat, number), luck, seat)
        shown = [
            tables.names.slots[slot] for slot, pair in enumerate(zip(seen, other, strict=True)) if pair[0] != pair[1]
        ]
        if shown:
            found.append(f"{name} sees through: {', '.join(shown)}")
        found += [
            f"in what {name} sees: {fault}" for fault in out_of_range(tables, [0.0 if x == -1.0 else x for x in seen])
        ]
        if int(state[at.TO_MOVE]) == seat:
            masks = [[0] * tables.n_mask, [0] * tables.n_mask]
            legal(tables.ints, tables.reals, list(state), masks[0])
            legal(tables.ints, tables.reals, seen, masks[1])
            if masks[0] != masks[1]:
                found.append(f"{name} cannot tell what is legal")
    return found
