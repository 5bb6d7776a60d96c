"""What do you believe: the chances that a person gives to the other side's types and to what will come, in steps.

It is a dialog that may be left alone. At the table a link leads to it and tells what was said.
"""

from collections.abc import Sequence

from sim.client.model import Model
from sim.client.naming import seat_name
from sim.client.text.believing import suggestion
from sim.client.update import DropBeliefs, SetBelief
from sim.client.view import words as w
from sim.client.view.devices.bindings import key_for
from sim.client.view.drawing.boxes import heading
from sim.client.view.drawing.flow import Flow, Grid
from sim.client.view.drawing.geometry import Geometry
from sim.client.view.drawing.layout import Column, Node, Row, Text, fixed, grown
from sim.client.view.drawing.scene import Bar, Run, Scene
from sim.client.view.drawing.typeset import Ruler
from sim.client.view.drawing.widgets import SNUG, Meter, Press, button, key_cap, pressable
from sim.client.view.screens.frame import Footed, back_button, dialog_scene
from sim.client.view.shell.messages import Open
from sim.client.view.shell.shell import Shell
from sim.client.weighing.believing import NAMED, asked_as, forecast_now, out_of_place, prior_belief, type_belief
from sim.record.forecasts import FORECAST_NAMES
from sim.record.notes import TYPE, Terms

STEP = 5
"""Of 100."""
EVEN = 50  # what the first step says of a forecast
WHOLE = 100


# ------------------------------------------------------------------------------------------------------------- chances
def shared_out(total: int, weights: Sequence[float]) -> list[int]:
    """Whole numbers in proportion to weights that add up to ``total``: the largest remainders are rounded up."""
    exact = [total * weight / sum(weights) for weight in weights]
    found = [int(x) for x in exact]
    by_rest = sorted(range(len(exact)), key=lambda i: found[i] - exact[i])
    for i in by_rest[: total - sum(found)]:
        found[i] += 1
    return found


