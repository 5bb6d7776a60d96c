"""Numbers as they are read."""

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


def signed(x: float, decimals: int = 2) -> str:
    """A number with its sign; nothing if it would read as zero."""
    text = f"{x:+.{decimals}f}"
    return text if any(digit in text for digit in "123456789") else ""
