"""Advisers that think in a process of their own: they look ahead while the person reads on.

It is handed the tables and, ply by ply, what its seat saw and did. It answers with advice, or with what it forecasts.
If it dies, the advisers are silent from then on; nothing else depends on them.
"""

import json
import sys
import threading
from collections.abc import Iterator, Sequence
from typing import IO, Any

from sim.ai.agent import OwnPly
from sim.ai.counsel import Advice, Consultation, Counsel, Foretold
from sim.client.game import check_counsel
from sim.client.process import Elsewhere, serve
from sim.record.notation import Action
from sim.record.record import Header
from sim.scenario.tables import RulesTables

COMMAND = (sys.executable, "-m", "sim.client.view.elsewhere.counselling")


class DistantCounsel(Elsewhere):
    """The advisers of a seat, in another process. They are asked from a thread that may wait for them."""

    def __init__(self, tables: RulesTables, header: Header, seat: int) -> None:
        super().__init__()
        self._tables, self._header, self._seat = tables, header, seat
        self._told = 0
        self._busy = threading.Lock()
        self._closed = False
        self.advised_on = 0

    def advise(self, asked: Consultation) -> tuple[Advice, ...]:
        """What each would do now; waits. Raises OSError or ValueError if the process does not answer."""
        with self._busy:
            if self._closed:
                raise OSError("the game has been left")
            if self._process is None:
                header = self._header
                given = (self._seat, header.rng_seed, header.game)
                self.start(COMMAND, {"tables": self._tables.to_json(), "given": given})
            self._ask("advice", asked)
            advice = read_advice(self.hear())
            self.advised_on = asked.day
            return advice

    def kill(self) -> None:
        """End the process, and start no other."""
        self._closed = True
        super().kill()

    def foretell(self, asked: Consultation) -> dict[str, float]:
        """What they forecast of what stands; nothing if they are busy, or gone."""
        if not self._busy.acquire(blocking=False):
            return {}
        try:
            self._ask("forecasts", asked)
            return {str(name): float(chance) for name, chance in self.hear().items()}
        except (OSError, ValueError, AttributeError):
            return {}
        finally:
            self._busy.release()

    def _ask(self, what: str, asked: Consultation) -> None:
        for ply in asked.plies[self._told :]:
            self.tell({"seen": ply.seen, "action": ply.action})
        self._told = len(asked.plies)
        self.tell({"ask": what, "seen": asked.seen, "legal": list(asked.legal)})


def distant_counsel(tables: RulesTables, header: Header, seat: int) -> DistantCounsel:
    """The advisers of a person's seat, elsewhere; raises CessationError, which says why there is nobody to ask."""
    check_counsel(tables, seat)
    return DistantCounsel(tables, header, seat)


def read_advice(answer: Any) -> tuple[Advice, ...]:
    """Advice out of its lines of JSON; raises ValueError if it is none."""
    try:
        return tuple(
            Advice(
                str(adviser), Action(*map(int, action)), float(points), float(error), Foretold(*foretold),
                Action(*map(int, other)), str(because), float(term), tuple((str(kind), float(x)) for kind, x in types),
            )
            for adviser, action, points, error, foretold, other, because, term, types in answer
        )  # fmt: skip
    except TypeError as error:
        raise ValueError(f"that is no advice: {error}") from None


def consultations(incoming: IO[str]) -> Iterator[tuple[dict[str, Any], Consultation]]:
    """The questions among the lines that come in, each with all plies that were told of before it."""
    plies: list[OwnPly] = []
    for line in incoming:
        said = json.loads(line)
        if "action" in said:
            plies.append(OwnPly(tuple(said["seen"]), Action(*said["action"])))
        else:
            yield said, Consultation(plies, tuple(said["seen"]), said["legal"])


def counsel(incoming: IO[str], outgoing: IO[str]) -> None:
    """The other process: answer every question until nobody asks any more."""
    from sim.ai.kernel import can_compile

    first = json.loads(incoming.readline())
    seat, rng_seed, game = first["given"]
    advisers = Counsel(RulesTables.from_json(first["tables"]), seat, rng_seed, game, compiled=can_compile())
    answer: Sequence[Any] | dict[str, float]
    for said, asked in consultations(incoming):
        answer = advisers.advise(asked) if said["ask"] == "advice" else advisers.foretell(asked)
        outgoing.write(json.dumps(answer) + "\n")
        outgoing.flush()


if __name__ == "__main__":
    serve(counsel, yielding=5)  # whoever plays comes first
