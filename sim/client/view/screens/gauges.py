"""The state of play: meters with their change, what is in one's own hand, the human cost so far."""

from collections.abc import Sequence
from functools import partial
from math import inf

from sim.client import words as said
from sim.client.explaining.asking import Target
from sim.client.explaining.outline import statements, targets
from sim.client.explaining.variables import capital_about
from sim.client.figures import figure, minus
from sim.client.model import Model
from sim.client.naming import is_yes_or_no, seat_name, slot_name, unit_of
from sim.client.telling.meters import Meter, headline_names, other_changes, shown_meter, width_of
from sim.client.telling.standing import cost_rows
from sim.client.view import words as w
from sim.client.view.drawing import widgets
from sim.client.view.drawing.boxes import Boxed, Fitting, heading, panel
from sim.client.view.drawing.flow import Grid
from sim.client.view.drawing.geometry import Geometry
from sim.client.view.drawing.layout import Node, Row, Text, px
from sim.client.view.drawing.remembering import reads
from sim.client.view.drawing.scene import Bar, Run
from sim.client.view.drawing.typeset import Ruler
from sim.client.view.drawing.widgets import Press, mark
from sim.client.view.shell.messages import Explain
from sim.client.weighing.judging import own_type
from sim.client.weighing.planning import foreseen
from sim.rules import layout as at

WHOSE = ("self", "other")
MOST_METERS = 11
MOST_ALSO = 3
MOST_IN_HAND = 3
LEAST_STEP = 0.1  # of political capital, as it is told
CHANGES, ADDED = 34, 62  # widths in pixels of the design: of a change, and of what was added to the human cost
CLOCKS = ("days", "nights")  # what the unit of something that runs out begins with
TONES = {"good": "good", "bad": "bad", "neutral": "neutral"}


def meter_names(model: Model) -> list[str]:
    """The variables of the first screen, without those that are in one's own hand or counted on the map."""
    own = model.names.seats[model.seat]
    counted = {signs["of"] for signs in (model.book.map or {}).get("signs", []) if signs["rest"] == "crossed"}
    return [name for name in headline_names(model) if name not in counted and not name.startswith(f"{own}.")]


def tone_of(model: Model, name: str) -> str:
    """Whether more of a variable is good, bad or neither; unknown counts as neither."""
    return str((model.book.map or {}).get("tones", {}).get(name, "neutral"))


def share_of_range(model: Model, name: str, value: float) -> float:
    """Where a value lies in its variable's range, from 0 to 1."""
    first = model.tables.ints[at.RANGES_REALS] + 2 * model.tables.slot[name]
    low, high = model.tables.reals[first : first + 2]
    return min(1.0, max(0.0, (value - low) / (high - low))) if high > low else 0.0


def bar_of(model: Model, name: str) -> Bar:
    """A variable as a bar; an estimate has its interval of one deviation either way."""
    slot = model.tables.slot[name]
    value, sd = model.values[slot], model.names.sd[slot][model.seat]
    shown = share_of_range(model, name, value)
    interval = (0.0, 0.0)
    if 0.0 < sd < inf:
        interval = share_of_range(model, name, value - sd), share_of_range(model, name, value + sd)
    was = share_of_range(model, name, model.before[slot]) if model.before else -1.0
    return Bar(shown, TONES[tone_of(model, name)], 0.0, *interval, was=was)


def change_marks(model: Model, each: Meter) -> list[Node]:
    """How far a meter has moved: an arrow of its own shape, coloured by whether that is good, and the figure."""
    if not each.change or each.change == said.CHANGED:
        return []
    up = each.change.startswith("+")
    tone = tone_of(model, each.name)
    colour = "dim" if tone == "neutral" else "good" if (tone == "good") == up else "bad"
    return [mark("up" if up else "down", colour, 9), Text(Run(each.change.lstrip("+-"), "tiny", colour), unbroken=True)]


def meter_row(model: Model, name: str, words: str = "") -> list[Node]:
    """Label, bar, value and change. The label can be asked about."""
    each = shown_meter(model, name)
    each = each._replace(label=words or each.label)
    press = Press(f"meter/{name}", Explain(Target(*section_of(model, name))), tip=about(model, name))
    label = widgets.pressable(
        Text(Run(each.label, "small", "ink"), role=""), press, f"{each.label}: {each.value} {each.change}".strip(),
        pad=widgets.SNUG,
    )  # fmt: skip
    value, _, error = each.value.partition(" ± ")
    noise = (Run(f" ±{error}", "tiny", "dim"),) if error else ()
    said_value = minus(value)
    figures = Text(Run(said_value, "small-strong", "ink"), *noise, align="right", unbroken=True)
    return [label, widgets.Meter(bar_of(model, name)), figures, Row(*change_marks(model, each), gap=3)]


