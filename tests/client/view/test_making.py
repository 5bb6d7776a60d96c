"""Making scenes in steps and ahead of time: what comes of it is what would be made at once, and it comes to an end."""

from dataclasses import replace

import pytest

from sim.client.view import making
from sim.client.view import show as showing
from sim.client.view.drawing.fonts import FontRuler
from sim.client.view.drawing.geometry import Geometry
from sim.client.view.drawing.memory import Memory, NotYet
from sim.client.view.drawing.scene import Scene
from sim.client.view.making import MOST_STEPS, Maker
from sim.client.view.shell.shell import Shell
from sim.client.view.show import show
from tests.client.view.gallery import FLAGSHIP, shells

GEOMETRY = Geometry(1600, 900, 100)
TABLES = (f"{FLAGSHIP}/0/first/table", f"{FLAGSHIP}/0/days/table", f"{FLAGSHIP}/0/answer/table", "dialog/menu")
LONG = (f"{FLAGSHIP}/0/over/debrief", f"{FLAGSHIP}/0/over/cables", f"{FLAGSHIP}/0/first/facts")
SCREEN = showing.screen_scene
NIGHT = f"{FLAGSHIP}/0/days/night"


def steps(maker: Maker, name: str) -> int:
    """Steps until a scene is made."""
    taken = 1
    while not maker.step(shells()[name], GEOMETRY, {}):
        taken += 1
    return taken


def test_a_scene_made_in_steps_is_the_one_made_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "STEP", 0.001)
    maker = Maker()
    for name in TABLES * 2:
        steps(maker, name)
        assert maker.scene(shells()[name], GEOMETRY) == show(shells()[name], GEOMETRY, FontRuler(GEOMETRY.unit)), name


def test_each_step_finds_what_the_last_one_made_and_without_any_time_it_still_ends(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    maker = Maker()
    monkeypatch.setattr(making, "STEP", 0.0)
    assert steps(maker, TABLES[0]) == MOST_STEPS + 1
    assert maker.steps == 0
    ruler = FontRuler(GEOMETRY.unit)
    known = 0
    for _ in range(5):
        ruler.memory().until = 0.0
        with pytest.raises(NotYet):
            show(shells()[TABLES[1]], GEOMETRY, ruler)
        assert len(ruler.memory()) > known
        known = len(ruler.memory())


@pytest.mark.parametrize(
    "name", [f"{FLAGSHIP}/0/over/debrief", f"{FLAGSHIP}/0/over/cables", f"{FLAGSHIP}/0/first/facts"]
)
def test_a_long_page_is_made_in_steps_that_build_its_tree_once(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    built: list[str] = []

    def build(shell: Shell, geometry: Geometry, ruler: FontRuler) -> Scene:
        built.append(shell.screen)
        return SCREEN(shell, geometry, ruler)

    monkeypatch.setattr(making, "STEP", 0.0005)
    monkeypatch.setattr(showing, "screen_scene", build)
    maker = Maker()
    assert steps(maker, name) > 3
    assert len(built) == 1
    monkeypatch.undo()
    assert maker.scene(shells()[name], GEOMETRY) == show(shells()[name], GEOMETRY, FontRuler(GEOMETRY.unit))


def test_what_follows_a_night_is_made_while_it_is_read_and_once(monkeypatch: pytest.MonkeyPatch) -> None:
    night, maker = shells()[NIGHT], Maker()
    steps(maker, NIGHT)
    assert maker.next_of(night) is night.model
    while maker.next_of(night):
        maker.make_next(night, GEOMETRY)
    table = replace(night, screen="table")
    assert maker.next_of(table) is None
    monkeypatch.setattr(making, "show", lambda *_: pytest.fail("made twice"))
    maker.make_next(night, GEOMETRY)
    monkeypatch.undo()
    ruler = maker.kit(table, GEOMETRY)[0]
    known = len(ruler.memory())
    assert show(table, GEOMETRY, ruler) == show(table, GEOMETRY, FontRuler(GEOMETRY.unit))
    assert len(ruler.memory()) == known, "nothing new is kept"


def test_what_follows_is_gone_on_with_as_more_of_the_night_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    night, maker = shells()[NIGHT], Maker()
    asked: list[Shell] = []

    def unfinished(shell: Shell, *_: object) -> Scene:
        asked.append(shell)
        raise NotYet

    monkeypatch.setattr(making, "show", unfinished)
    for left in (3, 2, 1, 0):
        maker.make_next(replace(night, left=left), GEOMETRY)
    assert all(each is asked[0] for each in asked), "its tree is kept for one and the same"


def test_memory_holds_what_was_asked_for_lately_and_not_without_end() -> None:
    memory = Memory(10)
    for i in range(100):
        memory.keep(i, str(i))
        assert memory.get(0) == "0"
    assert len(memory) <= 20
    assert memory.get(50) is None
    assert memory.get(99) == "99"
