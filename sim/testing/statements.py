"""Strategies for statements of the scenario language, over names that the caller gives with their ranges."""

from collections.abc import Mapping, Sequence

from hypothesis import strategies as st

Ranges = Mapping[str, tuple[float, float]]
"""Names that a statement may read, each with the lowest and highest value worth asking after."""

NUMBERS = (0.05, 0.1, 0.25, 0.3, 0.5, 0.7, 1.0, 1.3, 2.0)
SHARES = (0.0, 0.25, 0.5, 0.75, 1.0)
MOST_FACTORS = 4


def numbers() -> st.SearchStrategy[float]:
    """A coefficient: few enough to shrink well, and mostly such as binary fractions cannot hold."""
    return st.sampled_from(NUMBERS)


@st.composite
def conditions(draw: st.DrawFn, names: Ranges) -> str:
    """``name >= 0.5``, ``name in 1..2``: sometimes true and sometimes not."""
    name = draw(st.sampled_from(sorted(names)))
    low, high = names[name]
    first, second = (low + draw(st.sampled_from(SHARES)) * (high - low) for _ in range(2))
    sign = draw(st.sampled_from(("=", ">=", "<=", "<", ">", "in")))
    if sign == "in":
        return f"{name} in {min(first, second):.4g}..{max(first, second):.4g}"
    if sign in ("<", ">") and first in (low, high):
        sign = "="  # below the lowest and above the highest there is nothing
    return f"{name} {sign} {first:.4g}"


@st.composite
def factors(draw: st.DrawFn, names: Ranges) -> str:
    """Any form of a factor."""
    name, a, b = draw(st.sampled_from(sorted(names))), draw(numbers()), draw(numbers())
    forms = (
        name, f"({a} + {b} * {name})", f"({a} - {name})", f"({name} - {a})", f"({a} - {b} * {name})",
        f"max(0, {name} - {a})", f"max(0, {a} - {b} * {name})", "[]",
    )  # fmt: skip
    form = draw(st.sampled_from(forms))
    return f"[{draw(conditions(names))}]" if form == "[]" else form


@st.composite
def amounts(draw: st.DrawFn, names: Ranges) -> str:
    """A number times factors; now and then factors alone."""
    parts = draw(st.lists(factors(names), max_size=MOST_FACTORS)) if draw(st.booleans()) else []
    if not parts or draw(st.integers(0, 3)):
        parts.insert(0, str(draw(numbers())))
    return " * ".join(parts)


@st.composite
def changes(draw: st.DrawFn, targets: Sequence[str], names: Ranges) -> str:
    """A statement that sets, adds to or subtracts from one of the targets."""
    sign = draw(st.sampled_from("++--="))
    return f"{draw(st.sampled_from(targets))} {sign} {draw(amounts(names))}"


@st.composite
def transfers(draw: st.DrawFn, goods: Sequence[str], names: Ranges) -> str:
    """A statement that moves something between two different goods."""
    source, target = draw(st.permutations(goods))[:2]
    return f"{source} -> {target} {draw(amounts(names))}"


def statements(targets: Sequence[str], goods: Sequence[str], names: Ranges) -> st.SearchStrategy[str]:
    """Any statement; ``goods`` are only ever moved."""
    return st.one_of(changes(targets, names), changes(targets, names), transfers(goods, names))
