"""The debrief: one content, told by a terminal and kept as a page; played on from any day."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given

from sim.analysis.study.estimates import Estimate
from sim.analysis.understood.understanding import StatedForecast, type_score
from sim.analysis.why.turning import PairedEstimate
from sim.analysis.why.usual import share
from sim.client.debriefing.attentive import curve, far_changes, observer_last
from sim.client.debriefing.breaking import broke_page, why_title
from sim.client.debriefing.chapters import CHAPTERS, TOLD, chapter_page, titles
from sim.client.debriefing.concepts import card_figure
from sim.client.debriefing.course import BEGINS, GOES_ON, MILESTONES, runs
from sim.client.debriefing.days import day_page, played_days
from sim.client.debriefing.debrief import Reviewing
from sim.client.debriefing.debrief_words import PLAYED_IN
from sim.client.debriefing.ending import cost_rows, pulled_rows
from sim.client.debriefing.html_page import html_page, keep_html, told
from sim.client.debriefing.html_style import DARK, LIGHT
from sim.client.debriefing.lanes import TURNS, sign
from sim.client.debriefing.revealing import debriefed
from sim.client.debriefing.reviewing import keep_review, kept_review, review_path
from sim.client.debriefing.score import goal_points
from sim.client.debriefing.turning import far_apart
from sim.client.model import Model
from sim.client.text.debrief import chapter_lines, debrief_screen
from sim.client.update import Reviewed, update
from sim.client.view.drawing.palette import contrast, read_hex
from sim.client.weighing.reading import is_truce
from sim.client.wishes import Wishes
from sim.errors import CessationError
from sim.record.events import Event
from sim.record.forecasts import ForecastFate
from sim.record.notes import Note, PlacedNote
from sim.record.record import Header, Record, read_record
from sim.rules import layout as at
from sim.testing.play import PlayThrough
from sim.testing.strategies import play_throughs
from tests.client.course import taught
from tests.client.play import WIDTH, Script, book, plain_policy
from tests.client.view.gallery import FLAGSHIP, models
from tests.client.view.reviews import made_up
from tests.games import tiny
from tests.golden.kept import compare
from tests.tongue import speaking
from tests.tries import tries

SCRIPT = Path(__file__).parents[1] / "golden" / "tiny-script.txt"
VOID = {"meta", "br", "hr"}


def model_of(path: Path = SCRIPT, seat: int = 0) -> Model:
    return debriefed(book("tiny"), read_record(path), seat)


def reviewed(model: Model) -> Model:
    assert model.debrief is not None
    return update(model, Reviewed(made_up(model.debrief.past)))[0]


def page_of(model: Model) -> str:
    assert model.debrief is not None
    return html_page(model, model.debrief)


class Reader(HTMLParser):
    """Reads a page as a browser would: every tag is closed, ids are used once, links lead somewhere."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[str] = []
        self.text: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag not in VOID:
            self.open.append(tag)
        for name, value in attrs:
            assert not name.startswith("on"), name
            if name == "id":
                self.ids.append(str(value))
            if name in ("href", "src"):
                self.links.append(str(value))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] != "style":
            self.text.append(data)


def check_page(page: str) -> Reader:
    read = Reader(page)
    assert not read.open
    assert len(set(read.ids)) == len(read.ids)
    assert all(link.startswith("#") and link[1:] in read.ids for link in read.links), "nothing is fetched"
    assert "script" not in read.tags
    assert not [text for text in read.text if "{" in text or "Traceback" in text or text == "None"]
    return read


# ------------------------------------------------------------------------------------------------------------ the page
def test_the_page_of_a_fixed_game() -> None:
    """To be read: `tests/golden/tiny-debrief.html` opens in any browser."""
    page = page_of(reviewed(model_of()))
    check_page(page)
    compare("tiny-debrief.html", page)


@given(play_throughs(tiny()))
@tries(0.3)
def test_the_page_of_any_finished_game_is_whole(played: PlayThrough) -> None:
    record = Record(Header.read(played.lines[0]), tuple(played.lines[1:]), 0, True)
    for seat in range(2):
        model = debriefed(book("tiny"), record, seat)
        check_page(page_of(model))
        assert model.debrief is not None
        assert all("{" not in line for line in debrief_screen(model, model.debrief, WIDTH))


def test_what_stands_in_a_page_is_escaped() -> None:
    assert told("a <b> & `c`") == "a &lt;b&gt; &amp; \u201cc\u201d"
    model = model_of()
    words = {"en": {**model.book.words["en"], "title": "<script>alert(1)</script>"}}
    page = page_of(replace(model, book=replace(model.book, words=words)))
    assert "<script" not in page
    assert "&lt;script" in page


