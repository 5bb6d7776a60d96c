"""Below the map: the agreement and the advisers take as many lines as there is room for, what matters most first."""

import pytest

from sim.client.view import words as w
from sim.client.view.drawing.boxes import arrange
from sim.client.view.drawing.clipped import Clipped
from sim.client.view.drawing.filled import Chosen, Filled, Forms
from sim.client.view.drawing.layout import Column, Node, Text
from sim.client.view.drawing.scene import Element, Picture, Run, Scene, Words
from sim.client.weighing import advising_words as say
from sim.language.catalogue import languages
from tests.client.view.gallery import FLAGSHIP, scene_of, shells
from tests.client.view.test_layout import Cells
from tests.tongue import speaking

CUT = "\u2026"
PADDING = 8.0  # below the last line of a panel, in pixels of the design
LARGE, LOW = 295.0, 245.0  # least heights of the map, in pixels of the design: as designed, and in a small window
SIZES = ((1280, 720), (1600, 900), (1920, 1080))


def inside(scene: Scene, name: str) -> tuple[Element | None, list[Element]]:
    """A panel by its name, and the words in it."""
    panel = next((each for each in scene.elements if each.role == "group" and each.name == name), None)
    held = [e for e in scene.elements if panel and isinstance(e.drawing, Words) and panel.rect.covers(e.rect)]
    return panel, held


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("size", SIZES)
def test_no_line_is_cut_while_there_is_room_for_one_more(size: tuple[int, int], language: str) -> None:
    cut = 0
    with speaking(language):
        accord, advisers = w.ACCORD, say.ADVISERS
    for name in (each for each, shell in shells().items() if shell.screen == "table" and not shell.dialog):
        scene, measured = scene_of(name, size, 100, language)
        panel, held = inside(scene, accord)
        assert panel is not None, name
        room = panel.rect.bottom - round(PADDING * measured.unit) - max(each.rect.bottom for each in held)
        told = [*held, *inside(scene, advisers)[1]]
        texts = [f.text for each in told if isinstance(each.drawing, Words) for f in each.drawing.fragments]
        if any(text.endswith(CUT) and text[-2:-1] != " " for text in texts):
            cut += 1
            assert room < measured.height("small"), (name, room)
    assert cut or size != SIZES[0], "in a small window there is not room for all"


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut_among_the_levers_and_the_map_is_large(size: tuple[int, int], language: str) -> None:
    with speaking(language):
        levers = w.LEVERS
    for name in (each for each in shells() if each.startswith(FLAGSHIP) and each.endswith("/table")):
        scene, measured = scene_of(name, size, 100, language)
        held = inside(scene, levers)[1]
        assert held
        assert not [f.text for e in held if isinstance(e.drawing, Words) for f in e.drawing.fragments if CUT in f.text]
        drawn = max(e.rect.h for e in scene.elements if e.role == "image" and isinstance(e.drawing, Picture))
        assert drawn >= (LARGE if size != SIZES[0] else LOW) * measured.unit, name


def test_parts_are_enlarged_in_their_order_as_far_as_there_is_room() -> None:
    def line(text: str) -> Node:
        return Text(Run(text))

    parts: dict[str, Forms] = {
        "one": [lambda: line("1"), lambda: line("1\n2"), lambda: line("1\n2\n3")],
        "two": [lambda: None, lambda: line("a")],
    }

    def built(chosen: Chosen) -> Node:
        return Column(*chosen.values())

    def told(height: int) -> list[str]:
        node = Filled(parts, [("one", 1), ("two", 1), ("one", 2)], built)
        return [each.name for each in arrange(node, (100, height), Cells()).elements]

    assert told(20) == ["1"]
    assert told(40) == ["1\n2"]
    assert told(60) == ["1\n2", "a"]
    assert told(80) == ["1\n2\n3", "a"]


def test_a_sentence_that_may_take_lines_is_cut_only_where_they_end() -> None:
    sentence = Clipped(Run(""), Run("one two three four five six seven eight nine"), lines=2)

    def told(height: int) -> str:
        (element,) = arrange(sentence, (180, height), Cells()).elements
        assert isinstance(element.drawing, Words)
        return "|".join(each.text for each in element.drawing.fragments)

    assert told(20).endswith(CUT)
    assert told(40).endswith(CUT)
    assert len(told(40)) > len(told(20)) + 5
    clauses = Clipped(Run(""), Run("one two three four, five six seven. eight nine ten"), more=Run(" all"))
    (element,) = arrange(clauses, (260, 20), Cells()).elements
    assert isinstance(element.drawing, Words)
    assert "".join(each.text for each in element.drawing.fragments) == f"one two three four{CUT} all", "and says more"
    assert [sentence.height(width, Cells()) for width in (180, 600)] == [40, 20]
    assert sentence.floor(180, Cells()) == 20
