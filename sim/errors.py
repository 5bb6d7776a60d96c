"""What can go wrong outside the rules, as exceptions the command turns into exit codes.

Exception
└── CessationError          1   anything this package refuses, said in one sentence
    ├── ScenarioError      65   sim.scenario.faults: a scenario with faults, each with its line
    ├── MissingFile        66   a file or folder that is not there
    └── MissingExtra       69   an optional dependency that is not installed
"""

from typing import ClassVar


class CessationError(Exception):
    """Base of every error the package raises on purpose. `exit_code` is the command's, after sysexits.h."""

    exit_code: ClassVar[int] = 1


class MissingFile(CessationError):
    """A file or folder was asked for and is not there; the message names what there is instead."""

    exit_code: ClassVar[int] = 66


class MissingExtra(CessationError):
    """A feature needs an optional dependency; the message holds the `pip install` that brings it."""

    exit_code: ClassVar[int] = 69
