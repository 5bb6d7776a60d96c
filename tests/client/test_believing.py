"""What a person believes: stated in a turn, noted with it, told to nobody, held against the truth in the debrief."""

from dataclasses import replace

import pytest

from sim.analysis.understood.understanding import ForecastReport, StatedForecast
from sim.client import words as w
from sim.client.debriefing.understood import motives_page, understood_page
from sim.client.figures import decimals_beside, points
from sim.client.game import Game
from sim.client.model import Model
from sim.client.naming import package_words, seat_name
from sim.client.telling.motives import why
from sim.client.text.believing import believe_screen, read_beliefs, suggestion
from sim.client.text.layout import page_lines
from sim.client.text.matching import MisreadError
from sim.client.update import Commit, DropBeliefs, EndTurn, PlanAction, SetBelief, Undo, update
from sim.client.watch import Watch, relive
from sim.client.weighing.believing import (
    as_stated,
    forecast_now,
    hundredths,
    open_forecasts,
    out_of_place,
    prior_belief,
    type_belief,
)
from sim.client.weighing.planning import draft_number, package_of
from sim.client.wishes import Wishes
from sim.record.forecasts import ForecastFate
from sim.record.notation import Action
from sim.record.notes import Note, PlacedNote, Terms, type_names
from sim.rules import actions as act
from sim.rules import layout as at
from tests.client.play import WIDTH, Script, plain_policy, send, started
from tests.games import tiny

KINDS = type_names(tiny(), 0)


def sure(model: Model, kind: int) -> Terms:
    """All belief on one type of the other side."""
    return tuple((name, float(i == kind)) for i, name in enumerate(type_names(model.tables, model.seat)))


def propose(model: Model) -> PlanAction:
    """The draft as an offer."""
    return PlanAction(Action(act.PROPOSE, draft_number(model), act.PRIVATE))


def test_a_belief_is_shown_at_once_and_noted_with_the_turn() -> None:
    game, model = started("tiny", 0, "hold")
    assert type_belief(model) == prior_belief(model)
    model = send(game, model, SetBelief(sure(model, 1)))
    assert type_belief(model) == sure(model, 1)
    assert game.session.notes == []
    model = send(game, model, EndTurn(1))
    assert [each.note.beliefs for each in game.session.notes] == [sure(model, 1)]
    assert (model.stated, [each.beliefs for each in model.believed]) == ((), [sure(model, 1)])
    assert type_belief(model) == sure(model, 1)


def test_a_belief_touches_neither_the_plan_nor_the_other_side() -> None:
    states = []
    for stated in ((), ((KINDS[0], 1.0), *((name, 0.0) for name in KINDS[1:]))):
        game, model = started("tiny", 0, "linear")
        model = send(game, model, propose(model), *([SetBelief(stated)] if stated else []), EndTurn(3))
        states.append((game.session.true_state(), game.session.events, game.session.observation(1)))
    assert states[0] == states[1]


def test_undo_takes_back_actions_and_dropping_takes_back_beliefs() -> None:
    game, model = started("tiny", 0, "hold")
    model = send(game, model, propose(model), SetBelief(sure(model, 0)), Undo())
    assert (model.plan, model.stated) == ((), sure(model, 0))
    model = send(game, model, DropBeliefs())
    assert (model.stated, model.notices) == ((), (w.BELIEFS_DROPPED,))
    assert send(game, model, DropBeliefs()).notices == (w.NO_BELIEF_TODAY,)


@pytest.mark.parametrize("beliefs", [((KINDS[0], 0.9),), (("accepts", 2.0),), (("nothing", 0.5),)])
def test_what_cannot_be_noted_is_refused_with_a_word(beliefs: Terms) -> None:
    game, model = started("tiny", 0, "hold")
    model = send(game, model, propose(model))
    after = send(game, model, SetBelief(beliefs))
    assert after.stated == ()
    assert len(after.notices) == 1


