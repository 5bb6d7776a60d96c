"""Our own exponential, so that the last bit is the same on every machine and in compiled code.

Only ``+ - * /`` and comparison are used, in a fixed order.
"""

LOG2_E = 1.4426950408889634
LN2_HIGH = 6.93147180369123816490e-01  # ln 2 in two parts: the first has trailing zero bits, so n * LN2_HIGH is exact
LN2_LOW = 1.90821492927058770002e-10
C3, C4, C5, C6, C7 = 1.0 / 6.0, 1.0 / 24.0, 1.0 / 120.0, 1.0 / 720.0, 1.0 / 5040.0
C8, C9, C10, C11 = 1.0 / 40320.0, 1.0 / 362880.0, 1.0 / 3628800.0, 1.0 / 39916800.0
C12, C13 = 1.0 / 479001600.0, 1.0 / 6227020800.0
LARGEST = 40.0  # beyond this a logistic is 0 or 1 to double precision


def clamp(x: float, low: float, high: float) -> float:
    """``x`` cut to ``low..high``; what is no number (NaN) becomes ``low``."""
    if x > high:
        return high
    if x >= low:
        return x
    return low


def exponential(x: float) -> float:
    """e to the ``x``, relative error under 1e-15, for ``x`` in -40..40 (others are cut there)."""
    x = clamp(x, -LARGEST, LARGEST)
    n = int(x * LOG2_E + 0.5) if x >= 0.0 else int(x * LOG2_E - 0.5)
    r = x - n * LN2_HIGH - n * LN2_LOW
    # Taylor to r**13: the remainder is under 2e-17 for |r| <= ln2 / 2.
    p = C13 * r + C12
    p = p * r + C11
    p = p * r + C10
    p = p * r + C9
    p = p * r + C8
    p = p * r + C7
    p = p * r + C6
    p = p * r + C5
    p = p * r + C4
    p = p * r + C3
    p = p * r + 0.5
    p = p * r + 1.0
    p = p * r + 1.0
    scale = 1.0
    if n >= 0:
        for _ in range(n):
            scale *= 2.0
    else:
        for _ in range(-n):
            scale *= 0.5
    return p * scale


def logistic(x: float) -> float:
    """The probability whose log-odds are ``x``."""
    return 1.0 / (1.0 + exponential(-x))


def root(x: float) -> float:
    """Square root of ``x`` in 0..1, by twenty steps of Newton's method, enough to the last bits from 1e-6 up."""
    if x <= 0.0:
        return 0.0
    y = 0.5 * (1.0 + x)
    for _ in range(20):
        y = 0.5 * (y + x / y)
    return y
