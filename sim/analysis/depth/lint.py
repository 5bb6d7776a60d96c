"""The cheap part of a measurement of depth, for authors: what never alters a game, and what nothing reaches.

Each thing is taken out until the first game of varied play that goes otherwise; what alters none of them is told, with
its place in the scenario. So are endings that none of the games reaches, and options that another one betters on paper
for every type of both seats.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from sim.analysis.depth.bench import FREE, VARIED, Bench, BoundsAsked, Pair, PlayedGame
from sim.analysis.depth.deletion import (
    CLAUSE,
    EVENT,
    HAZARD,
    ISSUE,
    LEVER,
    OBLIGATION,
    OPTION,
    RENEWAL,
    Deletion,
    bounds_without,
    deletions,
    tables_without,
)
from sim.analysis.depth.plan import field_of
from sim.analysis.depth.uses import use_counts
from sim.analysis.depth.worth import dominated_on_paper
from sim.scenario.faults import Path
from sim.scenario.tables import RulesTables

GAMES = 1000  # of varied play, about
SECTIONS = {LEVER: "levers", HAZARD: "hazards", CLAUSE: "clauses", RENEWAL: "renewals", EVENT: "events"}
NEVER_PULLED = "is pulled by no agent in {games} games of varied play"
PULLED_IN_VAIN = "alters none of {games} games, not even if {seat} pulls it at its first chance"
NEVER_OPEN = "cannot be pulled by {seat} on any day of {games} games"
NEVER_SIGNED = "is signed in none of {games} games"
UNUSED = {
    HAZARD: "strikes in none of {games} games", CLAUSE: "is in force in none of {games} games",
    EVENT: "fires in none of {games} games", OBLIGATION: "is breached or contested in none of {games} games",
}  # fmt: skip
NO_EFFECT = "alters none of {games} games if it is taken out, though it comes into play in them"
RENEWS_NOTHING = "alters none of {games} games if it is taken out"
SETTLED_ANYHOW = "alters none of {games} games, however it is settled"
NEVER_REACHED = "is reached in none of {games} games of varied play"
BETTERED = "is worth no more than `{other}` to any type of either seat, and less to some"


class Remark(NamedTuple):
    """Something that an author may want to change: where, and what is the matter."""

    path: Path
    message: str


class _Linter:
    """The games as they are, pair by pair, and what is found beside them."""

    def __init__(self, tables: RulesTables, rng_seed: int, compiled: bool) -> None:
        self.tables = tables
        self._bench = Bench(tables, rng_seed, compiled)
        field = field_of(tables)
        pairs: list[Pair] = [(first, second) for first in field for second in field]
        n = max(1, GAMES // len(pairs))
        self._games = [(pair, range(VARIED + i * n, VARIED + (i + 1) * n)) for i, pair in enumerate(pairs)]
        self.n = f"{n * len(pairs):,}"

    @cached_property
    def whole(self) -> list[list[PlayedGame]]:
        return [self._bench.games_of(pair, games) for pair, games in self._games]

    @cached_property
    def uses(self) -> Counter[str]:
        return sum((use_counts(self._bench, *each) for each in self._games), Counter())

    def alters(self, asked: BoundsAsked, tables: RulesTables | None = None) -> bool:
        """Whether any game goes otherwise."""
        return any(
            self._bench.games_of(pair, games, asked, tables) != known
            for (pair, games), known in zip(self._games, self.whole, strict=True)
        )

    def without_alters(self, what: Deletion) -> bool:
        """Whether any game goes otherwise without a thing."""
        asked = bounds_without(self.tables, what)
        return self.alters(asked) if asked else self.alters(FREE, tables_without(self.tables, what))


def lint(tables: RulesTables, rng_seed: int, compiled: bool) -> list[Remark]:
    """What an author may want to change, in the order of the scenario's sections."""
    linter = _Linter(tables, rng_seed, compiled)
    things = list(deletions(tables))
    return [
        *_issues(linter, [each for each in things if each.sort == ISSUE]),
        *(remark for each in things if each.sort != ISSUE for remark in _thing(linter, each)),
        *_endings(linter),
        *(
            Remark(("issues", issue, "options", option), BETTERED.format(other=other))
            for issue, option, other in dominated_on_paper(tables)
        ),
    ]


def _issues(linter: _Linter, settled: Sequence[Deletion]) -> Iterator[Remark]:
    for name in dict.fromkeys(each.name for each in settled):
        if not any(linter.without_alters(each) for each in settled if each.name == name):
            yield Remark(("issues", name), SETTLED_ANYHOW.format(games=linter.n))


def _thing(linter: _Linter, what: Deletion) -> Iterable[Remark]:
    used = linter.uses[f"{what.sort} {what.name}"]
    if what.sort == LEVER:
        return _lever(linter, what, used)
    if what.sort == OPTION:
        issue, _, option = what.name.partition(".")
        return [] if used else [Remark(("issues", issue, "options", option), NEVER_SIGNED.format(games=linter.n))]
    if linter.without_alters(what):
        return []
    message = RENEWS_NOTHING if what.sort == RENEWAL else NO_EFFECT if used else UNUSED[what.sort]
    return [Remark(path_of(what), message.format(games=linter.n))]


def _lever(linter: _Linter, what: Deletion, used: int) -> list[Remark]:
    seat = what.name.partition(".")[0]
    if linter.alters(BoundsAsked(at_once=frozenset({what.number}))):
        return [] if used else [Remark(path_of(what), NEVER_PULLED.format(games=linter.n))]
    message = PULLED_IN_VAIN if used else NEVER_OPEN
    return [Remark(path_of(what), message.format(games=linter.n, seat=seat))]


def path_of(what: Deletion) -> Path:
    """Where a thing stands in a scenario."""
    first, _, second = what.name.partition(".")
    if what.sort == OBLIGATION:
        return ("clauses", first, "obliges", second)
    return (SECTIONS[what.sort], second if what.sort == LEVER else what.name)


def _endings(linter: _Linter) -> Iterator[Remark]:
    reached = {game.ending for games in linter.whole for game in games}
    for rank, name in enumerate(linter.tables.names.endings):
        if rank not in reached:
            yield Remark(("endings", name), NEVER_REACHED.format(games=linter.n))
