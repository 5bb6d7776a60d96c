"""Two pictures of a tournament as SVG: who does better than the mean agent against whom, and each agent's scores."""

from collections.abc import Iterable, Sequence
from html import escape
from typing import Any, NamedTuple

from sim.analysis.tournament.field import FieldScores
from sim.scenario.book import Book

CELL, SIZE, MARGIN = 46, 520, 70
INK, PALE, PAPER = "#1c2733", "#8a949e", "#ffffff"
WORSE, BETTER = (178, 84, 40), (32, 96, 160)  # told apart by the colour-blind as well; each cell has its number too
WIDE = 7.2  # of a letter of the labels, at most
SPOTS = tuple(
    (float(dx), float(dy))
    for dx, dy in ((8, -6), (8, 15), (-8, -6), (-8, 15), (0, -12), (0, 22), (18, -20), (18, 30), (-18, -20), (-18, 30))
)  # of a label from its dot, beside the lines of its intervals
HALO = {"stroke": PAPER, "stroke_width": 3, "paint_order": "stroke"}


class _Box(NamedTuple):
    """Where a label stands."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "_Box") -> bool:
        """Whether the two overlap."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


def words(x: float, y: float, text: str, **more: object) -> str:
    """A line of text; ``more`` are further attributes, with ``_`` for ``-``."""
    attributes = "".join(f' {name.replace("_", "-")}="{escape(str(value))}"' for name, value in more.items())
    return f'<text x="{x:.1f}" y="{y:.1f}"{attributes}>{escape(text)}</text>'


def line(one: tuple[float, float], other: tuple[float, float], colour: str = PALE) -> str:
    """A thin line."""
    return f'<path d="M{one[0]:.1f} {one[1]:.1f}L{other[0]:.1f} {other[1]:.1f}" stroke="{colour}"/>'


def drawing(width: float, height: float, title: str, parts: Iterable[str]) -> str:
    """A whole picture."""
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="{height:.0f}" '
        f'viewBox="0 0 {width:.0f} {height:.0f}" font-family="sans-serif" font-size="12" fill="{INK}">'
    )
    paper = f'<rect width="100%" height="100%" fill="{PAPER}"/>'
    return "\n".join([head, f"<title>{escape(title)}</title>", paper, *parts, "</svg>", ""])


def shade(share: float) -> str:
    """From -1, much worse, by 0, white, to 1, much better."""
    end = BETTER if share > 0 else WORSE
    deep = min(1.0, abs(share))
    return "#" + "".join(f"{round(255 - deep * (255 - x)):02x}" for x in end)


def heat_matrix(result: dict[str, Any], field: FieldScores) -> str:
    """Rows are agents, columns opponents: how much more an agent has there than the mean agent, over both seats."""
    agents = [each["agent"] for each in result["standings"]]
    order, n = [result["agents"].index(agent) for agent in agents], len(agents)
    cells = [[round(_mean(field.against_mean(a, b)), 1) + 0.0 for b in order] for a in order]
    most = max(abs(x) for row in cells for x in row) or 1.0
    left, top = 20 + WIDE * max(map(len, agents)), 74 + WIDE * 0.75 * max(map(len, agents))
    parts = [
        words(16, 24, "Points more than the mean agent has against the same opponent", font_size=15),
        words(
            16,
            44,
            "mean of both seats, same luck; rows: agents in the order of their rank, columns: opponents",
            fill="#4a5560",
        ),
    ]
    for a, agent in enumerate(agents):
        y, x = top + CELL * a, left + CELL * a
        parts.append(words(left - 8, y + CELL / 2 + 4, agent, text_anchor="end"))
        spot = f"{x + CELL / 2:.1f} {top - 8:.1f}"
        parts.append(words(x + CELL / 2, top - 8, agent, transform=f"rotate(-45 {spot})"))
        for b, number in enumerate(cells[a]):
            share = number / most
            parts.append(
                f'<rect x="{left + CELL * b:.1f}" y="{y:.1f}" width="{CELL - 1}" height="{CELL - 1}" '
                f'fill="{shade(share)}"/>'
            )
            ink = PAPER if abs(share) > 0.6 else INK
            middle = left + CELL * b + CELL / 2
            parts.append(words(middle, y + CELL / 2 + 4, f"{number:+.1f}", text_anchor="middle", fill=ink))
    width = left + CELL * n + 20 + WIDE * 0.75 * len(agents[-1])
    return drawing(max(width, 500), top + CELL * n + 20, "Tournament: who does better against whom", parts)


def _mean(numbers: Sequence[float]) -> float:
    return sum(numbers) / len(numbers)


