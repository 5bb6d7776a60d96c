"""Models of the world: who there is, what can be measured, and what happens by itself."""

from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Discriminator, Field, Tag, WithJsonSchema, model_validator

from sim.scenario.entry import (
    AtLeastZero,
    Between,
    DistinctIds,
    Entry,
    Id,
    Lax,
    Lines,
    Name,
    Share,
    Shorthand,
    SomeLines,
    Strictly,
)
from sim.scenario.phrases import Face, Sight
from sim.scenario.written import Cited, Line

Role = Literal["proxy", "spoiler", "mediator", "power", "residents"]


class Capital(Entry):
    """Political capital of a seat, in points: what levers and signing cost."""

    start: AtLeastZero = Field(description="Points on day 1.")
    per_day: AtLeastZero = Field(description="Points gained a day.")
    most: AtLeastZero = Field(description="Points a seat can hold at most.")


class Seat(Entry):
    """A place at the table. Its key is the seat's id; the order of the two is the order of play."""

    patron_of: Id | None = Field(default=None, description="The proxy (an actor) this seat is patron of.")
    quota: Share = Field(description="Share of faction weight that must be in favour for ratification.")
    capital: Capital = Field(description="Political capital.")


class Actor(Entry):
    """A party that does not sit at the table."""

    role: Role = Field(description="What it is in the fiction.")
    patron: Id | None = Field(default=None, description="Seat that sponsors it; proxies only.")


class Start(Shorthand):
    """Value of a variable on day 1: a number, or drawn anew each game. Exactly one field is set."""

    short: ClassVar[str] = "value"

    value: Cited | None = Field(default=None, description="The number itself.")
    triangular: Annotated[tuple[Cited, Cited, Cited], Lax] | None = Field(
        default=None, description="Least, likeliest and most of a triangular distribution."
    )
    outcomes: dict[float, Share] | None = Field(
        default=None, description="Value: probability. Probabilities sum to 1.", min_length=1
    )

    @model_validator(mode="after")
    def _one(self) -> "Start":
        if sum(each is not None for each in (self.value, self.triangular, self.outcomes)) != 1:
            raise ValueError("should be a number, {triangular: [least, likeliest, most]} or {outcomes: {value: p}}")
        return self


def _common_or_each(raw: object) -> str:
    fields = Start.model_fields.keys() | {"from"}
    return "a seat each" if isinstance(raw, dict) and not raw.keys() & fields else "in common"


SeatStart = Annotated[
    Annotated[Start, Tag("in common")] | Annotated[dict[Id, Start], Tag("a seat each")], Discriminator(_common_or_each)
]
"""One start for both seats (`Start`), or `{seat: Start}`."""


class SeenBy(Strictly):
    """Who sees something: `everyone` is all, none or own (its own seat); or `seats` says how well each sees it."""

    everyone: Literal["all", "none", "own"] | None = Field(default=None, description="One rule for both seats.")
    seats: dict[Id, Sight] = Field(default={}, description="A seat left out sees nothing.")

    def sd(self, seat: str, owner: str | None = None) -> float | None:
        """Standard deviation with which `seat` sees it: 0.0 exactly, None not at all.

        `owner` is the seat a variable of `seat_state` belongs to; it matters for `own` only.
        """
        if self.everyone is not None:
            return 0.0 if self.everyone == "all" or (self.everyone == "own" and seat == owner) else None
        sight = self.seats.get(seat)
        return None if sight is None else sight.sd


def _seen_by(raw: object) -> object:
    if isinstance(raw, dict) and not raw.keys() & SeenBy.model_fields.keys():
        return {"seats": raw}
    return {"everyone": raw} if isinstance(raw, str) else raw


def _seen_by_schema(*rules: str) -> WithJsonSchema:
    each = {"type": "object", "additionalProperties": Sight.json_schema}
    return WithJsonSchema({"anyOf": [{"enum": list(rules)}, each]})


