"""Dialogs: the menu, reasons of a refusal, ways to show an offer, a question, pages, a save's name."""

from collections.abc import Callable, Sequence

from sim.client import chairs_words as c
from sim.client.chairs import is_shared
from sim.client.debriefing.understood import acted_page, motives_page
from sim.client.explaining import about_words as a
from sim.client.explaining.about import card_chapters, card_file
from sim.client.explaining.asking import Target
from sim.client.explaining.codex import fact_ids, open_ids
from sim.client.explaining.tables import explain
from sim.client.model import Model
from sim.client.naming import capitalised, seat_name
from sim.client.page import Page, section
from sim.client.page import page as page_of
from sim.client.replaying import replay_words as r
from sim.client.telling.agreement import agreement_page
from sim.client.telling.calls import gravest_first
from sim.client.update import Answer, PlanAction, SetFace
from sim.client.view import options_words as o
from sim.client.view import words as w
from sim.client.view.drawing.boxes import LOOKS, Padding, heading
from sim.client.view.drawing.flow import Flow, Grid
from sim.client.view.drawing.geometry import Geometry
from sim.client.view.drawing.layout import Column, Node, Row, Text, grown
from sim.client.view.drawing.scene import Run, Scene
from sim.client.view.drawing.typeset import Ruler
from sim.client.view.drawing.widgets import Press, button, key_cap, pressable
from sim.client.view.screens.about import CARD
from sim.client.view.screens.advisers import advisers
from sim.client.view.screens.archive import fact_link, field
from sim.client.view.screens.beliefs import believe
from sim.client.view.screens.frame import Footed, back_button, dialog_scene, page_body
from sim.client.view.screens.options import keys, options
from sim.client.view.screens.outlook import outlook_page
from sim.client.view.screens.seats import others
from sim.client.view.screens.title import game_words
from sim.client.view.shell.messages import (
    Back,
    Go,
    LeaveGame,
    Open,
    OtherSide,
    Quit,
    SaveAs,
)
from sim.client.view.shell.replay_messages import LookAgain
from sim.client.view.shell.save_messages import RemoveCopy, SaveAgain
from sim.client.view.shell.shell import UNSAVED_LEAVE, UNSAVED_LOAD, UNSAVED_QUIT, Shell
from sim.client.weighing import expecting_words as x
from sim.client.weighing.expecting import outlook_of
from sim.client.weighing.planning import face_words, rival_offer
from sim.record.notation import Action
from sim.rules import actions as act
from sim.rules import layout as at
from sim.rules.packages import face_fits, read_package


def dialog_of(shell: Shell, geometry: Geometry, ruler: Ruler) -> Scene | None:
    """The dialog that is open, if one is."""
    make = DIALOGS.get(shell.dialog)
    return make(shell, geometry, ruler) if make else None


def menu_line(press: Press, text: str, about: str = "") -> Node:
    """A line of a menu."""
    body: list[Node] = [Text(Run(text, "strong"), role="")]
    if about:
        body.append(Text(Run(about, "small", "dim"), role=""))
    cap = key_cap(press.key) if press.key else None
    return pressable(
        Row(grown(Column(*body, gap=0)), cap, gap=10), press, text, look=LOOKS["raised"], pad=Padding(14, 8, 8)
    )


def menu(shell: Shell, geometry: Geometry, ruler: Ruler) -> Scene:
    """What Esc opens."""
    in_play = shell.model is not None
    lines = [menu_line(Press("close", Back(), key="Esc"), w.GO_ON)]
    if in_play:
        lines.append(menu_line(Press("save", Open("save")), w.SAVE_AS, w.SAVE_AS_ABOUT))
    lines.append(menu_line(Press("go/saves", Go("saves")), w.SAVES))
    if shell.model is not None and not is_shared(shell.model) and not shell.model.over:
        press = Press("replay", LookAgain(day=shell.model.day), w.OPENING if shell.waiting else "")
        lines.append(menu_line(press, r.DAYS_SO_FAR, r.DAYS_SO_FAR_ABOUT))
    if in_play:
        lines.append(menu_line(Press("go/briefing", Go("briefing")), w.BRIEFING_AGAIN))
    lines.append(menu_line(Press("go/help", Go("help"), key="F1"), w.HELP))
    lines.append(menu_line(Press("go/about", Go("about"), key="F2"), a.ABOUT, a.ABOUT_ABOUT))
    lines.append(menu_line(Press("options", Open("options"), key="F10"), o.OPTIONS, o.OPTIONS_ABOUT))
    other = other_side(shell)
    if other:
        seat = c.OTHER_SIDE.format(seat=other)
        lines.append(menu_line(Press("other", OtherSide()), seat, c.OTHER_SIDE_ABOUT))
    if in_play or shell.chairs:
        lines.append(menu_line(Press("leave", LeaveGame()), w.LEAVE, w.LEAVE_ABOUT))
    lines.append(menu_line(Press("quit", Quit(), key="Ctrl+Q"), w.QUIT, w.QUIT_ABOUT))
    return dialog_scene(w.MENU, Column(*lines, gap=7), geometry, ruler, width=480, default="close")


