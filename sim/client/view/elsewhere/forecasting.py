"""A forecaster that plays futures in a process of its own, and what asks it: first a few, then more.

It is handed the tables and, ply by ply, what its seat saw and did. If it dies, nothing is forecast from then on;
nothing else depends on it.
"""

import json
import queue
import sys
import threading
from collections.abc import Callable, Iterator
from typing import IO, Any, NamedTuple

from sim.ai.outlook import Forecasting, Outlook, Question, read_outlook
from sim.client.process import Elsewhere, serve
from sim.client.update import Foreseen
from sim.client.view.elsewhere.counselling import consultations
from sim.client.weighing import expecting_words as w
from sim.errors import MissingExtra
from sim.record.record import Header
from sim.scenario.tables import RulesTables

COMMAND = (sys.executable, "-m", "sim.client.view.elsewhere.forecasting")
BATCHES = (100, 400, 2000)  # futures: something shows at once, and grows sharper


class DistantForecaster(Elsewhere):
    """The forecaster of a seat, in another process. It is asked from a thread that may wait for it."""

    def __init__(self, tables: RulesTables, header: Header, seat: int) -> None:
        super().__init__()
        self._tables, self._given = tables, (seat, header.rng_seed, header.game)
        self._told = 0
        self._closed = False

    def forecast(self, question: Question) -> Outlook:
        """What may be expected; waits. Raises OSError or ValueError if the process does not answer."""
        if self._closed:
            raise OSError("the game has been left")
        if self._process is None:
            self.start(COMMAND, {"tables": self._tables.to_json(), "given": self._given})
        asked = question.asked
        for ply in asked.plies[self._told :]:
            self.tell({"seen": ply.seen, "action": ply.action})
        self._told = len(asked.plies)
        of = (question.draft, question.face, question.futures)
        self.tell({"of": of, "seen": asked.seen, "legal": list(asked.legal)})
        return read_outlook(self.hear())

    def kill(self) -> None:
        """End the process, and start no other."""
        self._closed = True
        super().kill()


def distant_forecaster(tables: RulesTables, header: Header, seat: int) -> DistantForecaster:
    """The forecaster of a person's seat, elsewhere; raises MissingExtra where nothing can be compiled."""
    from sim.ai.kernel import can_compile

    if not can_compile():
        raise MissingExtra(w.NEEDS_COMPILED)
    return DistantForecaster(tables, header, seat)


class Asked(NamedTuple):
    """A question put to a forecaster, for whom."""

    forecaster: Forecasting
    seat: int
    question: Question


class Futures:
    """The thread that waits for forecasters: it answers the latest question only, batch by batch."""

    def __init__(self, answer: Callable[[Any], None]) -> None:
        self._answer = answer
        self._asked: queue.SimpleQueue[Asked] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None

    def ask(self, asked: Asked) -> None:
        """Put a question; what was asked before it is dropped."""
        self._asked.put(asked)
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, daemon=True, name="futures")
            self._thread.start()

    def _run(self) -> None:
        while True:
            asked = self._asked.get()
            while not self._asked.empty():
                asked = self._asked.get()
            for answer in self._answers(asked):
                self._answer(answer)

    def _answers(self, asked: Asked) -> Iterator[Foreseen]:
        forecaster, seat, question = asked
        for futures in BATCHES:
            if not self._asked.empty():
                return
            try:
                found = forecaster.forecast(question._replace(futures=futures))
            except (OSError, ValueError):
                yield Foreseen(question.asked.day, silence=w.FUTURES_GONE, seat=seat)
                return
            yield Foreseen(question.asked.day, found, seat=seat)


def forecast(incoming: IO[str], outgoing: IO[str]) -> None:
    """The other process: answer every question until nobody asks any more."""
    from sim.ai.forecaster import Forecaster
    from sim.ai.kernel import can_compile

    first = json.loads(incoming.readline())
    seat, rng_seed, game = first["given"]
    forecaster = Forecaster(RulesTables.from_json(first["tables"]), seat, rng_seed, game, compiled=can_compile())
    for said, asked in consultations(incoming):
        outgoing.write(json.dumps(forecaster.forecast(Question(asked, *said["of"]))) + "\n")
        outgoing.flush()


if __name__ == "__main__":
    serve(forecast, yielding=8)  # whoever plays comes first, then the agents and the advisers
