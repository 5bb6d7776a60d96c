"""A replay: a day of a game as a seat saw it, or as it was; the days in a row, and the steps between them."""

from collections.abc import Sequence
from functools import partial

from sim.client.explaining.asking import Target
from sim.client.figures import minus
from sim.client.model import Model
from sim.client.naming import capitalised, date_words, seat_name, short_date
from sim.client.page import Row as Line
from sim.client.replaying import replay_words as w
from sim.client.replaying.replay import Replay
from sim.client.replaying.replay_mark import ReplayMark
from sim.client.replaying.replay_page import (
    Deed,
    day_words,
    deeds,
    deeds_before,
    end_words,
    eyes_words,
    fog_words,
    hidden_rows,
    nothing_words,
    offer_rows,
    offers,
    type_rows,
    why_not_on,
    worth_rows,
)
from sim.client.telling.gravity import GRAVE
from sim.client.telling.meters import headline_names
from sim.client.telling.standing import agreement_says, cost_rows, refusal_says
from sim.client.view import words as v
from sim.client.view.drawing.boxes import LOOKS, Boxed, Fitting, Padding, Scroll, heading, panel
from sim.client.view.drawing.flow import Flow, Grid
from sim.client.view.drawing.geometry import Geometry
from sim.client.view.drawing.layout import Column, Node, Row, Space, Text, fixed, grown
from sim.client.view.drawing.scene import Box, Picture, Run, Scene, Shape
from sim.client.view.drawing.typeset import Ruler
from sim.client.view.drawing.widgets import SNUG, Press, button, key_cap, link, mark, pressable
from sim.client.view.screens.course import sparks_panel
from sim.client.view.screens.frame import scene_of
from sim.client.view.screens.gauges import MOST_METERS, cost_lines, hand_rows, meter_grid
from sim.client.view.screens.mapped import map_panel
from sim.client.view.screens.night import GLAD
from sim.client.view.screens.timeline import timeline
from sim.client.view.shell.messages import Back, Explain, PlayOn
from sim.client.view.shell.replay_messages import ShowDay, TurnEyes, TurnFog, TurnRunning
from sim.language import RIGHT_TO_LEFT, spoken
from sim.rules import layout

LEFT, RIGHT = 372.0, 372.0  # columns at the sides, in pixels of the design
ACCORD = 190.0
COLOURS = ("first", "second")
A_LONG_WAY = 10_000
POINTER = ((3.0, 1.0), (10.0, 6.0), (3.0, 11.0))


def replay_scene(replay: Replay, at: ReplayMark, geometry: Geometry, ruler: Ruler, *, still: bool = False) -> Scene:
    """The whole screen; if all is to be still, days do not pass by themselves."""
    model = replay.model(at)
    row = Boxed(timeline(replay, at), LOOKS["panel"], Padding(14, 7, 6))
    whole = Column(
        banner(replay, at), row, grown(_body(replay, at, model, geometry)), steps(replay, at, still=still), gap=9
    )
    return scene_of(whole, geometry, ruler, "run")


def _body(replay: Replay, at: ReplayMark, model: Model, geometry: Geometry) -> Node:
    table, accord = table_panel(model, fog=at.fog), accord_panel(model, geometry)
    told = partial(deeds_panel, replay, at)
    state, drawn = state_panel(replay, at, model), map_panel(model)
    if geometry.columns == 3:
        left = Column(grown(drawn) if drawn else None, accord if drawn else grown(accord), gap=9)
        middle = Column(table, grown(Fitting(told, partial(told, small=True))), sparks_panel(model), gap=9)
        return Row(fixed(left, LEFT), grown(middle), fixed(state, RIGHT), gap=9, align="stretch")
    if geometry.columns == 2:
        across = Row(grown(Column(told(), table, accord, gap=9)), fixed(Column(drawn, state, gap=9), RIGHT), gap=9,
                     align="top")  # fmt: skip
        return Scroll("page", across)
    return Scroll("page", Column(told(), table, accord, drawn, state, gap=9))