def test_a_page_names_the_seed_the_version_and_the_whole_hash() -> None:
    model = model_of()
    page = page_of(model)
    header = read_record(SCRIPT).header
    assert all(part in page for part in (header.digest, f"rng seed {header.rng_seed}", header.version))


def test_a_page_is_in_the_language_of_now() -> None:
    with speaking("ru"):
        page = page_of(reviewed(model_of()))
    assert '<html lang="ru"' in page
    assert "Переправа" in page
    check_page(page)


def test_its_plots_are_told_to_those_who_cannot_see_them() -> None:
    page = page_of(model_of())
    assert page.count('role="img"') == page.count("<figure>") == 2
    assert page.count('role="img" aria-label="') == 2
    assert page.count('<th scope="row">') > 15


def test_its_colours_can_be_read_on_white_and_on_dark() -> None:
    marks = {"track", "line", "past", "teal", "teal-line", "bg", "panel", "neutral"}
    for shades in (LIGHT, DARK):
        for name in LIGHT.keys() - marks:
            assert contrast(read_hex(shades[name]), read_hex(shades["bg"])) >= 4.5, name


def test_a_page_that_cannot_be_written_is_refused_in_a_sentence(tmp_path: Path) -> None:
    model = model_of()
    assert model.debrief is not None
    path = keep_html(model, model.debrief, tmp_path / "game.record", None)
    assert path == tmp_path / "game.html"
    with pytest.raises(CessationError, match="cannot be written"):
        keep_html(model, model.debrief, None, tmp_path)


# -------------------------------------------------------------------------------------------------------- the chapters
def test_every_chapter_has_a_name_a_number_and_something_to_say() -> None:
    model = reviewed(model_of())
    assert model.debrief is not None
    assert len(titles(model_of())) == len(CHAPTERS) == 9
    for number in range(1, 10):
        lines = chapter_lines(model, model.debrief, number, WIDTH)
        assert lines[0].startswith(f"{number}. ")
        assert len(lines) > 2
    assert chapter_lines(model, model.debrief, 10, WIDTH) == []


def test_the_human_cost_comes_before_the_scores() -> None:
    model = model_of()
    assert model.debrief is not None
    headings = [section.heading for section in TOLD[0].page(model, model.debrief).sections]
    assert headings.index("Human cost") < headings.index("Scores")


def test_an_assumption_behind_the_human_cost_is_told_in_the_language_of_now() -> None:
    model = taught()[-1]
    assert model.debrief is not None
    with speaking("ru"):
        notes = " ".join(row.note for row in cost_rows(model, model.debrief))
    assert "допущение" in notes
    assert "assumption" not in notes


def test_days_are_many_however_a_language_counts_them() -> None:
    model = model_of()
    assert model.debrief is not None
    pull = next(event for _, event in model.log if event.kind == "pulled")
    past = replace(model.debrief.past, events=tuple((day, pull) for day in range(1, 22)))
    with speaking("ru"):
        [row] = pulled_rows(replace(model, debrief=replace(model.debrief, past=past)))
    assert row.note.startswith("дни 1, 2"), "21 is counted as one in Russian"


def test_why_it_broke_tells_every_term_and_their_sum() -> None:
    model = model_of()
    assert model.debrief is not None
    page = TOLD[1].page(model, model.debrief)
    night = model.debrief.broke[-1]
    told_terms = [row for section in page.sections[:1] for row in section.rows]
    silent = [each for each in night.terms[1:] if abs(each.value) < 0.0005]
    assert len(told_terms) + len(silent) == len(night.terms)
    assert f"{night.logit:+.2f}" in page.sections[0].says[0]
    assert all(0.0 <= row.bar.value <= 1.0 for row in told_terms if row.bar)


@pytest.mark.parametrize("scenario", ["tiny", "tutorial", FLAGSHIP])
@pytest.mark.parametrize("seat", [0, 1])
def test_a_score_is_told_goal_by_goal_as_the_kernel_adds_it_up(scenario: str, seat: int) -> None:
    model = models(FLAGSHIP, seat)["over"] if scenario == FLAGSHIP else model_of(seat=seat)
    model = taught()[-1] if scenario == "tutorial" else model
    assert model.debrief is not None
    told = "\n".join(page_lines_of(model, 7))
    for each in range(2):
        goals = goal_points(model, model.debrief, each)
        assert sum(goal.points for goal in goals) == pytest.approx(model.debrief.scores[each])
        assert sum(goal.weight for goal in goals) == pytest.approx(100.0)
        assert all(goal.points == pytest.approx(goal.weight * goal.share) for goal in goals)
        for goal in goals:
            row = f"{model.book.word('components', goal.goal)} +{goal.points:.1f}  "
            assert re.search(row.replace("(", r"\(").replace(")", r"\)"), told), row
        most = max(goals, key=lambda goal: goal.points)
        if most.points >= 0.5:
            assert f"largest: {model.book.word('components', most.goal)}" in " ".join(
                " ".join(page_lines_of(model, 1)).split()
            )
    assert page_of(model).count("In all") == 2