def other_side(shell: Shell) -> str:
    """The name of the other seat, once a game of two persons is over and can be seen from there."""
    over = shell.chairs is not None and shell.model is not None and shell.model.debrief is not None
    return seat_name(shell.model.book, 1 - shell.model.seat) if over and shell.model else ""


def reasons(shell: Shell, geometry: Geometry, ruler: Ruler) -> Scene | None:
    """Why their offer is refused."""
    model = shell.model
    if model is None:
        return None
    offer = rival_offer(model)
    lines: list[Node] = [Text(Run(w.REASONS_SAY, "small", "dim"))]
    for i, reason in enumerate(model.names.reasons):
        press = Press(f"reason/{i}", PlanAction(Action(act.REJECT, offer, i)))
        lines.append(menu_line(press, model.book.word("reasons", reason), model.book.word("reasons", reason, "about")))
    body = Footed(_said_and_chosen(lines[0], lines[1:], geometry), back_button())
    return dialog_scene(w.REASONS, body, geometry, ruler, width=860, default="reason/0")


def faces(shell: Shell, geometry: Geometry, ruler: Ruler) -> Scene | None:
    """The ways to show the draft."""
    model = shell.model
    if model is None:
        return None
    lines: list[Node] = [Text(Run(w.FACES_SAY, "small", "dim"))]
    for face in open_faces(model):
        text = face_words(model, face, model.draft)
        lines.append(menu_line(Press(f"face/{face}", SetFace(face)), capitalised(text)))
    body = Footed(_said_and_chosen(lines[0], lines[1:], geometry), back_button())
    return dialog_scene(w.FACES, body, geometry, ruler, width=860, default=f"face/{model.face}")


def _said_and_chosen(said: Node, lines: Sequence[Node], geometry: Geometry) -> Node:
    """What there is to say, and below it lines to choose from, in two columns where there is room."""
    across = 2 if geometry.columns > 1 else 1
    pairs = [lines[i : i + across] for i in range(0, len(lines), across)]
    return Column(said, Grid([-1] * across, pairs, gap=8, lead=6, align="stretch"), gap=8)


def open_faces(model: Model) -> list[int]:
    """The numbers of the faces that fit the draft."""
    ints = model.tables.ints
    number = read_package(ints, [float(option) for option in model.draft], 0)
    return [face for face in range(act.FIRST_SHIFT + 2 * ints[at.N_ISSUES]) if face_fits(ints, number, face)]


def question(shell: Shell, geometry: Geometry, ruler: Ruler) -> Scene | None:
    """Something that is asked once more."""
    if shell.model is None or shell.model.question is None:
        return None
    answers = Flow(
        button(w.NO, Press("no", Answer(False), key="Esc")), button(w.YES, Press("yes", Answer(True)), "danger"), gap=10
    )
    body = Column(Text(Run(shell.model.question.text, "lead")), answers, gap=18)
    return dialog_scene(w.ASK, body, geometry, ruler, default="no")


def page(shell: Shell, geometry: Geometry, ruler: Ruler) -> Scene | None:
    """The page of something that was asked about; a chapter of the model card belongs to no game."""
    if shell.target is not None and shell.target.section == CARD and shell.book is not None:
        path = card_file(shell.book)
        return _read(card_chapters(path)[int(shell.target.id)], geometry, ruler) if path else None
    if shell.shown is None or shell.target is None:
        return None
    told = explain(shell.shown, shell.target)
    body = Column(page_body(told), fact_links(shell.shown, told, shell.target), gap=14)
    back = Flow(button(w.PAGE_BEFORE, Press("close", Back(), key="Esc"))) if shell.pages else back_button()
    return dialog_scene(told.title, Footed(body, back), geometry, ruler, width=860, default="close")


def fact_links(model: Model, told: Page, of: Target) -> Node | None:
    """The facts that a page names and that may be shown, each of which leads to its own page."""
    texts = [text for each in told.sections for text in (*each.says, *(part for row in each.rows for part in row[:3]))]
    ids = dict.fromkeys(id_ for text in texts for id_ in fact_ids(f"{text}") if id_ != of.id)
    links = [fact_link(model, id_, f"fact/{id_}") for id_ in open_ids(model, ids)]
    return Column(heading(w.FACTS_HERE), Flow(*links, gap=8, lead=2), gap=5) if links else None


