"""Plots as inline SVG. Colours are variables of the page that holds them, so that it may be light, dark or printed."""

from html import escape

from sim.client.page import Label, Plot, Spot
from sim.client.view.drawing.palette import alias
from sim.client.view.drawing.scene import Point, Shape

KEY = (24.0, 18.0)
ANCHORS = {"left": "start", "middle": "middle", "right": "end"}
LETTERS = 12  # the size of labels
BASELINE = 0.36  # of the size of letters, below the middle of a line


def svg_of(plot: Plot, size: Point, seat: int) -> str:
    """A plot of a size, told in a sentence to those who cannot see it."""
    drawn = plot.draw(size)
    parts = [
        *(_shape(each, seat) for each in drawn.shapes),
        *(_label(each, seat) for each in drawn.labels),
        *map(_spot, drawn.spots),
    ]
    return _svg(size, "".join(parts), f'role="img" aria-label="{escape(plot.says)}"')


def _spot(spot: Spot) -> str:
    """A place that tells something when it is pointed at."""
    x, y = spot.at
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="7" fill-opacity="0"><title>{escape(spot.says)}</title></circle>'


def svg_key(shape: Shape, seat: int) -> str:
    """A sign of a legend."""
    return _svg(KEY, _shape(shape, seat), 'class="key" aria-hidden="true"')


def _svg(size: Point, inside: str, attributes: str) -> str:
    width, height = (f"{x:g}" for x in size)
    return f'<svg viewBox="0 0 {width} {height}" width="{width}" height="{height}" {attributes}>{inside}</svg>'


def shade(name: str, seat: int) -> str:
    """A colour by name, for whoever plays a seat."""
    return f"var(--{alias(name, seat)})" if name else "none"


def _shape(shape: Shape, seat: int) -> str:
    fill = shade(shape.fill, seat) if shape.kind != "line" else "none"
    style = f'style="fill:{fill};stroke:{shade(shape.stroke, seat)}" stroke-width="{shape.width:g}"'
    if shape.dashes:
        style += f' stroke-dasharray="{" ".join(f"{x:g}" for x in shape.dashes)}"'
    if shape.kind == "disc":
        x, y = shape.points[0]
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{shape.radius:g}" {style}/>'
    course = "L".join(f"{x:.1f} {y:.1f}" for x, y in shape.points)
    return f'<path d="M{course}{"Z" if shape.kind == "area" else ""}" {style}/>'


def _label(label: Label, seat: int) -> str:
    x, y = label.at
    place = f'x="{x:.1f}" y="{y + BASELINE * LETTERS:.1f}" text-anchor="{ANCHORS[label.anchor]}"'
    return f'<text {place} style="fill:{shade(label.colour, seat)}">{escape(label.text)}</text>'
