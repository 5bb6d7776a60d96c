"""The truces of a game: when each began, how many nights it held through, how it ended.

An amended agreement goes on with its truce if the stage in which it goes on is one; so do renewals. A stage of
preparation is no truce.
"""

from collections.abc import Iterator, Sequence

from sim.ai.rollout import ENDED_ON, HANDED_ON, HELD, HOW, PACKAGE, REPLACED, SIGNED_ON, TIMES_RENEWED
from sim.analysis.study.daily import PlayedEpisode
from sim.rules import layout as at
from sim.rules.agreement import first_stage
from sim.rules.packages import write_package
from sim.scenario.tables import RulesTables

FATE_OF = {at.EXPIRED: "expired", at.COLLAPSED: "collapsed", at.DENOUNCED: "denounced"}


class Truces:
    """Reads the truces of games of one scenario."""

    def __init__(self, tables: RulesTables) -> None:
        self._tables = tables
        self._at_once: dict[int, bool] = {}

    def opens_at_once(self, package: int) -> bool:
        """Whether signing this package enters a stage that is a truce."""
        if package not in self._at_once:
            ints, state = self._tables.ints, [0.0] * self._tables.n_state
            write_package(ints, state, ints[at.FIRST_PACKAGE], package)
            stage = ints[at.STAGES] + first_stage(ints, state) * at.STAGE_WIDTH
            self._at_once[package] = ints[stage + at.STAGE_TRUCE] == 1
        return self._at_once[package]

    def of_game(
        self, agreements: Sequence[Sequence[float]], standing: Sequence[tuple[float, float]], age: float
    ) -> list[PlayedEpisode]:
        """From rows of agreements; (truce, age) after each night; and the age at the end of the game."""
        found: list[PlayedEpisode] = []
        chain: list[Sequence[float]] = []
        for row in agreements:
            if chain and not chain[-1][HANDED_ON]:
                found += self._read(chain, len(found) + 1, standing, age)
                chain = []
            chain.append(row)
        return [*found, *self._read(chain, len(found) + 1, standing, age)] if chain else found

    def _read(
        self, chain: list[Sequence[float]], number: int, standing: Sequence[tuple[float, float]], age: float
    ) -> Iterator[PlayedEpisode]:
        """The truce of a chain of agreements, if it came to one."""
        first, last = int(chain[0][SIGNED_ON]), chain[-1]
        if not self.opens_at_once(int(chain[0][PACKAGE])):
            opened = [day for day, (truce, _) in enumerate(standing[first - 1 :], first) if truce > 0.0]
            until = last[ENDED_ON] or len(standing)
            if not opened or opened[0] >= until:
                return
            first = opened[0] + 1
        fate = FATE_OF.get(int(last[HOW]), "running")
        nights = age if fate == "running" else last[HELD]
        if last[HOW] == REPLACED:
            fate, nights = "replaced", standing[int(last[ENDED_ON]) - 2][1] if last[ENDED_ON] >= 2 else 0.0
        closing = len(standing) if fate == "running" else first + int(nights) - (fate != "collapsed")
        closing = min(max(first, closing), len(standing))
        yield PlayedEpisode(number, first, int(nights), fate, closing, sum(int(row[TIMES_RENEWED]) for row in chain))
