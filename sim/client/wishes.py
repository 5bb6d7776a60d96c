"""What was asked for on the command line."""

from dataclasses import dataclass

from sim.client.compiling import has_compiler

AT_ONCE, AHEAD = "by-rule", "a-little-ahead"


def suggested_level() -> str:
    """The level to play against if nobody is named: one that looks ahead, wherever a search can be compiled.

    In a first game it is compiled while the person reads and decides, and until then looks less far.
    """
    return AHEAD if has_compiler() else AT_ONCE


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
