"""The debrief: how it ended, the human cost first, scores beside par, why it broke, what was hidden, the course."""

from sim.client.debrief import Debrief
from sim.client.model import Model
from sim.client.naming import date_words, seat_name
from sim.client.standing import range_words
from sim.client.text.debrief import hidden_rows, pulled_rows, score_rows, true_type
from sim.client.view import words as w
from sim.client.view.boxes import LOOKS, Boxed, Padding, Scroll, heading
from sim.client.view.flow import Flow, Grid
from sim.client.view.geometry import Geometry
from sim.client.view.layout import Column, Node, Row, Text, fixed, grown
from sim.client.view.messages import Go, LeaveGame, Open
from sim.client.view.scene import Bar, Run, Scene
from sim.client.view.screens.course import course_panel
from sim.client.view.screens.frame import scene_of
from sim.client.view.screens.gauges import dashed
from sim.client.view.screens.packages import packages_panel
from sim.client.view.screens.why import why_panel
from sim.client.view.typeset import Ruler
from sim.client.view.widgets import Meter, Press, button, mark
from sim.rules import layout as at

MOST_HIDDEN = 7


def debrief_scene(model: Model, debrief: Debrief, geometry: Geometry, ruler: Ruler) -> Scene:
    """The whole debrief."""
    top = ending_panel(model, debrief, geometry)
    panels = [why_panel(model, debrief), packages_panel(model, debrief), hidden_panel(model, debrief)]
    course, sources = course_panel(model, debrief), cost_panel(model, debrief)
    if geometry.columns == 3:
        upper = Row(*(grown(panel) for panel in panels), gap=10, align="stretch")
        lower = Row(grown(course, 2.03), grown(sources, 1.0), gap=10, align="stretch")
        body: Node = Column(top, grown(upper), grown(lower), gap=10)
        whole = Column(grown(body), foot(), gap=10)
    else:
        side = Column(*panels, gap=10) if geometry.columns == 1 else Grid(
            (-1, -1), [panels[:2]], gap=10, align="stretch"
        )  # fmt: skip
        rest = [] if geometry.columns == 1 else [panels[2]]
        whole = Column(grown(Scroll("page", Column(top, sources, side, *rest, course, gap=10))), foot(), gap=10)
    return scene_of(whole, geometry, ruler, "go/seats")


def foot() -> Node:
    """Where to go from here."""
    return Flow(
        button(w.NEW_GAME, Press("go/seats", Go("seats")), "primary"),
        button(w.CABLES, Press("go/cables", Go("cables"), key="L")),
        button(w.FACTS, Press("go/facts", Go("facts"), key="S")),
        button(w.SAVE_AS, Press("save", Open("save"))),
        button(w.TO_TITLE, Press("leave", LeaveGame())),
        gap=10, lead=8,
    )  # fmt: skip


def ending_panel(model: Model, debrief: Debrief, geometry: Geometry) -> Node:
    """The ending and its text, the human cost in large figures, then the scores."""
    day = int(debrief.final[at.DAY])
    when = w.ENDED_ON.format(day=day, last=model.tables.horizon, date=date_words(model.book, day))
    told = Column(
        Text(Run(when, "body", "dim")),
        Text(Run(model.book.word("endings", debrief.ending), "display"), role="heading"),
        Text(Run(model.book.word("endings", debrief.ending, "text"), "small", "dim")),
        gap=3,
    )
    costs, scores = cost_figures(model, debrief), score_figures(model, debrief)
    if geometry.columns == 3:
        body: Node = Row(grown(told), fixed(costs, 480), fixed(scores, 330), gap=34)
    else:
        body = Column(told, costs, scores, gap=14)
    return Boxed(body, LOOKS["panel"], Padding(16, 14, 14), role="group", name=w.ENDING)


def cost_figures(model: Model, debrief: Debrief) -> Node:
    """Each count of people as a range, large."""
    cells: list[Node] = []
    for row in model.names.human_cost:
        value = debrief.final[model.tables.slot[row.of]]
        figure = dashed(range_words(value * row.low, value * row.high))
        label = Text(Run(model.book.word("human_cost", row.id), "small", "dim"))
        cells.append(Column(label, Text(Run(figure, "cost", "paper"), unbroken=True), gap=0))
    across = min(3, max(1, len(cells)))
    rows = [cells[i : i + across] for i in range(0, len(cells), across)]
    return Column(heading(w.HUMAN_COST, w.COST_NOTE), Grid([-1] * across, rows, gap=14, lead=6, align="top"), gap=5)