def test_a_forecast_needs_something_to_forecast() -> None:
    game, model = started("tiny", 0, "hold")
    assert open_forecasts(model) == []
    assert send(game, model, SetBelief((("accepts", 0.5),))).notices == (w.NOTHING_TO_FORECAST["offer"],)
    assert send(game, model, SetBelief((("holds", 0.5),))).notices == (w.NOTHING_TO_FORECAST["agreement"],)
    model = send(game, model, propose(model))
    assert [each.name for each in open_forecasts(model)] == ["accepts"]
    model = send(game, model, SetBelief((("accepts", 0.5),)))
    assert update(model, EndTurn(1))[1] == Commit(model.plan, (("accepts", 0.5),))
    undone = send(game, model, Undo())
    assert update(undone, EndTurn(1))[1] == Commit((), ())
    model = send(game, model, EndTurn(1))
    assert (out_of_place(model, "accepts"), forecast_now(model, "accepts")) == ("", 0.5)
    assert out_of_place(send(game, model, PlanAction(Action(act.WITHDRAW))), "accepts")


def test_a_forecast_is_of_the_offer_that_stands() -> None:
    game, model = started("tiny", 0, "hold")
    model = send(game, model, propose(model), SetBelief((("accepts", 0.5),)), EndTurn(1))
    assert forecast_now(model, "accepts") == 0.5
    model = send(game, model, propose(model), EndTurn(1))
    assert model.own(at.OFFER_ID) > 0
    assert forecast_now(model, "accepts") is None


def test_beliefs_of_the_other_stand_under_the_first_ply_and_forecasts_under_the_last() -> None:
    game, model = started("tiny", 0, "hold")
    send(game, model, propose(model), SetBelief((*sure(model, 0), ("accepts", 0.5))), EndTurn(1))
    first, last = game.session.notes
    assert [name for name, _ in first.note.beliefs] == KINDS
    assert last.note.beliefs == (("accepts", 0.5),)
    assert first.ply + 1 == last.ply


def test_a_game_that_is_gone_on_with_has_the_same_beliefs() -> None:
    game, model = started("tiny", 0, "linear")
    model = send(game, model, propose(model), SetBelief((*sure(model, 0), ("accepts", 0.5))), EndTurn(1))
    watch = Watch(0)
    relive(tiny(), game.record, watch)
    assert tuple(watch.looks) == model.looks
    assert any(look.stated for look in watch.looks)
    assert Watch(1).look(game.session).stated == (), "nobody else is told"


# ------------------------------------------------------------------------------------------------------ what is typed
def flagship_model() -> Model:
    return started("aleppo-2016", 0, "hold")[1]


def named(model: Model, *chances: float) -> Terms:
    return tuple(zip(type_names(model.tables, model.seat), chances, strict=True))


def test_the_types_that_are_not_named_share_what_is_left() -> None:
    model = flagship_model()
    _, second, third = (chance for _, chance in prior_belief(model))
    stated = dict(read_beliefs(model, ["partner", "60"]))
    rest = 0.4 / (second + third)
    assert list(stated.values()) == pytest.approx([0.6, second * rest, third * rest])
    assert sum(stated.values()) == pytest.approx(1.0)
    model = model.__class__(**{**vars(model), "stated": named(model, 1.0, 0.0, 0.0)})
    assert [chance for _, chance in read_beliefs(model, ["partner", "60"])] == pytest.approx([0.6, 0.2, 0.2])


def test_names_are_read_by_id_by_words_and_by_their_beginnings() -> None:
    model = flagship_model()
    for words in ("city 100", "take the city 100", "type.city 100%", "Take 100"):
        assert read_beliefs(model, words.split()) == named(model, 0.0, 1.0, 0.0)


