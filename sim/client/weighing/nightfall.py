"""What a night begins with: what the rules' own first flows make of what a seat sees."""

from collections.abc import Iterator, Sequence
from math import inf

from sim.client.model import Model
from sim.rules import layout as at
from sim.rules.effects import apply_effects, block_holds


def at_nightfall(model: Model, *, truce: bool = False) -> list[float]:
    """The observation after the flows with which the night's program begins; what is estimated stays the estimate.

    With ``truce``, as on a night on which the guns are meant to be silent.
    """
    ints, reals, state = model.tables.ints, model.tables.reals, list(model.values)
    state[at.TRUCE] = 1.0 if truce else state[at.TRUCE]
    for block in _first_flows(model):
        if block_holds(ints, reals, state, block):
            row = ints[at.BLOCKS] + block * at.BLOCK_WIDTH
            apply_effects(ints, reals, state, ints[row + at.BLOCK_EFFECT], ints[row + at.BLOCK_EFFECTS])
    state[at.TRUCE] = model.values[at.TRUCE]
    sd = (each[model.seat] for each in model.names.sd)
    return [seen if 0.0 < error < inf else x for x, seen, error in zip(state, model.values, sd, strict=True)]


def tonight(model: Model) -> list[float]:
    """The same for telling what may happen; what begins at nothing and grows in the night stays as it was."""
    state, emptied = at_nightfall(model), _emptied(model)
    return [seen if slot in emptied else x for slot, (x, seen) in enumerate(zip(state, model.values, strict=True))]


def _emptied(model: Model) -> set[int]:
    """The slots that are set to nothing as every night begins, whatever it is like."""
    ints, reals = model.tables.ints, model.tables.reals
    always = [
        block
        for block in _first_flows(model)
        if not ints[ints[at.BLOCKS] + block * at.BLOCK_WIDTH + at.BLOCK_CONDITIONS]
    ]
    return {
        ints[row]
        for row in _effects(model, always)
        if ints[row + at.EFFECT_KIND] == at.SET and not reals[ints[at.TERMS_REALS] + ints[row + at.EFFECT_TERM]]
    }


def worked_out(model: Model) -> set[int]:
    """The slots that those flows set anew every night."""
    return {model.tables.ints[row] for row in _effects(model, _first_flows(model))}


def _effects(model: Model, blocks: Sequence[int]) -> Iterator[int]:
    """Where the rows of the effects of some blocks begin."""
    ints = model.tables.ints
    for block in blocks:
        row = ints[at.BLOCKS] + block * at.BLOCK_WIDTH
        for i in range(ints[row + at.BLOCK_EFFECTS]):
            yield ints[at.EFFECTS] + (ints[row + at.BLOCK_EFFECT] + i) * at.EFFECT_WIDTH


def _first_flows(model: Model) -> list[int]:
    """The blocks of the flows that come before anything else in the night."""
    ints, found = model.tables.ints, list[int]()
    for step in range(ints[at.N_PROGRAM]):
        row = ints[at.PROGRAM] + step * at.PROGRAM_WIDTH
        if ints[row] != at.RUN_FLOW:
            break
        found.append(ints[row + at.PROGRAM_ARGUMENT])
    return found
