"""Numbers as they are read."""

from math import floor

from sim.client import words as w


def figure(x: float, unit: str = "", width: float = 1.0) -> str:
    """Shares with two decimals, people with a comma, small counts with one decimal. ``width`` is that of the range."""
    if unit.startswith("yes or no"):
        return w.YES if x >= 0.5 else w.NO
    if unit.startswith("share") or (width <= 1.0 and not float(x).is_integer()):
        return f"{x:.2f}"
    if abs(x - round(x)) < 0.05 or abs(x) >= 100:
        return f"{round(x):,}"
    return f"{x:.1f}"


def cut(x: float) -> str:
    """One decimal, cut and not rounded: what one has must not look like more."""
    return f"{floor(x * 10 + 1e-6) / 10:.1f}"


def days(n: float) -> str:
    """``1 day``, ``2 days``."""
    return w.ONE_DAY if n == 1 else w.SOME_DAYS.format(n=n)


def signed(x: float, decimals: int = 2) -> str:
    """A number with its sign; nothing if it would read as zero."""
    text = f"{x:+.{decimals}f}"
    return text if any(digit in text for digit in "123456789") else ""
