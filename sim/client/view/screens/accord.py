"""The agreement in force or the last one, its obligations, and who refused what; and the wire with the latest news."""

from dataclasses import replace

from sim.client.debriefing.understood import acted_rows, told_why
from sim.client.explaining.asking import Target
from sim.client.explaining.rules import chance_words, foremost_risks
from sim.client.model import Model
from sim.client.naming import short_date
from sim.client.telling.calls import gravest_first
from sim.client.telling.events import TO_OWN, Telling, tell_all
from sim.client.telling.standing import Standing, agreement_says, refusal_says, standings
from sim.client.view import words as w
from sim.client.view.drawing.boxes import LOOKS, Boxed, Padding, heading, panel
from sim.client.view.drawing.clipped import Clipped
from sim.client.view.drawing.flow import Flow
from sim.client.view.drawing.layout import Column, Node, Row, Text, grown, px
from sim.client.view.drawing.remembering import reads
from sim.client.view.drawing.scene import Run
from sim.client.view.drawing.typeset import Ruler
from sim.client.view.drawing.widgets import SNUG, Press, link, mark, pressable
from sim.client.view.screens.lastword import brief
from sim.client.view.shell.messages import Explain, Go, Open
from sim.rules import layout as at
from sim.session.calls import actor_of

RISKS_SHOWN, CALLS_SHOWN = 4, 3
ROUTINE = ("duty_kept", "offer_lapsed", "consented")
"""What comes last on the wire, which is short."""
SIGNS = {
    at.OWED: ("ring", "warn"),
    at.KEPT: ("check", "good"),
    at.BREACHED: ("cross", "bad"),
    at.CONTESTED: ("wave", "warn"),
}


@reads()
def accord_panel(model: Model) -> Node:
    """What was agreed, what is owed, what was refused."""
    body: list[Node | None] = [calls_box(model), risks_tonight(model), *acted_lines(model)]
    body += [Text(Run(text, "small", "ink" if i == 0 else "dim")) for i, text in enumerate(agreement_says(model))]
    duties = [duty_mark(model, each) for each in standings(model)]
    if duties and model.values[at.STATUS] in (at.IN_FORCE, at.SUSPENDED):
        body.append(Flow(*duties, gap=12, lead=0))
    body += [Text(Run(text, "small", "dim")) for text in refusal_says(model) or [w.NOTHING_REFUSED]]
    return panel("accord", accord_head(), *body, gap=5)


def accord_head() -> Node:
    """The title, and what leads to all of it."""
    press = Press("accord", Open("accord"), tip=w.ACCORD_TIP)
    return Row(grown(heading(w.ACCORD)), link(w.ACCORD_WHOLE, press, style="tiny"), gap=8)


def duty_sign(model: Model, each: Standing) -> Node:
    """The sign alone of how an obligation stands; the rest is its tip."""
    press = _duty_press(model, each)
    tip = f"{each.name}. {press.tip}"
    return pressable(mark(*SIGNS[each.standing], 11), replace(press, tip=tip), f"{each.name}: {each.says}", pad=SNUG)


def risks_tonight(model: Model) -> Node | None:
    """While an agreement runs, what is likeliest to happen tonight; each leads to its terms."""
    found = foremost_risks(model, RISKS_SHOWN) if model.values[at.STATUS] == at.IN_FORCE else []
    links: list[Node] = []
    for chance, id_ in found:
        name = model.book.word("hazards", id_)
        said = f"{name} {chance_words(chance)}"
        about = model.book.word("hazards", id_, "about")
        press = Press(f"risk/{id_}", Explain(Target("hazards", id_, name)), tip=about)
        links.append(pressable(Text(Run(said, "small", "ink"), role=""), press, said, pad=SNUG))
    return Column(Text(Run(w.RISKS_TONIGHT, "small", "dim")), Flow(*links, gap=12, lead=0), gap=0) if links else None


def duty_mark(model: Model, each: Standing) -> Node:
    """An obligation with a sign of how it stands."""
    press = _duty_press(model, each)
    shown = Row(mark(*SIGNS[each.standing], 10), Text(Run(each.name, "small", "dim"), role=""), gap=5)
    return pressable(shown, press, f"{each.name}: {each.says}", pad=SNUG)


def _duty_press(model: Model, each: Standing) -> Press:
    clause = model.names.duties[each.duty].partition(".")[0]
    return Press(
        f"duty/{each.duty}", Explain(Target("clauses", clause, each.name)),
        tip=f"{model.book.word('clauses', clause, 'about')} {each.says.capitalize()}.",
    )  # fmt: skip


