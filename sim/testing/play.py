"""Games played by numbers: each number picks one of the legal actions, so that a list of numbers is a whole game."""

from collections.abc import Iterable

from sim.record.notation import END, Action
from sim.record.record import Header
from sim.rules import actions as act
from sim.rules import layout as at
from sim.rules.legality import legal
from sim.rules.luck import mix
from sim.rules.packages import face_fits, package_count
from sim.scenario.tables import RulesTables
from sim.session.session import Session

LOTS = {act.DENOUNCE: 2, act.END_TALKS: 1, act.ACCEPT: 60}  # what cuts games short is rare
OTHERS = 8


class PlayThrough:
    """A game that was played: its session, the lines of its record, and the state before each decision."""

    def __init__(self, session: Session, lines: list[str]) -> None:
        self.session = session
        self.lines = lines
        self.states: list[list[float]] = []
        self.actions: list[Action] = []

    def __repr__(self) -> str:
        said = "; ".join(line for line in self.lines if line[:1].isdecimal())
        return f"<game {self.session.header.game}: {said}>"


def header_of(tables: RulesTables, rng_seed: int = 1, game: int = 0) -> Header:
    """The header of a game between two people."""
    first, second = tables.names.seats
    return Header(tables.id, tables.digest, "test", rng_seed, game, ((first, "human"), (second, "human")))


def legal_kinds(tables: RulesTables, state: list[float]) -> list[int]:
    """Kinds of action that are legal, in order."""
    mask = [0] * tables.n_mask
    legal(tables.ints, tables.reals, state, mask)
    return [kind for kind in range(act.N_KINDS) if mask[kind]]


def pick_legal(tables: RulesTables, state: list[float], number: int) -> Action:
    """A legal action of the seat to move, chosen by a number; 0 ends the turn."""
    kinds = legal_kinds(tables, state)
    lots = [kind for kind in kinds for _ in range(LOTS.get(kind, OTHERS))]
    number, choice = divmod(number, len(lots))
    return fill_in(tables, state, lots[choice], number)


def fill_in(tables: RulesTables, state: list[float], kind: int, number: int) -> Action:
    """A legal action of a legal kind, its arguments chosen by a number."""
    ints = tables.ints
    rival = 1 - int(state[at.TO_MOVE])
    offer = int(state[at.SEAT_BASE + rival * at.SEAT_WIDTH + at.OFFER_ID])
    if kind == act.PROPOSE:
        number, package = divmod(number, package_count(ints))
        faces = [face for face in range(act.FIRST_SHIFT + 2 * ints[at.N_ISSUES]) if face_fits(ints, package, face)]
        return Action(kind, package, faces[number % len(faces)])
    if kind == act.ACCEPT:
        return Action(kind, offer)
    if kind == act.REJECT:
        return Action(kind, offer, number % ints[at.N_REASONS])
    if kind == act.RENEW:
        return Action(kind, number % 2)
    if kind == act.PULL:
        mask = [0] * tables.n_mask
        legal(ints, tables.reals, state, mask)
        pullable = [lever for lever in range(ints[at.N_LEVERS]) if mask[act.N_KINDS + lever]]
        return Action(kind, pullable[number % len(pullable)])
    return Action(kind)


def scrambled(start: int, n: int) -> list[int]:
    """``n`` numbers that look like chance, the same for the same ``start``; none for 0, the simplest."""
    return [mix(start * 65536 + i) for i in range(n if start else 0)]


def play(tables: RulesTables, game: int, decisions: Iterable[int]) -> PlayThrough:
    """Play a game by numbers; once they are used up, both seats end their turns until the game is over."""
    lines: list[str] = []
    session = Session(tables, header_of(tables, game=game), lines.extend)
    played = PlayThrough(session, lines)
    numbers = iter(decisions)
    while not session.over:
        state = list(session.true_state())
        action = pick_legal(tables, state, next(numbers, 0))
        played.states.append(state)
        played.actions.append(action)
        session.act(action)
    return played


def pass_turns(session: Session) -> None:
    """End turns until the game is over."""
    while not session.over:
        session.act(END)
