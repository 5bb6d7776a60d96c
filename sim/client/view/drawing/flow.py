"""Nodes that wrap and nodes that line up: flows, grids, and columns that share out what they hold."""

from collections.abc import Callable, Sequence

from sim.client.view.drawing.layout import Column, Node, Sheet, Stack, divide, px
from sim.client.view.drawing.scene import Rect
from sim.client.view.drawing.typeset import Ruler


class Flow(Stack):
    """Children in lines that break where the width ends, like words, each in the middle of its line's height."""

    def __init__(self, *children: Node | None, gap: float = 6, lead: float = 6, align: str = "left") -> None:
        super().__init__(*children, gap=gap)
        self.lead, self.align = lead, align
        self._lines: dict[int, list[list[tuple[Node, int]]]] = {}

    def find_least(self, ruler: Ruler) -> int:
        return max([c.least(ruler) for c in self.children], default=0)

    def find_natural(self, ruler: Ruler) -> int:
        return sum([c.natural(ruler) for c in self.children]) + self.gaps(ruler)

    def lines(self, width: int, ruler: Ruler) -> list[list[tuple[Node, int]]]:
        """The children of each line with their widths, remembered."""
        found = self._lines.get(width)
        if found is None:
            found = self._lines[width] = self._broken(width, ruler)
        return found

    def _broken(self, width: int, ruler: Ruler) -> list[list[tuple[Node, int]]]:
        lines: list[list[tuple[Node, int]]] = [[]]
        used = 0
        for child in self.children:
            size = min(width, px(child.fixed, ruler) or child.natural(ruler))
            if lines[-1] and used + px(self.gap, ruler) + size > width:
                lines.append([])
                used = 0
            used += size + (px(self.gap, ruler) if lines[-1] else 0)
            lines[-1].append((child, size))
        return lines

    def measure(self, width: int, ruler: Ruler) -> int:
        lines = self.lines(width, ruler)
        heights = [max([c.height(w, ruler) for c, w in line], default=0) for line in lines]
        return sum(heights) + px(self.lead, ruler) * (len(lines) - 1)

    def place(self, rect: Rect, sheet: Sheet) -> None:
        y, gap = rect.y, px(self.gap, sheet.ruler)
        for line in self.lines(rect.w, sheet.ruler):
            height = max((c.height(w, sheet.ruler) for c, w in line), default=0)
            spare = rect.w - sum(w for _, w in line) - gap * (len(line) - 1)
            x = rect.x + (spare if self.align == "right" else 0)
            for child, width in line:
                need = child.height(width, sheet.ruler)
                child.place(Rect(x, y + (height - need) // 2, width, need), sheet)
                x += width + gap
            y += height + px(self.lead, sheet.ruler)


class Abreast(Node):
    """The first of two nodes where it fits on one line, else the second, which is the same in less room."""

    def __init__(self, large: Node, small: Node) -> None:
        super().__init__()
        self.large, self.small = large, small

    def _chosen(self, width: int, ruler: Ruler) -> Node:
        return self.large if self.large.natural(ruler) <= width else self.small

    def find_least(self, ruler: Ruler) -> int:
        return self.small.least(ruler)

    def find_natural(self, ruler: Ruler) -> int:
        return self.large.natural(ruler)

    def measure(self, width: int, ruler: Ruler) -> int:
        return self._chosen(width, ruler).height(width, ruler)

    def place(self, rect: Rect, sheet: Sheet) -> None:
        self._chosen(rect.w, sheet.ruler).place(rect, sheet)


class Grid(Node):
    """Rows whose columns line up.

    ``columns``: for each a width in pixels of the design, or 0 for as needed; negative numbers share what is left
    over. A row's cells stand at its centre, at its top, or stretch.
    """

    def __init__(
        self,
        columns: Sequence[float],
        rows: Sequence[Sequence[Node]],
        *,
        gap: float = 8,
        lead: float = 6,
        align: str = "",
    ) -> None:
        super().__init__()
        self.columns, self.rows, self.gap, self.lead, self.align = columns, rows, gap, lead, align
        self._least_columns: list[int] = []
        self._widths: dict[int, list[int]] = {}

    def _columns(self, ruler: Ruler) -> list[int]:
        """The least width of each column, remembered."""
        if not self._least_columns:
            self._least_columns = [
                max([px(size, ruler) if size > 0 else 0, *[row[i].least(ruler) for row in self.rows if i < len(row)]])
                for i, size in enumerate(self.columns)
            ]
        return self._least_columns

    def _gaps(self, ruler: Ruler) -> int:
        return px(self.gap, ruler) * (len(self.columns) - 1)

    def find_least(self, ruler: Ruler) -> int:
        return sum(self._columns(ruler)) + self._gaps(ruler)

    def find_natural(self, ruler: Ruler) -> int:
        wide = [
            max([row[i].natural(ruler) for row in self.rows if i < len(row)], default=0)
            for i in range(len(self.columns))
        ]
        return sum(map(max, zip(wide, self._columns(ruler), strict=True))) + self._gaps(ruler)

    def widths(self, width: int, ruler: Ruler) -> list[int]:
        """The width of each column, remembered."""
        found = self._widths.get(width)
        if found is None:
            found = self._widths[width] = self._share(width, ruler)
        return found

    def _share(self, width: int, ruler: Ruler) -> list[int]:
        least = self._columns(ruler)
        wanted = [
            low if size else max([low, *[row[i].natural(ruler) for row in self.rows if i < len(row)]])
            for i, (size, low) in enumerate(zip(self.columns, least, strict=True))
        ]
        return divide(width - self._gaps(ruler), wanted, least, [max(0.0, -size) for size in self.columns])

    def _row_heights(self, widths: Sequence[int], ruler: Ruler) -> list[int]:
        return [max([c.height(w, ruler) for c, w in zip(row, widths, strict=False)], default=0) for row in self.rows]

    def measure(self, width: int, ruler: Ruler) -> int:
        heights = self._row_heights(self.widths(width, ruler), ruler)
        return sum(heights) + px(self.lead, ruler) * max(0, len(heights) - 1)

    def place(self, rect: Rect, sheet: Sheet) -> None:
        widths, y = self.widths(rect.w, sheet.ruler), rect.y
        for row, height in zip(self.rows, self._row_heights(widths, sheet.ruler), strict=True):
            x = rect.x
            for cell, width in zip(row, widths, strict=False):
                need = height if self.align == "stretch" else min(height, cell.height(width, sheet.ruler))
                top = y if self.align == "top" else y + (height - need) // 2
                cell.place(Rect(x, top, width, need), sheet)
                x += width + px(self.gap, sheet.ruler)
            y += height + px(self.lead, sheet.ruler)


class Even(Stack):
    """Children all of one width in rows of ``most``, or of as many as the widest leaves room for, each row even."""

    def __init__(self, *children: Node | None, gap: float, lead: float, most: int) -> None:
        super().__init__(*children, gap=gap)
        self.lead, self.most = lead, most

    def find_least(self, ruler: Ruler) -> int:
        return max([c.least(ruler) for c in self.children], default=0)

    def find_natural(self, ruler: Ruler) -> int:
        return self.most * self.least(ruler) + (self.most - 1) * px(self.gap, ruler)

    def _rows(self, width: int, ruler: Ruler) -> tuple[list[list[Node]], int]:
        """The rows, and how wide each child is."""
        gap = px(self.gap, ruler)
        across = max(1, min(self.most, (width + gap) // max(1, self.least(ruler) + gap)))
        rows = [self.children[i : i + across] for i in range(0, len(self.children), across)]
        return rows, (width - gap * (across - 1)) // across

    def _tall(self, rows: Sequence[Sequence[Node]], wide: int, ruler: Ruler) -> list[int]:
        return [max(c.height(wide, ruler) for c in row) for row in rows]

    def measure(self, width: int, ruler: Ruler) -> int:
        rows, wide = self._rows(width, ruler)
        return sum(self._tall(rows, wide, ruler)) + px(self.lead, ruler) * max(0, len(rows) - 1)

    def place(self, rect: Rect, sheet: Sheet) -> None:
        (rows, wide), y = self._rows(rect.w, sheet.ruler), rect.y
        for row, high in zip(rows, self._tall(rows, wide, sheet.ruler), strict=True):
            for i, child in enumerate(row):
                child.place(Rect(rect.x + i * (wide + px(self.gap, sheet.ruler)), y, wide, high), sheet)
            y += high + px(self.lead, sheet.ruler)


class Shared(Stack):
    """Children in their order in ``across`` columns of one width, so shared out that the longest is as short as can be.

    ``hold`` is given each column with its number, and may let it scroll. ``gap`` stands between columns, ``lead``
    between children.
    """

    def __init__(
        self, *children: Node | None, across: int, gap: float, lead: float, hold: Callable[[int, Node], Node]
    ) -> None:
        super().__init__(*children, gap=gap)
        self.across, self.lead, self.hold = max(1, min(across, len(self.children))), lead, hold
        self._parts: dict[int, list[Node]] = {}

    def find_least(self, ruler: Ruler) -> int:
        widest = max([c.least(ruler) for c in self.children], default=0)
        return self.across * widest + (self.across - 1) * px(self.gap, ruler)

    def _wide(self, width: int, ruler: Ruler) -> int:
        return (width - (self.across - 1) * px(self.gap, ruler)) // self.across

    def parts(self, width: int, ruler: Ruler) -> list[Node]:
        """The columns at a width, remembered."""
        if width not in self._parts:
            lead = px(self.lead, ruler)
            tall = [c.height(self._wide(width, ruler), ruler) + lead for c in self.children]
            ends = [sum(tall[i:j]) for i in range(len(tall)) for j in range(i + 1, len(tall) + 1)]
            parted = (parted_at(tall, limit, self.across) for limit in sorted({*ends, 0}))
            found = next(each for each in parted if len(each) <= self.across)
            columns = (Column(*(self.children[i] for i in part), gap=self.lead) for part in found)
            self._parts[width] = [self.hold(i, each) for i, each in enumerate(columns)]
        return self._parts[width]

    def measure(self, width: int, ruler: Ruler) -> int:
        wide = self._wide(width, ruler)
        return max([c.height(wide, ruler) for c in self.parts(width, ruler)], default=0)

    def floor(self, width: int, ruler: Ruler) -> int:
        wide = self._wide(width, ruler)
        return max([c.floor(wide, ruler) for c in self.parts(width, ruler)], default=0)

    def place(self, rect: Rect, sheet: Sheet) -> None:
        wide, step = self._wide(rect.w, sheet.ruler), px(self.gap, sheet.ruler)
        for i, part in enumerate(self.parts(rect.w, sheet.ruler)):
            part.place(Rect(rect.x + i * (wide + step), rect.y, wide, rect.h), sheet)


def parted_at(tall: Sequence[int], limit: int, across: int) -> list[list[int]]:
    """The numbers of what is so tall in columns of at most a height, if that can be; none of ``across`` stays empty."""
    found: list[list[int]] = [[]]
    used = 0
    for i, high in enumerate(tall):
        rest = len(tall) - i <= across - len(found)  # one for each column that is left
        if found[-1] and (used + high > limit or rest):
            found.append([])
            used = 0
        found[-1].append(i)
        used += high
    return found
