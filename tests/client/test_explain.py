"""Everything that has a name has a page, and what the page says adds up."""

from dataclasses import replace

import pytest

from sim.client.explaining.asking import all_targets, find, nearest
from sim.client.explaining.outline import movers
from sim.client.explaining.rules import foremost_risks, risk_rows, risks, term_rows
from sim.client.explaining.tables import explain
from sim.client.explaining.variables import happenings, is_at_work
from sim.client.naming import issue_name
from sim.client.telling.meters import headline_names, shown_meter
from sim.client.text.turn import turn_screen
from sim.client.update import EndTurn
from sim.client.weighing.judging import carried, option_points, own_type, owner_of_type, tabled, votes, worth_to_self
from sim.client.weighing.nightfall import tonight
from sim.record.events import Event
from sim.rules import layout as at
from sim.rules.arithmetic import logistic
from sim.rules.hazards import logit
from sim.rules.values import ratifies
from tests.client.play import WIDTH, send, started
from tests.client.test_standing import having, signed
from tests.client.view.gallery import models
from tests.tongue import speaking


@pytest.mark.parametrize("name", ["tiny", "tutorial", "aleppo-2016"])
@pytest.mark.parametrize("seat", [0, 1])
def test_everything_that_has_a_name_has_a_page(name: str, seat: int) -> None:
    game, model = started(name, seat, "linear")
    model = send(game, model, EndTurn(1))
    targets = list(all_targets(model))
    assert len(targets) > 40
    for target in targets:
        page = explain(model, target)
        assert page.title
        assert page.sections, target
        text = str(page)
        assert "{" not in text.replace("{'", "").replace("'}", "") or target.section == "facts", target


@pytest.mark.parametrize("name", ["tiny", "tutorial", "aleppo-2016"])
def test_an_id_finds_its_own_page(name: str) -> None:
    _, model = started(name, 0)
    for target in all_targets(model):
        found = find(model, target.id)
        assert target.id in [each.id for each in found], target


def test_a_word_may_be_a_part_of_a_name_in_any_case() -> None:
    _, model = started("aleppo-2016", 0)
    assert [target.id for target in find(model, "TRUST")] == ["trust"]
    assert [target.id for target in find(model, "press_fact")] == ["press_factions"]
    assert [target.id for target in find(model, "approval")] == ["us.approval"]
    assert [target.section for target in find(model, "renewal roll")] == ["renewals"]
    assert [target.id for target in find(model, "f18")] == ["F18"]
    assert len(find(model, "damascus obed")) == 1
    assert [target.id for target in find(model, "back convoys")] == ["lead_convoys"], "by the words of what is shown"
    assert find(model, "xyzzy") == []
    assert find(model, "...") == []


def test_the_terms_of_a_hazard_add_up_to_its_log_odds() -> None:
    _, model = started("aleppo-2016", 0)
    for i, hazard in enumerate(model.names.hazards):
        total = sum(float(row.figure) for row in term_rows(model, hazard))
        exact = logit(model.tables.ints, model.tables.reals, tonight(model), i)
        assert total == pytest.approx(exact, abs=0.02)


def test_risks_are_the_chances_of_what_is_possible_tonight() -> None:
    _, model = started("aleppo-2016", 0)
    shown = {row.note: float(row.figure.removeprefix("under ").split()[0]) for row in risk_rows(model)}
    hazards = list(model.names.hazards)
    for hazard, chance in shown.items():
        odds = logit(model.tables.ints, model.tables.reals, tonight(model), hazards.index(hazard))
        assert chance == pytest.approx(100 * logistic(odds), abs=0.1 if chance == 0.1 else 0.06)
    assert list(shown.values()) == sorted(shown.values(), reverse=True)


def test_points_of_options_add_up_to_the_worth_of_a_package() -> None:
    _, model = started("aleppo-2016", 1)
    owner = owner_of_type(model, 1, own_type(model))
    total = sum(option_points(model, owner, i)[option] for i, option in enumerate(model.draft))
    assert total == pytest.approx(worth_to_self(model, model.draft))


def test_the_vote_at_home_is_the_vote_of_the_rules() -> None:
    _, model = started("aleppo-2016", 0)
    for option in range(5):
        draft = (option, *model.draft[1:])
        state, slot = tabled(model, draft)
        assert carried(model, votes(model, draft)) == ratifies(model.tables.ints, model.tables.reals, state, 0, slot)


