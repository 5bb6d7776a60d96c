"""What was set, made and placed, kept so as not to be made again; and how long may be taken to make more of it.

Whoever makes a large scene in steps sets ``until``: what is kept after that moment is the last of a step, and the next
step, which begins anew, finds it and comes further. The clock is that of the thread's own work: where others have the
processor, a step still comes as far.
"""

from math import inf
from time import thread_time
from typing import Any


class NotYet(Exception):
    """The time is up before all is made; what has been made is kept."""


class Memory:
    """Things by what they were made of. Of those that have not been asked for since ``most`` others came, some go."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.until = inf
        self.begun: Any = None
        """What is being made in steps, and the tree of it that the last step left."""
        self.growth: Any = None
        self._young: dict[object, Any] = {}
        self._old: dict[object, Any] = {}

    def get(self, key: object) -> Any:
        """What is kept under a key, or None."""
        found = self._young.get(key)
        if found is None and self._old:
            found = self._old.pop(key, None)
            if found is not None:
                self._young[key] = found
        return found

    def keep(self, key: object, value: Any) -> None:
        """Keep something; raises NotYet if that was all there is time for."""
        if len(self._young) >= self.most:
            self._old, self._young = self._young, {}
        self._young[key] = value
        self.check()

    def check(self) -> None:
        """Raises NotYet if the time is up."""
        if self.until < inf and thread_time() > self.until:
            raise NotYet

    def __len__(self) -> int:
        return len(self._young) + len(self._old)

    def clear(self) -> None:
        """Forget everything."""
        self._young, self._old = {}, {}
