"""The night: what happened since one's last turn, day by day, and what it changed. Short and sober."""

from sim.client.calls import calls
from sim.client.meters import shown_meter, visible_names, width_of
from sim.client.model import Look, Model
from sim.client.naming import date_words, is_yes_or_no, short_date, unit_of
from sim.client.standing import cost_rows
from sim.client.telling import SILENT, TO_OWN, Telling, tell
from sim.client.understood import told_why
from sim.client.view import words as w
from sim.client.view.boxes import LOOKS, Boxed, Padding
from sim.client.view.flow import Grid
from sim.client.view.geometry import Geometry
from sim.client.view.layout import Column, Node, Row, Text, grown
from sim.client.view.messages import Go
from sim.client.view.scene import Run, Scene
from sim.client.view.screens.course import sparks
from sim.client.view.screens.frame import framed, titled
from sim.client.view.screens.gauges import cost_lines, meter_row
from sim.client.view.screens.lastword import brief
from sim.client.view.screens.mapped import map_panel
from sim.client.view.typeset import Ruler
from sim.client.view.widgets import Press, button, mark
from sim.session.calls import actor_of

MOST_CHANGES = 10
TREND = 4  # looks before figures have a course to show
LEAST = 0.004  # of a range: a smaller change is not told
GRAVE = (
    "collapsed",
    "expired",
    "denounced",
    "talks_ended",
    "duty_breached",
    "duty_contested",
    "suspended",
    "unratified",
)
"""Shocks are not among them: a permit that is granted is one too. What is grave about one, its words say."""
GLAD = ("signed", "renewed", "entered", "duty_kept", "duty_cured", "amended", "resumed")


def night_scene(model: Model, seen: int, geometry: Geometry, ruler: Ruler) -> Scene:
    """All nights since the look numbered ``seen``."""
    looks = model.looks[seen:] or model.looks[-1:]
    happened = [line for look in looks for line in day_lines(model, look)]
    told = titled(w.HAPPENED, *(happened or [Text(Run(w.NOTHING_HAPPENED, "body", "dim"))]), gap=9)
    changed = titled(w.CHANGED, change_grid(model), note=w.STATE_NOTE, gap=8)
    cost = titled(w.COST, *cost_lines(model), note=w.COST_NOTE) if cost_rows(model) else None
    trend = grown(titled(w.TREND, grown(sparks(model)))) if len(model.looks) > TREND else None
    drawn = map_panel(model)
    if geometry.columns == 1:
        body: Node = Column(told, asked(model), changed, cost, drawn, gap=10)
    else:
        left = Column(told, grown(drawn) if drawn else None, gap=10)
        right = Column(asked(model), changed, cost, trend, gap=10)
        body = Row(grown(left, 1.25), grown(right), gap=10, align="stretch")
    to = w.TO_DEBRIEF if model.over else w.TO_MORNING.format(date=date_words(model.book, model.day))
    go = button(to, Press("on", Go("debrief" if model.over else "table"), key="Enter"), "primary")
    first, last = int(looks[0].values[0]) - 1, model.day - 1
    title = w.NIGHT if first >= last else w.NIGHTS.format(n=last - first + 1)
    return framed(title, body, geometry, ruler, foot=[go], default="on")


def day_lines(model: Model, look: Look) -> list[Node]:
    """What one look brought, by day: each line with a sign of what it was and the facts behind it."""
    events = tuple(each for each in look.events if actor_of(each[1]) != model.seat or each[1].kind in TO_OWN)
    reasons = [(each.day, each.event, told_why(model, each.reasons)) for each in look.reasons]
    lines: list[Node] = []
    last = 0
    for day, event in (each for each in events if each[1].kind not in SILENT):
        if day != last:
            date = Run(f"{short_date(model.book, day)}, ", "strong")
            lines.append(Text(date, Run(w.DAY.format(day=day), "body", "dim")))
            last = day
        why = next((each for each in reasons if each[:2] == (day, event)), None)
        if why:
            reasons.remove(why)  # the same may be done twice a day
        lines.append(told_line(tell(model, (day, event)), why[2] if why else ""))
    return lines


def told_line(told: Telling, why: str = "") -> Node:
    """One thing that happened, and why if that is told."""
    kind, colour = ("dot", "neutral")
    if told.kind in GRAVE:
        kind, colour = "cross", "bad"
    elif told.kind in GLAD:
        kind, colour = "check", "good"
    facts = Run(f"  {', '.join(told.facts)}", "tiny", "faint") if told.facts else Run("")
    text = told.text if told.kind != "proposed" else brief(told.text)
    said = Text(Run(text, "body"), facts)
    because = Text(Run(w.BECAUSE.format(why=why), "small", "dim")) if why else None
    sign = Boxed(mark(kind, colour, 10), None, Padding(4, 5, 0))
    return Row(sign, grown(Column(said, because, gap=1)), gap=8, align="top")


def asked(model: Model) -> Node | None:
    """What now calls for a decision."""
    found = calls(model)
    if not found or model.over:
        return None
    lines = [Text(Run(brief(each), "small")) for each in found]
    return Boxed(Column(Text(Run(w.CALLS_FOR_YOU, "small-strong", "warn")), *lines, gap=4), LOOKS["warned"])


def changed_names(model: Model) -> list[str]:
    """The variables seen exactly that changed most since the last turn, as shares of their ranges."""
    costs = {row.of for row in model.names.human_cost}
    before = model.looks[-2].values if len(model.looks) > 1 else model.values
    moved = []
    for name in visible_names(model):
        slot = model.tables.slot[name]
        counted = name in costs or unit_of(model.book, name).startswith("people")
        if model.names.sd[slot][model.seat] or counted or is_yes_or_no(model.book, name):
            continue
        share = abs(model.values[slot] - before[slot]) / (width_of(model, name) or 1.0)
        if share >= LEAST and shown_meter(model, name).change:
            moved.append((share, name))
    return [name for _, name in sorted(moved, reverse=True)[:MOST_CHANGES]]


def change_grid(model: Model) -> Node:
    """What changed most, as meters."""
    names = changed_names(model)
    if not names:
        return Text(Run(w.NOTHING_CHANGED, "small", "dim"))
    return Grid((0, -1, 0, 40), [meter_row(model, name) for name in names], gap=8, lead=2)