def calls_box(model: Model) -> Node | None:
    """What calls for a decision today, the gravest first, if anything does; the wire has the rest."""
    found = gravest_first(model)
    if not found:
        return None
    shown = found if len(found) <= CALLS_SHOWN else found[: CALLS_SHOWN - 1]
    more = Text(Run(w.MORE.format(n=len(found) - len(shown)), "small", "dim")) if len(shown) < len(found) else None
    lines = [
        Row(
            Boxed(mark("right", "warn", 9), None, Padding(0, 4, 0)), grown(Text(Run(brief(each), "small"))),
            gap=7, align="top",
        )
        for each in shown
    ]  # fmt: skip
    return Boxed(
        Column(Text(Run(w.CALLS_FOR_YOU, "small-strong", "warn")), *lines, more, gap=2),
        LOOKS["warned"],
        Padding(9, 5, 6),
    )


def acted_lines(model: Model) -> list[Node]:
    """Why the other side acted since the last decision, in the analyst setting: a line a ply, all of it as its tip."""
    lines: list[Node] = []
    for i, (told, row) in enumerate(zip(model.reasons, acted_rows(model, model.reasons), strict=True)):
        if not lines:
            lines.append(Text(Run(w.ACTED, "small-strong", "theirs"), role="heading"))
        day = Run(f"{short_date(model.book, told.day)}  ", "small", "faint")
        line = Clipped(day, Run(told_why(model, told.reasons), "small", "dim"), Run(""))
        press = Press(f"acted/{i}", Open("motives"), tip=w.ACTED_TIP.format(told=row.note))
        lines.append(pressable(line, press, row.note, pad=SNUG))
    return lines


def others_news(model: Model) -> list[Telling]:
    """What happened since the last turn that the seat did not do itself."""
    events = tuple(each for each in model.look.events if actor_of(each[1]) != model.seat or each[1].kind in TO_OWN)
    return tell_all(model, events)


@reads()
def wire_panel(model: Model) -> Node:
    """The latest news in one strip, each with the ids of its facts. All of it is under Cables."""
    news = sorted(others_news(model), key=lambda told: told.kind in ROUTINE)
    items: list[Node] = []
    for i, told in enumerate(news):
        facts = f" [{', '.join(told.facts[:3])}]" if told.facts else ""
        press = Press(f"wire/{i}", Go("cables"), tip=told.text)
        day = short_date(model.book, told.day)
        line = Clipped(
            Run(f"{day} ", "wire", "faint"), Run(brief(told.text), "wire", "dim"), Run(facts, "wire", "faint")
        )
        items.append(pressable(line, press, f"{day}: {told.text}", pad=SNUG))
    if not items:
        items = [Text(Run(w.QUIET_WIRE, "wire", "dim"))]
    title = Text(Run(w.WIRE.upper(), "heading", "warn"), role="heading")
    return Boxed(
        Row(title, grown(Strip(*items, gap=20)), gap=22), LOOKS["panel"], Padding(14, 10, 10), role="group", name=w.WIRE
    )


class Strip(Flow):
    """Children on one line; how many found no room is told at the end."""

    MOST_LINES = 1

    def lines(self, width: int, ruler: Ruler) -> list[list[tuple[Node, int]]]:
        """The children of each line with their widths; the last may be the number of those left out."""
        found = super().lines(width, ruler)
        if len(found) <= self.MOST_LINES:
            return found
        kept = [list(line) for line in found[: self.MOST_LINES]]  # what was found is remembered as it is
        more = self._more(len(self.children) - sum(map(len, kept)))
        size, gap = more.natural(ruler), px(self.gap, ruler)
        while len(kept[-1]) > 1 and sum(w for _, w in kept[-1]) + gap * len(kept[-1]) + size > width:
            kept[-1] = kept[-1][:-1]
            more = self._more(len(self.children) - sum(map(len, kept)))
        last, taken = kept[-1][-1]
        room = width - sum(w for _, w in kept[-1][:-1]) - gap * len(kept[-1]) - size
        kept[-1][-1] = (last, min(taken, max(room, last.least(ruler))))
        kept[-1].append((more, size))
        return kept

    def _more(self, n: int) -> Node:
        return Text(Run(w.MORE.format(n=n), "small-strong", "dim"), unbroken=True)
