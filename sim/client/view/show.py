"""Which scene a shell and a geometry make: the screen, and over it the dialog that is open."""

from math import inf

from sim.client.view.devices.bindings import wear
from sim.client.view.drawing.geometry import Geometry
from sim.client.view.drawing.growing import Growth
from sim.client.view.drawing.mirror import mirrored
from sim.client.view.drawing.scene import Scene
from sim.client.view.drawing.typeset import Ruler
from sim.client.view.shell.shell import Shell
from sim.language import RIGHT_TO_LEFT, speak

IN_PLAY = ("table", "night", "briefing", "debrief", "cables", "facts")


def show(shell: Shell, geometry: Geometry, ruler: Ruler) -> Scene:
    """The whole window, in the shell's language and as that is written, with the keys that it has."""
    speak(shell.language)
    wear(shell.keys)
    scene = _whole(shell, geometry, ruler)
    return mirrored(scene, ruler) if shell.language in RIGHT_TO_LEFT else scene


def _whole(shell: Shell, geometry: Geometry, ruler: Ruler) -> Scene:
    scene = _grown(shell, geometry, ruler)
    if not shell.dialog:
        return scene
    from sim.client.view.screens.dialogs import dialog_of

    dialog = dialog_of(shell, geometry, ruler)
    return dialog.over(scene) if dialog else scene


def _grown(shell: Shell, geometry: Geometry, ruler: Ruler) -> Scene:
    """The screen; of one that is made in steps, what the last step left is gone on with."""
    memory = ruler.memory()
    begun: tuple[Shell, Geometry] | None = memory.begun
    if begun is None or begun[0] is not shell or begun[1] != geometry or memory.until == inf:
        memory.begun, memory.growth = (shell, geometry), None
    growth: Growth | None = memory.growth
    return growth.scene(ruler) if growth else screen_scene(shell, geometry, ruler)


def screen_scene(shell: Shell, geometry: Geometry, ruler: Ruler) -> Scene:
    """The screen alone. What a screen needs is imported with it: the title must not wait for the table."""
    from sim.client.view.screens import title

    if shell.screen in IN_PLAY and shell.model is not None:
        return _in_play(shell, geometry, ruler)
    if shell.screen == "curtain" and shell.chairs is not None:
        from sim.client.view.screens.curtain import curtain_scene

        return curtain_scene(shell.chairs.model.book, shell.chairs.seat, geometry, ruler)
    if shell.screen == "seats":
        from sim.client.view.screens.seats import seats_scene

        return seats_scene(shell, geometry, ruler)
    if shell.screen == "saves":
        from sim.client.view.screens.saves import saves_scene

        return saves_scene(shell, geometry, ruler)
    if shell.screen == "replay" and shell.replay is not None:
        from sim.client.view.screens.replay import replay_scene

        return replay_scene(shell.replay, shell.mark, geometry, ruler, still=shell.still)
    if shell.screen == "about" and shell.book is not None:
        from sim.client.view.screens.about import about_scene

        return about_scene(shell.book, geometry, ruler)
    if shell.screen == "help":
        from sim.client.view.screens.helps import help_scene

        return help_scene(geometry, ruler)
    return title.title_scene(shell, geometry, ruler)


def _in_play(shell: Shell, geometry: Geometry, ruler: Ruler) -> Scene:
    from sim.client.view.screens import archive, briefing, cables, debrief, night, table

    model = shell.model
    assert model is not None
    if shell.screen == "briefing":
        return briefing.briefing_scene(model, geometry, ruler)
    if shell.screen == "night":
        return night.night_scene(model, shell, geometry, ruler)
    if shell.screen == "debrief" and model.debrief:
        return debrief.debrief_scene(shell, geometry, ruler)
    if shell.screen == "cables":
        return cables.cables_scene(model, shell, geometry, ruler)
    if shell.screen == "facts":
        return archive.facts_scene(model, shell, geometry, ruler)
    return table.table_scene(shell, geometry, ruler)
