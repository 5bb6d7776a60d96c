"""Reads a YAML file that may come from anyone: plain data, and the line of everything in it.

One pass over the parser's events, stopped at the first sign of trouble. Nothing is composed or constructed, because
that is where 50,000 brackets crash the C loader and 300 bytes of aliases become a million values. Plain scalars are
read as in YAML 1.2: `no` and `12:30` are text, `010` is 10, only `true` and `false` are booleans.
"""

import math
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Any, NamedTuple

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from sim.errors import MissingFile
from sim.scenario.faults import Faults, Mark, Path, ScenarioError, dotted
from sim.scenario.written import NUMBER, show

MOST_BYTES = 1_000_000
MOST_LEVELS = 64
MOST_NODES = 100_000

# Wheels of PyYAML carry the C loader. The fallback reads the same language, save that inside [ ] and { } it wants
# quotes around a text with a `?`.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_BOOLEANS = {
    text: value
    for value, word in ((True, "true"), (False, "false"))
    for text in (word, word.capitalize(), word.upper())
}
_NULLS = frozenset(("", "~", "null", "Null", "NULL"))
_NUMBER = re.compile(NUMBER)
_INTEGER = re.compile(r"[-+]?[0-9]+")
_HEX_OR_OCTAL = re.compile(r"0x[0-9a-fA-F]+|0o[0-7]+")
_NOT_FINITE = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")


@dataclass(frozen=True)
class Document:
    """A file's content.

    `data` is made of dicts (keys: text or numbers), lists, str, int, float, bool and None. `faults` knows where
    everything stands, and already holds what reading could recover from, such as duplicate keys.
    """

    raw: bytes
    data: Any
    faults: Faults


class _Refused(Exception):
    """Reading cannot go on; carries the place and the message."""

    def __init__(self, mark: Mark, message: str) -> None:
        super().__init__(message)
        self.mark = mark


def read_document(file: FilePath) -> Document:
    """Content of a YAML file. Raises MissingFile, or ScenarioError if it cannot be read to its end."""
    try:
        with file.open("rb") as stream:
            raw = stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise MissingFile(f"{shown(file)}: {error.strerror or error}") from error
    return parse_document(raw, shown(file))


def shown(file: FilePath) -> str:
    """A file's name in messages: relative to the working directory if it lies inside."""
    absolute, here = file.absolute(), FilePath.cwd()
    return str(absolute.relative_to(here)) if absolute.is_relative_to(here) else str(file)


def parse_document(raw: bytes, file: str) -> Document:
    """The same for bytes in hand; `file` is the name used in messages."""
    builder = _Builder(file)
    try:
        for event in _events(_decoded(raw)):
            builder.take(event)
        if builder.data is None:
            raise _Refused(Mark(1, 1), "is empty")
    except _Refused as refused:
        builder.faults.add_at(refused.mark, "", str(refused))
        raise ScenarioError(builder.faults.found) from None
    return Document(raw, builder.data, builder.faults)


def _decoded(raw: bytes) -> str:
    if len(raw) > MOST_BYTES:
        raise _Refused(Mark(1, 1), f"is larger than {MOST_BYTES:,} bytes, the most a file may have")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        column = error.start - before.rfind(b"\n")
        raise _Refused(Mark(before.count(b"\n") + 1, column), "is not UTF-8 here; save the file as UTF-8") from None


