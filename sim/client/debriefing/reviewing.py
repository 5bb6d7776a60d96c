"""Reviews of finished games: played in some seconds, kept beside the record, and read again from there."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from sim.analysis.why.review import GAMES, Review, read_review, review, review_text
from sim.analysis.why.story import FinishedRecord
from sim.analysis.why.turning import Progress, SearchPlan
from sim.client.debriefing import debrief_words as w
from sim.client.debriefing.debrief import Reviewing
from sim.client.saving.saves import OF_REVIEW
from sim.client.update import Reviewed

PLAN = SearchPlan(futures=600, screening=60, top=4)
MOST_BYTES = 4_000_000


def review_path(record: Path) -> Path:
    """Where the review of a record is kept."""
    return record.with_suffix(OF_REVIEW)


def kept_review(past: FinishedRecord, record: Path | None) -> Review | None:
    """The review that is kept beside a record, if it is one of that very game."""
    if record is None:
        return None
    try:
        path = review_path(record)
        return read_review(past, path.read_text("utf-8")) if path.stat().st_size <= MOST_BYTES else None
    except (OSError, UnicodeDecodeError):
        return None


def keep_review(past: FinishedRecord, found: Review, record: Path | None) -> None:
    """Keep a review beside its record, whole or not at all; a disk that will not is no trouble."""
    if record is None:
        return
    path = review_path(record)
    spare = Path(f"{path}.{os.getpid()}.new")
    with suppress(OSError):
        spare.write_text(review_text(past, found), "utf-8")
        spare.replace(path)


def review_steps(
    past: FinishedRecord, plan: SearchPlan = PLAN, games: int = GAMES, *, compiled: bool = True
) -> Iterator[Reviewed]:
    """How far a review is, step by step, and at last the review; if it cannot be played here, why."""
    from sim.ai.kernel import can_compile, compiled_kernel, kernel_cache, plain_kernel

    if compiled and not can_compile():
        yield Reviewed(None, Reviewing(trouble=w.NEEDS_COMPILED))
        return
    kernel = compiled_kernel(past.tables, kernel_cache()) if compiled else plain_kernel(past.tables)
    for step in review(kernel, past, plan, games):
        yield Reviewed(None, Reviewing(step.done, step.of)) if isinstance(step, Progress) else Reviewed(step)