def motives(shell: Shell, geometry: Geometry, ruler: Ruler) -> Scene | None:
    """Why the other side acted as it did, as it noted then; in play, as far as that was told."""
    if shell.model is not None and shell.model.debrief is None and shell.analyst:
        return _read(acted_page(shell.model), geometry, ruler)
    if shell.model is None or shell.model.debrief is None:
        return None
    return _read(motives_page(shell.model, shell.model.debrief), geometry, ruler)


def accord(shell: Shell, geometry: Geometry, ruler: Ruler) -> Scene | None:
    """What calls for the seat, then the agreement with its clauses and obligations, and who refused what."""
    if shell.model is None:
        return None
    called = section(w.CALLS_FOR_YOU, gravest_first(shell.model))
    told = agreement_page(shell.model)
    return _read(page_of(told.title, called, *told.sections), geometry, ruler)


def forecast(shell: Shell, geometry: Geometry, ruler: Ruler) -> Scene | None:
    """All that is expected of the draft and of the other side's offer, with a row a night."""
    found = outlook_of(shell.model) if shell.model else None
    if shell.model is None or found is None:
        return None
    body = Footed(outlook_page(shell.model, found, geometry), back_button())
    return dialog_scene(x.FORECAST, body, geometry, ruler, width=860, default="close")


def _read(told: Page, geometry: Geometry, ruler: Ruler) -> Scene:
    return dialog_scene(told.title, Footed(page_body(told), back_button()), geometry, ruler, width=860, default="close")


def save(shell: Shell, geometry: Geometry, ruler: Ruler) -> Scene:
    """A name for a copy of the game."""
    kept = [each.name for each in shell.shelf.slots]
    said = w.SAVES_THERE.format(names=", ".join(kept)) if kept else ""
    why = "" if shell.typed.strip() else w.NAME_FIRST
    body = Column(
        Text(Run(w.SAVE_SAYS, "small", "dim")),
        field(shell.typed, w.SAVE_HINT, label=w.NAME),
        Text(Run(said, "small", "dim")) if said else None,
        Flow(button(w.SAVE, Press("keep", SaveAs(), why, key="Enter"), "primary"), back_button(), gap=10),
        gap=12,
    )
    return dialog_scene(w.SAVE_AS, body, geometry, ruler, default="field")


def remove(shell: Shell, geometry: Geometry, ruler: Ruler) -> Scene | None:
    """Whether a copy is to go."""
    kept = shell.removing
    if kept is None:
        return None
    answers = Flow(
        button(w.NO, Press("close", Back(), key="Esc")), button(w.REMOVE, Press("yes", RemoveCopy(kept)), "danger"),
        gap=10,
    )  # fmt: skip
    said = Text(Run(w.REMOVE_ASK.format(name=kept.name), "lead"))
    return dialog_scene(w.ASK, Column(said, Text(Run(game_words(kept), "small", "dim")), answers, gap=14), geometry,
                        ruler, default="close")  # fmt: skip


def unsaved(shell: Shell, geometry: Geometry, ruler: Ruler) -> Scene | None:
    """What would be lost, why, and how to keep it."""
    saved, model = shell.saved, shell.game
    if saved is None or model is None:
        return None
    last = max(saved.since, model.day - 1)
    days = (w.UNSAVED_DAYS if last > saved.since else w.UNSAVED_DAY).format(first=saved.since, last=last)
    said, message = {
        UNSAVED_LEAVE: (w.LEAVE_ANYWAY, LeaveGame()), UNSAVED_LOAD: (w.LOAD_ANYWAY, shell.resuming),
    }.get(shell.dialog, (w.QUIT_ANYWAY, Quit()))  # fmt: skip
    answers = Flow(
        button(w.TRY_AGAIN, Press("again", SaveAgain()), "primary"), button(w.GO_ON, Press("close", Back(), key="Esc")),
        button(said, Press("yes", message), "danger"), gap=10, lead=8,
    )  # fmt: skip
    body = Column(
        Text(Run(w.UNSAVED_SAYS.format(days=days, why=saved.trouble), "body"), role="status"),
        Text(Run(w.UNSAVED_KEEP, "small", "dim")), answers, gap=14,
    )  # fmt: skip
    return dialog_scene(w.UNSAVED, body, geometry, ruler, width=640, default="again")


DIALOGS: dict[str, Callable[[Shell, Geometry, Ruler], Scene | None]] = {
    "menu": menu, "reasons": reasons, "faces": faces, "question": question, "page": page, "save": save,
    "believe": believe, "motives": motives, "advisers": advisers, "accord": accord, "forecast": forecast,
    "others": others, "options": options, "keys": keys, "remove": remove,
    UNSAVED_LEAVE: unsaved, UNSAVED_QUIT: unsaved, UNSAVED_LOAD: unsaved,
}  # fmt: skip