@pytest.mark.parametrize(("words", "why"), [
    ("partner", "Say a name and a chance"), ("60", "Say a name"), ("partner 60 city", "Say a name"),
    ("nobody 60", "nothing to believe"), ("partner 101", "from 0 to 100"), ("partner -1", "from 0 to 100"),
    ("partner 0.6", "Chances are of 100"), ("partner 60 partner 30", "named twice"), ("partner 60 city 60", "to 120"),
    ("partner 20 city 20 exit 20", "to 60"), ("accepts 30", "No offer of yours"), ("holds 30", "No agreement"),
])  # fmt: skip
def test_what_is_no_chance_is_refused_with_a_word(words: str, why: str) -> None:
    with pytest.raises(MisreadError, match=why):
        read_beliefs(flagship_model(), words.split())


def test_chances_that_miss_100_by_their_rounding_only_are_taken() -> None:
    model = flagship_model()
    assert [chance for _, chance in read_beliefs(model, "partner 33 city 33 exit 33".split())] == pytest.approx(
        [1 / 3] * 3
    )


def test_the_screen_shows_what_is_stated_beside_the_prior() -> None:
    game, model = started("aleppo-2016", 0, "hold")
    model = send(game, model, propose(model), SetBelief((*named(model, 0.6, 0.3, 0.1), ("accepts", 0.25))))
    text = "\n".join(believe_screen(model, WIDTH))
    assert "60  partner; at the start 35" in text
    assert "`accepts`: you give it 25 in 100" in text
    assert "holds" not in text


def test_a_forecast_is_suggested_once_and_never_to_who_states_beliefs() -> None:
    game, model = started("aleppo-2016", 0, "hold")
    assert suggestion(model, "accepts") == ""
    planned = send(game, model, propose(model))
    assert "believe accepts" in suggestion(planned, "accepts")
    assert suggestion(send(game, planned, SetBelief(sure(model, 0))), "accepts") == ""
    later = send(game, planned, EndTurn(1), propose(model))
    assert suggestion(later, "accepts") == ""


# -------------------------------------------------------------------------------------------------------- the debrief
def debriefed(*stated: Terms, agent: str = "linear") -> tuple[Game, Model]:
    """A game of the smallest scenario that is over, with beliefs stated on its first days."""
    game, model = started("tiny", 0, agent, 3)
    for beliefs in stated:
        model = send(game, model, SetBelief(beliefs), EndTurn(1))
    while not model.over:
        model = send(game, model, EndTurn(9))
    return game, model


def told(model: Model) -> str:
    assert model.debrief is not None
    return " ".join(" ".join(page_lines(understood_page(model, model.debrief), WIDTH)).split())


def test_the_debrief_holds_beliefs_against_the_truth() -> None:
    _, model = debriefed()
    assert model.debrief is not None
    truth = int(model.debrief.final[at.SEAT_BASE + at.SEAT_WIDTH + at.TYPE])
    _, model = debriefed(sure(model, truth))
    assert model.debrief is not None
    score = model.debrief.understood[0].score
    assert (score.n, score.brier) == (1, 0.0)
    assert score.reference > 0.0
    assert "saw more than the start told" in told(model)
    assert "Settled in this game: 0." in told(model)
    _, model = debriefed(sure(model, 1 - truth))
    assert "keep to what the start told" in told(model)


def test_of_the_other_sides_forecasts_those_that_missed_most_are_told_and_of_ones_own_all() -> None:
    _, model = debriefed()
    assert model.debrief is not None
    stated = tuple(StatedForecast(day, day / 100, ForecastFate(False, day + 1), 0) for day in range(1, 41))
    sides = [
        each._replace(forecasts=(ForecastReport("accepts", stated, 0.0, each.score),))
        for each in model.debrief.understood
    ]
    debrief = replace(model.debrief, understood=(sides[0], sides[1]))
    tables = [section.rows for section in understood_page(model, debrief).sections if len(section.rows) >= 8]
    assert [len(rows) for rows in tables] == [40, 8]
    figures = [[row.figure for row in rows] for rows in tables]
    assert figures[1] == figures[0][-8:], "the most certain of what did not come, in the order of their days"


