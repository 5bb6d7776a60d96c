"""Reviews that are played in a process of their own, while the debrief is read.

It is handed the tables and the record, and says how far it is and at last what it found, as lines of JSON. If it dies,
there is no review; nothing else depends on it.
"""

import json
import sys
import time
from collections.abc import Iterator
from typing import IO

from sim.analysis.why.review import read_review, review_text
from sim.analysis.why.story import FinishedRecord, read_story
from sim.client.debriefing import debrief_words as w
from sim.client.debriefing.debrief import Reviewing
from sim.client.debriefing.reviewing import review_steps
from sim.client.process import Elsewhere, serve
from sim.client.update import Reviewed
from sim.record.record import Header, Record
from sim.scenario.tables import RulesTables

COMMAND = (sys.executable, "-m", "sim.client.view.elsewhere.reviewing")
PACE = 0.5  # seconds between two words on how far it is


class DistantReview(Elsewhere):
    """A review that another process plays."""

    def __init__(self, past: FinishedRecord) -> None:
        super().__init__()
        self._past = past

    def steps(self) -> Iterator[Reviewed]:
        """How far it is, and at last the review, or why there is none. Waits between them."""
        try:
            self.start(COMMAND, {"tables": self._past.tables.to_json(), "record": self._past.lines})
            while True:
                answer = self.hear()
                if "review" in answer:
                    found = read_review(self._past, answer["review"])
                    yield Reviewed(found) if found else Reviewed(None, Reviewing(trouble=w.REVIEW_FAILED))
                    return
                yield Reviewed(None, Reviewing(int(answer["done"]), int(answer["of"]), str(answer["trouble"])))
        except (OSError, ValueError, KeyError, TypeError):
            yield Reviewed(None, Reviewing(trouble=w.REVIEW_FAILED))
        finally:
            self.close()


def play_review(incoming: IO[str], outgoing: IO[str]) -> None:
    """The other process: play one review."""
    first = json.loads(incoming.readline())
    header, *lines = first["record"]
    tables = RulesTables.from_json(first["tables"])
    past = read_story(tables, Record(Header.read(header), tuple(lines), 0, True))
    said = 0.0
    for step in review_steps(past):
        if step.review is None and not step.reviewing.trouble and time.monotonic() - said < PACE:
            continue
        said = time.monotonic()
        answer = {"review": review_text(past, step.review)} if step.review else step.reviewing._asdict()
        outgoing.write(json.dumps(answer) + "\n")
        outgoing.flush()


if __name__ == "__main__":
    serve(play_review, yielding=5)  # whoever reads comes first
