"""The table in a small window or in large letters: four leaves to turn to, so that no page of it is a long one."""

from functools import partial

from sim.client.model import Model
from sim.client.telling.calls import gravest_first
from sim.client.view import words as w
from sim.client.view.drawing.boxes import LOOKS, Boxed, Fitting, Scroll, panel
from sim.client.view.drawing.flow import Flow
from sim.client.view.drawing.geometry import Geometry
from sim.client.view.drawing.layout import Column, Node, Row, fixed, grown
from sim.client.view.drawing.widgets import Press, button
from sim.client.view.screens.accord import accord_panel, wire_panel
from sim.client.view.screens.acts import shut_note, table_actions
from sim.client.view.screens.advisers import advisers_of
from sim.client.view.screens.bargain import bargain_body, issue_grid, table_head, weighed
from sim.client.view.screens.cards import levers_panel
from sim.client.view.screens.gauges import state_panel
from sim.client.view.screens.mapped import map_panel
from sim.client.view.screens.outlook import outlook_panel
from sim.client.view.screens.worth import own_worth
from sim.client.view.shell.messages import TurnLeaf
from sim.rules import layout as at

TALL = 900.0  # pixels of the design: in a window as high as this all of it may stand on one page
RIGHT = 356.0
TABLE, LEVERS, ACCORD, STATE = range(4)


def leaf_tabs(model: Model, leaf: int) -> Node:
    """The names of the leaves with their keys; on that of the agreement, how much there calls for a decision."""
    called = len(gravest_first(model))
    accord = w.LEAF_CALLS.format(title=w.ACCORD, n=called) if called else w.ACCORD
    titles = (w.TABLE, w.LEVERS, accord, w.STATE)
    return Flow(
        *(
            button(
                title, Press(f"leaf/{i}", TurnLeaf(i), key=str(i + 1)), "primary" if i == leaf else "raised",
                "small-strong", size="low",
            )
            for i, title in enumerate(titles)
        ),
        gap=6, lead=5,
    )  # fmt: skip


def leaf_body(model: Model, geometry: Geometry, leaf: int, card: Node | None) -> Node:
    """What the open leaf shows."""
    if leaf == LEVERS:
        return levers_panel(model, geometry, told=geometry.columns == 2)
    if leaf == ACCORD:
        right = Column(advisers_of(model), outlook_panel(model), wire_panel(model), gap=10)
        return _beside(accord_panel(model), right if geometry.columns == 1 else Scroll("aside", right), geometry)
    if leaf == STATE:
        return _beside(state_panel(model, geometry), map_panel(model), geometry)
    if geometry.columns == 1 or not model.values[at.TALKS]:
        foot = Column(shut_note(model), table_actions(model), gap=6)
        inside = Column(table_head(model), bargain_body(model, geometry, tight=True), foot, gap=8)
        return Scroll("page", Column(card, Boxed(inside, LOOKS["panel"], role="group", name=w.TABLE), gap=10))
    return _table(model, geometry, card)


def _table(model: Model, geometry: Geometry, card: Node | None) -> Node:
    """The options with what to do at the left, what comes of them at the right."""
    issues = Fitting(
        partial(issue_grid, model, geometry, rich=True),
        partial(issue_grid, model, geometry),
        lambda: Scroll("table", issue_grid(model, geometry, tight=True)),
    )
    foot = Column(shut_note(model), table_actions(model), gap=6)
    left = Boxed(Column(table_head(model), grown(issues), foot, gap=8), LOOKS["panel"], role="group", name=w.TABLE)
    right = Fitting(partial(_worth, model), partial(_worth, model, tight=True))
    return Column(card, grown(Row(grown(left), fixed(right, RIGHT), gap=10, align="stretch")), gap=10)


def _worth(model: Model, *, tight: bool = False) -> Node:
    """What the draft is worth and what comes of it; ``tight`` on lines in place of bars."""
    return panel("worth", own_worth(model), *weighed(model, tight=tight))


def _beside(left: Node, right: Node | None, geometry: Geometry) -> Node:
    """One beside the other, each of which scrolls when it must; or one below the other, on a page that scrolls."""
    if geometry.columns == 1:
        return Scroll("page", Column(left, right, gap=10))
    return Row(grown(left), grown(right) if right else None, gap=10, align="stretch")
