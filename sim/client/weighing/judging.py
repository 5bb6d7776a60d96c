"""What a package would be worth on paper, and how the factions at home would vote on it, by what the seat knows."""

from collections.abc import Sequence
from typing import NamedTuple

from sim.ai.families.bidding import extreme_worth
from sim.analysis.why import packages
from sim.client.model import Model
from sim.rules import actions as act
from sim.rules import layout as at
from sim.rules.offers import stance_worth
from sim.rules.packages import shift
from sim.rules.terms import term_value
from sim.rules.values import faction_worth, package_slot, worth

LEAST_CLIMBDOWN = 0.005  # below this a climb-down is not worth a word


class Vote(NamedTuple):
    """How a faction at home would vote: for a package if its worth to it reaches the threshold."""

    faction: int
    weight: float
    worth: float
    threshold: float

    @property
    def in_favour(self) -> bool:
        """Whether it would vote for the package."""
        return self.worth >= self.threshold


def short_by(vote: Vote) -> float:
    """By how many of 100 a package falls short of a faction's threshold; never nothing where it votes against."""
    return max(1.0, 100.0 * (vote.threshold - vote.worth))


def tabled(model: Model, options: Sequence[int]) -> tuple[list[float], int]:
    """The observation with a package in place of one's own offer, and the slot where it stands."""
    state = list(model.values)
    slot = package_slot(model.tables.ints, model.seat, at.OFFER_PACKAGE)
    state[slot : slot + len(options)] = [float(option) for option in options]
    return state, slot


def own_type(model: Model) -> int:
    """The number of the seat's own private type."""
    return int(model.own(at.TYPE))


def owner_of_type(model: Model, seat: int, kind: int) -> int:
    """The owner of values that a type of a seat is."""
    return model.tables.ints[model.tables.ints[at.SEATS] + seat * at.SEAT_ROW + at.SEAT_TYPE] + kind


def share_of_best(model: Model, owner: int, options: Sequence[int]) -> float:
    """Worth of a package to an owner of values, 0 for its worst package and 100 for its best."""
    ints, reals = model.tables.ints, model.tables.reals
    worst, best = extreme_worth(ints, reals, owner, -1.0), extreme_worth(ints, reals, owner, 1.0)
    state, slot = tabled(model, options)
    return 100.0 * (worth(ints, reals, state, owner, slot) - worst) / (best - worst) if best > worst else 100.0


def worth_to_self(model: Model, options: Sequence[int]) -> float:
    """Worth on paper to the seat's own type, 0 to 100."""
    return share_of_best(model, owner_of_type(model, model.seat, own_type(model)), options)


def worth_to_rival(model: Model, options: Sequence[int]) -> list[tuple[str, float, float]]:
    """For each type that the rival may have: its id, how likely it was at the start, and the worth to it."""
    ints, reals = model.tables.ints, model.tables.reals
    rival = 1 - model.seat
    first = ints[ints[at.SEATS] + rival * at.SEAT_ROW + at.SEAT_TYPE]
    kinds = model.names.types[model.names.seats[rival]]
    return [
        (kind, reals[ints[at.PRIORS_REALS] + first + i], share_of_best(model, first + i, options))
        for i, kind in enumerate(kinds)
    ]


def option_points(model: Model, owner: int, issue: int) -> list[float]:
    """What each option of an issue adds to a package's worth to an owner, in points of 100 above its worst option."""
    return packages.option_points(model.tables, owner, issue)


def votes(model: Model, options: Sequence[int]) -> list[Vote]:
    """How each faction at home would vote on a package today."""
    ints, reals = model.tables.ints, model.tables.reals
    state, slot = tabled(model, options)
    row = ints[at.SEATS] + model.seat * at.SEAT_ROW
    first, n = ints[row + at.SEAT_FACTION], ints[row + at.SEAT_FACTIONS]
    found = []
    for faction in range(first, first + n):
        pair = ints[at.FACTIONS_REALS] + faction * at.FACTION_REALS
        value = faction_worth(ints, reals, state, faction, slot)
        found.append(Vote(faction, reals[pair], value, reals[pair + at.FACTION_THRESHOLD]))
    return found


def quota(model: Model) -> float:
    """The weight in favour that ratification needs at home."""
    return model.tables.reals[model.tables.ints[at.SEATS_REALS] + model.seat * at.SEAT_REALS]


def carried(model: Model, ballot: Sequence[Vote]) -> bool:
    """Whether the factions at home would ratify."""
    return sum(vote.weight for vote in ballot if vote.in_favour) >= quota(model) - 1e-9


def sway_terms(model: Model, faction: int) -> list[float]:
    """What each of a faction's sway terms adds to every package today."""
    ints, reals = model.tables.ints, model.tables.reals
    row = ints[at.FACTIONS] + faction * at.FACTION_WIDTH
    first = ints[row + at.FACTION_TERM]
    return [term_value(ints, reals, list(model.values), i) for i in range(first, first + ints[row + at.FACTION_TERMS])]


def climbdown(model: Model, options: Sequence[int], face: int = act.PUBLIC) -> float:
    """By how much saying this in public, or signing it, falls short of the seat's public word; 0 if it has none."""
    if not model.own(at.SPOKE) or face == act.PRIVATE:
        return 0.0
    ints, reals = model.tables.ints, model.tables.reals
    state, slot = tabled(model, options)
    shift(state, slot, face)
    word = stance_worth(ints, reals, state, model.seat, package_slot(ints, model.seat, at.WORD_PACKAGE))
    return max(0.0, word - stance_worth(ints, reals, state, model.seat, slot))
