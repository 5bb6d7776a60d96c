"""Help: every key, and what the screens are for."""

from sim.client.view import words as w
from sim.client.view.devices.bindings import BINDINGS, Binding, key_for
from sim.client.view.drawing.flow import Grid
from sim.client.view.drawing.geometry import Geometry
from sim.client.view.drawing.layout import Column, Node, Row, Text, grown
from sim.client.view.drawing.scene import Run, Scene
from sim.client.view.drawing.typeset import Ruler
from sim.client.view.drawing.widgets import key_cap
from sim.client.view.screens.frame import framed, titled


def help_scene(geometry: Geometry, ruler: Ruler) -> Scene:
    """How a day goes, and the keys in groups."""
    groups: dict[str, list[Binding]] = {}
    for binding in BINDINGS:
        groups.setdefault(binding.group, []).append(binding)
    panels = {group: titled(w.KEY_GROUPS[group], key_grid(bindings)) for group, bindings in groups.items()}
    idea = titled(
        w.HOW_TITLE,
        *(
            Text(Run(text.format(key=key_for("explain")), "body", "ink" if i == 0 else "dim"))
            for i, text in enumerate(w.HOW)
        ),
        gap=9,
    )
    if geometry.columns == 1:
        body: Node = Column(idea, *panels.values(), gap=10)
    else:
        shared: list[list[str]] = [[] for _ in range(geometry.columns)]
        for group in groups:  # each below the fewest keys
            min(shared, key=lambda column: sum(len(groups[each]) for each in column)).append(group)
        columns = (Column(*(panels[group] for group in column), gap=10) for column in shared)
        keys = Row(*map(grown, columns), gap=10, align="top")
        body = Column(idea, keys, gap=10)
    return framed(w.HELP, body, geometry, ruler, default="back")


def key_grid(bindings: list[Binding]) -> Node:
    """What each key does."""
    rows = [
        [Row(*(key_cap(key) for key in binding.shown), gap=5), Text(Run(w.KEYS[binding.command], "small", "dim"))]
        for binding in bindings
        if binding.command in w.KEYS
    ]
    return Grid((170, -1), rows, gap=14, lead=5)
