"""Packages as numbers: a package takes one option of each issue; its number is their mixed-radix reading.

The first issue is the most significant digit, so package 0 is the first option of everything.
"""

from sim.rules import layout as at
from sim.rules.actions import FIRST_SHIFT


def package_count(ints: list[int]) -> int:
    """How many packages there are."""
    n = 1
    for issue in range(ints[at.N_ISSUES]):
        n *= ints[ints[at.ISSUES] + issue * at.ISSUE_WIDTH]
    return n


def write_package(ints: list[int], state: list[float], slot: int, number: int) -> None:
    """Write the options of package ``number`` into the state from ``slot``."""
    for issue in range(ints[at.N_ISSUES] - 1, -1, -1):
        n = ints[ints[at.ISSUES] + issue * at.ISSUE_WIDTH]
        state[slot + issue] = number % n
        number = number // n


def read_package(ints: list[int], state: list[float], slot: int) -> int:
    """The number of the package that stands in the state from ``slot``."""
    number = 0
    for issue in range(ints[at.N_ISSUES]):
        number = number * ints[ints[at.ISSUES] + issue * at.ISSUE_WIDTH] + int(state[slot + issue])
    return number


def copy_package(ints: list[int], state: list[float], source: int, target: int) -> None:
    """Copy a package from slot ``source`` to slot ``target``."""
    for issue in range(ints[at.N_ISSUES]):
        state[target + issue] = state[source + issue]


def face_fits(ints: list[int], number: int, face: int) -> bool:
    """Whether package ``number`` can wear ``face``: a shifted option must exist."""
    if face < 0 or face >= FIRST_SHIFT + 2 * ints[at.N_ISSUES]:
        return False
    if face < FIRST_SHIFT:
        return True
    shifted = (face - FIRST_SHIFT) // 2
    for issue in range(ints[at.N_ISSUES] - 1, -1, -1):
        n = ints[ints[at.ISSUES] + issue * at.ISSUE_WIDTH]
        if issue == shifted:
            option = number % n + (1 if face % 2 == 1 else -1)
            return 0 <= option < n
        number = number // n
    return False


def shift(state: list[float], slot: int, face: int) -> None:
    """Turn the package at ``slot`` into what the public is shown under ``face`` (one that fits)."""
    if face >= FIRST_SHIFT:
        state[slot + (face - FIRST_SHIFT) // 2] += 1.0 if face % 2 == 1 else -1.0
