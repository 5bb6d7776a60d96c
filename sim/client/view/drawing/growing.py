"""A scene that is made in steps: its tree of nodes is kept from one step to the next, with all that was measured of it.

A step that runs out of time leaves the tree as it is; the next one goes on with that, and builds no nodes anew.
"""

from math import inf

from sim.client.view.drawing.boxes import arrange
from sim.client.view.drawing.layout import Node
from sim.client.view.drawing.scene import Scene
from sim.client.view.drawing.typeset import Ruler


class Growth:
    """A tree that fills a window of a size, and the scene that it becomes."""

    def __init__(self, node: Node, size: tuple[int, int], default: str) -> None:
        self.node, self.size, self.default = node, size, default
        self._scene: Scene | None = None

    def scene(self, ruler: Ruler) -> Scene:
        """The scene, laid out once; raises NotYet before that is done."""
        if self._scene is None:
            sheet = arrange(self.node, self.size, ruler)
            self._scene = Scene(self.size, tuple(sheet.elements), sheet.regions, default=self.default)
        return self._scene


def begin(node: Node, size: tuple[int, int], ruler: Ruler, default: str) -> Scene:
    """The scene of a tree, which is kept if it may take several steps."""
    growth, memory = Growth(node, size, default), ruler.memory()
    if memory.until < inf:
        memory.growth = growth
    return growth.scene(ruler)