def test_each_medium_says_how_futures_come_to_be_played_there() -> None:
    model = model_of()
    assert model.debrief is not None
    for number in (4, 6, 7):
        for medium in PLAYED_IN:
            page = chapter_page(model, model.debrief, number, medium)
            says = [text for section in page.sections for text in section.says]
            assert [text in says for text in PLAYED_IN.values()] == [each == medium for each in PLAYED_IN]
            done = chapter_page(reviewed(model), model.debrief, number, medium)
            assert not {text for section in done.sections for text in section.says} & {*PLAYED_IN.values()}
    assert "`" not in PLAYED_IN["window"] + PLAYED_IN["file"], "what is typed is for the terminal"
    assert PLAYED_IN["terminal"] in " ".join(" ".join(page_lines_of(model, 4)).split())
    assert page_of(model).count(PLAYED_IN["file"]) == 3


def test_an_invented_crisis_is_not_measured_by_a_record_it_has_not() -> None:
    for model, invented in ((taught()[-1], True), (models(FLAGSHIP, 0)["over"], False)):
        assert model.debrief is not None
        done = reviewed(model)
        said = " ".join(line for number in (1, 3, 4, 5, 7) for line in page_lines_of(done, number))
        for word in ("play the record", "for par", "THE RECORD", "BESIDE THE RECORD"):
            assert (word in " ".join(said.split())) != invented, word
        assert ("has no record to play by" in " ".join(said.split())) == invented
        assert (titles(model)[4] == "The record") != invented


# ----------------------------------------------------------------------------------------------- an attentive observer
def test_the_curve_ends_where_the_observer_ended_and_rows_tell_the_far_changes() -> None:
    model = reviewed(models(FLAGSHIP, 0)["over"])
    assert model.debrief is not None
    assert model.review is not None
    beliefs, own = model.review.attentive[0], model.debrief.understood[0]
    plot = curve(model, own, beliefs)
    drawn = plot.draw((500.0, 100.0))
    line = drawn.shapes[2].points
    assert len(line) == len(beliefs) + 1
    zero, one = drawn.shapes[0].points[1][1], drawn.shapes[0].points[0][1]
    assert (line[-1][1] - zero) / (one - zero) == pytest.approx(beliefs[-1].chances[own.truth])
    assert all(x <= y for (x, _), (y, _) in pairwise(line))
    told = far_changes(own.prior, beliefs, 0.3)
    assert told[-1] is beliefs[-1]
    before = own.prior
    for each in told[:-1]:
        assert max(abs(x - y) for x, y in zip(each.chances, before, strict=True)) >= 0.3
        before = each.chances
    assert 2 <= len(told) < len(beliefs)
    assert f"{100 * beliefs[-1].chances[own.truth]:.0f} of 100 at the end" in observer_last(model, model.debrief)
    assert observer_last(models(FLAGSHIP, 0)["over"], model.debrief) == ""


def test_the_observer_is_scored_beside_ones_own_statements_on_the_same_days() -> None:
    model = reviewed(models(FLAGSHIP, 0)["over"])
    assert model.debrief is not None
    assert model.review is not None
    assert "you put a belief on record" not in " ".join(page_lines_of(model, 6))
    beliefs, own = model.review.attentive[0], model.debrief.understood[0]
    step = next(i for i, (one, two) in enumerate(pairwise(beliefs), 1) if one.chances != two.chances)
    stated = own._replace(
        beliefs=(beliefs[step]._replace(chances=own.prior),), score=own.score._replace(n=1, brier=0.77)
    )
    then = replace(model, debrief=replace(model.debrief, understood=(stated, model.debrief.understood[1])))
    score = type_score(own.prior, beliefs[step : step + 1], own.truth).brier
    said = " ".join(" ".join(page_lines_of(then, 6)).split())
    assert f"Over the 1 day on which you put a belief on record it scores {score:.2f}, you 0.77." in said


