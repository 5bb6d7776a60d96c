"""What was asked for on the command line."""

from dataclasses import dataclass
from importlib.util import find_spec

from sim.folders import cache_folder

AT_ONCE, AHEAD = "by-rule", "a-little-ahead"
COMPILED_SEARCH, COMPILED_FUTURES = (  # as Numba names what it keeps
    "kernels/*/*/search.search-*.nbi",
    "kernels/*/*/survival.survive-*.nbi",
)


def search_is_ready() -> bool:
    """Whether a compiled search lies ready on this machine; the first one takes a minute or two to compile."""
    return _is_kept(COMPILED_SEARCH)


def futures_are_ready() -> bool:
    """The same of what plays futures."""
    return _is_kept(COMPILED_FUTURES)


def _is_kept(pattern: str) -> bool:
    return find_spec("numba") is not None and any(cache_folder().glob(pattern))


def suggested_level() -> str:
    """The level to play against if nobody is named: one that looks ahead, once nobody has to wait for that.

    In a first game the advisers compile the search while the person reads and decides.
    """
    return AHEAD if search_is_ready() else AT_ONCE


@dataclass(frozen=True)
class Wishes:
    """Whatever is None is asked for or chosen."""

    scenario: str | None = None
    seat: str | None = None
    agent: str | None = None
    rng_seed: int | None = None
    load: str | None = None
    go_on: bool = False
    analyst: bool = False
    hot_seat: bool = False
    language: str | None = None
