"""Sounds: which goes with what, that each can be heard and is not loud, and that without a device nobody minds."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from sim.client.update import Commit, EndTurn, Observed, Revealed
from sim.client.view.devices import sounds
from sim.client.view.devices.sounding import LOUDEST, RATE, Speaker, can_sound, recipes, samples
from sim.client.view.devices.sounds import sound_of
from sim.client.view.shell import messages as m
from sim.client.view.shell.shell import Shell, reply
from tests.client.view.gallery import FLAGSHIP, Played, shells

TABLE = f"{FLAGSHIP}/0/days/table"
NAMES = [value for name, value in vars(sounds).items() if name.isupper() and isinstance(value, str)]


def heard(shell: Shell, message: object) -> str:
    """The sound of a message."""
    return sound_of(shell, message, reply(shell, message)[0])


def test_pages_and_plans_are_heard_and_nothing_else_of_what_one_does() -> None:
    table = shells()[TABLE]
    assert heard(table, m.Go("cables")) == sounds.PAGE
    assert heard(table, m.Go("table")) == "", "the page stays"
    assert heard(table, EndTurn(1)) == sounds.COMMIT
    assert heard(replace(table, waiting=True), EndTurn(1)) == "", "nothing is committed while the other side thinks"
    for message in (m.Open("menu"), m.Typed("a"), m.TurnFace(), m.SetScale(by=1)):
        assert heard(table, message) == ""


def test_sound_that_is_off_is_off() -> None:
    table = replace(shells()[TABLE], sound=False)
    assert heard(table, EndTurn(1)) == ""
    assert heard(table, m.ToggleSound()) == sounds.COMMIT, "one hears that it is on"
    assert heard(table, m.SetVolume(25)) == sounds.COMMIT


def test_a_night_has_the_sound_of_the_gravest_thing_that_it_brought() -> None:
    """Every night of a game, against the words of the night's events in their order of gravity."""
    order = [(sound, kinds) for sound, kinds in sounds.OF_EVENTS.items()]
    played, found = Played(FLAGSHIP, 0, "cooperative", 11), set()
    while not played.model.over:
        played.plan_what_it_may()
        shell = replace(shells()[TABLE], model=played.model, seen=len(played.model.looks))
        waiting, (carry,) = reply(shell, EndTurn(1))
        assert isinstance(carry.request, Commit)
        look = played.game.commit(carry.request.actions)
        after, requests = reply(waiting, Observed(look))
        sound = sound_of(waiting, Observed(look), after)
        if look.over:
            message = Revealed(played.game.debrief(played.book))
            assert sound == "", "the end is heard once the debrief can be read"
            assert requests
            assert sound_of(after, message, reply(after, message)[0]) == sounds.END
        else:
            kinds = {"objected" if e.kind == "consented" and not e.row[2] else e.kind for _, e in look.events}
            grave = [name for name, each in order if kinds & set(each)]
            quiet = sounds.CALL if after.model is not None and after.model.calls else sounds.NIGHT
            assert sound == (grave[0] if grave else quiet)
            found.add(sound)
        assert after.model is not None
        played.model = after.model
    assert {sounds.NIGHT, sounds.CALL, sounds.SIGNATURE, sounds.BREACH} <= found


def test_an_old_game_is_opened_in_silence() -> None:
    over = shells()[f"{FLAGSHIP}/0/over/debrief"]
    assert over.model is not None
    assert over.model.debrief is not None
    message = Revealed(over.model.debrief)
    opened = replace(over, model=replace(over.model, debrief=None), screen="table", seen=len(over.model.looks))
    assert heard(opened, message) == ""


def test_every_sound_has_a_recipe_and_every_recipe_a_sound() -> None:
    assert set(recipes()) == set(NAMES)
    page = (Path(__file__).parents[3] / "assets" / "README.md").read_text("utf-8")
    assert set(re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE)) == set(NAMES), "the page lists them"


@pytest.mark.parametrize("name", sorted(recipes()))
def test_a_sound_is_quiet_and_begins_and_ends_without_a_click(name: str) -> None:
    recipe = recipes()[name]
    wave = samples(recipe)
    assert len(wave) == round(recipe["seconds"] * RATE)
    assert max(map(abs, wave)) <= 0.2 * LOUDEST + 1
    assert max(map(abs, wave)) > 0.09 * LOUDEST
    assert abs(wave[0]) <= 2
    assert abs(wave[-1]) <= 2


def test_a_machine_without_a_device_is_not_asked_for_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    assert not can_sound({}, tmp_path)
    assert can_sound({"PULSE_SERVER": "here"}, tmp_path)
    (tmp_path / "pcmC0D0p").touch()
    assert can_sound({}, tmp_path)


@pytest.mark.parametrize("driver", ["dummy", "nonsense"])
def test_a_speaker_plays_or_keeps_silent_and_never_complains(driver: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", driver)
    speaker = Speaker()
    for name in ("page", "commit", "page"):
        speaker.play(name, 50)
    speaker.close()
    assert sorted(speaker._sounds) == (["commit", "page"] if driver == "dummy" else [])
