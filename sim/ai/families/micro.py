"""``micro``: the smallest concession there is, and only in return for one (MiCRO: de Jonge 2022).

It bids its packages in the order of what they are worth to it. It goes one further whenever the rival has made as many
different offers as it has itself, else it stays with its last; it accepts what is worth as much as that. It needs no
model of the rival and no deadline. Memory being what is seen, an offer that the rival tables anew counts as another,
unless the rival has never left its first.
"""

from sim.ai.families import brain as my
from sim.ai.families.bidding import open_draft
from sim.rules import layout as at
from sim.rules.packages import package_count, read_package, write_package
from sim.rules.values import option_worth, package_slot, worth

MOST_ORDERED = 20000  # packages that it can put in order; those with a higher number are left out


def offers_counted(ints: list[int], seen: list[float], seat: int) -> int:
    """How many different offers a seat has made, as far as memory goes."""
    offers = int(seen[at.SEAT_BASE + seat * at.SEAT_WIDTH + at.OFFERS])
    first = read_package(ints, seen, package_slot(ints, seat, at.FIRST_OFFER_PACKAGE))
    latest = read_package(ints, seen, package_slot(ints, seat, at.OFFER_PACKAGE))
    return 1 if offers > 1 and first == latest else offers


def sum_worths(ints: list[int], reals: list[float], brain: list[float], issue: int) -> float:
    """Worth of the draft, whose sums before ``issue`` stand already."""
    own = int(brain[my.OWNER])
    for i in range(issue, ints[at.N_ISSUES]):
        brain[my.PARTIAL + i + 1] = brain[my.PARTIAL + i] + option_worth(ints, reals, own, i, int(brain[my.DRAFT + i]))
    return brain[my.PARTIAL + ints[at.N_ISSUES]]


def next_package(ints: list[int], brain: list[float]) -> int:
    """Turn the draft into the package of the next number; the first issue that changed."""
    issue = ints[at.N_ISSUES] - 1
    while issue > 0 and brain[my.DRAFT + issue] + 1.0 >= ints[ints[at.ISSUES] + issue * at.ISSUE_WIDTH]:
        brain[my.DRAFT + issue] = 0.0
        issue -= 1
    brain[my.DRAFT + issue] += 1.0
    return issue


def draft_next(ints: list[int], reals: list[float], brain: list[float], last: int) -> int:
    """The package that comes after ``last`` in one's order, or ``last`` if none does. Uses up the draft.

    Of equal packages the one with the lower number comes first.
    """
    write_package(ints, brain, my.DRAFT, last)
    value = sum_worths(ints, reals, brain, 0)
    write_package(ints, brain, my.DRAFT, 0)
    best, best_value = last, 0.0
    issue = 0
    n = package_count(ints)
    for package in range(n if n < MOST_ORDERED else MOST_ORDERED):
        if package > 0:
            issue = next_package(ints, brain)
        found = sum_worths(ints, reals, brain, issue)
        comes_after = found < value or (found == value and package > last)
        if comes_after and (best == last or found > best_value):
            best, best_value = package, found
    return best


def draft_minimal(ints: list[int], reals: list[float], seen: list[float], brain: list[float]) -> None:
    """Draft today's bid, and set the worth aimed at: that of the bid."""
    seat = int(brain[my.SEAT])
    open_draft(ints, reals, brain)
    if seen[at.SEAT_BASE + seat * at.SEAT_WIDTH + at.OFFERS] > 0.0:
        bid = read_package(ints, seen, package_slot(ints, seat, at.OFFER_PACKAGE))
        if offers_counted(ints, seen, 1 - seat) >= offers_counted(ints, seen, seat):
            bid = draft_next(ints, reals, brain, bid)
        write_package(ints, brain, my.DRAFT, bid)
    brain[my.TARGET] = worth(ints, reals, brain, int(brain[my.OWNER]), my.DRAFT)
    brain[my.ACCEPTS] = brain[my.TARGET]