def test_who_states_nothing_is_told_the_truth_and_nothing_else() -> None:
    _, model = debriefed()
    assert "truly was" in told(model)
    assert "put no belief on record" in told(model)
    assert "score" not in told(model).lower()


def test_the_other_sides_reasons_are_told_when_the_game_is_over() -> None:
    _, model = debriefed()
    assert model.debrief is not None
    text = "\n".join(page_lines(motives_page(model, model.debrief), WIDTH))
    assert "it asked for" in text
    none = "\n".join(page_lines(motives_page(model, model.debrief, "99"), WIDTH))
    assert "it asked for" not in none
    _, idle = debriefed(agent="hold")
    assert idle.debrief is not None
    assert "left no reasons" in "\n".join(page_lines(motives_page(idle, idle.debrief), WIDTH))


def test_what_was_done_for_the_same_reason_again_is_told_once_with_its_days() -> None:
    _, model = debriefed()
    assert model.debrief is not None
    note = next(each for each in model.debrief.notes if each.seat != model.seat and each.note.reasons)
    again = [note._replace(day=day) for day in (note.day, 71, 72)]
    debrief = replace(model.debrief, notes=tuple(again))
    rows = motives_page(model, debrief).sections[0].rows
    assert len(rows) == 1
    assert rows[0].note.endswith("71, 72.")
    assert len(motives_page(model, debrief, "72").sections[0].rows) == 1


def test_a_silence_is_told_only_where_it_filled_a_turn_and_was_weighed_that_day() -> None:
    _, model = debriefed()
    assert model.debrief is not None
    act_note = next(each for each in model.debrief.notes if each.note.reasons)
    silent = [
        PlacedNote(int(day), 0, 1 - model.seat, 0, 0, Note((), (("expected", points), ("searched", searched))))
        for day, points, searched in ((act_note.day, 11.0, act_note.day), (98.0, 22.0, 98.0), (99.0, 33.0, 98.0))
    ]
    debrief = replace(model.debrief, notes=(act_note, *silent))
    text = "\n".join(page_lines(motives_page(model, debrief), WIDTH))
    assert [points in text for points in ("11.0", "22.0", "33.0")] == [False, True, False]
    assert "33.0" in "\n".join(page_lines(motives_page(model, debrief, "99"), WIDTH))


def test_a_reason_is_told_in_the_words_of_the_rule_and_adds_nothing() -> None:
    model = started("tiny", 0, "historical", 3)[1]
    rule = why(model, 0, "historical", (("rule", 1.0), ("aspiration", 0.5), ("offer", 0.61)))
    assert "accept what is worth at least 50" in rule
    assert "worth 61 to it" in rule
    assert why(model, 0, "by-rule", (("rule", 1.0),)) == why(model, 0, "historical", (("rule", 1.0),))
    assert "30 times in 100" in why(model, 0, "historical", (("rule", 4.0),))
    assert "not in this scenario" in why(model, 0, "historical", (("rule", 99.0),))
    found = (("expected", 45.0), ("expected.error", 3.0), ("second", 43.0), ("second.error", 4.0),
             ("second.kind", float(act.HOLD)), ("second.a", 0.0))  # fmt: skip
    assert "45.0 points (give or take 3.0)" in why(model, 0, "search-200", found)
    assert "43.0 (give or take 4.0) by waiting" in why(model, 0, "search-200", found)
    followed = why(model, 0, "search-200", (*found, ("term.calm", 2.0), ("stance", 0.0)))
    assert "it went on as “As the abbey remembers it” would" in followed
    assert "43.0 (give or take 4.0) by waiting" in followed
    assert "spoke for it" not in followed
    assert "nothing was surely better" not in why(model, 0, "search-200", (*found, ("stance", 99.0)))
    assert why(model, 0, "patient", (("boredom", 0.5),)) == "boredom 0.5"


