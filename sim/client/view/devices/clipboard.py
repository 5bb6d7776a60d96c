"""The system's clipboard, which may not be there."""

from typing import Any

import pygame

from sim.client.telling import cables_words as c
from sim.client.view.devices.bindings import key_for
from sim.client.view.shell.log_messages import ToClipboard
from sim.client.view.shell.messages import Done, Failed


def copied(asked: ToClipboard) -> Any:
    """Put a text there; what was done, or why it was not."""
    try:
        pygame.scrap.put_text(asked.text)
        done = pygame.scrap.get_text() == asked.text
    except (pygame.error, NotImplementedError, AttributeError):
        done = False
    return Done(c.COPIED.format(n=asked.n)) if done else Failed(c.NOT_COPIED.format(key=key_for("export")))
