"""Cables in the window: sifted, copied and written to a file, by keyboard alone; and pages that lead to pages."""

from dataclasses import replace

import pygame
import pytest

from sim.client.explaining.asking import Target
from sim.client.telling.cables import KINDS
from sim.client.view.devices import clipboard
from sim.client.view.drawing.geometry import Geometry
from sim.client.view.drawing.scene import Control
from sim.client.view.shell import log_messages as g
from sim.client.view.shell import messages as m
from sim.client.view.shell.filing import copied, shown_cables
from sim.client.view.shell.shell import Shell, reply
from sim.client.view.show import show
from tests.client.view.gallery import FLAGSHIP, ruler, shells

CTRL = pygame.KMOD_CTRL


def test_without_a_clipboard_the_key_that_writes_a_file_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def none(text: str) -> None:
        raise pygame.error(f"no clipboard for {text}")

    monkeypatch.setattr(pygame.scrap, "put_text", none)
    assert "Ctrl+E" in clipboard.copied(g.ToClipboard("a", 1)).text
    monkeypatch.setattr(pygame.scrap, "put_text", lambda _: None)
    monkeypatch.setattr(pygame.scrap, "get_text", lambda: "of another")
    assert isinstance(clipboard.copied(g.ToClipboard("a", 1)), m.Failed)


def test_every_kind_and_span_can_be_chosen_and_what_is_chosen_holds() -> None:
    shell = shells()[f"{FLAGSHIP}/0/days/cables"]
    assert shell.model is not None
    every = len(shown_cables(shell.model, shell))
    for kind in KINDS:
        sifted = reply(shell, g.Sift(kind, 0))[0]
        assert {each.kind for each in shown_cables(shell.model, sifted)} <= {kind}
    assert 0 < len(shown_cables(shell.model, reply(shell, g.Sift("", 2))[0])) < every
    assert copied(replace(shell, typed="1000000"), g.CopyCables())[1] == ()


def test_a_page_that_another_page_led_to_goes_back_to_it() -> None:
    shell = shells()[f"{FLAGSHIP}/0/days/table"]
    lever, fact = Target("levers", "accuse", ""), Target("facts", "F12", "F12")
    second = reply(reply(shell, m.Explain(lever))[0], m.Explain(fact))[0]
    assert second.target == fact
    first = reply(second, m.Back())[0]
    assert (first.dialog, first.target) == ("page", lever)
    assert reply(first, m.Back())[0].dialog == ""
    again = reply(reply(first, m.Back())[0], m.Explain(fact))[0]
    assert reply(again, m.Back())[0].dialog == "", "it was asked for at the table"


def test_claims_lead_to_their_facts_and_the_codex_to_everybody_who_has_a_part_in_it() -> None:
    page = replace(shells()["dialog/page"], target=Target("actors", "un", ""))
    shells_and_facts = {"fact/R18": page, "fact/R01": shells()[f"{FLAGSHIP}/0/first/briefing"]}
    for id_, shell in shells_and_facts.items():
        control = _control(shell, id_)
        assert control is not None, id_
        assert control.message == m.Explain(Target("facts", id_.removeprefix("fact/"), id_.removeprefix("fact/")))
    facts = shells()[f"{FLAGSHIP}/0/first/facts"]
    assert facts.model is not None
    for section in ("seats", "actors"):
        for id_ in facts.model.book.outline[section]:
            assert _control(facts, f"party/{id_}"), id_


def _control(shell: Shell, id_: str) -> Control | None:
    geometry = Geometry(1280, 720)
    found = show(shell, geometry, ruler(geometry.unit)).find(id_)
    return found.control if found else None


def test_the_model_card_can_be_read_from_the_title() -> None:
    title = shells()["title"]
    about = reply(title, m.Go("about"))[0]
    assert about.book is not None
    read = reply(about, m.Explain(Target("card", "2", "")))[0]
    assert (read.screen, read.dialog) == ("about", "page")
    assert reply(reply(read, m.Back())[0], m.Back())[0].screen == "title"
