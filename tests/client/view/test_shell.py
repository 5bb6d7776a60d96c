"""The shell: which screen follows which, what is asked for, and that nothing is done while the other side thinks."""

from dataclasses import replace
from pathlib import Path

from sim.client.saving.saves import QUICK
from sim.client.settings import SCALES
from sim.client.update import Commit, EndTurn, PlanAction, Reveal, SetOption
from sim.client.view.devices.bindings import BINDINGS, by_key
from sim.client.view.devices.keys import command_of, message_of
from sim.client.view.shell import messages as m
from sim.client.view.shell.shell import Shell, reply
from sim.record.notation import Action
from sim.rules import actions as act
from tests.client.view.gallery import FLAGSHIP, Played, shells

TABLE = f"{FLAGSHIP}/0/days/table"


def after(shell: Shell, *messages: object) -> Shell:
    """The shell after messages, whatever they ask for."""
    for message in messages:
        shell, _ = reply(shell, message)
    return shell


def test_back_leads_where_one_came_from() -> None:
    shell = after(shells()[TABLE], m.Go("cables"), m.Go("facts"))
    assert shell.screen == "facts"
    assert after(shell, m.Back()).screen == "cables"
    assert after(shell, m.Back(), m.Back()).screen == "table"
    assert after(shell, m.Back(), m.Back(), m.Back()).dialog == "menu"


def test_back_closes_a_dialog_first() -> None:
    shell = after(shells()[TABLE], m.Open("menu"), m.Back())
    assert (shell.screen, shell.dialog) == ("table", "")


def test_a_question_is_asked_and_can_be_answered_no_by_going_back() -> None:
    shell = after(shells()[TABLE], PlanAction(Action(act.END_TALKS)))
    assert shell.dialog == "question"
    shell = after(shell, m.Back())
    assert shell.dialog == ""
    assert shell.model is not None
    assert shell.model.plan == ()


def test_ending_the_day_asks_the_game_and_waits() -> None:
    shell, requests = reply(shells()[TABLE], EndTurn(1))
    assert shell.waiting
    assert requests == (m.Carry(Commit(())),)


def test_while_the_other_side_thinks_nothing_is_planned() -> None:
    shell = after(shells()[TABLE], EndTurn(1))
    for message in (SetOption(0, 0), PlanAction(Action(act.HOLD)), EndTurn(1), m.Begin(), m.Resume(Path("x"), True)):
        assert reply(shell, message) == (shell, ())
    assert after(shell, m.Go("cables")).screen == "cables", "one may look about meanwhile"


def test_the_night_follows_the_day_and_the_table_the_night() -> None:
    from sim.client.update import Observed

    played = Played("tiny", 0, "linear", 3)
    shell = after(replace(shells()["title"], model=played.model, screen="table"), EndTurn(1))
    look = played.game.commit(())
    shell, requests = reply(shell, Observed(look))
    assert (shell.screen, shell.waiting, [type(each) for each in requests]) == ("night", False, [m.Foresee])
    assert shell.seen == 1
    shell = after(shell, m.Back())
    assert (shell.screen, shell.seen) == ("table", 2)


def test_a_game_that_is_over_is_revealed_and_debriefed() -> None:
    from sim.client.update import Observed, Revealed

    played = Played("tiny", 0, "linear", 3)
    shell = replace(shells()["title"], model=played.model, screen="table")
    requests: tuple[object, ...] = ()
    while not played.game.session.over:
        shell = after(shell, m.Go("table"), EndTurn(1))
        shell, requests = reply(shell, Observed(played.game.commit(())))
    assert requests == (m.Carry(Reveal()),)
    shell = after(shell, Revealed(played.game.debrief(played.book)))
    assert shell.screen == "night"
    assert after(shell, m.Back()).screen == "debrief"


def test_a_new_game_begins_with_what_was_chosen() -> None:
    seats = after(shells()["title"], m.Go("seats"), m.Choose("scenario", 1), m.Choose("seat", 1))
    shell = after(seats, m.Open("others"), m.Choose("agent", "linear"))
    assert shell.dialog == ""
    shell, requests = reply(shell, m.Begin())
    close, start = requests
    assert close == m.CloseGame()
    assert isinstance(start, m.StartGame)
    assert (start.book.tables.id, start.seat, start.agent) == ("tiny", 1, "linear")
    assert shell.waiting


def test_after_a_game_the_next_is_offered_as_it_was_and_begins_at_once_from_the_other_side() -> None:
    over = shells()["tiny/1/over/debrief"]
    model = over.model
    assert model is not None
    over = replace(over, shelf=shells()["title"].shelf)
    offered = after(over, m.Go("seats")).choice
    assert (offered.scenario, offered.seat, offered.agent) == (1, model.seat, model.rival)
    shell, (close, start) = reply(over, m.PlayOther())
    assert close == m.CloseGame()
    assert isinstance(start, m.StartGame)
    assert (start.book, start.seat, start.agent) == (model.book, 1 - model.seat, model.rival)
    assert reply(shell, m.PlayOther()) == (shell, ()), "one at a time"