# --------------------------------------------------------------------------------------------------- where a replay is
def banner(replay: Replay, at: ReplayMark) -> Node:
    """That this is a replay, which day, whose eyes, and what the fog leaves."""
    over = at.day > replay.last
    day = capitalised(date_words(replay.book, min(at.day, replay.last)))
    eyes = COLOURS[at.seat] if at.fog else "warn"
    head = Flow(
        Boxed(Text(Run(w.REPLAY.upper(), "heading", "warn"), unbroken=True), Box("", "warn", 2, 4), Padding(8, 3, 3)),
        Text(Run(day_words(replay, at) if over else day, "date"), role="heading"),
        None if over else Text(Run(day_words(replay, at), "body", "dim")),
        Text(Run(eyes_words(replay, at), "strong", eyes)),
        Text(Run(w.FOG if at.fog else w.NO_FOG, "strong", "ink" if at.fog else "warn")),
        gap=14, lead=3,
    )  # fmt: skip
    back = link(v.BACK, Press("back", Back(), key="Esc"))
    said = Text(Run(fog_words(replay, at), "small", "dim"))
    look = LOOKS["panel"]._replace(border="warn")
    return Boxed(Column(Row(grown(head), back, gap=14), said, gap=2), look, Padding(14, 5, 6))


# ----------------------------------------------------------------------------------------------------------- the table
def table_panel(model: Model, *, fog: bool) -> Node:
    """What lay on the table: a column an offer, a row an issue, and what each was worth on paper."""
    lying = offers(model)
    body: list[Node] = [] if model.values[layout.TALKS] else [Text(Run(w.TALKS_OVER, "body", "dim"))]
    if lying:
        head = [Text(Run(""))] + [
            Column(
                Text(Run(each.head, "small-strong", COLOURS[each.seat] if each.seat >= 0 else "good")),
                Text(Run(each.note, "tiny", "dim")) if each.note else None,
            )
            for each in lying
        ]
        rows = [[_issue(model, i, row[0]), *_cells(row[1:], "small")] for i, row in enumerate(offer_rows(model, lying))]
        worths = [
            [Text(Run(row[0], "small", "dim")), *_cells(row[1:], "small-strong")]
            for row in worth_rows(model, lying, fog=fog)
        ]
        body.append(Grid((0, *(-1.0 for _ in lying)), [head, *rows, *worths], gap=14, lead=2, align="top"))
    elif not body:
        body.append(Text(Run(w.NO_OFFER.capitalize() + ".", "body", "dim")))
    return Boxed(Column(heading(w.OFFERS, w.OFFERS_NOTE), *body, gap=7), LOOKS["panel"], role="group", name=w.OFFERS)


def _issue(model: Model, number: int, name: str) -> Node:
    press = Press(f"issue/{number}", Explain(Target("issues", list(model.names.issues)[number], name)))
    return pressable(Text(Run(name, "small", "dim"), role=""), press, name, pad=SNUG)


def _cells(texts: Sequence[str], style: str) -> list[Node]:
    return [Text(Run(text, style)) for text in texts]


def accord_panel(model: Model, geometry: Geometry) -> Node:
    """What was agreed, and who had refused what; in three columns in a part of the height."""
    said = [*agreement_says(model), *refusal_says(model)]
    lines = [Text(Run(text, "small", "ink" if i == 0 else "dim")) for i, text in enumerate(said)]
    body = Scroll("accord", Column(*lines, gap=5), most=ACCORD if geometry.columns == 3 else 0)
    return Boxed(Column(heading(v.ACCORD, v.ACCORD_NOTE), body, gap=7), LOOKS["panel"], role="group", name=v.ACCORD)