def section_of(model: Model, name: str) -> tuple[str, str, str]:
    """Section, id and name of a variable, as the pages that explain things want them."""
    head, _, rest = name.partition(".")
    if head in model.names.seats:
        own = rest in model.book.outline.get("seat_state", {})
        return ("seat_state" if own else "registers"), name, slot_name(model.book, name)
    return "state", name, slot_name(model.book, name)


def about(model: Model, name: str) -> str:
    """What a variable is, in the scenario's words."""
    head, _, rest = name.partition(".")
    if head in model.names.seats:
        if rest in ("capital", "resolve"):
            return capital_about(model) if rest == "capital" else said.RESOLVE_ABOUT
        return model.book.word("seat_state", rest, "about")
    return model.book.word("state", name, "about")


class Ruled(Grid):
    """Meters whose columns line up with those of another grid, which stands elsewhere: with its labels and figures."""

    def __init__(self, rows: Sequence[Sequence[Node]], others: Sequence[Sequence[Node]]) -> None:
        super().__init__((0, -1, 0, CHANGES), rows, gap=8, lead=1)
        self.others = others

    def _wide(self, column: int, ruler: Ruler) -> int:
        return max((row[column].natural(ruler) for row in (*self.rows, *self.others)), default=0)

    def widths(self, width: int, ruler: Ruler) -> list[int]:
        """Those of its own where both would not leave a bar its room."""
        label, figure, change = self._wide(0, ruler), self._wide(2, ruler), px(CHANGES, ruler)
        bar = width - label - figure - change - self._gaps(ruler)
        return [label, bar, figure, change] if bar >= px(40, ruler) else super().widths(width, ruler)


@reads()
def meter_grid(model: Model, names: Sequence[str]) -> Node:
    """Rows of meters whose columns line up, and with those of the hand."""
    return Ruled([meter_row(model, name) for name in names], [*held_rows(model), widest_capital(model)])


_movable: dict[str, frozenset[str]] = {}


def movable(model: Model) -> frozenset[str]:
    """The names that some line of the scenario can change; what none can is a given, and no news."""
    found = _movable.get(model.tables.digest)
    if found is None:
        names = {name for line in statements(model.book) for name in targets(line)}
        seats = model.names.seats
        spread = {f"{seat}.{name.partition('.')[2]}" for name in names if name.split(".")[0] in WHOSE for seat in seats}
        found = _movable[model.tables.digest] = frozenset(names | spread)
    return found


def hand_names(model: Model) -> list[str]:
    """The seat's own variables worth a row: those that are not at rest at zero, clocks that run first."""
    own = model.names.seats[model.seat]
    names = [f"{own}.{name}" for name in model.book.outline.get("seat_state", {})]
    kept = [
        name for name in names if name in model.tables.slot and model.names.sd[model.tables.slot[name]][model.seat] == 0
    ]
    awake = [
        name
        for name in kept
        if model.values[model.tables.slot[name]] and not is_yes_or_no(model.book, name) and name in movable(model)
    ]
    clocks = [name for name in awake if unit_of(model.book, name).startswith(CLOCKS)]
    first = [*clocks, *(name for name in headline_names(model) if name in awake and name not in clocks)]
    return [*first, *(name for name in awake if name not in first)][:MOST_IN_HAND]


def capital_row(model: Model) -> list[Node]:
    """Political capital, as it will be once the plan is paid for."""
    own = model.names.seats[model.seat]
    name = f"{own}.capital"
    slot = model.tables.slot[name]
    left, most = foreseen(model)[slot], width_of(model, name)
    press = Press(
        f"meter/{name}", Explain(Target("registers", name, slot_name(model.book, name))), tip=about(model, name)
    )
    value = w.OF_MOST.format(value=figure(left, "", 10.0), most=figure(most))
    bar = Bar(share_of_range(model, name, left), "own", before=share_of_range(model, name, model.values[slot]))
    label = said.SEAT_REGISTERS["capital"].capitalize()
    return [
        widgets.pressable(Text(Run(label, "small", "ink"), role=""), press, f"{label}: {value}", pad=widgets.SNUG),
        widgets.Meter(bar), Text(Run(value, "small-strong", "ink"), align="right", unbroken=True), Row(),
    ]  # fmt: skip


