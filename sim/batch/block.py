"""One block of a plan, played and told: what a worker does, and all that it hands back."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from sim.ai.kernel import Kernel, compiled_kernel, kernel_cache, plain_kernel
from sim.batch.plan import Plan
from sim.batch.played import GameHistory, in_kernel, in_session, plays_in_kernel, retell
from sim.batch.rows import (
    Texts,
    action_texts,
    agreement_texts,
    csv_text,
    day_texts,
    event_texts,
    game_row,
    game_text,
    row_bytes,
)
from sim.batch.totals import BatchTotals
from sim.scenario.tables import RulesTables


@dataclass
class PlayedBlock:
    """What came of a block: its totals, its canonical rows as bytes, and lines of CSV by table, records by file name.

    Text is only made of tables that are kept.
    """

    index: int
    totals: BatchTotals
    rows: bytes
    text: dict[str, str] = field(default_factory=dict)
    records: dict[str, str] = field(default_factory=dict)


@dataclass
class BatchWork:
    """All that it takes to play blocks of a plan. ``keep`` says whether text is wanted, or only totals.

    ``compiled`` is for built-in agents only.
    """

    tables: RulesTables
    plan: Plan
    compiled: bool
    keep: bool

    @cached_property
    def kernel(self) -> Kernel:
        """The kernel that plays."""
        return compiled_kernel(self.tables, kernel_cache()) if self.compiled else plain_kernel(self.tables)

    def bare(self) -> "BatchWork":
        """The same without its kernel, which cannot be sent to another process."""
        return BatchWork(self.tables, self.plan, self.compiled, self.keep)

    def name(self, index: int) -> str:
        """A block in words."""
        games = self.plan.games_of(index)
        return f"games {games.start} to {games.stop - 1}"

    def prepare(self) -> None:
        """Have the kernel compiled, or fetched from the cache."""
        desk = self.kernel.desk([], [])
        self.kernel.play_games(self.kernel.ints, self.kernel.reals, desk, self.kernel.tape(0), 0, 0)

    def play(self, index: int) -> PlayedBlock:
        """Play a block. Raises CessationError if an agent fails or results disagree."""
        games = self.plan.games_of(index)
        how = in_kernel if plays_in_kernel(self.plan, self.tables) else in_session
        rows: list[list[float]] = []
        texts: dict[str, list[str]] = {table: [] for table in self.plan.tables if table != "records"}
        records: dict[str, str] = {}
        for played in how(self.kernel, self.plan, games):
            rows.append(game_row(self.tables, played))
            if self.keep:
                for table, found in self._tell(played, records):
                    texts[table].append(csv_text(found))
        text = {table: "".join(found) for table, found in texts.items()} if self.keep else {}
        return PlayedBlock(index, BatchTotals.of(self.tables, rows), b"".join(map(row_bytes, rows)), text, records)

    def _tell(self, played: GameHistory, records: dict[str, str]) -> Iterator[tuple[str, Texts]]:
        """Rows of each wanted table for one game; its record goes into ``records``."""
        tables, wanted = self.tables, self.plan.tables
        yield "games", [game_text(tables, game_row(tables, played))]
        yield "agreements", agreement_texts(tables, played)
        if "days" in wanted:
            yield "days", day_texts(tables, self.plan, played)
        if "actions" in wanted:
            yield "actions", action_texts(tables, played)
        keeps_record = self.plan.keeps_record(played.game)
        if "events" in wanted or keeps_record:
            session, lines = retell(self.plan, tables, played)
            if "events" in wanted:
                yield "events", event_texts(tables, played.game, session.events)
            if keeps_record:
                records[record_name(played.game)] = "".join(f"{line}\n" for line in lines)


def record_name(game: int) -> str:
    """The file name of a game's record."""
    return f"game-{game:07}.txt"