def test_another_scenario_brings_its_own_suggestion() -> None:
    shell = after(shells()["title"], m.Go("seats"), m.Choose("agent", "cooperative"), m.Choose("scenario", 1))
    assert shell.choice.agent == ""


def test_a_failure_is_told_and_ends_the_waiting() -> None:
    shell = after(replace(shells()["title"], waiting=True), m.Failed("no such thing"))
    assert (shell.waiting, shell.notice) == (False, "no such thing")


def test_a_notice_lasts_until_the_next_act() -> None:
    shell = after(shells()["title"], m.Done("kept"))
    assert after(shell, m.Stocked(shell.shelf)).notice == "kept"
    assert after(shell, m.Go("help")).notice == ""


def test_quick_save_and_load() -> None:
    _, requests = reply(shells()[TABLE], m.SaveAs(QUICK))
    assert requests == (m.KeepCopy(QUICK),)
    assert after(shells()[TABLE], m.LoadQuick()).notice
    slot = shells()["title"].shelf.slots[0]._replace(path=Path(f"{QUICK}.record"))
    shell = replace(shells()[TABLE], shelf=shells()["title"].shelf._replace(slots=(slot,)))
    assert m.OpenRecord(slot.path, True) in reply(shell, m.LoadQuick())[1]


def test_a_save_needs_a_name() -> None:
    shell = after(shells()[TABLE], m.Open("save"))
    assert reply(shell, m.SaveAs()) == (shell, ())
    _, requests = reply(after(shell, m.Typed("before winter")), m.SaveAs())
    assert requests == (m.KeepCopy("before winter"),)


def test_text_grows_and_shrinks_within_bounds() -> None:
    shell = shells()["title"]
    for _ in range(10):
        shell = after(shell, m.SetScale(by=1))
    assert shell.text == SCALES[-1]
    for _ in range(10):
        shell = after(shell, m.SetScale(by=-1))
    assert shell.text == SCALES[0]


def test_the_face_turns_between_private_and_public() -> None:
    shell = after(shells()[TABLE], m.TurnFace())
    assert shell.model is not None
    assert shell.model.face == act.PUBLIC
    again = after(shell, m.TurnFace())
    assert again.model is not None
    assert again.model.face == act.PRIVATE


def test_keys_do_what_they_say_where_they_hold() -> None:
    table, title = shells()[TABLE], shells()["title"]
    assert command_of(table, "p") == "propose"
    assert command_of(title, "p") == ""
    assert command_of(title, "n") == "new"
    assert command_of(replace(table, dialog="menu"), "p") == ""
    assert command_of(replace(table, dialog="menu"), "escape") == "back"
    assert isinstance(message_of(table, "end"), EndTurn)
    assert message_of(replace(table, screen="cables"), "back") == m.Back()


def test_every_key_has_one_meaning_and_every_command_is_listed() -> None:
    keys = [key for binding in BINDINGS for key in binding.keys]
    assert len(keys) == len(set(keys)) == len(by_key(()))
    assert all(binding.shown and binding.group for binding in BINDINGS)


def test_messages_that_hold_nothing_are_told_apart() -> None:
    """Empty tuples would all be equal, and false."""
    assert len({m.Back(), m.Quit(), m.Begin()}) == 3
    assert bool(m.Back())


def test_what_is_chosen_for_the_window_is_kept() -> None:
    shell, requests = reply(Shell(), m.SetScale(to=150))
    assert requests == (m.KeepSetting("text", 150),)
    shell, requests = reply(shell, m.ToggleScreen())
    assert shell.full
    assert requests == (m.ForWindow("screen"), m.KeepSetting("full", True))
    assert reply(shell, m.SetScale(to=150))[1] == (), "nothing changed"


def test_the_analyst_setting_is_kept_and_goes_with_every_game() -> None:
    shell, requests = reply(shells()[TABLE], m.ToggleAnalyst())
    assert requests == (m.KeepSetting("analyst", True), m.Analyse(True))
    _, (_, opened) = reply(shell, m.Resume(Path("x"), False))
    assert opened == m.OpenRecord(Path("x"), False, analyst=True)
    _, (_, begun) = reply(after(shell, m.Go("seats")), m.Begin())
    assert begun.analyst
    assert reply(shell, m.ToggleAnalyst())[1] == (m.KeepSetting("analyst", False), m.Analyse(False))
