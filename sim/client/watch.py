"""What the persons at the table are told of a session, turn by turn, in play and from a record alike."""

from sim.ai.agent import OwnPly
from sim.client import words as w
from sim.client.model import Dated, Look, StatedBelief, ToldReason
from sim.record.notation import read_action
from sim.record.record import Record, RecordError
from sim.rules import actions as act
from sim.scenario.tables import RulesTables
from sim.session.calls import actor_of
from sim.session.replay import compare, steps
from sim.session.session import Session


class Watch:
    """What a seat has been told of a session so far. Playing and re-living a record give the same looks.

    ``analyst`` has the other side's reasons told for the acts that the seat knows of; without it no look holds any.
    """

    def __init__(self, seat: int, *, analyst: bool = False) -> None:
        self.seat = seat
        self.analyst = analyst
        self._since = 0
        self._told = 0
        self._noted = 0
        self._closed: tuple[float, ...] = ()
        self.looks: list[Look] = []
        """What it was told, turn by turn."""
        self.plies: list[OwnPly] = []
        """What the seat saw and did so far."""

    def close(self, session: Session) -> None:
        """The seat is about to end its turn."""
        self._closed = session.observation(self.seat).values

    def look(self, session: Session, unfit: str = "") -> Look:
        """What the seat may know, as its turn begins or the game is over."""
        self._since, self._told = self._told, len(session.events)
        events = tuple(each for each in session.events[self._since :] if self._knows(each))
        seen, stated = session.observation(self.seat).values, self._stated(session)
        self.looks.append(Look(seen, self._closed, events, session.over, unfit, stated, self.reasons(session)))
        return self.looks[-1]

    def _knows(self, dated: Dated) -> bool:
        return bool(dated[1].audience >> self.seat & 1)

    def reasons(self, session: Session) -> tuple[ToldReason, ...]:
        """Why the other side acted between the last two looks, in the analyst setting.

        A ply is told by its first event that the seat knows for an act of the other side; one without stays untold.
        """
        found = []
        for each in session.notes if self.analyst else ():
            if each.seat != self.seat and each.note.reasons and each.before >= self._since:
                acts = (dated for dated in session.events[each.before : each.after] if actor_of(dated[1]) == each.seat)
                known = next((dated for dated in acts if self._knows(dated)), None)
                if known:
                    found.append(ToldReason(*known, each.note.reasons))
        return tuple(found)

    def _stated(self, session: Session) -> tuple[StatedBelief, ...]:
        found = []
        for each in session.notes[self._noted :]:
            if each.seat == self.seat and each.note.beliefs:
                known = sum(event.audience >> self.seat & 1 for _, event in session.events[: each.after])
                found.append(StatedBelief(each.day, known, each.note.beliefs))
        self._noted = len(session.notes)
        return tuple(found)


Lines = list[str]


def relive(tables: RulesTables, record: Record, *watches: Watch) -> tuple[Session, Lines]:
    """The session at the end of a record, and lines that the record lacks; the watches are told all on the way.

    A night is written after the turn that brings it, so a game that was cut off between the two lacks the night's
    lines, and play gives them again. Raises RecordError if the record departs from play.
    """
    written: Lines = []
    session = None
    ended = [text == act.KIND_NAMES[act.END_TURN] for _, _, text in record.actions]
    for i, session in enumerate(steps(tables, record, written)):
        if session.over:
            for watch in watches:
                watch.look(session)
            continue
        own = next((watch for watch in watches if watch.seat == session.to_move), None)
        if own is None:
            continue
        if i < len(ended):
            action = read_action(tables, record.actions[i][2], own.seat)
            own.plies.append(OwnPly(session.observation(own.seat).values, action))
        if i == 0 or ended[i - 1]:
            own.look(session)
        if i < len(ended) and ended[i]:
            own.close(session)
    played = written[1:]
    if session is None or played[: len(record.lines)] != list(record.lines):
        raise RecordError(w.NOT_REPLAYED.format(where=compare(record, written)))
    return session, played[len(record.lines) :]
