"""One game in play: the only holder of its true state, its luck and its record.

What anyone else gets is an observation for a seat, the legal actions on it, and the events that seat may know.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from sim.ai.agent import Observation
from sim.errors import CessationError
from sim.record.events import Event, read_log
from sim.record.lines import day_line, end_line, event_lines, night_lines, ply_line
from sim.record.notation import END, Action, NotationError, read_action, write_action
from sim.record.notes import NOTHING, Note, PlacedNote, merge, note_lines
from sim.record.record import Chain, Header, next_hash
from sim.rules import layout as at
from sim.rules.actions import VIOLATIONS
from sim.rules.endings import returns
from sim.rules.events import log_size
from sim.rules.game import apply, night_falls, seed_luck, start
from sim.rules.legality import legal, violations
from sim.rules.luck import FIRST_FORCED, LUCK_SIZE, MAX_FORCED, N_FORCED
from sim.rules.night import night
from sim.rules.observation import observe
from sim.scenario.tables import RulesTables

Sink = Callable[[Sequence[str]], None]


class IllegalAction(CessationError):
    """An action that breaks rules; the message names all of them. Nothing has changed."""


@dataclass(frozen=True)
class Snapshot:
    """A moment of a turn, kept so that the turn can be undone until it is committed."""

    state: list[float]
    plies: int
    events: int
    notes: int
    note: Note
    last_hash: str
    pending: tuple[str, ...]


class Session:
    """A game in play. ``sink`` receives the lines of each committed turn and night, if there is one."""

    def __init__(self, tables: RulesTables, header: Header, sink: Sink | None = None) -> None:
        self.tables = tables
        self.header = header
        self._sink = sink
        self._chain = Chain(next_hash("", [str(header)], ()))  # so that the first link vouches for the header too
        self._luck = [0] * LUCK_SIZE
        self._log = [0.0] * log_size(tables.log_rows)
        self._state = [0.0] * tables.n_state
        self._plies = 0
        self.events: list[tuple[int, Event]] = []
        """All events so far, each with its day."""
        self.notes: list[PlacedNote] = []
        """What the seats noted so far. Each is the secret of its seat until the game is over."""
        self._note = NOTHING  # for the next ply
        seed_luck(self._luck, header.rng_seed, header.game)
        self._force(header.forced)
        start(tables.ints, tables.reals, self._state, self._luck, self._log)
        self._take_log()
        if sink:
            sink([str(header)])
        self._open_day()

    def _force(self, forced: Sequence[tuple[int, int]]) -> None:
        if len(forced) > MAX_FORCED:
            raise CessationError(f"at most {MAX_FORCED} outcomes can be forced")
        self._luck[N_FORCED] = len(forced)
        for i, (point, outcome) in enumerate(forced):
            self._luck[FIRST_FORCED + 2 * i : FIRST_FORCED + 2 * i + 2] = [point, outcome]

    def attach(self, sink: Sink) -> None:
        """Send what is committed from now on to ``sink``; for a session resumed from a record, to go on with it."""
        self._sink = sink

    # ------------------------------------------------------------------------------------------------ looking
    @property
    def day(self) -> int:
        """The day, from 1."""
        return int(self._state[at.DAY])

    @property
    def to_move(self) -> int:
        """The number of the seat to move."""
        return int(self._state[at.TO_MOVE])

    @property
    def over(self) -> bool:
        """Whether the game has ended."""
        return self._state[at.ENDING] >= 0.0

    @property
    def ending(self) -> str | None:
        """The ending's id, once the game is over."""
        return self.tables.names.endings[int(self._state[at.ENDING])] if self.over else None

    @property
    def last_hash(self) -> str:
        """The last link of the record's chain."""
        return self._chain.last

    def score(self, seat: int) -> float:
        """A seat's score, 0-100; meaningful once the game is over."""
        return returns(self.tables.ints, self.tables.reals, self._state, seat)

    def observation(self, seat: int) -> Observation:
        """What a seat sees now."""
        seen = [0.0] * self.tables.n_state
        observe(self.tables.ints, self.tables.reals, self._state, self._luck, seat, seen)
        return Observation(seat, tuple(float(x) for x in seen))

    def legal(self) -> list[int]:
        """The mask of legal actions of the seat to move: kinds, then levers, then options."""
        mask = [0] * self.tables.n_mask
        legal(self.tables.ints, self.tables.reals, self._state, mask)
        return mask

    def violations(self, action: Action) -> list[str]:
        """Every rule that an action would break; empty if it is legal."""
        bits = violations(self.tables.ints, self.tables.reals, self._state, *action)
        return [message for bit, message in VIOLATIONS.items() if bits & bit]

    def true_state(self) -> tuple[float, ...]:
        """The true state, for records, replays and debriefs: never for an agent or a player in play."""
        return tuple(float(x) for x in self._state)

    # ------------------------------------------------------------------------------------------------- acting
    def act(self, action: Action) -> list[Event]:
        """Apply an action of the seat to move; returns what happened, the night included if it ended the day.

        Raises IllegalAction, and changes nothing, if it breaks a rule.
        """
        broken = self.violations(action)
        if broken:
            raise IllegalAction(f"{self._say(action)}: {'; '.join(broken)}")
        day, seat, before = self.day, self.to_move, len(self.events)
        self._plies += 1
        apply(self.tables.ints, self.tables.reals, self._state, self._luck, self._log, list(action))
        events = self._take_log()
        noted, self._note = self._note, NOTHING
        if noted != NOTHING:
            self.notes.append(PlacedNote(day, self._plies, seat, before, len(self.events), noted))
        self._chain.add(
            ply_line(self.tables, day, self._plies, seat, action),
            *note_lines(self.tables, seat, noted),
            *event_lines(self.tables, events),
        )
        if self.over:
            self._close()
        elif action.kind == END.kind:
            self._commit()
            if night_falls(self._state):
                events += self._night()
        return events

    def note(self, beliefs: Mapping[str, object], reasons: Mapping[str, object] | None = None) -> None:
        """Note what the seat to move believes and why it chooses, to be written under its next ply for it alone.

        Nothing else changes and nobody else learns of it. What is said again before that ply takes the place of what
        was said. Raises NoteError, and notes nothing, if it is no belief or reason.
        """
        if beliefs or reasons:
            self._note = merge(self.tables, self.to_move, self._note, beliefs, reasons or {})

    def _say(self, action: Action) -> str:
        """An action in the notation, or as it is if the notation has no word for it."""
        try:
            text = write_action(self.tables, action)
            if read_action(self.tables, text, self.to_move) == action:
                return f"`{text}`"
        except (IndexError, NotationError):
            pass
        return repr(action)

    def _night(self) -> list[Event]:
        before = self._state[:]
        night(self.tables.ints, self.tables.reals, self._state, self._luck, self._log)
        events = self._take_log(int(before[at.DAY]))
        self._chain.add(*night_lines(self.tables, events, before, self._state))
        if self.over:
            self._close()
        else:
            self._commit()
            self._open_day()
        return events

    def _open_day(self) -> None:
        self._plies = 0
        self._chain.add(day_line(self.tables, self.day, int(self._state[at.OPENS_TODAY])))

    def _close(self) -> None:
        self._chain.add(end_line(self.tables, int(self._state[at.ENDING]), [self.score(0), self.score(1)]))
        self._commit()

    def _commit(self) -> None:
        lines = self._chain.commit(self._state)
        if self._sink:
            self._sink(lines)

    def _take_log(self, day: int | None = None) -> list[Event]:
        events = read_log(self.tables, self._log)
        self._log[0] = 0.0
        self.events += [(day or self.day, event) for event in events]
        return events

    # ---------------------------------------------------------------------------------------------- undoing
    def snapshot(self) -> Snapshot:
        """Where the game stands; take one as a turn begins."""
        return Snapshot(
            self._state[:], self._plies, len(self.events), len(self.notes), self._note, self._chain.last,
            tuple(self._chain.pending),
        )  # fmt: skip

    def undo(self, to: Snapshot) -> None:
        """Go back to an earlier moment of this turn; raises CessationError for any other moment."""
        lines = len(to.pending)
        if to.last_hash != self._chain.last or self.over:
            raise CessationError("the turn is committed and cannot be undone")
        if tuple(self._chain.pending[:lines]) != to.pending:
            raise CessationError("that moment was undone itself")
        self._state[:] = to.state
        self._plies = to.plies
        del self._chain.pending[lines:]
        del self.events[to.events :]
        del self.notes[to.notes :]
        self._note = to.note