def test_of_a_package_that_differs_little_from_the_one_told_before_it_only_the_difference_is_told() -> None:
    model = started("tiny", 0, "historical", 3)[1]
    found: list[tuple[str, float]] = [("expected", 45.0)]
    for name, package in (("second", 1), ("third", 0)):
        found += [(name, 40.0), (f"{name}.kind", float(act.PROPOSE)), (f"{name}.a", float(package))]
    first, second = (package_words(model.book, package_of(model, a)) for a in (1, 0))
    one = why(model, 0, "search-200", tuple(found))
    assert f"a proposal ({first})" in one
    assert second not in one
    assert "that proposal with " in one
    other = why(model, 0, "search-200", (*found, ("proposed", 0.0)))
    assert first not in other
    assert "the same proposal with " in other


def test_a_whole_game_with_beliefs_typed_in() -> None:
    lines = [
        "believe",
        "propose",
        "believe take 70 accepts 40",
        "end",
        "believe nothing",
        "motives",
        "believe exit 0.5",
    ]
    script = Script(lines, policy=plain_policy).run(Wishes("aleppo-2016", "us", "cooperative", rng_seed=4))
    assert script.play is not None
    assert script.play.model.over
    assert "You give it 40 in 100 that" in script.text
    assert "WHAT WASHINGTON FORECAST" in script.text
    assert "The debrief tells it" in script.text, "motives tell what is hidden"
    assert max(len(line) for line in script.text.split("\n")) <= 100


def test_while_a_stage_only_prepares_the_truce_the_forecast_is_put_as_one_of_that_stage() -> None:
    _, model = started("aleppo-2016", 0)
    values = list(model.values)
    values[at.STATUS], values[at.STAGE], values[at.LEFT] = at.IN_FORCE, 1.0, 10.0
    preparing = replace(model, looks=(model.look._replace(values=tuple(values)),))
    assert "which only prepares the truce" in "\n".join(believe_screen(preparing, 1000))
    values[at.TRUCE] = 1.0
    quiet = replace(model, looks=(model.look._replace(values=tuple(values)),))
    said = "\n".join(believe_screen(quiet, 1000))
    assert "lasts out its present term" in said
    assert "prepares" not in said


@pytest.mark.parametrize(
    ("chance", "told"), [(0.7158, "72"), (0.0, "0"), (0.004, "0.4"), (0.5, "50"), (0.996, "99.6"), (1.0, "100")]
)
def test_chances_are_told_in_whole_points_but_next_to_never_and_always(chance: float, told: str) -> None:
    assert hundredths(chance) == told
    assert as_stated(0.125) == "12.5", "what a person stated is said back as they did"


def test_points_are_whole_unless_two_are_compared_within_one() -> None:
    assert [points(x) for x in (12.4, -3.6, 0.4, -0.26, 0.0)] == ["+12", "-4", "+0.4", "-0.3", "0"]
    assert (decimals_beside(41.2, 41.9), decimals_beside(41.2, 42.2)) == (1, 0)


def test_a_day_without_reasons_names_those_that_have_some_and_what_can_be_asked() -> None:
    _, model = debriefed()
    assert model.debrief is not None
    days = {each.day for each in model.debrief.notes if each.seat != model.seat and each.note.reasons}
    free = next(day for day in range(1, 100) if day not in days)
    said = " ".join(motives_page(model, model.debrief, str(free)).sections[0].says)
    rival = seat_name(model.book, 1 - model.seat)
    assert f"{rival} noted no reason on day {free}." in said
    assert f"of {rival} alone, as it noted them when it chose, from day {min(days)} to day {max(days)}" in said
    assert str(min(days, key=lambda each: abs(each - free))) in said.partition("nearest to yours: ")[2]
    assert "A number after `motives` asks for the reasons of a day" in said
    word = " ".join(motives_page(model, model.debrief, "xyzzy").sections[0].says)
    assert "No reason holds \u201cxyzzy\u201d." in word
