"""What a person chooses for every game: the shell after each choice, and the request that keeps it."""

from dataclasses import replace

from sim.client.settings import SCALES
from sim.client.view import options_words as o
from sim.client.view.devices.bindings import BY_COMMAND, is_held, key_for, rebound, what_it_does, why_not
from sim.client.view.shell import messages as m
from sim.client.view.shell.shell import Reply, Shell


def scaled(shell: Shell, message: m.SetScale) -> Reply:
    """Text of another size."""
    wanted = message.to or SCALES[max(0, min(len(SCALES) - 1, SCALES.index(shell.text) + message.by))]
    kept = (m.KeepSetting("text", wanted),) if wanted != shell.text else ()
    return replace(shell, text=wanted), kept


def spoken(shell: Shell, message: m.SetLanguage) -> Reply:
    """The shelf is told in the words of its scenarios, so it is stocked anew."""
    return replace(shell, language=message.to), (
        m.Speak(message.to),
        m.KeepSetting("language", message.to),
        m.Restock(),
    )


def screened(shell: Shell, _: m.ToggleScreen) -> Reply:
    """A window, or the full screen."""
    full = not shell.full
    return replace(shell, full=full), (m.ForWindow("screen"), m.KeepSetting("full", full))


def analysed(shell: Shell, _: m.ToggleAnalyst) -> Reply:
    """The analyst setting, for this game too."""
    on = not shell.analyst
    return replace(shell, analyst=on), (m.KeepSetting("analyst", on), m.Analyse(on))


def contrasted(shell: Shell, _: m.ToggleContrast) -> Reply:
    """Other colours."""
    on = not shell.contrast
    return replace(shell, contrast=on), (m.KeepSetting("contrast", on),)


def moved(shell: Shell, _: m.ToggleMotion) -> Reply:
    """Nothing moves by itself any more, or it does again."""
    still = not shell.still
    return replace(shell, still=still, left=0), (m.KeepSetting("still", still),)


def sounded(shell: Shell, _: m.ToggleSound) -> Reply:
    """Sound on or off, and a word about it: nothing else would show it off the dialog."""
    on = not shell.sound
    said = (o.SOUND_IS_ON if on else o.SOUND_IS_OFF).format(key=key_for("sound"))
    return replace(shell, sound=on, notice="" if shell.dialog else said), (m.KeepSetting("sound", on),)


def loud(shell: Shell, message: m.SetVolume) -> Reply:
    """A volume is chosen to be heard."""
    kept = (m.KeepSetting("volume", message.to),)
    return replace(shell, volume=message.to, sound=True), kept if shell.sound else (*kept, m.KeepSetting("sound", True))


def choosing(shell: Shell, message: m.ChooseKey) -> Reply:
    """The next key is for this command."""
    return replace(shell, choosing=message.command), ()


def pressed(shell: Shell, message: m.PressKey) -> Reply:
    """The key that was waited for. One that has a meaning already is refused; Esc is for going back, as everywhere."""
    command, key = shell.choosing, message.key
    if not shell.listening or is_held(key):
        return shell, ()
    shell = replace(shell, choosing="")
    if key == "escape":
        return shell, ()
    refused = why_not(command, key, shell.keys)
    if refused:
        return replace(shell, notice=refused), ()
    keys = rebound(command, key, shell.keys)
    said = o.KEY_CHOSEN.format(what=what_it_does(BY_COMMAND[command]))
    return replace(shell, keys=keys, notice=said), (m.KeepSetting("keys", keys),)


def reset(shell: Shell, _: m.ResetKeys) -> Reply:
    """The keys that the game came with."""
    return replace(shell, keys=(), choosing="", notice=o.KEYS_RESET), (m.KeepSetting("keys", ()),)