def next_step(chance: int, by: int) -> int:
    """The next multiple of a step on that side, within 0 and 100."""
    step = (chance // STEP + 1) * STEP if by > 0 else (-(-chance // STEP) - 1) * STEP
    return max(0, min(WHOLE, step))


def stepped(chances: Sequence[int], which: int, by: int, prior: Sequence[float]) -> list[int]:
    """Chances of 100, of which one goes a step up or down; the others keep their proportions and fill up what is left.

    Where the others have nothing to keep proportions of, they take those of ``prior``.
    """
    moved = next_step(chances[which], by)
    others = [i for i in range(len(chances)) if i != which]
    weights = [float(chances[i]) for i in others]
    if not sum(weights):
        weights = [prior[i] for i in others]
    if not sum(weights):
        weights = [1.0 for _ in others]
    found = list(chances)
    found[which] = moved if others else WHOLE
    for i, chance in zip(others, shared_out(WHOLE - moved, weights), strict=True):
        found[i] = chance
    return found


def type_chances(model: Model) -> list[int]:
    """The chances of all types of the other seat, of 100."""
    return shared_out(WHOLE, [chance for _, chance in type_belief(model)])


def step_type(model: Model, which: int, by: int) -> Terms:
    """The belief about all types once one of them goes a step up or down."""
    prior = prior_belief(model)
    found = stepped(type_chances(model), which, by, [chance for _, chance in prior])
    return tuple((name, chance / WHOLE) for (name, _), chance in zip(prior, found, strict=True))


def forecast_of_hundred(model: Model, name: str) -> int | None:
    """The chance of 100 that was given to what stands now, if one was."""
    now = None if out_of_place(model, name) else forecast_now(model, name)
    return None if now is None else round(WHOLE * now)


def step_forecast(model: Model, name: str, by: int) -> Terms:
    """A forecast a step up or down; the first step says that it is as likely as not."""
    now = forecast_of_hundred(model, name)
    return ((name, (EVEN if now is None else next_step(now, by)) / WHOLE),)


# ---------------------------------------------------------------------------------------------------------- the dialog
def believe(shell: Shell, geometry: Geometry, ruler: Ruler) -> Scene | None:
    """The chances of all types and of every forecast that can be made, each with a step down and a step up."""
    model = shell.model
    if model is None:
        return None
    rival = seat_name(model.book, 1 - model.seat)
    narrow = geometry.columns == 1
    body = Column(
        Text(Run(w.BELIEVE_SAYS, "small", "dim")),
        heading(w.BELIEVE_TYPES.format(rival=rival), w.BELIEVE_NOTE),
        arranged([type_row(model, i) for i in range(len(type_belief(model)))], narrow=narrow),
        heading(w.BELIEVE_EVENTS),
        forecast_part(model, narrow=narrow),
        *(Text(Run(text, "small", "warn"), role="status") for text in model.notices),
        gap=9,
    )
    nothing = "" if model.stated else w.NOTHING_BELIEVED
    foot = Flow(
        button(w.DROP_BELIEFS, Press("belief/drop", DropBeliefs(), nothing, w.DROP_BELIEFS_TIP)), back_button(), gap=10
    )
    first = f"belief/{type_belief(model)[0][0]}/more"
    return dialog_scene(w.BELIEVE, Footed(body, foot), geometry, ruler, width=760, default=first)


def arranged(rows: Sequence[Sequence[Node]], *, narrow: bool) -> Node:
    """Rows of label, stepper and note; one below another where there is little width."""
    if narrow:
        return Column(*(Column(*row, gap=2) for row in rows), gap=10)
    return Grid((190, -1, 120), rows, gap=14, lead=6)


def type_row(model: Model, which: int) -> list[Node]:
    """One thing that the other side may truly want: what it is, the steps, what anyone could expect at the start."""
    name, prior = prior_belief(model)[which]
    kind = name.removeprefix(TYPE)
    label = model.book.word("types", kind)
    chance = type_chances(model)[which]
    steps = stepper(name, label, chance, [SetBelief(step_type(model, which, by)) for by in (-1, 1)], prior)
    note = Text(Run(w.PRIOR_NOTE.format(chance=WHOLE * prior), "small", "dim"))
    return [Text(Run(label, "strong")), steps, note]


def forecast_part(model: Model, *, narrow: bool) -> Node:
    """What can be forecast today; of the rest, why there is nothing to forecast."""
    rival = seat_name(model.book, 1 - model.seat)
    rows = []
    closed = []
    for name in FORECAST_NAMES:
        if out_of_place(model, name):
            closed.append(Text(Run(out_of_place(model, name), "small", "faint")))
            continue
        asked = asked_as(model, name)
        label = w.BELIEVE_EVENT[asked].format(rival=rival)
        chance = forecast_of_hundred(model, name)
        steps = stepper(name, label, chance, [SetBelief(step_forecast(model, name, by)) for by in (-1, 1)])
        note = (
            w.NOT_SAID if chance is None else w.FORECAST_NOTE[asked if asked in w.FORECAST_NOTE else NAMED[name].about]
        )
        rows.append([Text(Run(label, "strong")), steps, Text(Run(note, "small", "dim"))])
    return Column(arranged(rows, narrow=narrow) if rows else None, *closed, gap=6)


def stepper(name: str, label: str, chance: int | None, steps: Sequence[SetBelief], prior: float = -1.0) -> Node:
    """A chance as a bar with a mark where it was at the start, between a step down and a step up."""
    less, more = (
        button(sign, Press(f"belief/{name}/{way}", step, why, tip.format(what=label)), size="small")
        for sign, way, step, why, tip in (
            (w.LESS, "less", steps[0], w.NONE_LEFT if chance == 0 else "", w.LESS_TIP),
            (w.MORE_SIGN, "more", steps[1], w.ALL_GIVEN if chance == WHOLE else "", w.MORE_TIP),
        )
    )
    shown = w.UNSAID if chance is None else w.PER_CENT.format(chance=chance)
    bar = Meter(Bar((chance or 0) / WHOLE, "theirs", before=prior), 10, name=f"{label}: {shown}")
    figure = fixed(Text(Run(shown, "strong", "faint" if chance is None else "ink"), align="right", unbroken=True), 58)
    return Row(less, grown(bar), more, figure, gap=10)


# ----------------------------------------------------------------------------------------------------------- the table
def belief_link(model: Model) -> Node:
    """Leads to the dialog: asks, with its key, until something is said of what stands; then tells that."""
    told = forecasts_told(model)
    press = Press("believe", Open("believe"), tip=w.BELIEVE_TIP)
    text = Text(Run(told or w.BELIEVE, "small", "own" if told else "dim"), role="")
    body: Node = text if told else Row(text, key_cap("B"), gap=6)
    return pressable(body, press, told or w.BELIEVE, pad=SNUG)


def forecasts_told(model: Model) -> str:
    """``They accept, you believe: 30%``; nothing if nothing was said of what stands."""
    chances = {name: forecast_of_hundred(model, name) for name in FORECAST_NAMES}
    return "; ".join(
        w.BELIEVED_EVENT[name].format(chance=chance) for name, chance in chances.items() if chance is not None
    )


def believed_types(model: Model) -> dict[str, int]:
    """What the person gives to each type, of 100, if they have ever said so in this game."""
    stated = [*model.stated, *(term for each in model.believed for term in each.beliefs)]
    if not any(name.startswith(TYPE) for name, _ in stated):
        return {}
    names = [name.removeprefix(TYPE) for name, _ in type_belief(model)]
    return dict(zip(names, type_chances(model), strict=True))


def belief_runs(model: Model) -> list[Run]:
    """Beside the plan: that beliefs go on record with it; else a word, once a game, that they could."""
    if model.stated:
        return [Run(f" {w.BELIEF_GOES_ALONG}", "small", "dim")]
    rival, key = seat_name(model.book, 1 - model.seat), key_for("believe")
    return [
        Run(f" {w.SUGGEST_BELIEF[name].format(rival=rival, key=key)}", "small", "dim")
        for name in FORECAST_NAMES
        if suggestion(model, name)
    ]
