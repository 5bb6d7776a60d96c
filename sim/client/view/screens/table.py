"""The table screen: the map, the table, the state of play, the agreement, the levers and the wire."""

from functools import partial

from sim.client.model import Model
from sim.client.view import words as w
from sim.client.view.drawing.boxes import LOOKS, NONE, Boxed, Fitting, Padding, Scroll, arrange
from sim.client.view.drawing.geometry import Geometry
from sim.client.view.drawing.layout import Column, Node, Row, Sheet, fixed, grown, px
from sim.client.view.drawing.scene import Rect, Scene
from sim.client.view.drawing.typeset import Ruler
from sim.client.view.screens.accord import accord_panel, wire_panel
from sim.client.view.screens.acts import shut_note, table_actions
from sim.client.view.screens.advisers import advisers_of
from sim.client.view.screens.bargain import bargain_body, table_head
from sim.client.view.screens.below import below_map
from sim.client.view.screens.cards import levers_panel
from sim.client.view.screens.gauges import state_panel
from sim.client.view.screens.leaves import TALL, leaf_body, leaf_tabs
from sim.client.view.screens.lesson import lesson_card
from sim.client.view.screens.mapped import map_panel
from sim.client.view.screens.outlook import outlook_panel
from sim.client.view.screens.plan import end_buttons, plan_row, planned_text
from sim.client.view.screens.saved import saved_link
from sim.client.view.screens.topbar import screen_links, top_bar
from sim.client.view.shell.messages import Saved
from sim.client.view.shell.shell import Shell

MARGIN, GAP = Padding(14, 10, 10), 10
RIGHT = 356.0
LEFT, LEFT_MOST = 412.0, 540.0  # of the column with the map: what the others leave of the window, within these
MIDDLE = 680.0  # of the column with the table, before the map has more
LEVERS, LEVERS_TAUGHT = 228.0, 186.0  # lower where a lesson stands above
BELOW = 206.0  # of what stands below the map and the curves; it shares with the map what is left over


def table_scene(shell: Shell, geometry: Geometry, ruler: Ruler) -> Scene:
    """The screen on which a game is played."""
    model = shell.model
    assert model is not None
    layouts = {3: _three, 2: _two, 1: _one}
    card, three = lesson_card(model), geometry.columns == 3
    in_leaves = not three and geometry.height < TALL * geometry.unit
    beside = in_leaves and geometry.columns == 2  # the ways to other screens, beside the leaves' names
    top = top_bar(model, geometry, None if three else shell.saved, waiting=shell.waiting, linked=not beside)
    tabs: Node | None = leaf_tabs(model, shell.leaf) if in_leaves else None
    if tabs and beside:
        tabs = Row(grown(tabs), screen_links(), gap=14)
    body = (
        leaf_body(model, geometry, shell.leaf, card)
        if in_leaves
        else layouts[geometry.columns](model, geometry, card)
    )  # fmt: skip
    whole = Column(top, tabs, grown(body), _foot(model, geometry, shell.saved), gap=8 if in_leaves else 10)
    sheet = arrange(Boxed(whole, None, MARGIN), geometry.size, ruler)
    first = f"leaf/{shell.leaf}" if in_leaves and shell.leaf else f"option/0/{model.draft[0]}"
    return Scene(geometry.size, tuple(sheet.elements), sheet.regions, default=first, strip=sheet.strip)


def _foot(model: Model, geometry: Geometry, saved: Saved | None) -> Node | None:
    """In three columns the wire; else what must always be at hand: the plan, and the end of the day."""
    if geometry.columns == 3:
        return Row(grown(wire_panel(model)), saved_link(saved), end_buttons(model), gap=12)
    return Boxed(plan_row(model, geometry), LOOKS["panel"], Padding(12, 7, 7))


def table_panel(model: Model, geometry: Geometry) -> Node:
    """The table with its actions; in three columns they stay in sight while the rest may scroll."""
    actions = table_actions(model)
    if geometry.columns == 3:
        body: Node = Fitting(
            partial(bargain_body, model, geometry, rich=True),
            partial(bargain_body, model, geometry),
            partial(bargain_body, model, geometry, tight=True),
            partial(bargain_body, model, geometry, tight=True, brief=True),
            lambda: Scroll("table", bargain_body(model, geometry, tight=True, line=True)),
        )
        foot = Column(planned_text(model) or shut_note(model), actions, gap=4)
        inside = Column(table_head(model), grown(body), foot, gap=6)
    else:
        inside = Column(table_head(model), bargain_body(model, geometry), shut_note(model), actions, gap=8)
    return Boxed(inside, LOOKS["panel"], role="group", name=w.TABLE)


def _three(model: Model, geometry: Geometry, card: Node | None) -> Node:
    drawn = map_panel(model, beside=True)
    below = below_map(model)
    under = grown(Pressed(below, BELOW) if drawn else below)
    left = Column(grown(drawn) if drawn else None, outlook_panel(model), under, gap=10)
    state = fixed(state_panel(model, geometry), RIGHT)
    upper = Row(grown(table_panel(model, geometry)), state, gap=10, align="stretch")
    levers = Pressed(levers_panel(model, geometry), LEVERS if card is None else LEVERS_TAUGHT)
    return Row(
        fixed(left, left_width(geometry)),
        grown(LastYields(Column(card, grown(upper), gap=10), levers, gap=10)),
        gap=10,
        align="stretch",
    )


def left_width(geometry: Geometry) -> float:
    """The width of the column with the map, in pixels of the design."""
    across = geometry.width / geometry.unit - 2 * MARGIN.side - 2 * GAP
    return max(LEFT, min(LEFT_MOST, across - MIDDLE - RIGHT))


class LastYields(Column):
    """Two children of which the lower gives way first, as far as what it holds can; the upper has all that is left."""

    def place(self, rect: Rect, sheet: Sheet) -> None:
        upper, lower = self.children
        gap, ruler = px(self.gap, sheet.ruler), sheet.ruler
        left = rect.h - gap - upper.height(rect.w, ruler)
        low = max(lower.floor(rect.w, ruler), min(lower.height(rect.w, ruler), left))
        upper.place(rect._replace(h=rect.h - gap - low), sheet)
        lower.place(Rect(rect.x, rect.bottom - low, rect.w, low), sheet)


class Pressed(Boxed):
    """A child of a given height in pixels of the design, which may shrink to what the child needs at least."""

    def __init__(self, child: Node, height: float) -> None:
        super().__init__(child, None, NONE)
        self.wanted = height

    def measure(self, width: int, ruler: Ruler) -> int:  # noqa: ARG002 - the node's
        return round(self.wanted * ruler.unit)

    def floor(self, width: int, ruler: Ruler) -> int:
        return min(self.height(width, ruler), self.child.height(width, ruler))


def _two(model: Model, geometry: Geometry, card: Node | None) -> Node:
    left = Column(
        table_panel(model, geometry),
        outlook_panel(model),
        levers_panel(model, geometry),
        accord_panel(model),
        advisers_of(model),
        gap=10,
    )
    right = Column(state_panel(model, geometry), map_panel(model), gap=10)
    across = Row(grown(left), fixed(right, RIGHT), gap=10, align="top")
    return Scroll("page", Column(card, across, wire_panel(model), gap=10))


def _one(model: Model, geometry: Geometry, card: Node | None) -> Node:
    upper = (
        table_panel(model, geometry),
        outlook_panel(model),
        levers_panel(model, geometry),
        accord_panel(model),
        advisers_of(model),
    )
    lower = (state_panel(model, geometry), map_panel(model), wire_panel(model))
    return Scroll("page", Column(card, *upper, *lower, gap=10))