# -------------------------------------------------------------------------------------- forecasts and turning points
def test_a_word_says_why_when_advisers_gave_a_truce_far_more_than_the_futures_do() -> None:
    model = reviewed(models(FLAGSHIP, 0)["over"])
    assert model.debrief is not None
    assert model.review is not None
    point = model.review.turning.found[0]
    adviser = model.names.advisers[model.names.seats[0]][0].id
    for held, far in ((0.9, True), (0.5, False), (0.1, True)):
        note = PlacedNote(point.ply.day, 0, 0, 0, 0, Note(((f"{adviser}.holds", held),), ()))
        debrief = replace(model.debrief, notes=(note,))
        term = PairedEstimate("holds_term", share(80, 200), share(60, 200), Estimate(-0.1, -0.2, -0.05, 200))
        said = far_apart(model, debrief, replace(point, ensemble=(*point.ensemble, term)))
        assert (f"{100 * held:.0f} in 100 to hold its term, and here it is 40 in 100" in said) == far
        assert bool(said) == far


def test_a_stage_that_was_no_truce_is_not_said_to_have_held_one() -> None:
    model = models(FLAGSHIP, 0)["over"]
    assert model.debrief is not None
    entered = next(i for i, (_, event) in enumerate(model.debrief.events) if event.kind == "entered")
    day, event = model.debrief.events[entered]
    n = model.tables.ints[at.N_STAGES]
    lulls = [stage for stage in range(n) if not is_truce(model, stage)]
    for stage in (lulls[0], int(event.row[1])):
        events = [*model.debrief.events]
        events[entered] = (day, event._replace(row=(event.row[0], float(stage), *event.row[2:])))
        foretold = StatedForecast(day, 0.7, ForecastFate(came_true=True, day=day + 2), entered + 1)
        own = model.debrief.understood[0]
        reports = tuple(each._replace(foretold=(foretold,) if each.name == "holds" else ()) for each in own.forecasts)
        debrief = replace(
            model.debrief,
            past=replace(model.debrief.past, events=tuple(events)),
            understood=(own._replace(forecasts=reports), model.debrief.understood[1]),
        )
        said = " ".join(" ".join(page_lines_of(replace(model, debrief=debrief), 6)).split())
        assert ("the term ended, but it was no truce yet" in said) == (stage in lulls)


def test_before_the_futures_are_played_it_says_how_far_they_are() -> None:
    model = model_of()
    assert "have not been played" in "\n".join(page_lines_of(model, 4))
    going, _ = update(model, Reviewed(None, Reviewing(1200, 5000)))
    assert "1,200 of 5,000" in "\n".join(page_lines_of(going, 4))
    failed, _ = update(model, Reviewed(None, Reviewing(trouble="It cannot be.")))
    assert "It cannot be." in "\n".join(page_lines_of(failed, 7))
    done, _ = update(reviewed(model), Reviewed(None, Reviewing(1, 2)))
    assert done.review is not None, "what is known is not forgotten"


def page_lines_of(model: Model, number: int) -> list[str]:
    assert model.debrief is not None
    return chapter_lines(model, model.debrief, number, WIDTH)


def test_the_day_shows_no_more_than_was_known_unless_the_fog_is_lifted() -> None:
    model = model_of(seat=1)
    assert model.debrief is not None
    fogged, clear = (day_page(model, model.debrief, 2, fog=fog) for fog in (True, False))
    assert set(fogged.sections[1].says) < set(clear.sections[1].says), "the hill's hunger was not for the shore to know"
    assert any("truly" in row.note for row in clear.sections[2].rows)
    assert not any("truly" in row.note for row in fogged.sections[2].rows)
    assert played_days(model) == [1, 2, 3]


def test_an_agreement_is_told_in_one_line_from_its_first_day_to_its_last() -> None:
    model = models(FLAGSHIP, 0)["over"]
    found = runs(model)
    events = [(day, event.kind) for day, event in model.log if event.kind in MILESTONES]
    assert sum(len(each.said) for each in found) == len(events), "nothing is told twice or left out"
    assert all(one.last < other.first for one, other in pairwise(found))
    long = [each for each in found if each.first < each.last]
    assert long, "some agreement lasted"
    for each in long:
        kinds = [kind for day, kind in events if each.first <= day <= each.last]
        assert set(kinds) & set(BEGINS), kinds
        assert set(kinds) & set(GOES_ON), kinds


