"""Whole games at the terminal, and lines that mean nothing."""

import re
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.ai.kernel import can_compile
from sim.ai.registry import opponent_ids, resolved
from sim.client.compiling import futures_are_ready, needs_compiling, search_is_ready
from sim.client.model import Model
from sim.client.opponents import first_choices, further_choices, opponent_about, opponent_name
from sim.client.page import Row
from sim.client.saving.saves import games_folder
from sim.client.settings import read_settings
from sim.client.telling.standing import duty_changes, duty_says, standings
from sim.client.text.commands import VERBS, VERBS_OVER, read_line
from sim.client.text.layout import columns, rows, wrap
from sim.client.text.loop import Play, Terminal
from sim.client.text.screens import rival_says
from sim.client.text.turn import turn_screen
from sim.client.update import EndTurn, PlanAction
from sim.client.weighing.planning import rival_offer
from sim.client.wishes import Wishes, suggested_level
from sim.folders import cache_folder
from sim.record.notation import Action
from sim.rules import actions as act
from sim.rules import layout as at
from tests.client.play import WIDTH, Script, book, plain_policy, send, started

GAMES = [
    ("tiny", "hill", "linear"),
    ("tiny", "shore", "historical"),
    ("tiny", "hill", "random"),
    ("aleppo-2016", "us", "cooperative"),
    ("aleppo-2016", "russia", "historical"),
    ("aleppo-2016", "us", "random"),
]


@pytest.mark.parametrize(("scenario", "seat", "agent"), GAMES)
def test_a_whole_game_from_briefing_to_debrief(scenario: str, seat: str, agent: str) -> None:
    script = Script(policy=plain_policy).run(Wishes(scenario, seat, agent, rng_seed=4))
    text = script.text
    for part in ("BRIEFING", "WHAT YOU WANT", "STATE OF PLAY", "HUMAN COST", "SCORES", "2. WHY "):
        assert part in text
    assert "THE COURSE OF DAYS" in text or "YOUR GAME BESIDE THE RECORD" in text
    assert text.rindex("\nHUMAN COST\n") < text.index("\nSCORES\n")
    assert "{" not in text
    assert max(len(line) for line in text.split("\n")) <= 100
    assert script.play is not None
    assert script.play.model.over


def test_the_end_of_input_leaves_and_keeps_the_game() -> None:
    script = Script(["", "end"]).run(Wishes("aleppo-2016", "us", "linear", rng_seed=2))
    assert "Your game is kept" in script.written[-1]
    assert len(list(games_folder().iterdir())) == 1
    again = Script(["look"]).run(Wishes(go_on=True))
    assert again.play is not None
    assert script.play is not None
    assert again.play.model.looks == script.play.model.looks


def test_the_end_of_input_at_a_menu_begins_nothing() -> None:
    assert Script([]).run(Wishes()).play is None
    assert Script(["1"]).run(Wishes()).play is None
    assert not games_folder().exists()


@pytest.mark.parametrize("scenario", ["tiny", "aleppo-2016"])
def test_whoever_is_played_against_is_named_once_and_told_of_in_a_sentence(scenario: str) -> None:
    _, model = started(scenario, 0)
    for agent in (*opponent_ids(model.tables), "search-300"):
        name, about = opponent_name(model.book, agent), opponent_about(model.book, agent)
        said = rival_says(replace(model, rival=agent))[0]
        assert said.count(name) == 1
        assert said.endswith(about)
        assert agent not in about
        assert len(about.split()) > 2
        assert about.endswith(".")


@pytest.mark.parametrize("scenario", ["tiny", "aleppo-2016"])
def test_nobody_is_offered_twice_under_two_names(scenario: str) -> None:
    of = book(scenario)
    offered = [*first_choices(), *further_choices(of)]
    played = [resolved(of.tables, agent) for agent in offered]
    assert len(set(played)) == len(played)
    assert set(map(partial(resolved, of.tables), opponent_ids(of.tables))) <= set(played)


def test_menus_choose_a_crisis_a_seat_and_an_opponent() -> None:
    script = Script(["tiny", "valley", "2", "tit"]).run(Wishes())
    assert script.play is not None
    assert script.play.model.names.seats[script.play.model.seat] == "shore"
    assert script.play.model.rival == "tit-for-tat"
    assert "none of hill, shore" in script.text


def test_an_unfinished_game_is_offered_first() -> None:
    Script(["end"]).run(Wishes("tiny", "hill", "hold"))
    offered = Script([""]).run(Wishes())
    assert "You left a game" in offered.text
    assert offered.play is not None
    assert offered.play.model.day == 2
    assert Script(["new", "tiny", "", ""]).run(Wishes()).play is not None
    assert len(list(games_folder().iterdir())) == 2


