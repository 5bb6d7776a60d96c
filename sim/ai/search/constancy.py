"""Constancy: what a seat has asked for or said of renewal it leaves alone, unless something else is surely better.

A search tells packages of nearly one worth apart by chance, another one first each time. A rival that is asked for
something new every day learns nothing of what one wants, and no word that may be taken back next day is a word.
"""

from collections.abc import Sequence

from sim.ai.kernel import Kernel
from sim.ai.search.prospects import FEWEST, Prospect, surely_better
from sim.record.notation import END, Action
from sim.rules import actions as act
from sim.rules import layout as at
from sim.rules.packages import read_package, write_package
from sim.rules.values import package_slot


def register(seat: int, slot: int) -> int:
    """The place of one of a seat's registers."""
    return at.SEAT_BASE + seat * at.SEAT_WIDTH + slot


def last_asked(kernel: Kernel, seen: Sequence[float], seat: int) -> int:
    """The package that a seat has offered last, whether or not it stands; -1 if it has offered none."""
    if not seen[register(seat, at.OFFERS)]:
        return -1
    slot = package_slot(kernel.tables.ints, seat, at.OFFER_PACKAGE)
    return int(read_package(kernel.tables.ints, [float(x) for x in seen], slot))


def standing(kernel: Kernel, seen: Sequence[float], seat: int) -> int:
    """The package that a seat has on the table, or -1."""
    return last_asked(kernel, seen, seat) if seen[register(seat, at.OFFER_ID)] else -1


def can_be_signed(kernel: Kernel, seen: Sequence[float], seat: int, package: int) -> bool:
    """Whether the rules let anybody sign a package today: else to offer it is idle. What one can pay does not count.

    Asked as if the rival had offered it; whoever accepts must be able to pay, and that will be the rival.
    """
    mirrored = kernel.vector(kernel.tables.n_state)
    for slot, x in enumerate(seen):
        mirrored[slot] = x
    write_package(kernel.tables.ints, mirrored, package_slot(kernel.tables.ints, 1 - seat, at.OFFER_PACKAGE), package)
    offer = int(seen[at.NEXT_OFFER])
    mirrored[register(1 - seat, at.OFFER_ID)] = offer
    broken = kernel.function("violations")(kernel.ints, kernel.reals, mirrored, act.ACCEPT, offer, 0)
    return not broken & ~act.NO_CAPITAL


def is_idle(kernel: Kernel, seen: Sequence[float], seat: int, package: int) -> bool:
    """Whether it would change nothing to offer a package: it lies there already, or nothing can be signed today."""
    lies = [standing(kernel, seen, each) for each in range(2)]
    return package in lies or not can_be_signed(kernel, seen, seat, package)


def goes_back(seen: Sequence[float], seat: int, action: Action, meant: int) -> bool:
    """Whether an action takes the offer that was ``meant`` and stands (or -1) off the table, or a word on renewal."""
    if action.kind == act.RENEW:
        said = int(seen[register(seat, at.CONSENT)])
        return said not in (at.UNSAID, at.AGREES if action.a else at.OBJECTS)
    return meant >= 0 and action.kind in (act.PROPOSE, act.WITHDRAW)


def is_better_than_leaving(found: Sequence[Prospect], chosen: Prospect) -> bool:
    """Whether to do something is surely better than to end the turn."""
    left = [each for each in found if each.action == END and each.visits >= FEWEST]
    return bool(left) and surely_better(chosen, left[0])


def ranked(plan: Sequence[Prospect], asked: int) -> list[Prospect]:
    """A plan, best first; of the offers, what was ``asked`` before comes first unless another is surely better."""
    best_first = sorted(plan, key=lambda each: -each.gain)
    offers = [each for each in best_first if each.action.kind == act.PROPOSE]
    again = next((each for each in offers if each.action.a == asked), None)
    if again is None or surely_better(offers[0], again):
        return best_first
    return [again if each is offers[0] else offers[0] if each is again else each for each in best_first]
