"""What a seat may expect of an offer: whether it is accepted, and what becomes of it once it is signed. Plain data."""

from typing import Any, NamedTuple, Protocol

from sim.ai.counsel import Consultation


class Course(NamedTuple):
    """What became of a package that was signed now, over sampled futures.

    ``futures`` were looked at and ``signed`` of them brought both homes to sign; in ``began`` of these a truce began,
    and in ``held[n]`` it still held after night ``n + 1``. ``worth`` is the seat's own mean score at the end (0 to 100,
    by its own type) of those that were signed, ``error`` its standard error.
    """

    package: int
    futures: int
    signed: int
    began: int
    held: tuple[int, ...]
    worth: float
    error: float


class Outlook(NamedTuple):
    """What may be expected on a day: of the draft, of the other side's offer and of the agreement, if there are such.

    ``accepted`` and ``refused`` count the futures in which the draft, proposed now, was accepted, or not before it
    lapsed; both are 0 where it cannot be proposed. In ``unable`` of those refused the other side could not have
    accepted, whatever it wanted: it lacked the capital, or nothing could be signed.
    """

    day: int
    accepted: int
    refused: int
    draft: Course
    theirs: Course | None
    running: Course | None = None
    unable: int = 0


class Question(NamedTuple):
    """What is asked of a forecaster: the turn, a draft and its face, and over how many futures."""

    asked: Consultation
    draft: int
    face: int
    futures: int


class Forecasting(Protocol):
    """A forecaster that can be asked, here or elsewhere."""

    def forecast(self, question: Question) -> Outlook:
        """What may be expected."""


def read_outlook(answer: Any) -> Outlook:
    """An outlook out of its lines of JSON; raises ValueError if it is none."""
    try:
        day, accepted, refused, draft, *others, unable = answer
        theirs, running = (_course(each) if each else None for each in others)
        return Outlook(int(day), int(accepted), int(refused), _course(draft), theirs, running, int(unable))
    except TypeError as error:
        raise ValueError(f"that is no outlook: {error}") from None


def _course(said: Any) -> Course:
    package, futures, signed, began, held, worth, error = said
    counts = tuple(int(each) for each in held)
    return Course(int(package), int(futures), int(signed), int(began), counts, float(worth), float(error))
