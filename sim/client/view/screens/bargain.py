"""The table itself: issues and options with both sides' offers, what the draft is worth, its words, and what to do."""

from sim.client.explaining.asking import Target
from sim.client.model import Model
from sim.client.naming import option_name, part_word, seat_name
from sim.client.update import SetOption
from sim.client.view import words as w
from sim.client.view.drawing.boxes import Padding, heading
from sim.client.view.drawing.clipped import Clipped
from sim.client.view.drawing.flow import Abreast, Flow, Grid
from sim.client.view.drawing.geometry import Geometry
from sim.client.view.drawing.layout import Column, Node, Row, Text, grown
from sim.client.view.drawing.remembering import reads
from sim.client.view.drawing.scene import Run
from sim.client.view.drawing.widgets import SNUG, Chip, Marks, Press, mark, pressable
from sim.client.view.screens.acts import in_force
from sim.client.view.screens.beliefs import belief_link
from sim.client.view.screens.lastword import last_words
from sim.client.view.screens.worth import expected, figures, home_line, home_vote, rival_line, rival_worth
from sim.client.view.shell.messages import Explain
from sim.client.weighing.judging import climbdown, option_points, own_type, owner_of_type
from sim.client.weighing.planning import rival_offer
from sim.client.weighing.reading import brief_reading, reading
from sim.rules import layout as at

ABOUT_WIDTH = 246.0  # of an issue's name and what it is about, in pixels of the design


@reads()
def table_head(model: Model) -> Node:
    """The title, and what the marks on the options mean, in smaller letters where they would not fit on a line."""
    signs = _signs_meant(model)
    large = Flow(*(_sign(*each, low=False) for each in signs), gap=16, lead=0, align="right")
    small = Flow(*(_sign(*each, low=True) for each in signs), gap=10, lead=0, align="right")
    return Row(heading(w.TABLE), grown(Abreast(large, small)), gap=14, align="top")


def _signs_meant(model: Model) -> list[tuple[str, str, str]]:
    """Each mark with its colour and what it means."""
    rival = 1 - model.seat
    theirs = seat_name(model.book, rival)
    offered = rival_offer(model)
    signs = [("full", "own", w.YOUR_DRAFT)]
    if model.own(at.OFFER_ID):
        signs.append(("hollow", "own", w.YOUR_OFFER))
    elif not in_force(model):
        signs.append(("dots", "own", w.YOU_WISH))
    if offered:
        day = int(model.own(at.OFFER_DAY, rival))
        signs.append(("under", "theirs", w.THEIR_OFFER.format(seat=theirs, day=day)))
    elif any(option >= 0 for option in refused_of_theirs(model)):
        signs.append(("dashes", "theirs", w.THEIR_LAST.format(seat=theirs)))
    else:
        signs.append(("", "dim", w.NO_OFFER_OF_THEIRS.format(seat=theirs)))
    if any(sought(model, issue) >= 0 for issue in range(len(model.names.issues))):
        signs.append(("dots", "theirs", w.THEY_WISH.format(seat=theirs)))
    if in_force(model):
        signs.append(("check", "good", w.IN_FORCE))
    return signs


def _sign(kind: str, colour: str, text: str, *, low: bool) -> Node:
    run = Run(text, "note", colour) if low else Run(text.upper(), "heading", colour)
    return Row(*([mark(kind, colour, 10)] if kind else []), Text(run), gap=6)


def refused_of_theirs(model: Model) -> tuple[int, ...]:
    """What the rival put forward last and the seat refused, an option for each issue or -1; none while an offer stands.

    At first it is what history holds of it: a seat knows what it was offered.
    """
    if rival_offer(model) or in_force(model) or not model.own(at.REFUSALS):
        return (-1,) * len(model.names.issues)
    return model.package(at.REFUSED_PACKAGE, model.seat)


def wished(model: Model, issue: int) -> int:
    """The option of an issue that is worth most on paper to the seat itself, until it has an offer of its own."""
    if model.own(at.OFFER_ID) or in_force(model):
        return -1
    points = option_points(model, owner_of_type(model, model.seat, own_type(model)), issue)
    return points.index(max(points))


def sought(model: Model, issue: int) -> int:
    """The option of an issue that is worth most on paper to the rival, whatever it truly wants; -1 if that depends.

    It stands for an offer of the rival's as long as nothing is known that it asks for of this issue.
    """
    if rival_offer(model) or in_force(model) or refused_of_theirs(model)[issue] >= 0:
        return -1
    rival = 1 - model.seat
    kinds = range(len(model.names.types[model.names.seats[rival]]))
    each = [option_points(model, owner_of_type(model, rival, kind), issue) for kind in kinds]
    best = {points.index(max(points)) for points in each}
    return best.pop() if len(best) == 1 else -1