def hand_rows(model: Model) -> list[list[Node]]:
    """What is in the seat's own hand."""
    return [capital_row(model), *held_rows(model)]


def held_rows(model: Model) -> list[list[Node]]:
    """The same without the capital, which a plan spends."""
    named = [(name, model.book.word("seat_state", name.partition(".")[2])) for name in hand_names(model)]
    return [meter_row(model, name, words) for name, words in named]


def widest_capital(model: Model) -> list[Node]:
    """A row as wide as that of the capital ever is, so that columns stand still while a plan changes."""
    most = width_of(model, f"{model.names.seats[model.seat]}.capital")
    value = w.OF_MOST.format(value=figure(most - LEAST_STEP, "", 10.0), most=figure(most))
    label = Text(Run(said.SEAT_REGISTERS["capital"].capitalize(), "small"))
    return [Boxed(label, None, widgets.SNUG), Row(), Text(Run(value, "small-strong")), Row()]


@reads("plan")
def hand_grid(model: Model) -> Node:
    """What is in the seat's own hand, its columns in line with the state of play."""
    others = [meter_row(model, name) for name in meter_names(model)[:MOST_METERS]]
    return Ruled(hand_rows(model), [*others, widest_capital(model)])


def cost_lines(model: Model) -> list[Node]:
    """The human cost so far, as ranges, with what was added since the last turn."""
    rows = [
        [
            Text(Run(row.label, "small", "dim")),
            Text(Run(row.figure, "small-strong", "paper"), align="right", unbroken=True),
            Text(Run(row.note, "tiny", "bad"), align="right", unbroken=True),
        ]
        for row in cost_rows(model)
    ]
    beside = ADDED if any(row.note for row in cost_rows(model)) else CHANGES
    return [Grid((-1, 0, beside), rows, gap=8, lead=1)] if rows else [Text(Run(w.NO_COST, "small", "dim"))]


def also_moved(model: Model) -> Node | None:
    """What else has moved notably, in a sentence."""
    shown = [*meter_names(model), *(row.of for row in model.names.human_cost)]
    moved = [each for each in other_changes(model, shown) if not is_yes_or_no(model.book, each.name)]
    if not moved:
        return None
    shown_now = [shown_meter(model, each.name) for each in moved[:MOST_ALSO]]
    text = ", ".join(f"{each.label} {each.value} ({minus(each.change)})" for each in shown_now)
    return Text(Run(f"{w.ALSO_MOVED}: ", "tiny", "dim"), Run(f"{text}.", "tiny", "dim"))


@reads("plan")
def state_panel(model: Model, geometry: Geometry) -> Node:
    """Everything at the right of the table; where there is little height, less of it."""
    if geometry.columns < 3:
        return state_choice(model, also=True)
    return Fitting(
        partial(state_choice, model, also=True, wants=True),
        partial(state_choice, model, also=True),
        partial(state_choice, model),
        partial(state_choice, model, gap=4),
    )


def state_choice(model: Model, *, also: bool = False, wants: bool = False, gap: float = 7) -> Node:
    """The panel; if wanted with what else has moved, and with what the seat truly wants."""
    return panel(
        "state",
        heading(w.STATE, w.STATE_NOTE),
        meter_grid(model, meter_names(model)[:MOST_METERS]),
        also_moved(model) if also else None,
        heading(w.HAND, w.HAND_NOTE),
        hand_grid(model),
        wanted(model) if wants else None,
        heading(w.COST, w.COST_NOTE),
        *cost_lines(model),
        gap=gap,
    )


@reads()
def wanted(model: Model) -> Node:
    """What the seat truly wants."""
    kind = model.names.types[model.names.seats[model.seat]][own_type(model)]
    return Text(
        Run(f"{seat_name(model.book, model.seat)}: ", "tiny", "dim"),
        Run(model.book.word("types", kind), "tiny-strong", "ink"),
        Run(f". {model.book.word('types', kind, 'about')}", "tiny", "dim"),
    )