# ------------------------------------------------------------------------------------------------------- what happened
def deeds_panel(replay: Replay, at: ReplayMark, *, small: bool = False) -> Node:
    """What happened that day, and without fog why, and who did not know of it; if need be in smaller letters."""
    found = [deed_line(each, "small" if small else "body") for each in deeds(replay, at)]
    before = [before_line(replay, each) for each in deeds_before(replay, at)]
    found += [Text(Run(text, "small", "dim")) for text in end_words(replay, at)]
    title = w.IT_ENDED if at.day > replay.last else w.HAPPENED
    return panel(
        "happened", heading(title), *(found or [Text(Run(nothing_words(replay, at), "body", "dim"))]),
        *([heading(w.BEFORE), *before] if before else []), gap=4 if small else 7,
    )  # fmt: skip


def before_line(replay: Replay, each: Deed) -> Node:
    """One thing that had happened before, with its day."""
    return Text(Run(f"{short_date(replay.book, each.day)}  ", "small", "faint"), Run(each.text, "small", "dim"))


def deed_line(each: Deed, style: str) -> Node:
    """One thing that happened, with a sign of what it was or in the colour of whose act it was."""
    sign, colour = ("dot", "neutral") if each.seat is None else ("full", COLOURS[each.seat])
    if each.kind in GRAVE:
        sign, colour = "cross", "bad"
    elif each.kind in GLAD:
        sign, colour = "check", "good"
    unseen = Run(f"  {each.unseen}", "small", "warn") if each.unseen else Run("")
    lower = "tiny" if style == "small" else "small"
    because = Text(Run(w.BECAUSE.format(why=each.why), lower, "dim")) if each.why else None
    drawn = Boxed(mark(sign, colour, 10), None, Padding(4, 3 if style == "small" else 5, 0))
    return Row(drawn, grown(Column(Text(Run(each.text, style), unseen), because, gap=1)), gap=8, align="top")


# ----------------------------------------------------------------------------------------------------------- the state
def state_panel(replay: Replay, at: ReplayMark, model: Model) -> Node:
    """The figures, what each side truly wanted, and without fog both hands and all that was hidden."""
    seat = model.names.seats
    names = [name for name in headline_names(model) if not name.startswith((f"{seat[0]}.", f"{seat[1]}."))]
    hidden = list(hidden_rows(replay, at))
    eyes = seat_name(replay.book, at.seat)
    hands = [part for each in _hands(model, fog=at.fog) for part in _hand(each)]
    parts: list[Node] = [
        meter_grid(model, names[:MOST_METERS]), *hands, heading(w.TYPES), _lines(list(type_rows(model, fog=at.fog))),
        heading(w.COST), *(cost_lines(model) if cost_rows(model) else [Text(Run(w.NO_COST, "small", "dim"))]),
    ]  # fmt: skip
    if hidden:
        title = heading(w.HIDDEN.format(seat=eyes))
        parts[1:1] = [title, Text(Run(w.HIDDEN_NOTE, "small", "dim")), hidden_grid(hidden)]
    return panel("state", heading(w.STATE, w.STATE_NOTE), *parts, gap=7)


def hidden_grid(rows: Sequence[Line]) -> Node:
    """What was hidden: its name, what it was, what it was seen as."""
    cells = [
        [
            Text(Run(row.label, "small")), Text(Run(minus(row.figure), "small-strong"), align="right", unbroken=True),
            Text(Run(minus(row.note), "tiny", "dim"), unbroken=True),
        ]
        for row in rows
    ]  # fmt: skip
    return Grid((-1, 0, 0), cells, gap=10, lead=2)


def _hands(model: Model, *, fog: bool) -> list[Model]:
    """The seat, and without fog the other one as well."""
    other = Model(model.book, 1 - model.seat, model.rival, model.looks, model.draft)
    return [model] if fog else [model, other]


def _hand(model: Model) -> list[Node]:
    title = heading(w.HAND.format(seat=seat_name(model.book, model.seat)))
    return [title, Grid((0, -1, 0, 34), hand_rows(model), gap=8, lead=1)]