# ------------------------------------------------------------------------------------------------------------- issues
def issue_grid(model: Model, geometry: Geometry, *, rich: bool = False, tight: bool = False) -> Node:
    """One row an issue: its name, with a line on what it is about if ``rich``, and its options as chips."""
    issues = range(len(model.names.issues))
    rows = [
        [issue_label(model, issue=i, rich=rich), option_flow(model, model.draft[i], issue=i, tight=tight)]
        for i in issues
    ]
    grid = Grid((ABOUT_WIDTH if rich else 0, -1), rows, gap=14, lead=0 if tight else 1)
    if geometry.columns == 1:
        return Abreast(grid, Column(*(Column(*row, gap=2) for row in rows), gap=8))
    return grid


@reads()
def issue_label(model: Model, *, issue: int, rich: bool) -> Node:
    """An issue's name; if ``rich``, the first sentence of what it is about."""
    id_ = list(model.names.issues)[issue]
    name, about = model.book.word("issues", id_), model.book.word("issues", id_, "about")
    press = Press(f"issue/{issue}", Explain(Target("issues", id_, name)), tip=about)
    lines: list[Node] = [Text(Run(name, "strong"), role="")]
    if rich:
        lines.append(Text(Run(about.partition(". ")[0].rstrip("."), "note", "faint"), role=""))
    return pressable(Column(*lines), press, name, pad=Padding(2, 0, 0 if rich else Chip.UNDER))


@reads()
def option_flow(model: Model, drafted: int, *, issue: int, tight: bool) -> Node:
    """The options of an issue, one of them drafted."""
    rival = 1 - model.seat
    offers = [model.package(at.OFFER_PACKAGE, seat)[issue] if model.own(at.OFFER_ID, seat) else -1 for seat in range(2)]
    agreed = model.agreed[issue] if in_force(model) else -1
    refused, wish, theirs_best = refused_of_theirs(model)[issue], wished(model, issue), sought(model, issue)
    chips = []
    for i in range(len(list(model.names.issues.values())[issue])):
        own, theirs = i == offers[model.seat], i == offers[rival]
        marks = Marks(i == drafted, own, theirs, i == agreed, i == refused, i == wish, i == theirs_best)
        id_ = list(model.names.issues)[issue]
        page = Target("issues", id_, model.book.word("issues", id_))
        press = Press(f"option/{issue}/{i}", SetOption(issue, i), tip=option_tip(model, issue, i), about=page)
        chips.append(Chip(option_name(model.book, issue, i), press, marks, tight=tight))
    return Flow(*chips, gap=6, lead=0)


def option_tip(model: Model, issue: int, option: int) -> str:
    """What an option means, and what it is worth on paper."""
    id_, options = list(model.names.issues.items())[issue]
    about = part_word(model.book, ("issues", id_, "options", options[option]), "about")
    points = option_points(model, owner_of_type(model, model.seat, own_type(model)), issue)
    return f"{about} {w.POINTS_TO_YOU.format(points=points[option])}"


# --------------------------------------------------------------------------------------------------- words of the draft
@reads("draft")
def draft_words(model: Model, *, brief: bool = False, line: bool = False) -> Node:
    """The draft's clauses as sentences; if ``brief`` how many, maybe on one ``line``, and the sentences on asking."""
    full = " ".join(reading(model, model.draft))
    head = Run(f"{w.IF_SIGNED}: ", "tiny-strong", "ink")
    if not brief:
        return Text(head, Run(full, "tiny", "dim"))
    counted = Run(brief_reading(model, model.draft), "tiny", "dim")
    said = Clipped(head, counted) if line else Text(head, counted, role="")
    return pressable(said, Press("reading", None, tip=full), f"{w.IF_SIGNED}: {full}", pad=SNUG)


def climbdown_text(model: Model) -> Node | None:
    """What the draft, said in public, would cost against one's public word."""
    size = 100 * climbdown(model, model.draft, model.face)
    return Text(Run(w.CLIMBDOWN.format(size=size), "small-strong", "warn")) if size >= 0.5 else None


# ------------------------------------------------------------------------------------------------------------ together
def weighed(model: Model, *, tight: bool = False) -> list[Node | None]:
    """What comes of the draft, what others hold of it, how it reads and what the other side said last, in a column."""
    others = (rival_line(model), home_line(model)) if tight else (rival_worth(model), home_vote(model))
    held = (None if tight else belief_link(model), expected(model), *others)
    return [*held, draft_words(model, brief=True), climbdown_text(model), last_words(model, tight=True)]


def bargain_body(
    model: Model,
    geometry: Geometry,
    *,
    rich: bool = False,
    tight: bool = False,
    brief: bool = False,
    line: bool = False,
) -> Node:
    """What stands in the middle of the screen, from above to below; the actions are apart.

    ``rich`` says what each issue is about; ``tight`` saves lines, ``brief`` counts clauses without naming them, and so
    does ``line``, on one line.
    """
    if not model.values[at.TALKS]:
        return Column(Text(Run(w.NO_TALKS, "body", "dim")), last_words(model), gap=7)
    return Column(
        issue_grid(model, geometry, rich=rich, tight=tight),
        figures(model, geometry),
        draft_words(model, brief=brief or line, line=line),
        climbdown_text(model),
        last_words(model, tight=tight),
        gap=2 if line or brief else 3 if tight else 7,
    )
