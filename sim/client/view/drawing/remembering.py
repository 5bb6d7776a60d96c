"""Panels that stay as they are: made, measured and placed anew only when what they read has changed.

A frame in which one thing differs from the last takes the time of that thing. A panel says what it reads of the turn
that is planned, and is handed no more than that; so what it is handed tells whether the last one still holds.
"""

from collections.abc import Callable
from functools import update_wrapper
from typing import Any, Concatenate, ParamSpec

from sim.client.model import Model
from sim.client.view.devices.bindings import worn
from sim.client.view.drawing.layout import Node, Sheet
from sim.client.view.drawing.memory import Memory
from sim.client.view.drawing.scene import Rect
from sim.client.view.drawing.typeset import Ruler
from sim.language import spoken

Others = ParamSpec("Others")
Making = Callable[Concatenate[Model, Others], Node]


def reads(*fields: str) -> Callable[[Making[Others]], Making[Others]]:
    """Have what a function makes of a model remembered; of the turn that is planned it is given these fields alone.

    The last one is remembered for each language, choice of keys and set of named arguments.
    """

    def remembering(make: Making[Others]) -> Making[Others]:
        def panel(model: Model, /, *others: Others.args, **named: Others.kwargs) -> Node:
            return Remembered(make, (model, fields), others, named)

        update_wrapper(panel, make)
        return panel

    return remembering


class _Last:
    """What was made last: of what, and the elements that it became in the room that it was given."""

    def __init__(self, read: tuple[Any, ...], node: Node) -> None:
        self.read, self.node = read, node
        self.room: tuple[Rect, str] | None = None
        self.sheet: Sheet | None = None  # what it is placed on in that room, once it is

    def placed(self, rect: Rect, sheet: Sheet) -> Sheet:
        """The node alone on a sheet of its own."""
        room = (rect, sheet.region)
        if self.sheet is None or self.room != room:
            own = Sheet(sheet.ruler)
            own.region = sheet.region
            self.node.place(rect, own)
            self.room, self.sheet = room, own
            sheet.ruler.memory().check()
        return self.sheet


class Remembered(Node):
    """What ``make`` makes of what it reads; while that is equal, the last one, as it was measured and placed.

    It reads some fields of a model, and ``others``.
    """

    def __init__(
        self,
        make: Callable[..., Node],
        fields: tuple[Model, tuple[str, ...]],
        others: tuple[Any, ...],
        named: dict[str, Any],
    ) -> None:
        super().__init__()
        self.make, self.fields, self.others, self.named = make, fields, others, named
        self._found: _Last | None = None

    def last(self, ruler: Ruler) -> _Last:
        """What holds now."""
        if self._found is None:
            memory, key = ruler.memory(), (self.make, *self.named.items(), spoken(), worn())
            found: _Last | None = memory.get(key)
            read = (_part(*self.fields, memory), *self.others)
            if found is None or found.read != read:
                found = _Last(read, self.make(*read, **self.named))
                memory.keep(key, found)
            self._found = found
        return self._found

    def find_least(self, ruler: Ruler) -> int:
        return self.last(ruler).node.least(ruler)

    def find_natural(self, ruler: Ruler) -> int:
        return self.last(ruler).node.natural(ruler)

    def measure(self, width: int, ruler: Ruler) -> int:
        return self.last(ruler).node.height(width, ruler)

    def floor(self, width: int, ruler: Ruler) -> int:
        return self.last(ruler).node.floor(width, ruler)

    def place(self, rect: Rect, sheet: Sheet) -> None:
        own = self.last(sheet.ruler).placed(rect, sheet)
        sheet.elements += own.elements
        sheet.regions |= own.regions
        sheet.strip = own.strip or sheet.strip


def _part(model: Model, fields: tuple[str, ...], memory: Memory) -> Model:
    """These fields of a model: the very part that was read last as long as that is equal, which is quickly compared."""
    before: tuple[Model, Model] | None = memory.get(fields)
    if before is None or before[0] is not model:
        part = model.part(*fields)
        before = (model, before[1] if before and before[1] == part else part)
        memory.keep(fields, before)
    return before[1]