def test_a_save_is_made_and_loaded_in_the_middle_of_a_game() -> None:
    lines = ["end", "save here", "end", "load here", "saves", "load nowhere", "save", "save a/b"]
    script = Script(lines).run(Wishes("tiny", "hill", "hold", rng_seed=1))
    assert "Saved as `here`" in script.text
    assert script.play is not None
    assert script.play.model.day == 2
    assert "no save `nowhere`" in script.text
    assert "`a/b` cannot be" in script.text


def test_undo_frees_the_turn_again() -> None:
    script = Script(["hold", "undo", "propose", "undo", "undo", "end"]).run(Wishes("tiny", "hill", "hold", rng_seed=1))
    assert "Taken back: " in script.text
    assert "nothing to take back" in script.text


def test_ending_the_talks_is_confirmed() -> None:
    script = Script(["end talks", "no", "end talks", "yes", "end"]).run(Wishes("tiny", "hill", "hold", rng_seed=1))
    assert "left undone" in script.text
    assert "You will end the talks for good" in script.text
    assert script.play is not None
    assert script.play.model.over


def test_the_debrief_explains_any_night() -> None:
    policy = iter(["night 1", "night 99", "night", "hidden", "cables", "why tension", "propose", "", "debrief", "help"])

    def decide(model: Model) -> str | None:
        return next(policy, None) if model.over else ""

    script = Script(policy=decide).run(Wishes("tiny", "hill", "linear", rng_seed=3))
    assert "THE NIGHT OF DAY 1" in script.text
    assert "There is no night of day 99" in script.text
    assert "The game is over." in script.text


def test_the_analyst_setting_tells_why_they_acted_until_it_is_turned_off() -> None:
    wishes = Wishes("aleppo-2016", "us", "cooperative", rng_seed=11)
    days = ["pass 1"] * 6
    assert "WHY THEY ACTED" not in Script([*days, "motives"]).run(wishes).text
    script = Script(["analyst", "analyst maybe", "analyst on", *days, "motives"]).run(wishes)
    assert "setting is off" in script.text
    assert "Say `analyst on`" in script.text
    part = script.text.partition("WHY THEY ACTED")[2]
    assert "Because: rule" in " ".join(part.split("\n")[:3])
    assert "WHY MOSCOW ACTED" in script.text
    assert read_settings()[0].analyst, "it is kept"
    off = Script(["analyst off", *days, "motives"]).run(replace(wishes, analyst=True))
    assert "Because" not in off.text.rpartition("setting is off")[2]
    assert "The debrief tells it" in off.text
    told = Script(days).run(replace(wishes, analyst=True))
    again = Script([]).run(Wishes(go_on=True, analyst=True))
    assert told.play is not None
    assert again.play is not None
    assert told.play.model.looks == again.play.model.looks, "re-living tells the same"


def test_the_language_changes_in_play_with_the_words_of_the_scenario_and_is_kept() -> None:
    russian_lines = ["взгляд", "предложить 1 7", "отмена", "почему авиация", "язык en"]
    lines = ["language", "language de", "language ru", *russian_lines]
    script = Script([*lines, "why aircraft", "quit"]).run(Wishes("aleppo-2016", "us", "cooperative", rng_seed=11))
    assert script.text.count("Say `language` and one of en, ") == 2
    assert "Теперь всё говорится по-русски." in script.text
    assert "Вы предложите, негласно: Пауза: 7 дней;" in script.text
    assert "Команда `взгляд` мне неизвестна." in script.text
    russian, _, english = script.text.partition("Everything is said in English now.")
    assert "Бомбардировки не прекратились бы" in russian or "АВИАЦИЯ" in russian
    assert "AIRCRAFT" in english
    assert read_settings()[0].language == "en"


class Fed:
    """A game that is fed one line after another, with its output thrown away."""

    def __init__(self, scenario: str, seat: int, rng_seed: int) -> None:
        game, model = started(scenario, seat, "random", rng_seed)
        self.play = Play(Terminal(lambda _: None, lambda _: None, WIDTH), model.book, game, model)

    def say(self, line: str) -> None:
        """One line."""
        self.play._take(read_line(self.play.model, line, WIDTH))


WORDS = st.sampled_from(
    [
        *VERBS,
        *VERBS_OVER,
        "pause",
        "d2",
        "afloat",
        "public",
        "pause+",
        "1",
        "2",
        "99",
        "-1",
        "o1",
        "yes",
        "none",
        "tension",
    ]
)
LINES = st.one_of(st.text(max_size=40), st.lists(st.one_of(WORDS, st.text(max_size=6)), max_size=5).map(" ".join))


@given(lines=st.lists(LINES, max_size=12), seat=st.integers(0, 1), rng_seed=st.integers(0, 20))
@settings(max_examples=80)
def test_no_line_ever_breaks_the_game(lines: list[str], seat: int, rng_seed: int) -> None:
    fed = Fed("tiny", seat, rng_seed)
    for line in lines:
        fed.say(line)
    assert 0 <= len(fed.play.model.plan) < 20


