"""The night: told part after part, with why the days stopped at its head, who says so, and what was at work."""

from dataclasses import replace

import pytest

from sim.client.model import Dated
from sim.client.telling.night import arrived, at_work, changed_names, headline, items, steps, told_looks
from sim.client.update import Observed
from sim.client.view import words as w
from sim.client.view.drawing.geometry import Geometry
from sim.client.view.drawing.scene import Scene
from sim.client.view.shell import log_messages as g
from sim.client.view.shell import messages as m
from sim.client.view.shell.passing import Now, due, patience
from sim.client.view.shell.shell import Shell, reply
from sim.client.view.show import show
from sim.language.catalogue import languages
from sim.record.events import Event
from tests.client.view.gallery import FLAGSHIP, models, ruler, scene_of, shells
from tests.tongue import speaking

LARGE_NIGHT = 4  # things that happened


def names(scene: Scene) -> str:
    """All that a scene says."""
    return "\n".join(each.name for each in scene.elements if each.name)


def test_a_night_comes_part_after_part_and_the_last_part_is_what_it_changed() -> None:
    shell = shells()["night/told"]
    assert shell.model is not None
    every = steps(shell.model, shell.seen)
    told = []
    for left in range(every - 1, -1, -1):
        found = shells()["night/told"] if not left else replace(shell, left=left)
        told.append(len(_texts(found)))
    assert told == sorted(set(told)), "every part adds something"
    assert "WHAT CHANGED" in names(scene_of("night/told")[0])
    assert "WHAT CHANGED" not in names(scene_of("night/arriving")[0])


def _texts(shell: Shell) -> list[str]:
    geometry = Geometry(1280, 720)
    return [each.name for each in show(shell, geometry, ruler(geometry.unit)).elements if each.role == "text"]


def test_all_of_it_comes_within_a_few_seconds_however_much_happened() -> None:
    for n in range(60):
        of = min(n, 7) + 1 if n else 0
        shown = [arrived(n, of, left) for left in range(of - 1, -1, -1)]
        assert shown == sorted(shown)
        assert not shown or (shown[0] >= 1 and shown[-1] == n)
        assert len(shown) <= 8


def test_parts_come_by_themselves_but_not_behind_a_dialog_nor_where_nothing_is_to_move() -> None:
    shell = replace(shells()["night/told"], left=3)
    assert due(shell, Now(0.0, 10.0)) == [g.Arrive()]
    assert due(shell, Now(0.0, 0.1)) == []
    assert 0.0 < patience(shell, Now(0.0, 0.1)) < 1.0
    assert reply(shell, g.Arrive())[0].left == 2
    assert due(replace(shell, dialog="page"), Now(0.0, 10.0)) == []
    assert reply(shell, m.ToggleMotion())[0].left == 0
    model = shell.model
    assert model is not None
    waiting = replace(shell, screen="table", waiting=True, left=0, seen=len(model.looks) - 1)
    before = replace(waiting, model=replace(model, looks=model.looks[:-1]))
    for still, more in ((False, True), (True, False)):
        after, _ = reply(replace(before, still=still), Observed(model.look))
        assert after.screen == "night"
        assert (after.left > 0) == (more and len(items(model, told_looks(model, after.seen))) > 0)


@pytest.mark.parametrize("language", languages())
def test_what_it_cost_is_in_sight_in_a_small_window_however_much_happened(language: str) -> None:
    told, geometry = shells()["night/told"], Geometry(1280, 720)
    whole = models(FLAGSHIP, 0)["over"]
    most = 0
    with speaking(language):
        for n in range(2, len(whole.looks)):
            model = replace(whole, looks=whole.looks[:n], debrief=None)
            shell = replace(told, model=model, seen=n - 1, language=language)
            scene = show(shell, geometry, ruler(geometry.unit))
            most = max(most, len(items(model, told_looks(model, shell.seen))))
            panel = next(each for each in scene.elements if each.role == "group" and each.name == w.COST)
            bottom = scene.regions[panel.region].view.bottom if panel.region else geometry.height
            assert panel.rect.bottom <= bottom, (n, most)
    assert most >= LARGE_NIGHT


def happened(kind: str, *row: float) -> Dated:
    """An event that both seats know."""
    a, b, value = (*row, 0.0, 0.0, 0.0)[:3]
    return 5, Event(kind, "", 3, (0.0, float(a), float(b), float(value)))


def test_the_gravest_reason_to_stop_is_the_headline_and_the_news_comes_last() -> None:
    model = models(FLAGSHIP, 0)["days"]
    events = (happened("struck", 4), happened("proposed", 1, 0), happened("duty_breached", 0), happened("collapsed"))
    look = model.look._replace(events=events)
    found = headline(replace(model, looks=(*model.looks[:-1], look)))
    assert found[0].startswith("The agreement collapsed")
    assert "breached" in found[1]
    assert "offered" in found[2]
    assert len(found) >= 4
    assert headline(models(FLAGSHIP, 0)["over"]) == ()


def test_what_changed_is_told_with_what_was_at_work_and_never_with_what_works_against_it() -> None:
    model = models(FLAGSHIP, 0)["days"]
    hazard = list(model.names.hazards).index("convoy_struck")
    look = model.look._replace(events=(happened("struck", hazard),))
    for name, by, told in (("trust", -0.1, True), ("trust", 0.1, False), ("world_pressure", 0.1, True)):
        slot = model.tables.slot[name]
        values = [*model.looks[-2].values]
        values[slot] += by
        after = replace(model, looks=(*model.looks[:-1], look._replace(values=tuple(values))), since=-1)
        assert (model.book.word("hazards", "convoy_struck") in at_work(after, name)) == told, (name, by)
        assert changed_names(after) == [name]
