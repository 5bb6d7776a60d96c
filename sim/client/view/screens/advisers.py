"""The advisers: a panel that says whether they agree and what each would do, and a dialog with all that they say."""

from collections.abc import Sequence
from functools import partial

from sim.ai.counsel import Advice
from sim.client.model import Model
from sim.client.update import SetDraft
from sim.client.view import words as w
from sim.client.view.drawing.boxes import LOOKS, NONE, Boxed, Padding, heading
from sim.client.view.drawing.clipped import Clipped
from sim.client.view.drawing.filled import Forms
from sim.client.view.drawing.geometry import Geometry
from sim.client.view.drawing.layout import Column, Node, Row, Text, grown
from sim.client.view.drawing.remembering import reads
from sim.client.view.drawing.scene import Run, Scene
from sim.client.view.drawing.typeset import Ruler
from sim.client.view.drawing.widgets import Press, button, key_cap, pressable
from sim.client.view.screens.frame import Footed, back_button, dialog_scene
from sim.client.view.shell.messages import Open
from sim.client.view.shell.shell import Shell
from sim.client.weighing import advising_words as say
from sim.client.weighing.advising import advice_says, adviser_name, agreement_words, counsel_says, has_advisers
from sim.client.weighing.planning import package_of
from sim.rules import actions as act

LOW = Padding(14, 8, 8)
A_LINE, BRIEFLY, SENTENCE, FULLY = range(4)
"""How much is told of each: what it would do and expects, on a line or as it breaks; what it would offer; why."""


def adviser_forms(model: Model) -> dict[str, Forms]:
    """For each of them a line, from what fits on one to why; or why they are silent."""
    if not has_advisers(model):
        return {}
    if model.silence and not model.advice:
        return {"adviser": [lambda: Text(Run(model.silence, "tiny", "dim"), role="status")]}
    heard = {each.adviser: each for each in model.advice}
    names = [row.id for row in model.names.advisers[model.names.seats[model.seat]]]
    levels = range(FULLY + 1)
    return {f"adviser/{id_}": [partial(_line, model, id_, heard.get(id_), told) for told in levels] for id_ in names}


def advisers_box(model: Model, lines: Sequence[Node | None]) -> Node:
    """The panel with these lines; all that they say is a dialog."""
    return Boxed(Column(_head(model), *lines, gap=2), LOOKS["panel"], LOW, role="group", name=say.ADVISERS)


def _head(model: Model) -> Node:
    """The title with whether they agree, which leads to the dialog."""
    note = _state(model)
    colour = "warn" if agreement_words(model) == say.THEY_DISAGREE else "dim"
    head = heading(say.ADVISERS, (Run(note.upper(), "heading", colour),))
    press = Press("advisers", Open("advisers"), tip=w.ADVISERS_TIP)
    return pressable(Row(grown(head), key_cap("D"), gap=8), press, f"{say.ADVISERS}: {note}", pad=NONE)


def _state(model: Model) -> str:
    return agreement_words(model) or (w.ADVISERS_SILENT if model.silence else w.ADVISERS_THINK)


def _line(model: Model, adviser: str, advice: Advice | None, told: int) -> Node:
    """What one of them would do and expects, so much of it; all that it says is its tip."""
    name = adviser_name(model, adviser)
    who = Run(name, "small-strong", "ink")
    if advice is None:
        return Text(who, Run(" \u2014 \u2026", "small", "dim"))
    says = Run(f" \u2014 {counsel_says(model, advice, briefly=told <= BRIEFLY, fully=told == FULLY)}", "small", "dim")
    said: Node = Clipped(who, says) if told == A_LINE else Text(who, says, role="")
    press = Press(f"adviser/{adviser}", Open("advisers"), tip=" ".join(advice_says(model, advice)))
    return pressable(said, press, f"{name}{says.text}", pad=NONE)


@reads("advice", "silence", "draft")
def _advisers_panel(model: Model) -> Node:
    return advisers_box(model, [forms[-1]() for forms in adviser_forms(model).values()])


def advisers_of(model: Model) -> Node | None:
    """The panel with all that fits a line or some; nothing where the seat has no advisers."""
    return _advisers_panel(model) if has_advisers(model) else None


def advisers(shell: Shell, geometry: Geometry, ruler: Ruler) -> Scene | None:
    """What each says."""
    model = shell.model
    if model is None:
        return None
    body = Column(
        Text(
            Run(say.ADVISERS_SAY if model.advice else model.silence or w.ADVISERS_WAIT, "small", "dim"), role="status"
        ),
        *(advice_box(model, each) for each in model.advice),
        gap=9,
    )
    title = f"{say.ADVISERS}: {agreement_words(model)}" if len(model.advice) > 1 else say.ADVISERS
    return dialog_scene(title, Footed(body, back_button()), geometry, ruler, width=860, default="close")


def advice_box(model: Model, advice: Advice) -> Node:
    """One of them: who, what it would do, what it expects and why."""
    name, office = adviser_name(model, advice.adviser), adviser_name(model, advice.adviser, "office")
    head: Node = Text(Run(name, "strong", "own"), Run(f"  {office}", "small", "dim"), role="heading")
    if advice.action.kind == act.PROPOSE:
        press = Press(
            f"advice/{advice.adviser}", SetDraft(package_of(model, advice.action.a)), tip=w.DRAFT_THIS_TIP
        )  # fmt: skip
        head = Row(grown(head), button(w.DRAFT_THIS, press, size="small"), gap=10)
    first, *rest = advice_says(model, advice)
    says = [Text(Run(first, "body")), *(Text(Run(text, "small", "dim")) for text in rest)]
    return Boxed(Column(head, *says, gap=3), LOOKS["raised"], Padding(12, 7, 8), role="group", name=name)
