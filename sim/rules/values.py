"""What a package is worth on paper, and what it takes to be ratified at home.

Worth on paper is additive: one number for each option, by private type, by faction, or as a seat's public stance (the
mean of its types, which is what others can know of it). Ratification follows Putnam (1988): a faction is in favour when
its worth, moved by the state of the world, reaches its threshold; the weights in favour must reach the seat's quota.
"""

from sim.rules import layout as at
from sim.rules.terms import term_value


def option_worth(ints: list[int], reals: list[float], owner: int, issue: int, option: int) -> float:
    """Worth of one option of one issue to an owner of values."""
    first = ints[ints[at.ISSUES] + issue * at.ISSUE_WIDTH + at.ISSUE_FIRST]
    return reals[ints[at.VALUES_REALS] + owner * ints[at.N_OPTIONS] + first + option]


def worth(ints: list[int], reals: list[float], state: list[float], owner: int, package: int) -> float:
    """Worth of the package that stands in ``state`` from slot ``package``."""
    total = 0.0
    for issue in range(ints[at.N_ISSUES]):
        total += option_worth(ints, reals, owner, issue, int(state[package + issue]))
    return total


def package_slot(ints: list[int], seat: int, which: int) -> int:
    """Slot of one of a seat's packages (``OFFER_PACKAGE`` ...)."""
    return ints[at.FIRST_PACKAGE] + (which + seat * at.PACKAGES_A_SEAT) * ints[at.N_ISSUES]


def faction_worth(ints: list[int], reals: list[float], state: list[float], faction: int, package: int) -> float:
    """A faction's worth of a package, with the sway of the world."""
    row = ints[at.FACTIONS] + faction * at.FACTION_WIDTH
    total = worth(ints, reals, state, ints[row], package)
    first = ints[row + at.FACTION_TERM]
    for term in range(first, first + ints[row + at.FACTION_TERMS]):
        total += term_value(ints, reals, state, term)
    return total


def weight_in_favour(ints: list[int], reals: list[float], state: list[float], seat: int, package: int) -> float:
    """Sum of the weights of a seat's factions that are in favour."""
    row = ints[at.SEATS] + seat * at.SEAT_ROW
    first = ints[row + at.SEAT_FACTION]
    total = 0.0
    for faction in range(first, first + ints[row + at.SEAT_FACTIONS]):
        pair = ints[at.FACTIONS_REALS] + faction * at.FACTION_REALS
        if faction_worth(ints, reals, state, faction, package) >= reals[pair + at.FACTION_THRESHOLD]:
            total += reals[pair]
    return total


def ratifies(ints: list[int], reals: list[float], state: list[float], seat: int, package: int) -> bool:
    """Whether the seat's factions carry the package (a rounding error in the weights never decides)."""
    quota = reals[ints[at.SEATS_REALS] + seat * at.SEAT_REALS]
    return weight_in_favour(ints, reals, state, seat, package) >= quota - 1e-9
