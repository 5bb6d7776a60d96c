"""Two persons at one window: while the curtain is down nothing of either is drawn, and behind it only one is."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from sim.client import chairs_words as c
from sim.client.chairs import Chairs
from sim.client.game import Game
from sim.client.model import Model
from sim.client.saving.saves import HUMAN
from sim.client.update import Advised, Commit, EndTurn, Observed, PlanAction, Revealed, SetOption
from sim.client.view.drawing.geometry import Geometry
from sim.client.view.drawing.scene import Scene
from sim.client.view.shell import messages as m
from sim.client.view.shell.shell import Shell, reply
from sim.client.view.show import show
from sim.record.notation import Action
from sim.rules import actions as act
from tests.client.play import book, shared
from tests.client.view.gallery import ruler

GEOMETRY = Geometry(1280, 720)


def drawn(shell: Shell) -> Scene:
    """The scene of a shell."""
    return show(shell, GEOMETRY, ruler(GEOMETRY.unit))


def said(shell: Shell) -> str:
    """All that a shell shows, and all that would be told of it."""
    return repr(drawn(shell))


class Table:
    """A window on a game of two persons, without a thread."""

    def __init__(self, name: str = "tiny", rng_seed: int = 4) -> None:
        self.game: Game
        self.game, model = shared(name, rng_seed)
        self.book = book(name)
        shelf = m.Shelf(books=(self.book,))
        opened = m.Opened(model, fresh=True, chairs=Chairs(model.seat, {model.seat: model}))
        self.shell = reply(Shell(shelf=shelf), opened)[0]
        self.revealed = 0

    def send(self, *messages: object) -> "Table":
        """Messages, with the game's answers to them."""
        for message in messages:
            self.shell, requests = reply(self.shell, message)
            for request in requests:
                if isinstance(request, m.Carry):
                    self.send(*self._answers(request.request))
        return self

    def _answers(self, asked: object) -> Iterator[object]:
        if isinstance(asked, Commit):
            look = self.game.commit(asked.actions, asked.beliefs)
            yield from (Observed(last, seat) for seat, last in self.game.parting())
            yield Observed(look, self.game.seat)
        else:
            self.revealed += 1
            yield Revealed(self.game.debrief(self.book))

    @property
    def model(self) -> Model:
        """Of whoever is at the screen."""
        assert self.shell.model is not None
        return self.shell.model


def at_curtain() -> Table:
    """The first person has made a public offer that says a lot, and the second has not sat down yet."""
    offer = PlanAction(Action(act.PROPOSE, 3, act.PRIVATE))
    return Table("aleppo-2016").send(m.TakeChair(), m.Go("table"), m.Go("cables"), m.Typed("secret")).send(
        SetOption(0, 4), offer, EndTurn(1)
    )  # fmt: skip


def test_a_game_of_two_begins_behind_the_curtain() -> None:
    table = Table()
    assert (table.shell.screen, table.shell.model) == ("curtain", None)
    table.send(m.TakeChair())
    assert (table.shell.screen, table.model.seat) == ("briefing", 1)


def test_the_curtain_draws_nothing_of_either_side() -> None:
    table = at_curtain()
    assert (table.shell.screen, table.shell.model, table.shell.typed) == ("curtain", None, "")
    chairs = table.shell.chairs
    assert chairs is not None
    bare, _ = shared("aleppo-2016", 99)
    other = Chairs(chairs.seat, bare.models(table.book) | {chairs.seat: replace(chairs.model, looks=(), draft=())})
    assert drawn(table.shell) == drawn(replace(table.shell, chairs=other))
    shown = said(table.shell)
    own = [table.book.word("types", kind) for kinds in table.book.tables.names.types.values() for kind in kinds]
    assert not [word for word in (*own, "hours", "day", "capital") if word in shown.replace(c.NOBODY_ELSE, "")]
    assert c.PASS_CHAIR.format(seat="Washington") in shown


@pytest.mark.parametrize("screen", ["table", "night", "cables", "facts", "briefing"])
def test_behind_the_curtain_only_whoever_sits_there_is_drawn(screen: str) -> None:
    shell = replace(at_curtain().send(m.TakeChair()).shell, screen=screen)
    assert shell.chairs is not None
    assert shell.model is not None
    alone = Chairs(shell.chairs.seat, {shell.model.seat: shell.model})
    assert drawn(shell) == drawn(replace(shell, chairs=alone)) == drawn(replace(shell, chairs=None))


def test_advice_for_the_one_who_left_is_not_shown_to_the_other() -> None:
    table = at_curtain()
    late = Advised(1, silence="for Moscow alone", seat=1)
    table.send(late, m.TakeChair(), late)
    assert table.model.silence == ""
    assert table.send(Advised(1, silence="for Washington", seat=0)).model.silence == "for Washington"


def test_advisers_are_asked_only_once_somebody_sits_there() -> None:
    table = at_curtain()
    _, requests = reply(table.shell, m.TakeChair())
    assert requests[0] == m.Consult()


def test_whoever_comes_back_sees_all_nights_since_their_turn() -> None:
    table = at_curtain().send(m.TakeChair(), m.Go("table"), EndTurn(1))
    assert (table.shell.screen, table.model.seat) == ("night", 0), "whoever closes a day opens the next"
    table.send(m.Go("table"), EndTurn(1))
    assert table.shell.screen == "curtain"
    table.send(m.TakeChair())
    assert (table.shell.screen, table.model.seat, table.shell.seen) == ("night", 1, 1)


def test_the_game_ends_without_a_curtain_and_can_be_seen_from_both_seats() -> None:
    table = Table()
    for _ in range(30):
        table.send(m.TakeChair(), m.Go("table"), EndTurn(3))
        if table.shell.model is not None and table.model.debrief is not None:
            break
    assert table.revealed == 1
    table.send(m.Go("debrief"))
    seat = table.model.seat
    assert table.shell.screen == "debrief"
    assert c.OTHER_SIDE.format(seat=table.book.word("seats", table.book.tables.names.seats[1 - seat])) in said(
        replace(table.shell, dialog="menu")
    )
    table.send(m.OtherSide())
    assert (table.model.seat, table.shell.screen) == (1 - seat, "debrief")
    assert table.model.debrief is not None
    assert table.model.over


def test_the_chair_can_be_left_for_the_title_from_the_curtain() -> None:
    table = at_curtain()
    table.send(m.Back())
    assert table.shell.dialog == "menu"
    assert c.OTHER_SIDE.partition("{")[0] not in said(table.shell)
    table.send(m.LeaveGame())
    assert (table.shell.screen, table.shell.chairs) == ("title", None)


def test_two_persons_are_offered_where_opponents_are() -> None:
    table = Table()
    shell, _ = reply(replace(table.shell, screen="seats", chairs=None), m.Choose("agent", HUMAN))
    _, (_, start) = reply(shell, m.Begin())
    assert isinstance(start, m.StartGame)
    assert start.agent == HUMAN