@given(st.text(max_size=300), st.integers(20, 100), st.integers(0, 8))
def test_text_is_wrapped_to_its_width(text: str, width: int, indent: int) -> None:
    assert all(len(line) <= width for line in wrap(text, width, indent))


def test_a_number_is_not_broken_at_the_space_within_it() -> None:
    number = "5\u00a0676-11\u00a0352"
    for before in range(20):
        assert any(number in line for line in wrap("a" * before + f" {number} b", 20))


def test_tables_line_up_where_they_fit_and_stack_where_they_do_not() -> None:
    table = [Row("a", "1", "x"), Row("bb", "22", "y " * 60), Row("c" * 50, "3")]
    lines = rows(table, 60)
    assert lines[0].index("1") == lines[1].index("22") + 1
    assert all(len(line) <= 60 for line in lines)
    assert columns(["a", "b", "c"], 80) == ["  a   b   c"]
    assert columns(["a", "b", "c"], 8) == ["  a   c", "  b"]


def test_a_level_that_looks_ahead_is_proposed_wherever_it_can_be_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    assert (suggested_level() == "a-little-ahead") == can_compile()
    assert not needs_compiling("by-rule")
    assert needs_compiling("a-little-ahead") == can_compile(), "nothing is compiled in a new home"
    kept = cache_folder() / "kernels" / "0123" / "search_4567"
    kept.mkdir(parents=True)
    for name in ("search.search", "foresight.foresee"):
        assert needs_compiling("a-little-ahead") == can_compile()
        (kept / f"{name}-1.py311.nbi").touch()
    assert not needs_compiling("a-little-ahead")
    assert suggested_level() in first_choices()
    monkeypatch.setattr("sim.client.wishes.has_compiler", lambda: False)
    assert suggested_level() == "by-rule"


def test_that_the_first_time_takes_long_is_said_the_first_time_only(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CESSATION_HOME", str(tmp_path))
    assert (search_is_ready(), futures_are_ready()) == (False, False)
    game, model = started("tiny", 0)
    monkeypatch.setattr(type(game), "forecaster", None)
    monkeypatch.setattr("sim.ai.kernel.can_compile", lambda: True)
    said: list[str] = []
    play = Play(Terminal(lambda _: None, said.append, 200), model.book, game, model)
    for ready in (False, True):
        with suppress(AttributeError):
            play._forecast("")
        assert ("first time" in said.pop()) != ready
        kept = cache_folder() / "kernels" / "0123" / "search_4567"
        kept.mkdir(parents=True, exist_ok=True)
        (kept / "survival.survive-1.py311.nbi").touch()
    assert (search_is_ready(), futures_are_ready()) == (False, can_compile())


def test_obligations_that_stand_as_they_did_are_counted_and_not_listed_again() -> None:
    game, model = started("aleppo-2016", 0, "cooperative", 3)
    model = send(game, model, PlanAction(Action(act.ACCEPT, rival_offer(model))), EndTurn(1))
    assert model.values[at.STATUS] == at.IN_FORCE
    listed, anew = duty_says(model), duty_changes(model)
    assert anew == listed, "on the first day all are new"
    again = replace(model, looks=(*model.looks, model.look._replace(events=())))
    assert len(duty_changes(again)) == 1
    assert sum(int(n) for n in re.findall(r"\d+", duty_changes(again)[0])) == len(standings(model))
    assert [each for each in listed if each in "\n".join(turn_screen(again, 10**4))] == []
    assert all(each in "\n".join(turn_screen(again, 10**4, full=True)) for each in listed)


def test_who_plays_the_other_seat_is_said_at_once_and_how_to_have_another() -> None:
    text = " ".join(Script(["quit"]).run(Wishes("tiny", "hill")).text.split())
    opponent = opponent_name(book("tiny"), suggested_level())
    assert text.startswith(f"Cessation At the other seat, for The shore: {opponent}. For another,")
    assert "`cessation play --agent`; `cessation agents` lists them." in text
    chosen = " ".join(Script(["quit"]).run(Wishes("tiny", "hill", "linear")).text.split())
    assert "At the other seat, for The shore: Linear." in chosen


def test_the_terminal_names_the_command_that_plays_what_a_chapter_waits_for() -> None:
    text = Script(policy=plain_policy).run(Wishes("tiny", "hill", "linear", rng_seed=4)).text
    turning = " ".join(text[text.index("4. TURNING") : text.index("\n5. ")].split())
    unusual = " ".join(text[text.index("7. HOW UNUSUAL") : text.index("\n8. ")].split())
    how = "`turning` plays futures and games, in some seconds."
    assert f"Futures of every choice have not been played yet. {how}" in turning
    assert f"The games to set yours beside have not been played yet. {how}" in unusual