def _lines(rows: Sequence[Line]) -> Node:
    return Column(*(Text(Run(f"{row.label}: ", "small", "dim"), Run(row.note, "small-strong")) for row in rows), gap=2)


# ----------------------------------------------------------------------------------------------------------- the steps
def steps(replay: Replay, at: ReplayMark, *, still: bool) -> Node:
    """The ways to other days, other eyes, and back into the game."""
    first = w.AT_FIRST if at.day <= 1 else ""
    last = w.AT_LAST if at.day >= replay.end else ""
    run = w.STOP if at.running else w.RUN
    back, ahead = ("Right", "Left") if spoken() in RIGHT_TO_LEFT else ("Left", "Right")
    forth = [
        step(w.FIRST_DAY, (-1, 2), Press("day/first", ShowDay(1), first, key="Home")),
        step(w.BACK_A_DAY, (-1, 1), Press("day/back", ShowDay(by=-1), first, key=back)),
        button(
            run,
            Press("run", TurnRunning(), w.NO_RUNNING if still else "", w.RUN_TIP, "J"),
            "primary" if at.running else "raised",
            size="small",
        ),
        step(w.ON_A_DAY, (1, 1), Press("day/on", ShowDay(by=1), last, key=ahead)),
        step(w.LAST_DAY, (1, 2), Press("day/last", ShowDay(A_LONG_WAY), last, key="End")),
    ]
    on = button(
        w.PLAY_ON.format(day=min(at.day, replay.last)),
        Press("fork", PlayOn(at.day, replay.forker(at)), why_not_on(replay, at), w.PLAY_ON_TIP), size="small",
    )  # fmt: skip
    return Flow(
        Flow(*forth, gap=6), Flow(*eyes_buttons(replay, at), *fog_buttons(replay, at), gap=6), on, gap=20, lead=6
    )


def eyes_buttons(replay: Replay, at: ReplayMark) -> list[Node]:
    """Through whose eyes; the other side's only once the game is over."""
    found: list[Node] = []
    for seat in range(2):
        name = seat_name(replay.book, seat)
        why = "" if seat in replay.looks else fog_words(replay, at)
        look = "primary" if seat == at.seat else "raised"
        key = "E" if seat == 1 else ""
        press = Press(f"eyes/{seat}", TurnEyes(seat), why, w.EYES_TIP.format(seat=name), key)
        found.append(button(name, press, look, size="small"))
    return found


def fog_buttons(replay: Replay, at: ReplayMark) -> list[Node]:
    """With fog, or without once the game is over."""
    why = "" if replay.past else fog_words(replay, at)
    on = Press("fog/on", None if at.fog else TurnFog(), "", w.FOG_SAYS.format(seat=seat_name(replay.book, at.seat)))
    off = Press("fog/off", TurnFog() if at.fog else None, why, w.NO_FOG_SAYS, "F")
    return [
        button(w.FOG_ON, on, "primary" if at.fog else "raised", size="small"),
        button(w.FOG_OFF, off, "raised" if at.fog else "primary", size="small"),
    ]


def step(name: str, sign: tuple[int, int], press: Press) -> Node:
    """A button with arrows for a face: which way, and how many."""
    way, count = sign
    ahead = -way if spoken() in RIGHT_TO_LEFT else way
    colour = "dim" if press.why else "ink"
    shapes = tuple(
        Shape("area", tuple((8.0 * i + (x if ahead > 0 else 13 - x), y) for x, y in POINTER), colour)
        for i in range(count)
    )
    size = (13.0 + 8.0 * (count - 1), 12.0)
    face = Row(Space(*size, Picture(size, shapes)), key_cap(press.key), gap=6)
    return pressable(face, press, name, look=LOOKS["closed" if press.why else "raised"], pad=Padding(7, 6, 6))
