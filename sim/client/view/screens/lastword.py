"""The rival's last words at the table: what was offered, refused or said, on which day, and what stands behind it."""

from sim.client.model import Dated, Model
from sim.client.naming import seat_name, short_date
from sim.client.telling.events import Telling, tell
from sim.client.view import words as w
from sim.client.view.drawing.flow import Flow
from sim.client.view.drawing.layout import Node, Text
from sim.client.view.drawing.remembering import reads
from sim.client.view.drawing.scene import Run
from sim.client.view.drawing.widgets import quote
from sim.client.view.screens.archive import fact_link
from sim.rules import layout as at
from sim.session.calls import actor_of

SPOKEN = ("proposed", "withdrawn", "refused", "accepted", "consented", "denounced", "talks_ended", "backed_down")


def is_public_lever(model: Model, dated: Dated) -> bool:
    """Whether an event is a lever pulled for all to see: a statement."""
    event = dated[1]
    if event.kind != "pulled":
        return False
    ints = model.tables.ints
    return ints[ints[at.LEVERS] + int(event.row[2]) * at.LEVER_WIDTH + at.LEVER_FACE] == at.PUBLIC_LEVER


def last_spoken(model: Model) -> list[Telling]:
    """What the other seat said, to the seat or to the world, on the last day on which it spoke."""
    found: list[Telling] = []
    for dated in reversed(model.log):
        if found and dated[0] != found[0].day:
            break
        said = dated[1].kind in SPOKEN or is_public_lever(model, dated)
        if said and actor_of(dated[1]) == 1 - model.seat:
            found.insert(0, tell(model, dated))
    return found


def brief(text: str) -> str:
    """A sentence without the package that an offer spells out as ``issue: option; ...``: the table shows it."""
    first, *others = text.split("; ")
    parts = first.split(": ")
    return f"{': '.join(parts[:-2])}." if len(others) > 1 and len(parts) > 2 else text


def reason_about(model: Model) -> str:
    """What the reason of the rival's last refusal means, if its last word was one."""
    number = int(model.own(at.LAST_REASON, 1 - model.seat))
    return model.book.word("reasons", model.names.reasons[number - 1], "about") if number else ""


@reads()
def last_words(model: Model, *, tight: bool = False) -> Node:
    """As a quote in the rival's colour, with the day and the facts; in one paragraph if ``tight``."""
    spoken = last_spoken(model)
    if not spoken:
        said = w.NOBODY_SPOKE.format(seat=seat_name(model.book, 1 - model.seat))
        return quote("theirs", Text(Run(said, "body", "dim")))
    ids = list(dict.fromkeys(id_ for told in spoken for id_ in told.facts))
    facts = (w.SOURCE if len(ids) == 1 else w.SOURCES).format(ids=", ".join(ids)) if ids else ""
    day = spoken[0].day
    source = w.SPOKE_ON.format(day=day, date=short_date(model.book, day), facts=facts)
    said = " ".join(brief(told.text) for told in spoken)
    about = f" {reason_about(model)}" if any(told.kind == "refused" for told in spoken) else ""
    if tight:
        return quote("theirs", Text(Run(f"{said}{about}  ", "body"), Run(source, "tiny", "faint")))
    if not ids:
        return quote("theirs", Text(Run(said + about, "body")), Text(Run(source, "tiny", "faint")))
    named = (w.SOURCE if len(ids) == 1 else w.SOURCES).format(ids="").rstrip()
    source = w.SPOKE_ON.format(day=day, date=short_date(model.book, day), facts=named)
    links = [fact_link(model, id_, f"said/{id_}", "tiny") for id_ in ids]
    return quote(
        "theirs", Text(Run(said + about, "body")), Flow(Text(Run(source, "tiny", "faint")), *links, gap=3, lead=0)
    )
