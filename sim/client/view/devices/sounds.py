"""Which sound goes with what was done and what came of it. Pure: it plays none.

Every one of them goes with something that the screen says; of several that are due, the gravest is heard.
"""

from typing import Any

from sim.client.update import EndTurn, Observed, Revealed
from sim.client.view.shell import messages as m
from sim.client.view.shell.shell import Shell

PAGE, COMMIT, NIGHT, SIGNATURE, REFUSAL, BREACH, CALL, END = (
    "page", "commit", "night", "signature", "refusal", "breach", "call", "end",
)  # fmt: skip
OF_EVENTS = {
    BREACH: ("collapsed", "denounced", "talks_ended", "duty_breached", "suspended"),
    SIGNATURE: ("signed", "renewed", "amended", "resumed"),
    REFUSAL: ("refused", "unratified", "objected"),
}
"""Sounds by what happened, the gravest first."""
PAGES = (m.Go, m.Explain, m.Read)


def sound_of(before: Shell, message: Any, after: Shell) -> str:
    """The sound of a step from one shell to another; nothing if there is none, or sound is off."""
    if not after.sound:
        return ""
    if isinstance(message, m.ToggleSound | m.SetVolume):
        return COMMIT
    if isinstance(message, EndTurn):
        return COMMIT if after.waiting and not before.waiting else ""
    if isinstance(message, Observed | Revealed | m.TakeChair):
        return _of_days(after) if after.screen == "night" and before.screen != "night" else ""
    turned = (before.screen, before.target, before.bookmark) != (after.screen, after.target, after.bookmark)
    return PAGE if isinstance(message, PAGES) and turned else ""


def _of_days(after: Shell) -> str:
    """Of the days that have passed, as the night screen tells them."""
    if after.model is None:
        return ""
    if after.model.over:
        return END
    told = {_kind(each) for look in after.model.looks[after.seen :] for _, each in look.events}
    found = next((sound for sound, kinds in OF_EVENTS.items() if told.intersection(kinds)), "")
    return found or (CALL if after.model.calls else NIGHT)


def _kind(event: Any) -> str:
    """What happened; an answer about a renewal counts as what it is."""
    return "objected" if event.kind == "consented" and not event.row[2] else str(event.kind)
