"""Setting text: styles by name, and runs broken into lines of a width. All it knows of fonts is a ruler."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol

from sim.client.view.drawing.memory import Memory
from sim.client.view.drawing.scene import Fragment, Run, Words


class Style(NamedTuple):
    """A way to set text. ``size`` and ``tracking``: pixels of a 1600x900 window; ``leading``: a share of size."""

    family: str
    size: float
    bold: bool = False
    italic: bool = False
    tracking: float = 0.0
    leading: float = 1.3


STYLES = {
    "display": Style("serif", 38, bold=True, leading=1.15),
    "title": Style("serif", 54, bold=True, leading=1.15),
    "large": Style("serif", 30, bold=True, leading=1.15),
    "cost": Style("serif", 24, bold=True, leading=1.15),
    "date": Style("serif", 24, bold=True, leading=1.15),
    "figure": Style("sans", 24, bold=True, leading=1.15),
    "prose": Style("serif", 18, leading=1.45),
    "lead": Style("sans", 18, leading=1.35),
    "lead-strong": Style("sans", 18, bold=True, leading=1.35),
    "body": Style("sans", 16),
    "strong": Style("sans", 16, bold=True),
    "quote": Style("serif", 16, italic=True),
    "small": Style("sans", 14.5, leading=1.28),
    "small-strong": Style("sans", 14.5, bold=True, leading=1.28),
    "tiny": Style("sans", 13, leading=1.25),
    "tiny-strong": Style("sans", 13, bold=True, leading=1.25),
    "heading": Style("sans", 13, bold=True, tracking=1.3, leading=1.25),
    "tag": Style("sans", 12, bold=False, tracking=0.9, leading=1.25),
    "key": Style("sans", 12, bold=True, leading=1.25),
    "wire": Style("mono", 12.5, leading=1.25),
    "note": Style("sans", 12.5, leading=1.15),
}


APART = re.compile(" (?!%)")
"""Where a line may break: a figure and its sign stay together."""


class Ruler(Protocol):
    """Knows how large text is, in pixels of the window at hand. ``unit`` is the length of one pixel of the design."""

    @property
    def unit(self) -> float:
        """Pixels of this window in one of a 1600x900 window at 100 % text."""

    def width(self, text: str, style: str) -> int:
        """Width of a text on one line."""

    def height(self, style: str) -> int:
        """Height of a line."""

    def ascent(self, style: str) -> int:
        """From the top of a line to the line that letters stand on."""

    def memory(self) -> Memory:
        """Where what was set or made for it may be kept."""


class Block(NamedTuple):
    """Runs set into lines: the words, and the room that they take."""

    words: Words
    width: int
    height: int


class _Piece(NamedTuple):
    text: str
    run: Run
    width: int


def pieces_of(runs: Iterable[Run], ruler: Ruler) -> list[_Piece]:
    """Words with the spaces that follow them; a line break is a piece of its own."""
    found = []
    for run in runs:
        for i, line in enumerate(run.text.split("\n")):
            if i:
                found.append(_Piece("\n", run, 0))
            words = APART.split(line)
            texts = [f"{word} " for word in words[:-1]] + ([words[-1]] if words[-1] else [])
            found += [_Piece(text, run, ruler.width(text, run.style)) for text in texts]
    return found


def _cut(piece: _Piece, width: int, ruler: Ruler) -> list[_Piece]:
    """A word that is wider than its line, in pieces that are not."""
    parts, rest = [], piece.text
    while rest:
        n = len(rest)
        while n > 1 and ruler.width(rest[:n], piece.run.style) > width:
            n -= 1
        parts.append(_Piece(rest[:n], piece.run, ruler.width(rest[:n], piece.run.style)))
        rest = rest[n:]
    return parts


def _lines(runs: Iterable[Run], width: int, ruler: Ruler) -> list[list[_Piece]]:
    """Pieces in lines.

    Words are added by their own widths; then a line is measured whole, for letters shift a little beside their
    neighbours, and gives its last word back if it is too long.
    """
    pieces = pieces_of(runs, ruler)[::-1]
    lines: list[list[_Piece]] = [[]]
    used = 0
    while pieces:
        piece = pieces.pop()
        bare = ruler.width(piece.text.rstrip(" "), piece.run.style)
        if piece.text == "\n" or (lines[-1] and used + bare > width):
            back = _given_back(lines[-1], width, ruler)
            if piece.text != "\n" or back:
                pieces.append(piece)
            pieces += back[::-1]
            lines.append([])
            used = 0
        elif bare > width:
            pieces += _cut(piece, width, ruler)[::-1]
        else:
            lines[-1].append(piece)
            used += piece.width
    while back := _given_back(lines[-1], width, ruler):
        lines.append(back)
    return lines


def _given_back(line: list[_Piece], width: int, ruler: Ruler) -> list[_Piece]:
    """Words at the end of a line for which there is no room after all, taken out of it."""
    back: list[_Piece] = []
    while len(line) > 1 and sum(ruler.width(run.text, run.style) for run in _join(line)) > width:
        back.insert(0, line.pop())
    return back


def _join(line: Sequence[_Piece]) -> list[Run]:
    """Neighbours of one look as one run; no space hangs over at the end."""
    joined: list[Run] = []
    for piece in line:
        if joined and joined[-1][1:] == piece.run[1:]:
            joined[-1] = joined[-1]._replace(text=joined[-1].text + piece.text)
        else:
            joined.append(piece.run._replace(text=piece.text))
    if joined:
        joined[-1] = joined[-1]._replace(text=joined[-1].text.rstrip(" "))
    return [run for run in joined if run.text]


def typeset(runs: tuple[Run, ...], width: int, ruler: Ruler, align: str = "left") -> Block:
    """Runs in lines of at most ``width``; a word that is wider is cut. ``align`` is left, right or centre."""
    key = (runs, width, align)
    memory = ruler.memory()
    block: Block | None = memory.get(key)
    if block is None:
        block = _typeset(runs, max(1, width), ruler, align)
        memory.keep(key, block)
    return block


def _typeset(runs: tuple[Run, ...], width: int, ruler: Ruler, align: str) -> Block:
    fragments: list[Fragment] = []
    y = widest = 0
    fallback = runs[0].style if runs else "body"
    for line in _lines(runs, width, ruler):
        joined = _join(line)
        styles = [run.style for run in joined] or [fallback]
        ascent = max(ruler.ascent(style) for style in styles)
        length = sum(ruler.width(run.text, run.style) for run in joined)
        last = ruler.width(line[-1].text.rstrip(" "), line[-1].run.style) if line else 0
        apart = sum(piece.width for piece in line[:-1]) + last
        x = {"left": 0, "right": width - length, "centre": (width - length) // 2}[align]
        for run in joined:
            fragments.append(Fragment(x, y + ascent - ruler.ascent(run.style), run.text, run.style, run.colour))
            x += ruler.width(run.text, run.style)
        y += max(ruler.height(style) for style in styles)
        widest = max(widest, length, apart)
    return Block(Words(tuple(fragments)), widest, y)


def natural_width(runs: tuple[Run, ...], ruler: Ruler) -> int:
    """The width that runs take when no line is broken but by themselves."""
    return typeset(runs, 1_000_000, ruler).width


def least_width(runs: tuple[Run, ...], ruler: Ruler) -> int:
    """The width of the widest word."""
    key, memory = (runs, "least"), ruler.memory()
    least: int | None = memory.get(key)
    if least is None:
        widths = [ruler.width(piece.text.rstrip(" "), piece.run.style) for piece in pieces_of(runs, ruler)]
        least = max(widths, default=0)
        memory.keep(key, least)
    return least


def plain(runs: Iterable[Run]) -> str:
    """The text of runs without its looks."""
    return "".join(run.text for run in runs)
