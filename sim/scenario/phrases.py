"""Short phrases with a grammar of their own: how well a seat sees, a lever's face, a stage's length, a rule's act."""

import re
from dataclasses import dataclass
from typing import ClassVar

from pydantic.json_schema import JsonSchemaValue

from sim.scenario.written import NAME, Cited, Written, show, text_of


@dataclass(frozen=True, slots=True)
class Sight(Written):
    """How well one seat sees: `exact`, or `noise 0.2` (standard deviation, in the variable's unit)."""

    noise: Cited | None = None

    json_schema: ClassVar[JsonSchemaValue] = {"type": "string", "pattern": r"^(exact|noise\s+\S.*)$"}

    @classmethod
    def read(cls, raw: object) -> "Sight":
        word, _, rest = text_of(raw, "noise 0.2").partition(" ")
        if word == "exact" and not rest:
            return cls()
        if word != "noise" or not rest:
            raise ValueError(f"should be `exact` or `noise` and a standard deviation, not {show(raw)}")
        noise = Cited.read(rest.strip())
        if noise.value <= 0:
            raise ValueError("noise should be more than 0; write `exact` for none")
        return cls(noise)

    def __str__(self) -> str:
        return "exact" if self.noise is None else f"noise {self.noise}"

    @property
    def sd(self) -> float:
        """Standard deviation of the error; 0 when exact."""
        return 0.0 if self.noise is None else self.noise.value


@dataclass(frozen=True, slots=True)
class Face(Written):
    """Who sees a lever: public, private (both seats), covert (own seat), or deniable with a probability."""

    kind: str
    chance: Cited | None = None

    KINDS: ClassVar[tuple[str, ...]] = ("public", "private", "covert", "deniable")
    json_schema: ClassVar[JsonSchemaValue] = {"type": "string", "pattern": r"^(public|private|covert|deniable\s+\S.*)$"}

    @classmethod
    def read(cls, raw: object) -> "Face":
        kind, _, rest = text_of(raw, "public").partition(" ")
        if kind not in cls.KINDS or bool(rest) != (kind == "deniable"):
            raise ValueError(f"should be public, private, covert or `deniable` and a probability, not {show(raw)}")
        chance = Cited.read(rest.strip()) if rest else None
        if chance and not 0 <= chance.value <= 1:
            raise ValueError(f"should be a probability from 0 to 1, not {chance.value:g}")
        return cls(kind, chance)

    def __str__(self) -> str:
        return self.kind if self.chance is None else f"{self.kind} {self.chance}"


@dataclass(frozen=True, slots=True)
class Lasts(Written):
    """How long a stage runs: a number of days, or the issue whose option says (`days` is then None)."""

    days: Cited | None = None
    issue: str | None = None

    json_schema: ClassVar[JsonSchemaValue] = {"anyOf": [{"type": "number", "exclusiveMinimum": 0}, {"type": "string"}]}

    @classmethod
    def read(cls, raw: object) -> "Lasts":
        if isinstance(raw, str) and re.fullmatch(NAME, raw):
            return cls(issue=raw)
        days = Cited.read(raw)
        if days.value <= 0:
            raise ValueError("should be more than 0 days")
        return cls(days=days)

    def __str__(self) -> str:
        return str(self.days if self.issue is None else self.issue)

    def plain(self) -> object:
        return self.issue if self.days is None else self.days.plain()


@dataclass(frozen=True, slots=True)
class Need(Written):
    """One option a package must hold: `depth.deep`, or with `+` that option or any after it."""

    issue: str
    option: str
    or_after: bool = False

    json_schema: ClassVar[JsonSchemaValue] = {"type": "string", "pattern": rf"^{NAME}\.{NAME}\+?$"}

    @classmethod
    def read(cls, raw: object) -> "Need":
        match = re.fullmatch(rf"({NAME})\.({NAME})(\+?)", text_of(raw, "depth.deep"))
        if not match:
            raise ValueError(f"should be `issue.option` or `issue.option+`, not {show(raw)}")
        return cls(match[1], match[2], bool(match[3]))

    def __str__(self) -> str:
        return f"{self.issue}.{self.option}{'+' if self.or_after else ''}"


@dataclass(frozen=True, slots=True)
class Do(Written):
    """What a doctrine's rule does: a verb, with an argument for `lever ID` and `reject REASON`."""

    verb: str
    argument: str | None = None

    BARE: ClassVar[tuple[str, ...]] = (
        "propose",
        "accept",
        "withdraw",
        "agree",
        "object",
        "denounce",
        "end_talks",
        "hold",
    )
    WITH_ARGUMENT: ClassVar[tuple[str, ...]] = ("lever", "reject")
    json_schema: ClassVar[JsonSchemaValue] = {
        "type": "string",
        "pattern": rf"^({'|'.join(BARE)}|({'|'.join(WITH_ARGUMENT)})\s+{NAME})$",
    }

    @classmethod
    def read(cls, raw: object) -> "Do":
        verb, *rest = text_of(raw, "lever suspend").split()
        if verb in cls.BARE and not rest:
            return cls(verb)
        if verb in cls.WITH_ARGUMENT and len(rest) == 1:
            return cls(verb, rest[0])
        raise ValueError(f"should be `lever ID`, `reject REASON` or one of {', '.join(cls.BARE)}, not {show(raw)}")

    def __str__(self) -> str:
        return self.verb if self.argument is None else f"{self.verb} {self.argument}"
