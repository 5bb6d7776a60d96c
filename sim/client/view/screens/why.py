"""Why the agreement broke: the exact terms of the hazard that ended it, as they were summed."""

from sim.analysis.why.explain import HazardNight, Term
from sim.client.debrief import ENDS_OF_AGREEMENTS, Debrief
from sim.client.model import Model
from sim.client.naming import part_word
from sim.client.standing import refusal_says
from sim.client.view import words as w
from sim.client.view.boxes import LOOKS, Boxed, Scroll, heading
from sim.client.view.flow import Grid
from sim.client.view.layout import Column, Node, Text, grown
from sim.client.view.scene import Bar, Run
from sim.client.view.widgets import Meter

ZERO = 0.35  # where nothing stands on a bar that goes both ways
TICK = 0.012  # how wide the base is drawn: all nights have it, so its length would tell nothing
LEAST = 0.0005


def why_panel(model: Model, debrief: Debrief) -> Node:
    """The terms as bars from a common middle; or what there is to say where nothing was broken."""
    if not debrief.broke:
        return unbroken_panel(model, debrief)
    night = debrief.broke[-1]
    terms = [each for each in night.terms if abs(each.value) >= LEAST]
    longest = max((abs(each.value) for each in terms[1:]), default=1.0)
    rows = [term_row(model, night, each, longest) for each in sorted_terms(terms)]
    zero = [each for each in night.terms if abs(each.value) < LEAST]
    struck = Text(Run(model.book.word("hazards", night.hazard), "strong"), Run(f". {told(night)}", "small", "dim"))
    silent = Text(
        Run(w.AT_ZERO.format(names=", ".join(term_name(model, night, each) for each in zero)), "tiny", "faint")
    )
    head = heading(w.WHY, w.WHY_NOTE.format(day=night.day))
    return _panel(head, struck, Grid((0, -1, 48, 0), rows, gap=10, lead=3), silent if zero else None)


def _panel(head: Node, *lines: Node | None) -> Node:
    body = grown(Scroll("why", Column(*lines, gap=7), 40))
    return Boxed(Column(head, body, gap=8), LOOKS["panel"], role="group", name=w.WHY)


def sorted_terms(terms: list[Term]) -> list[Term]:
    """The base first, then what spoke for it, then what spoke against."""
    return [*terms[:1], *sorted(terms[1:], key=lambda each: -each.value)]


def term_name(model: Model, night: HazardNight, term: Term) -> str:
    """What a term is called."""
    return part_word(model.book, ("hazards", night.hazard, "terms", term.name))


def term_row(model: Model, night: HazardNight, term: Term, longest: float) -> list[Node]:
    """One term: its name, a bar to the right if it made the hazard likelier, its value, its source."""
    name = term_name(model, night, term)
    base = term is night.terms[0]
    reach = ZERO if term.value < 0 else 1 - ZERO
    end = ZERO + (TICK if base else reach * term.value / longest)
    colour = "neutral" if base else "bad" if term.value > 0 else "good"
    source = term.source if not term.source.startswith("assumption") else w.ASSUMED
    return [
        Text(Run(name[:1].upper() + name[1:], "small", "dim" if base else "ink")),
        Meter(Bar(min(1.0, max(0.0, end)), colour, ZERO), 9, name=f"{name}: {term.value:+.2f}"),
        Text(Run(f"{term.value:+.2f}".replace("-", "\u2212"), "small-strong"), align="right", unbroken=True),
        Text(Run(source, "tiny", "faint")),
    ]


def told(night: HazardNight) -> str:
    """The chance that the terms came to, and what was drawn."""
    return w.WHY_SUM.format(logit=night.logit, chance=night.chance, drawn=night.drawn).replace("-", "\u2212")


def unbroken_panel(model: Model, debrief: Debrief) -> Node:
    """What to say where no hazard broke an agreement: none was signed, one runs still, a seat or its term ended it."""
    ends = [(day, event.kind) for day, event in debrief.events if event.kind in ENDS_OF_AGREEMENTS]
    signed = any(event.kind == "signed" for _, event in debrief.events)
    title, text = (w.STILL, w.STILL_RUNS) if signed else (w.NONE_SIGNED, w.NEVER_SIGNED)
    if signed and ends:
        day, kind = ends[-1]
        title, text = w.WHY, w.BROKE_BY[kind].format(day=day)
    refused = [Text(Run(each, "small", "dim")) for each in refusal_says(model)]
    return _panel(heading(title), Text(Run(text, "body")), *refused)
