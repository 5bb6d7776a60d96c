"""The debrief: how it ended, the human cost first, scores beside par, why it broke, what was hidden, the course."""

from functools import partial
from math import inf

from sim.client.advising import has_advisers
from sim.client.debrief import Debrief
from sim.client.meters import shown_value
from sim.client.model import Model
from sim.client.naming import date_words, seat_name, slot_name
from sim.client.standing import range_words
from sim.client.text.debrief import hidden_names, pulled_rows, score_rows, true_type
from sim.client.view import words as w
from sim.client.view.boxes import LOOKS, Boxed, Fitting, Padding, Scroll, heading
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
MOST_COUNTS = 320.0  # that the panel with the counts asks for, in pixels of the design


def debrief_scene(model: Model, debrief: Debrief, geometry: Geometry, ruler: Ruler) -> Scene:
    """The whole debrief."""
    top = ending_panel(model, debrief, geometry)
    panels = [why_panel(model, debrief), packages_panel(model, debrief), hidden_panel(model, debrief)]
    course, sources = course_panel(model, debrief, geometry), cost_panel(model, debrief, geometry)
    if geometry.columns == 3:
        upper = Row(*(grown(panel) for panel in panels), gap=10, align="stretch")
        lower = Row(grown(course, 2.03), grown(sources, 1.0), gap=10, align="stretch")
        body: Node = Column(top, grown(upper), grown(lower), gap=10)
        whole = Column(grown(body), foot(model), gap=10)
    else:
        side = Column(*panels, gap=10) if geometry.columns == 1 else Grid(
            (-1, -1), [panels[:2]], gap=10, align="stretch"
        )  # fmt: skip
        rest = [] if geometry.columns == 1 else [panels[2]]
        whole = Column(grown(Scroll("page", Column(top, sources, side, *rest, course, gap=10))), foot(model), gap=10)
    return scene_of(whole, geometry, ruler, "go/seats")


def foot(model: Model) -> Node:
    """Where to go from here."""
    return Flow(
        button(w.NEW_GAME, Press("go/seats", Go("seats")), "primary"),
        button(w.CABLES, Press("go/cables", Go("cables"), key="L")),
        button(w.FACTS, Press("go/facts", Go("facts"), key="S")),
        button(w.UNDERSTOOD, Press("understood", Open("understood"))),
        button(w.MOTIVES, Press("motives", Open("motives"))),
        button(w.ADVISED, Press("advised", Open("advised"))) if has_advisers(model) else None,
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
        body: Node = Row(grown(told), fixed(costs, 540), fixed(scores, 316), gap=28)
    elif geometry.columns == 2:
        body = Column(told, Row(grown(costs, 1.6), grown(scores), gap=30, align="top"), gap=14)
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


def cost_panel(model: Model, debrief: Debrief, geometry: Geometry) -> Node:
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
    most = MOST_COUNTS if geometry.columns == 3 else 0.0
    pulled = [Text(Run(f"{row.label} ", "small"), Run(row.note, "small", "dim")) for row in pulled_rows(model)]
    return scrolled("cost", heading(w.COST_COUNTS, w.COST_NOTE), *lines, heading(w.PULLED_LEVERS), *pulled, most=most)


def scrolled(id_: str, head: Node, *lines: Node | None, most: float = 0.0) -> Node:
    """A panel whose body scrolls when it must."""
    return Boxed(
        Column(head, grown(Scroll(id_, Column(*lines, gap=6), 40, most)), gap=8), LOOKS["panel"], role="group", name=id_
    )


def hidden_panel(model: Model, debrief: Debrief) -> Node:
    """What the other side truly wanted, and what was drawn before the first day and kept from the seat."""
    body = Fitting(partial(hidden_body, model, debrief), partial(hidden_body, model, debrief, tight=True))
    return scrolled("hidden", heading(w.HIDDEN, w.HIDDEN_NOTE), body)


def hidden_body(model: Model, debrief: Debrief, *, tight: bool = False) -> Node:
    """The types of the other side with their chances, as bars or, if ``tight``, on one line; then what was hidden."""
    rival = 1 - model.seat
    kind = true_type(model, debrief, rival)
    said = Text(
        Run(f"{seat_name(model.book, rival)}: ", "small", "theirs"),
        Run(model.book.word("types", kind), "small-strong"),
        Run(f". {model.book.word('types', kind, 'about')}", "small", "dim"),
    )
    rows: list[list[Node]] = [[Text(Run(t, "tiny", "faint")) for t in w.HIDDEN_HEADS]]
    rows += [hidden_row(model, debrief, name) for name in hidden_names(model, secrets_only=True)[:MOST_HIDDEN]]
    kinds = [(type_line if tight else type_bar)(model, rival, each, each == kind) for each in types_of(model, rival)]
    chances = Flow(*kinds, gap=14, lead=2) if tight else Column(*kinds, gap=3)
    grid = Grid((0, 0, 0, -1), rows, gap=12, lead=1 if tight else 4) if len(rows) > 1 else None
    return Column(said, chances, grid, gap=4 if tight else 6)


def hidden_row(model: Model, debrief: Debrief, name: str) -> list[Node]:
    """A hidden variable at first and at last, beside what the seat could hold it for on the first day."""
    slot = model.tables.slot[name]
    first, last, held = (
        shown_value(model, name, values[slot]) for values in (debrief.first, debrief.final, model.looks[0].values)
    )
    note = w.HELD_BLINDLY if model.names.sd[slot][model.seat] == inf else w.HELD_BY_ESTIMATE
    return [
        Text(Run(slot_name(model.book, name), "small")), Text(Run(first, "small-strong")),
        Text(Run(last, "small-strong")), Text(Run(note.format(value=held), "tiny", "dim")),
    ]  # fmt: skip


def types_of(model: Model, seat: int) -> list[str]:
    """The types that a seat may have."""
    return list(model.names.types[model.names.seats[seat]])


def prior_of(model: Model, seat: int, kind: str) -> float:
    """How likely a type was at the start."""
    entry = model.book.outline["types"][model.names.seats[seat]][kind]
    return float(str(entry["prior"]).partition("@")[0])


def type_sign(true: bool) -> Node:
    """A check at the type that was the one."""
    return mark("check", "good", 10) if true else mark("dash", "faint", 10)


def type_line(model: Model, seat: int, kind: str, true: bool) -> Node:
    """How likely a type was at the start, in words."""
    words = f"{model.book.word('types', kind)} {prior_of(model, seat, kind):.0%}"
    return Row(type_sign(true), Text(Run(words, "small-strong" if true else "small", "ink" if true else "dim")), gap=5)


def type_bar(model: Model, seat: int, kind: str, true: bool) -> Node:
    """How likely a type was at the start, and a check if it was the one."""
    prior, words = prior_of(model, seat, kind), model.book.word("types", kind)
    name = fixed(Text(Run(words, "small", "ink" if true else "dim")), 130)
    bar = Meter(Bar(prior, "theirs" if true else "neutral"), name=f"{words}: {prior:.0%}")
    return Row(type_sign(true), name, bar, fixed(Text(Run(f"{prior:.0%}", "small-strong"), align="right"), 40), gap=9)
