"""What can be done with the log of cables, and with a night that is being told. Pure data, like ``messages``."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sim.client.model import Model
    from sim.client.telling.cables import Cable


class Sift(NamedTuple):
    """Show the cables of a kind, of the last so many days; nothing of either for all."""

    kind: str
    last: int


class CopyCables(NamedTuple):
    """Copy the cable whose control has the focus; if that is none, all that are shown."""

    focus: str = ""


@dataclass(frozen=True)
class ExportCables:
    """Write the cables that are shown to a file."""


class Arrive(NamedTuple):
    """The next part of the night is told; ``whole``: all of it at once."""

    whole: bool = False


# ------------------------------------------------------------------------------------------------------------ requests
class ToClipboard(NamedTuple):
    """Something that only the window can do: copy a text; ``n`` is how many cables it holds."""

    text: str
    n: int


class KeepCables(NamedTuple):
    """Write cables to a file and come back with ``Done``."""

    model: "Model"
    cables: tuple["Cable", ...]
