"""The dialog of beliefs: steps that always add up, what is said beside it, and that it reaches the record."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from sim.client.saving.saves import saved_games
from sim.client.update import Commit, EndTurn, PlanAction, Undo
from sim.client.view import words as w
from sim.client.view.drawing import focus as foci
from sim.client.view.drawing.geometry import Geometry
from sim.client.view.drawing.scene import Scene
from sim.client.view.running import Runner
from sim.client.view.screens.beliefs import STEP, WHOLE, shared_out, stepped
from sim.client.view.shell import messages as m
from sim.client.view.shell.shell import Shell, reply
from sim.client.view.show import show
from sim.client.weighing.believing import prior_belief, type_belief
from sim.record.notation import Action
from sim.rules import actions as act
from tests.client.play import book
from tests.client.view.gallery import FLAGSHIP, SIZES, Played, ruler, shells
from tests.client.view.test_shell import after

TABLE = f"{FLAGSHIP}/0/days/table"
CHANCES = st.lists(st.integers(0, 1000), min_size=2, max_size=5).filter(sum).map(lambda found: shared_out(WHOLE, found))


def drawn(shell: Shell) -> Scene:
    """The scene of a shell in the smallest window."""
    geometry = Geometry(*SIZES[0])
    return show(shell, geometry, ruler(geometry.unit))


def said(shell: Shell) -> str:
    """Everything that a shell's scene says."""
    return "\n".join(each.name for each in drawn(shell).elements if each.name)


def pressed(shell: Shell, id_: str) -> Shell:
    """The shell once a control of its scene has been pressed."""
    element = drawn(shell).find(id_)
    assert element is not None
    assert element.control is not None
    assert element.control.enabled, element.control.why
    return after(shell, element.control.message)


def opened(name: str = TABLE) -> Shell:
    """A table with the dialog open."""
    return after(shells()[name], m.Open("believe"))


def hundredths(shell: Shell) -> list[int]:
    """The chances of all types."""
    assert shell.model is not None
    return [round(WHOLE * chance) for _, chance in type_belief(shell.model)]


@given(CHANCES, st.data(), st.sampled_from((-1, 1)))
def test_one_chance_steps_and_the_others_keep_their_order_and_fill_up_to_100(
    chances: list[int], data: st.DataObject, by: int
) -> None:
    which = data.draw(st.integers(0, len(chances) - 1))
    found = stepped(chances, which, by, [1.0] * len(chances))
    assert sum(found) == WHOLE
    assert min(found) >= 0
    assert found[which] % STEP == 0
    if 0 < chances[which] + by < WHOLE:
        assert 0 < (found[which] - chances[which]) * by <= STEP
    others = [i for i in range(len(chances)) if i != which]
    for i in others:
        for j in others:
            if chances[i] > chances[j]:
                assert found[i] >= found[j]


def test_what_was_certain_gives_way_in_proportion_to_the_start() -> None:
    assert stepped([100, 0, 0], 0, -1, [0.5, 0.4, 0.1]) == [95, 4, 1]
    assert stepped([100, 0, 0], 0, 1, [0.5, 0.4, 0.1]) == [100, 0, 0]
    assert stepped([35, 40, 25], 1, 1, []) == [32, 45, 23]
    assert stepped([32, 45, 23], 0, 1, []) == [35, 43, 22], "a step leads to the next multiple of five"


def test_a_step_states_the_belief_and_the_dialog_stays_open() -> None:
    shell = opened()
    assert shell.model is not None
    name = prior_belief(shell.model)[0][0]
    before = hundredths(shell)
    shell = pressed(shell, f"belief/{name}/more")
    assert shell.dialog == "believe"
    assert shell.model is not None
    assert shell.model.notices == ()
    assert hundredths(shell)[0] > before[0]
    assert sum(hundredths(shell)) == WHOLE
    shell = pressed(shell, "belief/drop")
    assert hundredths(shell) == before
    assert shell.model is not None
    assert shell.model.stated == ()


def test_the_start_stands_beside_each_chance_and_nothing_is_asked_for() -> None:
    text, model = said(shells()["dialog/believe"]), shells()["dialog/believe"].model
    assert model is not None
    for _, prior in prior_belief(model):
        assert w.PRIOR_NOTE.format(chance=100 * prior) in text
    assert "Never required" in text
    assert "debrief" in text


def test_a_forecast_can_be_made_of_what_stands_or_is_planned_and_of_nothing_else() -> None:
    shell = opened(f"{FLAGSHIP}/0/first/table")
    assert shell.model is not None
    assert not any("accepts" in id_ for id_ in foci.ids(drawn(shell)))
    planned = opened("believed")
    for way, chance in (("more", 40), ("less", 35), ("less", 30)):
        planned = pressed(planned, f"belief/accepts/{way}")
        assert planned.model is not None
        assert dict(planned.model.stated)["accepts"] == chance / WHOLE
    undone = after(planned, Undo())
    _, (carry,) = reply(undone, EndTurn(1))
    assert isinstance(carry, m.Carry)
    assert isinstance(carry.request, Commit)
    assert "accepts" not in dict(carry.request.beliefs), "there is no offer any more"


def test_the_table_shows_what_one_believes_and_asks_only_until_then() -> None:
    believed, silent = said(shells()["believed"]), said(shells()[TABLE])
    assert w.BELIEVED_EVENT["accepts"].format(chance=35) in believed
    assert "60%" in believed
    assert w.BELIEF_GOES_ALONG in believed
    assert w.BELIEVE in silent
    assert w.BELIEVE not in believed


def test_an_offer_brings_the_suggestion_once_and_to_nobody_who_states_beliefs() -> None:
    first = shells()[f"{FLAGSHIP}/0/first/table"]
    assert first.model is not None
    assert "how likely is it" not in said(first)
    planned = after(first, PlanAction(Action(act.PROPOSE, 0)))
    assert "how likely is it that" in said(planned)
    assert "how likely is it" not in said(shells()["believed"])


def test_what_is_stated_reaches_the_record() -> None:
    """Through the runner, as the window sends it."""
    played = Played("tiny", 0, "linear", 3)
    shell = replace(shells()["title"], model=played.model, screen="table", dialog="believe")
    runner = Runner()
    runner.send(m.StartGame(book("tiny"), 0, "linear", 3))
    name = prior_belief(played.model)[0][0]
    shell = pressed(shell, f"belief/{name}/more")
    _, requests = reply(shell, EndTurn(1))
    for request in requests:
        runner.send(request)
    runner.close()
    (kept,) = saved_games()
    assert any(line.startswith(f"    believes {kept.seat} {name} ") for line in kept.record.lines)