def score_figures(model: Model, debrief: Debrief) -> Node:
    """Both scores, each beside what its type expects."""
    cells: list[Node] = []
    for seat, row in zip((model.seat, 1 - model.seat), score_rows(model, debrief), strict=True):
        name = Text(Run(row.label, "small", ("first", "second")[seat]))
        figure = Text(Run(row.figure, "display", "ink"), unbroken=True)
        cells.append(Column(name, figure, Text(Run(row.note.replace("`", ""), "tiny", "dim")), gap=0))
    return Column(heading(w.SCORES, w.SCORES_NOTE), Grid((-1, -1), [cells], gap=18, align="top"), gap=5)


def cost_panel(model: Model, debrief: Debrief) -> Node:
    """The human cost with what each figure counts and where it comes from."""
    lines: list[Node] = []
    for row in model.names.human_cost:
        value = debrief.final[model.tables.slot[row.of]]
        cited = model.book.outline["human_cost"][row.id].get("from", "")
        ids = ", ".join(cited) if isinstance(cited, list) else str(cited)
        about = model.book.word("human_cost", row.id, "about")
        figure = f"{dashed(range_words(value * row.low, value * row.high))}  "
        lines.append(
            Text(
                Run(figure, "small-strong", "paper"), Run(f"{model.book.word('human_cost', row.id)}. ", "small"),
                Run(f"{about} ", "small", "dim"), Run(ids, "tiny", "faint"),
            )
        )  # fmt: skip
    if not lines:
        lines.append(Text(Run(w.NO_COST, "small", "dim")))
    pulled = [Text(Run(f"{row.label} ", "small"), Run(row.note, "small", "dim")) for row in pulled_rows(model)]
    return scrolled("cost", heading(w.COST_COUNTS, w.COST_NOTE), *lines, heading(w.PULLED_LEVERS), *pulled)


def scrolled(id_: str, head: Node, *lines: Node | None) -> Node:
    """A panel whose body scrolls when it must."""
    return Boxed(
        Column(head, grown(Scroll(id_, Column(*lines, gap=6), 40)), gap=8), LOOKS["panel"], role="group", name=id_
    )


def hidden_panel(model: Model, debrief: Debrief) -> Node:
    """What the other side truly wanted, and what was drawn before the first day and kept from the seat."""
    rival = 1 - model.seat
    kind = true_type(model, debrief, rival)
    said = Text(
        Run(f"{seat_name(model.book, rival)}: ", "small", "theirs"),
        Run(model.book.word("types", kind), "small-strong"),
        Run(f". {model.book.word('types', kind, 'about')}", "small", "dim"),
    )
    rows: list[list[Node]] = [[Text(Run(t, "tiny", "faint")) for t in w.HIDDEN_HEADS]]
    for row in hidden_rows(model, debrief, secrets_only=True)[:MOST_HIDDEN]:
        first, _, last = row.figure.partition("; ")
        rows.append(
            [
                Text(Run(row.label, "small")), Text(Run(first, "small-strong")), Text(Run(last, "small-strong")),
                Text(Run(row.note.replace("`", ""), "tiny", "dim")),
            ]
        )  # fmt: skip
    chances = Column(*(type_bar(model, rival, each, each == kind) for each in types_of(model, rival)), gap=3)
    grid = Grid((0, 0, 0, -1), rows, gap=12, lead=4) if len(rows) > 1 else None
    return scrolled("hidden", heading(w.HIDDEN, w.HIDDEN_NOTE), said, chances, grid)


def types_of(model: Model, seat: int) -> list[str]:
    """The types that a seat may have."""
    return list(model.names.types[model.names.seats[seat]])


def type_bar(model: Model, seat: int, kind: str, true: bool) -> Node:
    """How likely a type was at the start, and a check if it was the one."""
    entry = model.book.outline["types"][model.names.seats[seat]][kind]
    prior = float(str(entry["prior"]).partition("@")[0])
    sign = mark("check", "good", 10) if true else mark("dash", "faint", 10)
    words = model.book.word("types", kind)
    name = fixed(Text(Run(words, "small", "ink" if true else "dim")), 130)
    bar = Meter(Bar(prior, "theirs" if true else "neutral"), name=f"{words}: {prior:.0%}")
    return Row(sign, name, bar, fixed(Text(Run(f"{prior:.0%}", "small-strong"), align="right"), 40), gap=9)
