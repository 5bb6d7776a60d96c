"""How long ago the game was saved, or that it is not: a word on the table that leads to saving a copy."""

from sim.client.saving import saves_words as w
from sim.client.saving.autosave import age_words
from sim.client.view.devices.bindings import key_for
from sim.client.view.drawing.layout import Node, Text
from sim.client.view.drawing.scene import Run
from sim.client.view.drawing.widgets import SNUG, Press, pressable
from sim.client.view.shell.messages import Open, Saved


def saved_link(saved: Saved | None) -> Node | None:
    """``saved 40 s ago``; nothing where nobody has told."""
    if saved is None or not (saved.at or saved.trouble):
        return None
    text, colour = (w.NOT_SAVED, "bad") if saved.trouble else (age_words(saved.age), "dim")
    about = saved.trouble or w.SAVED_SAYS.format(key=key_for("quick_save"), back=key_for("quick_load"))
    style = "small-strong" if saved.trouble else "small"
    press = Press("saved", Open("save"), tip=about)
    return pressable(Text(Run(text, style, colour), role="", unbroken=True), press, text, pad=SNUG)
