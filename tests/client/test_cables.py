"""The log of cables: all that the seat saw and nothing else, with who says so; searched, and written to a file."""

from pathlib import Path

import pytest

from sim.client.model import Dated, Model
from sim.client.telling.cables import (
    EVERYTHING,
    INCIDENTS,
    KINDS,
    PEOPLE,
    Cable,
    Wanted,
    cable,
    cables,
    keep_cables,
    searched,
)
from sim.client.telling.events import SILENT, attribution, page_of
from sim.client.text.commands import read_line
from sim.client.wishes import Wishes
from sim.errors import CessationError
from sim.record.events import Event
from sim.rules import layout as at
from tests.client.play import WIDTH, Script, started
from tests.client.view.gallery import FLAGSHIP, models


def log() -> tuple[Model, list[Cable]]:
    """A game of some days, and its cables."""
    model = models(FLAGSHIP, 0)["force"]
    return model, cables(model)


def test_every_event_that_the_seat_knows_is_a_cable_and_each_day_tells_who_was_killed() -> None:
    model, found = log()
    events = [each for each in model.log if each[1].kind not in SILENT]
    counted = [each for each in found if each.kind == PEOPLE and each.about is None]
    assert len(found) == len(events) + len(counted)
    assert [each.day for each in found] == sorted(each.day for each in found)
    assert [each.day for each in counted][:5] == [1, 2, 3, 4, 5], "somebody was killed every night before the truce"
    slot = model.tables.slot[model.names.human_cost[0].of]
    row = model.names.human_cost[0]
    first = (model.looks[1].values[slot] - model.looks[0].values[slot]) * row.low
    assert f"+{round(first)}\u2013" in counted[0].text
    assert all("range" in each.says for each in counted)


def test_the_kinds_part_all_cables_and_what_strikes_people_or_goods_is_humanitarian() -> None:
    model, found = log()
    by_kind = [searched(model, found, Wanted(kind)) for kind in KINDS]
    assert sum(map(len, by_kind)) == len(found)
    hazards = list(model.names.hazards)
    struck = {
        id_: cable_of(model, "struck", hazards.index(id_)).kind
        for id_ in ("convoy_struck", "hospital_struck", "jfs_incident")
    }
    assert struck == {"convoy_struck": PEOPLE, "hospital_struck": PEOPLE, "jfs_incident": INCIDENTS}


def cable_of(model: Model, kind: str, *row: float) -> Cable:
    """The cable of one event."""
    return cable(model, event(kind, *row))


def event(kind: str, *row: float) -> Dated:
    """An event of the first day that both seats know."""
    a, b, value = (*row, 0.0, 0.0, 0.0)[:3]
    return 1, Event(kind, "", 3, (0.0, float(a), float(b), float(value)))


def test_words_days_and_kinds_narrow_the_log_together() -> None:
    model, found = log()
    some = searched(model, found, Wanted(typed="2-3"))
    assert some
    assert {each.day for each in some} <= {2, 3}
    assert searched(model, found, Wanted(typed="2-3 OFFERED")) == [each for each in some if "offered" in each.text]
    assert searched(model, found, Wanted("offers", 0, "2-3 offered")) == searched(model, some, Wanted("offers"))
    assert searched(model, found, Wanted(last=1)) == [each for each in found if each.day >= model.day - 1]
    assert searched(model, found, EVERYTHING) == found


def test_a_contested_duty_is_told_with_who_says_so_and_who_denies_it() -> None:
    model, _ = log()
    duty = next(i for i, name in enumerate(model.names.duties) if name.endswith(".us"))
    said = attribution(model, event("duty_contested", duty))
    assert said == "Moscow says that it is broken; Washington says that it is not."


def test_news_is_told_with_the_facts_behind_it_as_far_as_they_were_known() -> None:
    model, _ = log()
    struck = event("struck", list(model.names.hazards).index("convoy_struck"))
    said = attribution(model, struck)
    assert "R12, United Nations; press reports (contested by Syrian government, Russia)" in said
    assert "R14" not in said, "found out later"
    about = page_of(model, struck[1])
    assert about
    assert (about.section, about.id) == ("hazards", "convoy_struck")


def test_a_lever_is_told_with_who_could_hear_of_it() -> None:
    model, _ = log()
    ints = model.tables.ints
    faces = {
        ints[ints[at.LEVERS] + row * at.LEVER_WIDTH + at.LEVER_FACE]: attribution(model, event("pulled", 0, row))
        for row in range(len(model.names.levers))
    }
    assert len(set(faces.values())) == len(faces) > 2


def test_cables_are_written_whole_as_markdown_or_as_lines(tmp_path: Path) -> None:
    model, found = log()
    page = keep_cables(model, found, tmp_path / "new" / "log.md").read_text("utf-8")
    assert page.startswith("# Cables: ")
    assert "as Washington knew things on" in page
    assert page.count("\n## Day ") == len({each.day for each in found})
    lines = keep_cables(model, found, tmp_path / "log.txt").read_text("utf-8").splitlines()
    assert len(lines) == len(found)
    assert all(each.text in page and each.text in line for each, line in zip(found, lines, strict=True))
    with pytest.raises(CessationError, match="cannot be written"):
        keep_cables(model, found, tmp_path / "log.txt" / "below.txt")


def test_the_terminal_searches_by_words_kind_and_days_and_writes_to_the_file_named(tmp_path: Path) -> None:
    file = tmp_path / "cables.md"
    script = Script(
        ["end", "end", "cables --kind offers", "cables --days 1", f"cables --kind humanitarian export {file}",
         "cables --kind nonsense", "cables export", "cables export /dev/null/below"]
    ).run(Wishes(FLAGSHIP, "us", "linear", rng_seed=2))  # fmt: skip
    said = [text.split("day 3> ")[-1] for text in script.text.split("\nday 3> ")][1:]
    offers, first_day, written, nonsense, where, refused, _ = ("\n".join(each.splitlines()[1:]) for each in said)
    assert "offered" in offers
    assert "Counted" not in offers
    assert "day  1" in first_day
    assert "day  2" not in first_day
    assert str(file) in written.replace("\n", "")
    assert "Counted since" in file.read_text("utf-8")
    assert "offered" not in file.read_text("utf-8")
    assert "no kind of cable" in nonsense
    assert "export cables.md" in where
    assert "cannot be written" in refused


def test_a_line_that_asks_for_cables_never_fails() -> None:
    _, model = started("tiny", 0)
    for line in ("cables --", "cables --kind", "cables --days", "cables --days x", "cables 9-1", "cables --home zzz"):
        assert read_line(model, line, WIDTH).lines
