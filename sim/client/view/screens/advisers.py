"""The advisers: a line at the table that says whether they agree, and a dialog with what each of them says."""

from sim.ai.counsel import Advice
from sim.client.model import Model
from sim.client.update import SetDraft
from sim.client.view import words as w
from sim.client.view.drawing.boxes import LOOKS, Boxed, Padding
from sim.client.view.drawing.geometry import Geometry
from sim.client.view.drawing.layout import Column, Node, Row, Text, grown
from sim.client.view.drawing.scene import Run, Scene
from sim.client.view.drawing.typeset import Ruler
from sim.client.view.drawing.widgets import SNUG, Press, button, key_cap, pressable
from sim.client.view.screens.frame import Footed, back_button, dialog_scene
from sim.client.view.shell.messages import Open
from sim.client.view.shell.shell import Shell
from sim.client.weighing import advising_words as say
from sim.client.weighing.advising import advice_says, adviser_name, agreement_words, brief_advice, has_advisers
from sim.client.weighing.planning import package_of
from sim.rules import actions as act


def advisers_line(model: Model) -> Node | None:
    """Leads to the dialog: that they think, or whether they agree, and what each would do in a word."""
    if not has_advisers(model):
        return None
    runs = [Run(_state(model), "small-strong" if model.advice else "small", "warn" if model.advice else "dim")]
    if model.advice:
        brief = "; ".join(brief_advice(model, each) for each in model.advice)
        runs.append(Run(f" {brief}.", "small", "dim"))
    press = Press("advisers", Open("advisers"), tip=w.ADVISERS_TIP)
    line = Row(grown(Text(*runs, role="")), key_cap("D"), gap=8, align="top")
    return pressable(line, press, "".join(run.text for run in runs), pad=SNUG)


def _state(model: Model) -> str:
    if model.advice:
        return w.ADVISERS_AGREE if agreement_words(model) == say.THEY_AGREE else w.ADVISERS_DISAGREE
    return w.ADVISERS_SILENT if model.silence else w.ADVISERS_THINK


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