def _events(text: str) -> Iterator[Event]:
    """The parser's events, one at a time; YAML's own complaints as ours."""
    try:
        yield from yaml.parse(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        message = " ".join(filter(None, (error.problem, error.context and f"({error.context})")))
        if "mapping values are not allowed" in message:
            message += "; put quotes around a text that contains `: `"
        if mark and "cannot start any token" in message and text.splitlines()[mark.line][mark.column :][:1] == "\t":
            message += "; indent with spaces, not with tabs"
        raise _Refused(_mark(mark), f"is not YAML: {message}") from None
    except yaml.reader.ReaderError as error:
        line = text.encode().count(b"\n", 0, error.position) + 1
        raise _Refused(Mark(line, 1), f"is not YAML: {error.reason}, but this line holds one") from None


def _mark(mark: Any) -> Mark:
    return Mark(mark.line + 1, mark.column + 1) if mark else Mark(1, 1)


class _Open(NamedTuple):
    """A collection being filled; `key` holds the key that waits for its value, if one does."""

    into: Any
    path: Path
    key: list[str | int | float]

    def awaits_key(self) -> bool:
        return isinstance(self.into, dict) and not self.key


class _Builder:
    """Makes plain data of events. Depth, size and kinds of nodes are checked as they come."""

    def __init__(self, file: str) -> None:
        self.data: Any = None
        self.values: dict[Path, Mark] = {}
        self.keys: dict[Path, Mark] = {}
        self.faults = Faults(file, self.values, self.keys)
        self.open: list[_Open] = []
        self.nodes = 0
        self.begun = False

    def take(self, event: Event) -> None:
        match event:
            case ScalarEvent():
                self._scalar(event)
            case MappingStartEvent() | SequenceStartEvent():
                self._begin(event, {} if isinstance(event, MappingStartEvent) else [])
            case MappingEndEvent() | SequenceEndEvent():
                self.open.pop()
            case AliasEvent():
                raise _Refused(_mark(event.start_mark), "aliases (`*name`) are not read; write the value out")
            case DocumentStartEvent():
                if self.begun:
                    raise _Refused(_mark(event.start_mark), "holds a second document; keep one, without `---` inside")
                self.begun = True

    def _begin(self, event: Any, into: Any) -> None:
        mark = self._checked(event)
        if len(self.open) >= MOST_LEVELS:
            raise _Refused(mark, f"is nested deeper than {MOST_LEVELS} levels")
        if self.open and self.open[-1].awaits_key():
            raise _Refused(mark, "a key should be text or a number, not a list or a mapping")
        self.open.append(_Open(into, self._put(into, mark), []))

    def _scalar(self, event: Any) -> None:
        mark = self._checked(event)
        try:
            value = event.value if event.style else plain_scalar(event.value)
        except ValueError as error:
            self.faults.add_at(mark, dotted(self._next_path()), str(error))
            value = 0
        if self.open and self.open[-1].awaits_key():
            self._put_key(value, mark)
        else:
            self._put(value, mark)

    def _checked(self, event: Any) -> Mark:
        mark = _mark(event.start_mark)
        self.nodes += 1
        if self.nodes > MOST_NODES:
            raise _Refused(mark, f"holds more than {MOST_NODES:,} values")
        if event.anchor is not None:
            raise _Refused(mark, f"anchors (`&{event.anchor}`) are not read; write the value out where it is needed")
        if event.tag is not None:
            raise _Refused(mark, f"tags (`{event.tag}`) are not read; write the value alone")
        return mark

    def _put_key(self, key: Any, mark: Mark) -> None:
        """The next key of the innermost mapping. Of a key given twice the later value is kept, with a fault."""
        into, parent, waiting = self.open[-1]
        path: Path = (*parent, key)
        if key is None or isinstance(key, bool):
            raise _Refused(mark, f"a key should be text or a number, not {show(key)}; quote it if it is a word")
        if key in into:
            self.faults.add_at(mark, dotted(path), f"stands twice; the first is on line {self.keys[path].line}")
        self.keys[path] = mark
        waiting.append(key)

    def _next_path(self) -> Path:
        if not self.open:
            return ()
        into, parent, waiting = self.open[-1]
        return (*parent, waiting[0] if waiting else len(into))

    def _put(self, value: Any, mark: Mark) -> Path:
        """Put a value where it belongs; its path."""
        path = self._next_path()
        if not path:
            self.data = value
        elif isinstance(self.open[-1].into, dict):
            self.open[-1].into[path[-1]] = value
            self.open[-1].key.clear()
        else:
            self.open[-1].into.append(value)
        self.values[path] = mark
        return path


def plain_scalar(text: str) -> str | int | float | bool | None:
    """The value of an unquoted scalar in YAML 1.2's core schema. Raises ValueError for NaN and infinities."""
    if text in _NULLS:
        return None
    if text in _BOOLEANS:
        return _BOOLEANS[text]
    if _HEX_OR_OCTAL.fullmatch(text):
        number: int | float = int(text, 0)
    elif _NUMBER.fullmatch(text):
        number = float(text)
    elif _NOT_FINITE.fullmatch(text):
        number = math.inf
    else:
        return text
    if abs(number) > sys.float_info.max:
        raise ValueError(f"should be a finite number, not {show(text)}")
    return int(text) if _INTEGER.fullmatch(text) else number
