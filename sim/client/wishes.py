"""What was asked for on the command line."""

from dataclasses import dataclass

SUGGESTED = "by-rule"
"""The level to play against if nobody is named."""


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
