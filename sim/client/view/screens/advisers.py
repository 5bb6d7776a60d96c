"""The advisers: a panel that says whether they agree and what each would do, and a dialog with all that they say."""

from sim.ai.counsel import Advice
from sim.client.model import Model
from sim.client.update import SetDraft
from sim.client.view import words as w
from sim.client.view.drawing.boxes import LOOKS, NONE, Boxed, Padding, heading
from sim.client.view.drawing.clipped import Clipped
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


@reads("advice", "silence", "draft")
def advisers_panel(model: Model, *, told: int) -> Node:
    """Who of them would do what, how an offer differs from the draft, and what each expects."""
    return _panel(model, told)


@reads("advice", "silence")
def brief_advisers(model: Model, *, told: int) -> Node:
    """Who of them would do what and expects what, whatever is drafted."""
    return _panel(model, told)


def _panel(model: Model, told: int) -> Node:
    """A line or some for each; all that they say is a dialog."""
    names = [row.id for row in model.names.advisers[model.names.seats[model.seat]]]
    heard = {each.adviser: each for each in model.advice}
    lines = [_line(model, each, heard.get(each), told) for each in names]
    if model.silence and not model.advice:
        lines = [Text(Run(model.silence, "tiny", "dim"), role="status")]
    inside = Column(_head(model), *lines, gap=1 if told == A_LINE else 3)
    return Boxed(inside, LOOKS["panel"], LOW, role="group", name=say.ADVISERS)


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
    """One of them; all that it says is its tip."""
    name = adviser_name(model, adviser)
    who = Run(name, "small-strong", "ink")
    if advice is None:
        return Text(who, Run(" \u2014 \u2026", "small", "dim"))
    says = Run(f" \u2014 {counsel_says(model, advice, briefly=told <= BRIEFLY, fully=told == FULLY)}", "small", "dim")
    said: Node = Clipped(who, says) if told == A_LINE else Text(who, says, role="")
    press = Press(f"adviser/{adviser}", Open("advisers"), tip=" ".join(advice_says(model, advice)))
    return pressable(said, press, f"{name}{says.text}", pad=NONE)


def advisers_of(model: Model, told: int = FULLY) -> Node | None:
    """The panel; nothing where the seat has no advisers."""
    if not has_advisers(model):
        return None
    return advisers_panel(model, told=told) if told > BRIEFLY else brief_advisers(model, told=told)


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
