"""The debrief: one content, told by a terminal and kept as a page; played on from any day."""

from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given

from sim.client.debriefing.breaking import broke_page, why_title
from sim.client.debriefing.chapters import CHAPTERS, TOLD, titles
from sim.client.debriefing.concepts import card_figure
from sim.client.debriefing.course import BEGINS, GOES_ON, MILESTONES, runs
from sim.client.debriefing.days import day_page, played_days
from sim.client.debriefing.debrief import Reviewing
from sim.client.debriefing.html_page import html_page, keep_html, told
from sim.client.debriefing.html_style import DARK, LIGHT
from sim.client.debriefing.lanes import TURNS, sign
from sim.client.debriefing.revealing import debriefed
from sim.client.debriefing.reviewing import keep_review, kept_review, review_path
from sim.client.model import Model
from sim.client.text.debrief import chapter_lines, debrief_screen
from sim.client.update import Reviewed, update
from sim.client.view.drawing.palette import contrast, read_hex
from sim.client.wishes import Wishes
from sim.errors import CessationError
from sim.record.events import Event
from sim.record.record import Header, Record, read_record
from sim.testing.play import PlayThrough
from sim.testing.strategies import play_throughs
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
    assert len(titles()) == len(CHAPTERS) == 9
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
