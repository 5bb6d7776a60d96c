"""Options, which hold for every game, and the keys, of which most can be chosen."""

from collections.abc import Iterable

from sim.client.naming import in_english_only
from sim.client.settings import SCALES, VOLUMES
from sim.client.telling import night_words as n
from sim.client.view import options_words as o
from sim.client.view import words as w
from sim.client.view.devices.bindings import BINDINGS, Binding
from sim.client.view.drawing.boxes import LOOKS, Padding, heading
from sim.client.view.drawing.flow import Flow, Grid
from sim.client.view.drawing.geometry import Geometry
from sim.client.view.drawing.layout import Column, Node, Row, Text, grown
from sim.client.view.drawing.scene import Run, Scene
from sim.client.view.drawing.typeset import Ruler
from sim.client.view.drawing.widgets import Press, button, key_cap, pressable
from sim.client.view.screens.frame import Footed, back_button, dialog_scene
from sim.client.view.shell import messages as m
from sim.client.view.shell.shell import Shell
from sim.language.catalogue import NAMES, languages

WIDE = 3  # columns
KEYS, NARROW = 1320.0, 900.0  # of the dialog with the keys, in three columns and in fewer, in pixels of the design
CHOICES = 190  # pixels of the design for what is chosen about


def options(shell: Shell, geometry: Geometry, ruler: Ruler) -> Scene:
    """Everything that can be chosen for all games."""
    sound: list[Choice] = [("sound/off", o.OFF, m.ToggleSound(), not shell.sound)]
    sound += [
        (f"volume/{each}", _percent(each), m.SetVolume(each), shell.sound and each == shell.volume) for each in VOLUMES
    ]
    tongues = languages()
    rows = [
        line(w.LANGUAGE, ((f"language/{x}", NAMES.get(x, x), m.SetLanguage(x), x == shell.language) for x in tongues)),
        line(w.TEXT_SIZE, ((f"scale/{x}", _percent(x), m.SetScale(x), x == shell.text) for x in SCALES)),
        line(o.COLOURS, _either("contrast", (o.USUAL, o.CONTRAST), m.ToggleContrast(), shell.contrast)),
        line(w.FULL_SCREEN, _either("screen", (o.OFF, o.ON), m.ToggleScreen(), shell.full)),
        line(n.MOTION, _either("motion", (o.OFF, o.ON), m.ToggleMotion(), not shell.still)),
        line(o.SOUND, [(id_, text, None if chosen else message, chosen) for id_, text, message, chosen in sound]),
        line(w.ANALYST, _either("analyst", (o.OFF, o.ON), m.ToggleAnalyst(), shell.analyst)),
    ]
    says = [f"{n.MOTION}: {n.MOTION_ABOUT}", f"{o.SOUND}: {o.SOUND_ABOUT}", f"{w.ANALYST}: {w.ANALYST_ABOUT}"]
    says[:0] = [f"{w.LANGUAGE}: {in_english_only(shell.book)}"] if in_english_only(shell.book) else []
    notes = Column(*(Text(Run(each, "small", "dim")) for each in says), gap=3)
    choices = Grid((CHOICES, -1), rows, gap=14, lead=9) if geometry.columns > 1 else Column(
        *(Column(*row, gap=4) for row in rows), gap=9
    )  # fmt: skip
    keys = button(o.CHOOSE_KEYS, Press("open/keys", m.Open("keys"), tip=o.CHOOSE_KEYS_ABOUT))
    body = Footed(Column(choices, notes, gap=14), Flow(keys, back_button(), gap=10))
    return dialog_scene(o.OPTIONS, body, geometry, ruler, width=760, default="close")


def _percent(size: int) -> str:
    return w.PER_CENT.format(chance=size)


Choice = tuple[str, str, object, bool]
"""A choice: its id, its name, what choosing it does, and whether it is chosen."""


def _either(id_: str, names: tuple[str, str], message: object, on: bool) -> list[Choice]:
    return [
        (f"{id_}/{way}", name, None if on == turned else message, on == turned)
        for way, name, turned in (("off", names[0], False), ("on", names[1], True))
    ]


def line(about: str, choices: Iterable[Choice]) -> list[Node]:
    """What is chosen about, and the choices side by side; the one that holds is filled, and says so."""
    buttons = [
        pressable(
            Row(Text(Run(name, "strong", "on-own" if chosen else "ink"), role="", unbroken=True)),
            Press(id_, message),
            f"{about}: {name}, {w.IS_CHOSEN if chosen else w.NOT_CHOSEN}",
            look=LOOKS["primary" if chosen else "raised"],
            pad=Padding(11, 6, 6),
        )
        for id_, name, message, chosen in choices
    ]
    return [Text(Run(about, "body", "dim")), Flow(*buttons)]


# ---------------------------------------------------------------------------------------------------------------- keys
def keys(shell: Shell, geometry: Geometry, ruler: Ruler) -> Scene:
    """The keys in groups, a line each; pressing one waits for another key."""
    groups: dict[str, list[Binding]] = {}
    for binding in BINDINGS:
        if not binding.fixed:
            groups.setdefault(binding.group, []).append(binding)
    parts = [
        Column(heading(w.KEY_GROUPS[group]), *(key_line(each, shell.choosing) for each in found), gap=4)
        for group, found in groups.items()
    ]
    both: Node = Column(*parts, gap=10)
    if geometry.columns == WIDE:
        both = Row(*map(grown, parts), gap=14, align="top")
    elif geometry.columns > 1:
        both = Row(grown(parts[0]), grown(Column(*parts[1:], gap=10)), gap=14, align="top")
    says = Text(Run(o.KEYS_SAY, "small", "dim"))
    notice = Text(Run(shell.notice, "body", "warn"), role="status") if shell.notice else None
    again = button(o.RESET, Press("reset", m.ResetKeys(), "" if shell.keys else o.RESET_WHY))
    foot = Column(notice, Flow(again, back_button(), gap=10), gap=8)
    return dialog_scene(o.CHOOSE_KEYS, Footed(Column(says, both, gap=12), foot), geometry, ruler,
                        width=KEYS if geometry.columns == WIDE else NARROW, default="close")  # fmt: skip


def key_line(binding: Binding, choosing: str) -> Node:
    """What a command does, and the key that it has."""
    waits = binding.command == choosing
    told = w.KEYS[binding.command]
    shown = Text(Run(o.PRESS_A_KEY, "small-strong", "warn"), role="") if waits else key_cap(binding.shown[0])
    look = LOOKS["raised"]._replace(border="warn") if waits else LOOKS["raised"]
    press = Press(f"key/{binding.command}", m.ChooseKey("" if waits else binding.command))
    name = f"{told}: {o.PRESS_A_KEY}" if waits else told
    return pressable(
        Row(grown(Text(Run(told, "small"), role="")), shown, gap=10), press, name, look=look, pad=Padding(10, 4, 4)
    )
