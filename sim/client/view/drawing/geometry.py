"""The window's size and text scale, and what follows from them: the unit of length and how the screen is divided."""

from typing import NamedTuple

DESIGN = (1600, 900)
LEAST_UNIT = 0.85  # below this, letters become too small to read
LEAST_SIZE = (1280, 720)


class Geometry(NamedTuple):
    """A window of ``width`` by ``height`` pixels, its text at ``text`` per cent."""

    width: int
    height: int
    text: int = 100

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        return self.width, self.height

    @property
    def unit(self) -> float:
        """Pixels in one pixel of the design."""
        return max(LEAST_UNIT, min(self.width / DESIGN[0], self.height / DESIGN[1])) * self.text / 100

    @property
    def columns(self) -> int:
        """How many columns of panels stand side by side: 3 as designed, 2 where text is larger, else 1."""
        across = self.width / self.unit
        return 3 if across >= 1380 and self.height / self.unit >= 720 else 2 if across >= 920 else 1
