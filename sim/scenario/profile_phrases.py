"""Short phrases of a profile: which nights, what number of them, and what is said of many such numbers."""

import re
from dataclasses import dataclass
from typing import ClassVar

from pydantic.json_schema import JsonSchemaValue

from sim.scenario.written import NAME, NUMBER, Written, show, text_of

COLUMN = rf"{NAME}(?:\.{NAME}){{0,2}}"
SUM = rf"{COLUMN}(?:\s*[+-]\s*{COLUMN})*"
_SPAN = r"(\d+)(?:\s*\.\.\s*(\d+))?"


@dataclass(frozen=True, slots=True)
class Window(Written):
    """Nights of a game (`days 1..20`), or of an episode: `during`, `during 5..6`, `before 1..7`, `after 1..7` ...

    Nights are counted from 1. `before 1` is the night before an episode's first; `from 1` is its first, and goes on
    beyond its end; `after 1` is the first night that it did not hold through. `low` and `high` are None for the whole.
    """

    anchor: str
    low: int | None = None
    high: int | None = None

    ANCHORS: ClassVar[tuple[str, ...]] = ("days", "during", "before", "from", "after")
    json_schema: ClassVar[JsonSchemaValue] = {
        "type": "string",
        "pattern": rf"^(during|({'|'.join(ANCHORS)})\s+{_SPAN})$",
    }

    @classmethod
    def read(cls, raw: object) -> "Window":
        text = text_of(raw, "days 1..20")
        if text == "during":
            return cls("during")
        found = re.fullmatch(rf"({'|'.join(cls.ANCHORS)})\s+{_SPAN}", text)
        if not found:
            raise ValueError(f"should be nights such as `days 1..20`, `during 1..2` or `before 1..7`, not {show(raw)}")
        low, high = int(found[2]), int(found[3] or found[2])
        if not 1 <= low <= high:
            raise ValueError(f"nights are counted from 1, and the first comes first: {show(raw)} does not")
        return cls(found[1], low, high)

    def __str__(self) -> str:
        if self.low is None:
            return self.anchor
        return f"{self.anchor} {self.low}" + (f"..{self.high}" if self.high != self.low else "")


@dataclass(frozen=True, slots=True)
class Take(Written):
    """What number a unit gives: a verb, for most verbs of a column or of columns added and subtracted.

    `signed` holds the columns with 1.0 or -1.0.
    """

    verb: str
    signed: tuple[tuple[str, float], ...] = ()

    OF_COLUMN: ClassVar[tuple[str, ...]] = ("mean", "sum", "least", "most", "first", "last", "change")
    BARE: ClassVar[tuple[str, ...]] = ("nights", "share", "day")
    json_schema: ClassVar[JsonSchemaValue] = {
        "type": "string",
        "pattern": rf"^(({'|'.join(OF_COLUMN)})\s+{SUM}|{'|'.join(BARE)})$",
    }

    @classmethod
    def read(cls, raw: object) -> "Take":
        text = text_of(raw, "mean trust")
        if text in cls.BARE:
            return cls(text)
        verb, _, rest = text.partition(" ")
        if verb not in cls.OF_COLUMN or not re.fullmatch(SUM, rest.strip()):
            verbs = ", ".join(f"`{each} NAME`" for each in cls.OF_COLUMN)
            raise ValueError(f"should be {verbs}, or {' or '.join(f'`{each}`' for each in cls.BARE)}, not {show(raw)}")
        parts = re.findall(rf"([+-]?)\s*({COLUMN})", rest)
        return cls(verb, tuple((name, -1.0 if sign == "-" else 1.0) for sign, name in parts))

    def __str__(self) -> str:
        text = " ".join(f"{'-' if sign < 0 else '+'} {name}" for name, sign in self.signed)
        return f"{self.verb} {text.removeprefix('+ ')}".strip()


@dataclass(frozen=True, slots=True)
class Report(Written):
    """What is said of the units' numbers: `mean`, `share >= 6`, `quantile 0.9`, `survival 30 after 7` ...

    `low` and `high` bound a share, both inclusive unless `strictly`; for a survival they are the nights after which and
    until which; a quantile's share is `low`.
    """

    what: str
    low: float = 0.0
    high: float = 0.0
    strictly: bool = False
    text: str = ""

    BARE: ClassVar[tuple[str, ...]] = ("mean", "pooled", "median", "sd", "dispersion")
    json_schema: ClassVar[JsonSchemaValue] = {
        "type": "string",
        "pattern": rf"^({'|'.join(BARE)}|share\s.+|quantile\s+{NUMBER}|(survival|death)\s+\d+(\s+after\s+\d+)?)$",
    }

    @classmethod
    def read(cls, raw: object) -> "Report":
        text = text_of(raw, "mean")
        if text in cls.BARE:
            return cls(text, text=text)
        if found := re.fullmatch(rf"quantile\s+({NUMBER})", text):
            if not 0.0 < float(found[1]) < 1.0:
                raise ValueError(f"a quantile's share lies between 0 and 1, not {show(found[1])}")
            return cls("quantile", float(found[1]), text=text)
        if found := re.fullmatch(r"(survival|death)\s+(\d+)(?:\s+after\s+(\d+))?", text):
            low, high = int(found[3] or 0), int(found[2])
            if low >= high:
                raise ValueError(f"{show(raw)}: survival to a night comes after the night it is counted from")
            return cls(found[1], low, high, text=text)
        if found := re.fullmatch(rf"share\s+in\s+({NUMBER})\s*\.\.\s*({NUMBER})", text):
            return cls("share", float(found[1]), float(found[2]), text=text)
        if found := re.fullmatch(rf"share\s*(=|<=|>=|<|>)\s*({NUMBER})", text):
            return cls._bounded(found[1], float(found[2]), text)
        raise ValueError(
            f"should be {', '.join(f'`{each}`' for each in cls.BARE)}, `quantile 0.9`, `share >= 6`, "
            f"`share in 15..30`, `survival 30 after 7` or `death 30`, not {show(raw)}"
        )

    @classmethod
    def _bounded(cls, sign: str, bound: float, text: str) -> "Report":
        low = bound if sign in ("=", ">=", ">") else -1e300
        high = bound if sign in ("=", "<=", "<") else 1e300
        return cls("share", low, high, sign in ("<", ">"), text)

    def __str__(self) -> str:
        return self.text

    def holds(self, x: float) -> bool:
        """Whether a number lies within the bounds of a share."""
        return self.low < x < self.high if self.strictly else self.low <= x <= self.high
