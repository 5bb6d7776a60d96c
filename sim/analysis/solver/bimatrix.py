"""Equilibria of a bimatrix game by support enumeration (Nisan and others 2007, algorithm 3.4), the smallest first."""

from collections.abc import Sequence
from itertools import combinations

Matrix = Sequence[Sequence[float]]
NEAR = 1e-9
"""What counts as equal, in the units of the payoffs and in probabilities."""


def solve_linear(rows: list[list[float]]) -> list[float] | None:
    """The solution of linear equations, each row with its right side last; None if there is not exactly one."""
    n = len(rows)
    rows = [row[:] for row in rows]
    for i in range(n):
        best = max(range(i, n), key=lambda j: abs(rows[j][i]))
        if abs(rows[best][i]) < 1e-12:
            return None
        rows[i], rows[best] = rows[best], rows[i]
        for j in range(n):
            if j != i:
                share = rows[j][i] / rows[i][i]
                rows[j] = [x - share * y for x, y in zip(rows[j], rows[i], strict=True)]
    return [rows[i][n] / rows[i][i] for i in range(n)]


def make_indifferent(payoffs: Matrix, own: Sequence[int], rivals: Sequence[int]) -> list[float] | None:
    """The rival's mixture over ``rivals`` that makes each row of ``own`` equally good, or None."""
    equations = [[*(payoffs[i][j] - payoffs[own[0]][j] for j in rivals), 0.0] for i in own[1:]]
    mixture = solve_linear([[*(1.0 for _ in rivals), 1.0], *equations])
    if mixture is None or min(mixture) < -NEAR:
        return None
    return [max(0.0, p) for p in mixture]


def spread(mixture: Sequence[float], support: Sequence[int], n: int) -> list[float]:
    """A mixture over all ``n`` strategies."""
    found = [0.0] * n
    for p, i in zip(mixture, support, strict=True):
        found[i] = p
    return found


def worths(payoffs: Matrix, mixture: Sequence[float]) -> list[float]:
    """What each row has against a mixture of columns."""
    return [sum(x * p for x, p in zip(row, mixture, strict=True)) for row in payoffs]


def equilibrium(first: Matrix, second: Matrix) -> tuple[list[float], list[float]]:
    """Mixtures of rows and of columns that are best replies to one another.

    ``first[i][j]`` and ``second[i][j]`` are both seats' payoffs for row i and column j. Supports of equal size are
    tried, as every nondegenerate game has an equilibrium in such; raises ValueError if none serves.
    """
    n, m = len(first), len(first[0])
    turned = [[second[i][j] for i in range(n)] for j in range(m)]
    for size in range(1, min(n, m) + 1):
        for own in combinations(range(n), size):
            for rivals in combinations(range(m), size):
                columns = make_indifferent(first, own, rivals)
                rows = make_indifferent(turned, rivals, own)
                if columns is None or rows is None:
                    continue
                p, q = spread(rows, own, n), spread(columns, rivals, m)
                mine, theirs = worths(first, q), worths(turned, p)
                if max(mine) - mine[own[0]] < NEAR and max(theirs) - theirs[rivals[0]] < NEAR:
                    return p, q
    raise ValueError("no equilibrium with supports of equal size")