def test_what_would_follow_a_breach_is_at_work_only_where_there_was_one() -> None:
    model = models("aleppo-2016", 0)["force"]
    duty = next(i for i, name in enumerate(model.names.duties) if name.endswith(".us"))
    clause = model.names.duties[duty].partition(".")[0]
    values = [*model.values]
    values[model.tables.ints[at.FIRST_CLAUSE] + model.names.clauses.index(clause)] = 1.0
    line = next(each for each in movers(model.book, "trust") if (each.entry, each.part) == (clause, "us breach"))
    for kind, told in (("duty_kept", False), ("duty_breached", True)):
        event = (model.day, Event(kind, "", 3, (0.0, float(duty), 0.0, 0.0)))
        look = model.look._replace(values=tuple(values), events=(event,))
        happened = happenings(replace(model, looks=(*model.looks[:-1], look)))
        assert ("clauses", clause) in happened
        assert is_at_work(line, happened) == told


@pytest.mark.parametrize("name", ["tiny", "tutorial", "aleppo-2016"])
@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_heading_and_figure_of_the_table_can_be_asked_about(name: str, language: str) -> None:
    with speaking(language):
        game, model = started(name, 0, "linear")
        model = send(game, model, EndTurn(1))
        issue = issue_name(model.book, 0)
        headings = [line.partition("  (")[0] for line in turn_screen(model, WIDTH, full=True) if _is_heading(line)]
        assert len(headings) >= 7
        figures = [shown_meter(model, each).label for each in headline_names(model, whole=True)]
        for asked in (*headings, *figures, issue):
            assert find(model, asked), asked


def _is_heading(line: str) -> bool:
    head = line.partition("  (")[0]
    return head[:1].isalpha() and head == head.upper() and not any(letter.isdigit() for letter in head)


@pytest.mark.parametrize(
    ("asked", "heading"),
    [
        ("home", "home"), ("ratification", "home"), ("advisers", "advisers"), ("stance", "stances"), ("par", "par"),
        ("human cost", "cost"), ("the table", "table"), ("worth on paper", "worth"), ("state of play", "state"),
    ],
)  # fmt: skip
def test_a_word_of_the_table_leads_to_what_it_means(asked: str, heading: str) -> None:
    _, model = started("aleppo-2016", 0)
    assert [each.id for each in find(model, asked)] == [f"heading.{heading}"]
    assert [each.id for each in find(model, "capital")] == ["us.capital"]
    assert [each.id for each in find(model, "approval at home")] == ["us.approval"]


def test_what_is_far_from_every_name_is_not_taken_for_one_and_the_nearest_are_named() -> None:
    _, model = started("aleppo-2016", 0)
    assert find(model, "hostages") == []
    assert "trust" in [each.id for each in find(model, "trsut")], "a slip of the finger"
    assert nearest(model, "readyness")[0].id == "damascus.ready"


def test_what_would_stop_the_agreement_is_among_the_foremost_risks_however_unlikely() -> None:
    model = signed()
    stopping = {"truce_collapses", "offensive_breaks_truce"}
    for most in (1, 4, 5):
        shown = foremost_risks(model, most)
        assert stopping <= {id_ for _, id_ in shown}
        assert shown == [each for each in risks(model) if each in shown], "with their chances, the likeliest first"
        assert len(shown) == max(most, len(stopping))


def test_a_chance_rests_on_what_the_night_will_make_of_what_is_seen() -> None:
    model = signed()
    slots = model.tables.slot
    for ready in (0.3, 1.1):
        seen = having(model, {slots["damascus.ready"]: ready, slots["damascus.rested"]: 0.5})
        assert tonight(seen)[slots["damascus.force"]] == pytest.approx(ready + 0.2 * 0.5 - 0.11)
        chance = {id_: odds for odds, id_ in risks(seen)}["offensive_breaks_truce"]
        assert (chance > 0.002) == (ready > 1.0)
    assert tonight(model)[slots["entangled"]] == model.values[slots["entangled"]], "one's own estimate stays"
    arrived = having(model, {slots["trucks_tonight"]: 9.0})
    assert tonight(arrived)[slots["trucks_tonight"]] == 9.0, "what grows in the night stays as it was"


def test_numbers_can_be_asked_for_in_words() -> None:
    _, model = started("aleppo-2016", 0)
    assert find(model, "seven days") == find(model, "7 days") != []
    assert find(model, "forty-eight hours") == find(model, "48 hours") != []