_read_seen_by = BeforeValidator(_seen_by)
Visibility = Annotated[SeenBy, _read_seen_by, _seen_by_schema("all", "none")]
SeatVisibility = Annotated[SeenBy, _read_seen_by, _seen_by_schema("all", "none", "own")]

Range = Annotated[tuple[Cited, Cited], Lax]


class Variable(Entry):
    """A number of the world. It never leaves its range."""

    unit: str = Field(description="What 1 means, in words.", min_length=1)
    range: Range = Field(description="Lowest and highest value.")
    start: Start = Field(description="Value on day 1.")
    seen_by: Visibility = Field(description="all; none; or {seat: exact, seat: noise 0.2}.")


class SeatVariable(Entry):
    """A number each seat has one of: `us.audience`."""

    unit: str = Field(description="What 1 means, in words.", min_length=1)
    range: Range = Field(description="Lowest and highest value.")
    start: SeatStart = Field(description="Value on day 1, for both seats or {seat: value}.")
    seen_by: SeatVisibility = Field(description="all; none; own; or {seat: exact, seat: noise 0.2}.")

    def start_of(self, seat: str) -> Start | None:
        """The start of that seat's variable; None if the mapping leaves the seat out (a fault of the check)."""
        return self.start if isinstance(self.start, Start) else self.start.get(seat)


class Term(Shorthand):
    """One term of a logit: a weight (log-odds) of the variable that is its key, or of a product of factors."""

    short: ClassVar[str] = "weight"

    of: Line | None = Field(default=None, description="Product of factors; left out: the variable named by the key.")
    weight: Cited = Field(description="Log-odds by which one unit moves the hazard.")


class Hazard(Entry):
    """A shock whose probability a night is a logit: 1 / (1 + exp(-(base + sum of terms)))."""

    when: Lines = Field(default=(), description="Conditions under which it can strike at all.")
    base: Cited = Field(description="Log-odds when every term is 0.")
    terms: dict[Name, Term] = Field(default={}, description="Weighted causes.")
    then: Lines = Field(default=(), description="Statements run when it strikes.")
    draws: DistinctIds = Field(default=(), description="Draws made when it strikes.")
    agreement: Literal["collapse", "expire", "suspend"] | None = Field(
        default=None, description="What a strike does to the running agreement."
    )
    seen_by: Visibility = Field(default=SeenBy(everyone="all"), description="Who learns that it struck.")


class Outcome(Entry):
    """One outcome of a draw."""

    p: Share = Field(description="Probability.")
    does: Lines = Field(default=(), description="Statements run when it comes out.")


class Draw(Entry):
    """Chance with finitely many outcomes, of which exactly one comes out."""

    outcomes: dict[Id, Outcome] = Field(description="Outcomes; their probabilities sum to 1.", min_length=1)


class Flow(Shorthand):
    """Statements run every night: a list of them, or {when, does}."""

    short: ClassVar[str] = "does"

    when: Lines = Field(default=(), description="Conditions under which it runs.")
    does: SomeLines = Field(description="Statements, in order.")


class Event(Entry):
    """Something that happens on the night its conditions hold."""

    when: SomeLines = Field(description="Conditions; all must hold.")
    does: Lines = Field(default=(), description="Statements run when it fires.")
    once: bool = Field(default=True, description="Whether it fires at most once a game.")
    seen_by: Visibility = Field(default=SeenBy(everyone="all"), description="Who learns of it.")


class Lever(Entry):
    """A card a seat can play in its turn, at a price."""

    seat: Id = Field(description="The seat that has it, or `both`.")
    cost: Annotated[Cited, Between(0)] = Field(description="Price in points of capital.")
    face: Face = Field(description="public; private; covert; or `deniable` and the probability of being seen.")
    when: Lines = Field(default=(), description="Conditions, on what the seat sees exactly.")
    does: Lines = Field(default=(), description="Statements run when it is played.")
    draws: DistinctIds = Field(default=(), description="Draws made when it is played.")
    agreement: Literal["suspend", "resume", "collapse"] | None = Field(
        default=None, description="What it does to the running agreement."
    )
