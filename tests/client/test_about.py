"""What is said about a scenario: the content note, the counts, and a model card that can be read as it is written."""

from pathlib import Path

from sim.client.explaining.about import about_page, card_chapters, card_file
from tests.client.play import book


def test_the_content_note_comes_first_and_the_counts_are_those_of_the_scenario() -> None:
    of = book("aleppo-2016")
    page = about_page(of)
    assert page.sections[0].says[0] == of.text["disclaimer"]
    counted = {row.label: row.figure for section in page.sections for row in section.rows}
    assert counted["hazards"] == str(len(of.tables.names.hazards))
    assert counted["facts"] == str(len(of.facts))
    assert card_file(book("tiny")) is None


def test_the_card_is_told_chapter_by_chapter_with_each_figure_under_its_column(tmp_path: Path) -> None:
    card = tmp_path / "MODEL.md"
    card.write_text(
        "# A card\n\n| | |\n| --- | --- |\n| what | a *model* |\n\n## One\nFirst, of `a * b`\nand [more](there.md).\n\n"
        "<!-- table -->\n| cause | times | here | there |\n| --- | --- | --- | --- |\n| x | `a * b` |  | **2** |\n\n"
        "Then.\n\n### Deeper\n- no table\n- but\n  points\n",
        "utf-8",
    )
    first, one = card_chapters(card)
    assert first.title == "A card"
    assert [tuple(row[:3]) for row in first.sections[0].rows] == [("what", "", "a model")]
    table, then, deeper = one.sections
    assert table.says == ("First, of a * b and more.",)
    assert [tuple(row[:3]) for row in table.rows] == [("x", "", "times a * b · there 2")]
    assert then.says == ("Then.",)
    assert (deeper.heading, deeper.says) == ("Deeper", ("- no table", "- but points"))


def test_no_line_of_the_flagships_card_is_lost() -> None:
    path = card_file(book("aleppo-2016"))
    assert path is not None
    told = "".join(
        text
        for page in card_chapters(path)
        for each in page.sections
        for text in (each.heading, *each.says, *(part for row in each.rows for part in row[:3]))
    )
    lines = path.read_text("utf-8").splitlines()
    ruled = {i - 1 for i, line in enumerate(lines) if line.startswith("| ---")}  # what a first column is called is left
    kept = [line for i, line in enumerate(lines) if i not in ruled and not line.startswith("<!--")]
    words = [word.strip("*`|[]().,;:") for line in kept for word in line.split()]
    told += "".join(page.title for page in card_chapters(path))
    assert [word for word in words if word.isalpha() and len(word) > 6 and word not in told] == []