def test_signs_are_told_apart_by_shape() -> None:
    forms: dict[str, set[object]] = {}
    for kind, (colour, _) in TURNS.items():
        drawn = sign(kind, (0.0, 0.0))
        forms.setdefault(f"{drawn.kind}/{len(drawn.points)}/{bool(drawn.width > 1.5)}", set()).add(colour)
    assert len(forms) >= 4


def test_figures_in_sentences_are_short() -> None:
    assert [card_figure(x) for x in (53.26, 9.72, 3.0, -0.01, 2.04)] == ["53", "9.7", "3", "0", "2"]


# --------------------------------------------------------------------------------------------------- kept, played on
def test_a_review_is_kept_beside_its_record_and_for_no_other(tmp_path: Path) -> None:
    model = model_of()
    assert model.debrief is not None
    past = model.debrief.past
    record = tmp_path / "game.record"
    assert kept_review(past, record) is None
    keep_review(past, made_up(past), record)
    found = kept_review(past, record)
    assert found is not None
    assert found.usual == made_up(past).usual
    review_path(record).write_text("nonsense", "utf-8")
    assert kept_review(past, record) is None
    keep_review(past, made_up(past), None)


def script(*lines: str) -> Script:
    return (
        Script(policy=plain_policy).run(Wishes("tiny", "hill", "linear", rng_seed=4))
        if not lines
        else (Script([*["pass 3"] * 3, *lines, "quit"]).run(Wishes("tiny", "hill", "linear", rng_seed=4)))
    )


def test_chapters_and_days_are_asked_for_by_number() -> None:
    text = script("debrief 3", "debrief 12", "day 2", "day 2 fog", "day", "fork x").text
    assert text.count("3. WHAT WAS ON THE TABLE") == 2
    assert "numbered from 1 to 9" in text
    assert text.count("DAY 2, 2 MAR") == 2
    assert "Say `day` and a number" in text
    assert "Say `fork` and the number of a day" in text


def test_a_game_is_played_on_from_a_day_in_a_game_of_its_own() -> None:
    asked = script("fork 2", "look")
    assert "A new game from day 2" in asked.text
    assert asked.play is not None
    assert (asked.play.model.day, asked.play.model.over) == (2, False)
    path = asked.play.game.autosave.path
    assert path is not None
    assert read_record(path).header.fork.startswith("2:")
    assert len(list(path.parent.glob("*.record"))) == 2


@pytest.mark.parametrize(("asked", "seat"), [("again", 0), ("again shore", 1)])
def test_another_game_begins_from_the_seat_that_is_named_or_the_same_one(asked: str, seat: int) -> None:
    said = script("again nowhere", asked, "")
    assert said.play is not None
    assert "nowhere" in said.text
    model, header = said.play.model, said.play.game.record.header
    assert (model.seat, model.rival, model.over, header.fork) == (seat, "linear", False, "")
    assert said.text.count("WHAT WAS KNOWN ON THE DAY") == 2, "a new game has its briefing"


def test_a_forked_game_says_so_in_its_debrief() -> None:
    assert "played on from day 2 of another one" in script("fork 2", "pass 3", "pass 3").text


def test_the_page_is_saved_where_it_is_wanted(tmp_path: Path) -> None:
    wanted = tmp_path / "kept" / "mine.html"
    text = script(f"page {wanted}").text
    assert str(wanted) in text.replace("\n", "")
    check_page(wanted.read_text("utf-8"))


def test_turning_points_are_played_when_they_are_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sim.client.text.after.review_steps", lambda past: iter([Reviewed(made_up(past))]))
    text = script("turning", "debrief 7").text
    assert "that takes some seconds" in " ".join(text.split())
    assert text.count("HOW THOSE GAMES ENDED") == 2
    assert "4. TURNING POINTS" in text


@pytest.mark.parametrize(
    ("kinds", "title"),
    [
        ((), "Why nothing was signed"), (("signed",), "In force at the end"), (("signed", "expired"), "Why it ran out"),
        (("signed", "collapsed"), "Why it broke"), (("signed", "collapsed", "signed", "denounced"), "Why it was left"),
        (("signed", "suspended"), "Why it was suspended"),
    ],
)  # fmt: skip
def test_the_chapter_of_why_is_called_by_what_became_last_of_what_was_signed(
    kinds: tuple[str, ...], title: str
) -> None:
    model = model_of()
    assert model.debrief is not None
    events = tuple((day, Event(kind, "", 3, (0.0, 0.0, 0.0, 0.0))) for day, kind in enumerate(kinds, 1))
    debrief = replace(model.debrief, past=replace(model.debrief.past, events=events), broke=())
    assert why_title(debrief) == title
    assert broke_page(model, debrief).title == title