def _steps(low: float, high: float) -> list[float]:
    """Round numbers between two, four to ten of them."""
    step = 1.0
    while (high - low) / step > 10:
        step *= 5 if str(step)[0] == "1" else 2
    first = int(low // step) + 1
    return [step * i for i in range(first, int(high // step) + 1)]


class _Axis:
    """One seat's scores on the paper, from ``begin`` to ``end``."""

    def __init__(self, ends: Sequence[tuple[float, float]], begin: float, end: float) -> None:
        low, high = min(low for low, _ in ends), max(high for _, high in ends)
        room = max(1.0, 0.06 * (high - low))
        self.low, self.high, self.begin, self.end = low - room, high + room, begin, end

    def at(self, score: float) -> float:
        return self.begin + (score - self.low) / (self.high - self.low) * (self.end - self.begin)


def _label(name: str, x: float, y: float, taken: list[_Box]) -> str:
    """A name beside its dot, where it covers no other if there is such a place, with a line to the dot if far."""
    width = WIDE * len(name)
    found: list[tuple[float, float, str, _Box]] = []
    for dx, dy in SPOTS:
        anchor = "start" if dx > 0 else "end" if dx < 0 else "middle"
        left = x + dx - (0.0 if dx > 0 else width if dx < 0 else width / 2)
        found.append((dx, dy, anchor, _Box(left, y + dy - 11, left + width, y + dy + 3)))
    free = [each for each in found if not any(each[3].meets(box) for box in taken)]
    dx, dy, anchor, box = (free or found)[0]
    taken.append(box)
    lead = line((x, y), (x + dx, y + dy - 4)) if abs(dx) > 9 else ""
    return lead + words(x + dx, y + dy, name, text_anchor=anchor, **HALO)


def scatter(book: Book, result: dict[str, Any]) -> str:
    """Each agent's mean score in one seat and in the other, over all opponents, with 95 % intervals, and par."""
    seats = result["seats"]
    ends = {
        seat: [(each["scores"][seat]["low"], each["scores"][seat]["high"]) for each in result["standings"]]
        for seat in seats
    }
    par = result["nash"]["par"]
    across = _Axis([*ends[seats[0]], (par[seats[0]], par[seats[0]])], MARGIN, MARGIN + SIZE)
    up = _Axis([*ends[seats[1]], (par[seats[1]], par[seats[1]])], MARGIN + SIZE, MARGIN)
    parts = [
        words(16, 24, "Mean scores over all opponents, with 95 % intervals", font_size=15),
        words(16, 44, "dashed: par. Agents share their luck: differences are surer than intervals", fill="#4a5560"),
        words(MARGIN + SIZE / 2, MARGIN + SIZE + 44, f"as {book.word('seats', seats[0])}", text_anchor="middle"),
        words(20, MARGIN + SIZE / 2, f"as {book.word('seats', seats[1])}", text_anchor="middle",
              transform=f"rotate(-90 20 {MARGIN + SIZE / 2})"),
        f'<rect x="{MARGIN}" y="{MARGIN}" width="{SIZE}" height="{SIZE}" fill="none" stroke="{PALE}"/>',
    ]  # fmt: skip
    parts += [
        words(across.at(step), MARGIN + SIZE + 18, f"{step:g}", text_anchor="middle")
        for step in _steps(across.low, across.high)
    ]
    parts += [words(MARGIN - 8, up.at(step) + 4, f"{step:g}", text_anchor="end") for step in _steps(up.low, up.high)]
    x, y = across.at(par[seats[0]]), up.at(par[seats[1]])
    lines = f"M{x:.1f} {MARGIN}V{MARGIN + SIZE}M{MARGIN} {y:.1f}H{MARGIN + SIZE}"
    parts.append(f'<path d="{lines}" stroke="{PALE}" stroke-dasharray="5 4"/>')
    dots, taken = [], list[_Box]()
    for each in result["standings"]:
        one, two = each["scores"][seats[0]], each["scores"][seats[1]]
        x, y = across.at(one["mean"]), up.at(two["mean"])
        parts.append(line((across.at(one["low"]), y), (across.at(one["high"]), y)))
        parts.append(line((x, up.at(two["low"])), (x, up.at(two["high"]))))
        parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="#20609f"/>')
        dots.append((each["agent"], x, y))
        taken.append(_Box(x - 5, y - 5, x + 5, y + 5))
    parts += [_label(*dot, taken) for dot in dots]
    return drawing(MARGIN + SIZE + 130, MARGIN + SIZE + 64, "Tournament: scores by seat", parts)
