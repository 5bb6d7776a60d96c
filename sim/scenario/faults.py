"""Faults of a scenario: what is wrong, where, and what would be right; all of them at once.

The exceptions of the package, with the command's exit codes (`sim.errors`):

    CessationError              1
    ├── ScenarioError          65   defined here: carries every `Fault` found
    ├── MissingFile            66
    └── MissingExtra           69
"""

import difflib
from collections.abc import Iterable, Mapping
from typing import ClassVar, NamedTuple

from sim.errors import CessationError

Path = tuple[str | int | float, ...]
"""Where something stands in a file's data: keys and list indices from the root."""


class Mark(NamedTuple):
    """A place in a file, both from 1; columns count characters."""

    line: int
    column: int


class Fault(NamedTuple):
    """One thing that is wrong. `str()` gives `file:line:column: path: message`."""

    file: str
    line: int
    column: int
    path: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.path + ': ' if self.path else ''}{self.message}"


class ScenarioError(CessationError):
    """A scenario that cannot be played. `faults` holds everything found, in the order of files and lines."""

    exit_code: ClassVar[int] = 65

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(set(faults)))
        super().__init__("\n".join(map(str, self.faults)))


class Faults:
    """Collects the faults of a file and knows where its data stands.

    `values` and `keys` map paths to marks: `values` of every value, `keys` of every key by the path of its value.
    Collectors of several files made by `beside` share one list, so that all are reported together.
    """

    def __init__(
        self, file: str, values: Mapping[Path, Mark] | None = None, keys: Mapping[Path, Mark] | None = None
    ) -> None:
        self.file = file
        self.values = {} if values is None else values
        self.keys = {} if keys is None else keys
        self.found: list[Fault] = []

    def beside(self, other: "Faults") -> "Faults":
        """This collector, from now on sharing the list of `other`; what it found before moves there."""
        other.found.extend(self.found)
        self.found = other.found
        return self

    def include(self, error: ScenarioError) -> None:
        """Note the faults of a file that could not be read."""
        self.found.extend(error.faults)

    def add(self, path: Path, message: str, *, at_key: bool = False) -> None:
        """Note a fault at `path`, or at its nearest ancestor that the file holds."""
        self.add_at(self.mark(path, at_key=at_key), dotted(path), message)

    def add_at(self, mark: Mark, path: str, message: str) -> None:
        """Note a fault at a place known beforehand."""
        self.found.append(Fault(self.file, mark.line, mark.column, path, message))

    def mark(self, path: Path, *, at_key: bool = False) -> Mark:
        """Place of `path` or of its nearest ancestor in the file.

        That is where the value begins; or its key, if `at_key`, if the value begins on a later line, or if the path
        leads on to something absent.
        """
        while path and path not in self.values:
            path, at_key = path[:-1], True
        value = self.values.get(path, Mark(1, 1))
        key = self.keys.get(path, value)
        return key if at_key or value.line > key.line else value

    def refuse(self) -> None:
        """Raise ScenarioError if anything was found."""
        if self.found:
            raise ScenarioError(self.found)


def dotted(path: Path) -> str:
    """`("state", "air", "range", 0)` -> `state.air.range[0]`."""
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else str(part)
    return text


def did_you_mean(word: str, known: Iterable[str], what: str = "known") -> str:
    """An ending for a message about an unknown word: the nearest known one, or all of them if they are few."""
    names = list(known)
    near = difflib.get_close_matches(word, names, n=1, cutoff=0.6)
    if near:
        return f"; did you mean `{near[0]}`?"
    if not names:
        return f"; none is {what}"
    shown = ", ".join(f"`{name}`" for name in names[:12])
    return f"; {what}: {shown}{', ...' if len(names) > 12 else ''}"
