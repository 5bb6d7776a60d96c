"""A night as it is told: what happened, who says so and who denies it, what calls for the seat, what changed, why."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from sim.client import page_words as p
from sim.client.debriefing.understood import told_why
from sim.client.explaining.asking import Target
from sim.client.explaining.outline import Line, movers, targets
from sim.client.explaining.variables import happenings, is_at_work, line_label
from sim.client.model import Look, Model
from sim.client.naming import is_yes_or_no, unit_of
from sim.client.telling.calls import gravest_first
from sim.client.telling.events import SILENT, TO_OWN, Telling, attribution, gravest, page_of, tell_news
from sim.client.telling.meters import shown_meter, visible_names, width_of
from sim.client.weighing.clocks import signing_clocks
from sim.session.calls import actor_of

MOST_STEPS = 8
MOST_CHANGES = 8
MOST_CAUSES = 2
KEPT = "duty_kept"
LEAST = 0.004  # of a range: a smaller change is not told
_amount = re.compile(r"([=+-])\s*([0-9]*\.?[0-9]+)")


class Item(NamedTuple):
    """One thing that happened: how it is told, who says so, the page that tells why, the other side's own reason."""

    told: Telling
    says: str
    about: Target | None
    why: str


def items(model: Model, looks: Sequence[Look]) -> list[Item]:
    """What the looks brought that the seat did not do itself, day by day, the gravest of each first."""
    found: list[Item] = []
    for item in (item for look in looks for item in _of_look(model, look)):
        last = found[-1].told if found else None
        if last and item.told.kind == KEPT and last[::3] == item.told[::3]:  # of one day and kind: told in one breath
            found[-1] = Item(last._replace(text=f"{last.text} {item.told.text}"), item.says, None, "")
        else:
            found.append(item)
    return found


def _of_look(model: Model, look: Look) -> list[Item]:
    reasons = [(each.day, each.event, told_why(model, each.reasons)) for each in look.reasons]
    found = []
    for dated in gravest(model, look.events):
        kind = dated[1].kind
        if kind in SILENT or (actor_of(dated[1]) == model.seat and kind not in TO_OWN):
            continue
        why = next((each for each in reasons if each[:2] == dated), None)
        if why:
            reasons.remove(why)  # the same may be done twice a day
        found.append(
            Item(tell_news(model, dated), attribution(model, dated), page_of(model, dated[1]), why[2] if why else "")
        )
    return found


def told_looks(model: Model, seen: int) -> tuple[Look, ...]:
    """The looks that a night screen tells of: those that were not told yet."""
    return model.looks[seen:] or model.looks[-1:]


def steps(model: Model, seen: int) -> int:
    """In how many steps the night is told one after another: none if there is nothing to tell."""
    n = len(items(model, told_looks(model, seen)))
    return min(n, MOST_STEPS - 1) + 1 if n else 0


def arrived(n: int, of: int, left: int) -> int:
    """How many of ``n`` items are told while ``left`` of ``of`` steps are to come; the last brings what changed."""
    if left <= 1 or of <= 1:
        return n
    return min(n, -(-n * (of - left) // (of - 1)))


def headline(model: Model) -> tuple[str, ...]:
    """Why the days stopped, the gravest first: what the agreement's fate is, then whatever else calls for the seat."""
    return () if model.over else gravest_first(model)


# --------------------------------------------------------------------------------------------------- what changed, why
def changed_names(model: Model) -> list[str]:
    """The variables seen exactly that changed most since the person last decided, as shares of their ranges."""
    passed_over = {*(row.of for row in model.names.human_cost), *signing_clocks(model)}  # told elsewhere
    before = model.before or model.values
    moved = []
    for name in visible_names(model):
        slot = model.tables.slot[name]
        told = name in passed_over or unit_of(model.book, name).startswith("people")
        if model.names.sd[slot][model.seat] or told or is_yes_or_no(model.book, name):
            continue
        share = abs(model.values[slot] - before[slot]) / (width_of(model, name) or 1.0)
        if share >= LEAST and shown_meter(model, name).change:
            moved.append((share, name))
    return [name for _, name in sorted(moved, reverse=True)[:MOST_CHANGES]]


def at_work(model: Model, name: str) -> list[str]:
    """What moved a variable that way, as far as the seat knows: what happened first, by weight; else what runs nightly.

    A line whose amount hangs on other things counts by the number in it, for the seat cannot know how large it was.
    """
    slot = model.tables.slot[name]
    rose = model.before is None or model.values[slot] > model.before[slot]
    happened = happenings(model)
    found: dict[str, float] = {}
    for line in movers(model.book, name):
        weight = _weight(line, name, rose=rose) if is_at_work(line, happened) else 0.0
        if weight:
            label = _label(model, line)
            found[label] = max(found.get(label, 0.0), weight)
    return sorted(found, key=lambda label: -found[label])[:MOST_CAUSES]


def _weight(line: Line, name: str, *, rose: bool) -> float:
    """How much a line counts as a cause: 0 if it moves the other way; what runs every night comes last."""
    ends = targets(line)
    if len(ends) > 1:
        fits, size = (ends[1] == name) == rose, 1.0
    else:
        found = _amount.search(line.text)
        sign, size = (found[1], float(found[2])) if found else ("=", 0.0)
        bare = "*" not in line.text.partition("@")[0]
        fits = sign == "=" or not bare or (sign == "+") == rose
    if not fits:
        return 0.0
    return (1e-3 if line.section == "flows" else 1.0) * (size + 1e-3)


def _label(model: Model, line: Line) -> str:
    """What a cause is called: what has happened by its name, what runs by where it stands."""
    if line.section in ("hazards", "events"):
        return model.book.word(line.section, line.entry)
    return p.HOOKS.get(line.entry, line_label(model, line)) if line.section == "hooks" else line_label(model, line)
