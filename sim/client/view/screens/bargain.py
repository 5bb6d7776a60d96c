"""The table itself: issues and options with both sides' offers, what the draft is worth, its words, and what to do."""

from sim.client.explaining.asking import Target
from sim.client.model import Model
from sim.client.naming import faction_name, option_name, part_word, seat_name
from sim.client.update import SetOption
from sim.client.view import words as w
from sim.client.view.drawing.boxes import Padding, heading
from sim.client.view.drawing.flow import Abreast, Flow, Grid
from sim.client.view.drawing.geometry import Geometry
from sim.client.view.drawing.layout import Column, Node, Row, Text, grown
from sim.client.view.drawing.remembering import reads
from sim.client.view.drawing.scene import Bar, Run
from sim.client.view.drawing.widgets import SNUG, Chip, Marks, Meter, Press, mark, pressable
from sim.client.view.screens.acts import in_force
from sim.client.view.screens.beliefs import belief_link, believed_types
from sim.client.view.screens.gauges import MINUS
from sim.client.view.screens.lastword import last_words
from sim.client.view.shell.messages import Explain
from sim.client.weighing.judging import (
    carried,
    climbdown,
    option_points,
    own_type,
    owner_of_type,
    quota,
    votes,
    worth_to_rival,
    worth_to_self,
)
from sim.client.weighing.planning import rival_offer
from sim.client.weighing.reading import brief_reading, reading
from sim.rules import layout as at

ABOUT_WIDTH = 246.0  # of an issue's name and what it is about, in pixels of the design


@reads()
def table_head(model: Model) -> Node:
    """The title, and what the marks on the options mean."""
    rival = 1 - model.seat
    theirs = seat_name(model.book, rival)
    offered = rival_offer(model)
    signs: list[Node] = [_sign("full", "own", w.YOUR_DRAFT)]
    if model.own(at.OFFER_ID):
        signs.append(_sign("hollow", "own", w.YOUR_OFFER))
    elif not in_force(model):
        signs.append(_sign("dots", "own", w.YOU_WISH))
    if offered:
        day = int(model.own(at.OFFER_DAY, rival))
        signs.append(_sign("under", "theirs", w.THEIR_OFFER.format(seat=theirs, day=day)))
    elif any(option >= 0 for option in refused_of_theirs(model)):
        signs.append(_sign("dashes", "theirs", w.THEIR_LAST.format(seat=theirs)))
    else:
        signs.append(Text(Run(w.NO_OFFER_OF_THEIRS.format(seat=theirs).upper(), "heading", "dim")))
    if in_force(model):
        signs.append(_sign("check", "good", w.IN_FORCE))
    return Row(heading(w.TABLE), grown(Flow(*signs, gap=16, lead=0, align="right")), gap=14, align="top")


def _sign(kind: str, colour: str, text: str) -> Node:
    return Row(mark(kind, colour, 10), Text(Run(text.upper(), "heading", colour)), gap=6)


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
    refused, wish = refused_of_theirs(model)[issue], wished(model, issue)
    chips = []
    for i in range(len(list(model.names.issues.values())[issue])):
        own, theirs = i == offers[model.seat], i == offers[rival]
        marks = Marks(i == drafted, own, theirs, i == agreed, i == refused, i == wish)
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


# -------------------------------------------------------------------------------------------------------------- worth
def figures(model: Model, geometry: Geometry) -> Node:
    """Worth to oneself, to what the rival may be, and the vote at home."""
    parts = [own_worth(model), rival_worth(model), home_vote(model)]
    if geometry.columns == 1:
        return Column(*parts, gap=10)
    return Row(*(grown(part) for part in parts), gap=22, align="top")


@reads("draft", "stated", "plan")
def own_worth(model: Model) -> Node:
    """The draft's worth on paper to the seat itself, beside their offer's."""
    worth = worth_to_self(model, model.draft)
    note = w.OF_BEST
    bar = Bar(worth / 100, "own")
    if rival_offer(model):
        offered = worth_to_self(model, model.package(at.OFFER_PACKAGE, 1 - model.seat))
        note = w.OVER_OFFER.format(n=round(worth) - round(offered)).replace("-", MINUS)
        bar = bar._replace(before=offered / 100)
    name = seat_name(model.book, model.seat)
    return Column(
        Text(Run(w.WORTH_TO_YOU.format(seat=name), "small", "dim")),
        Text(Run(f"{worth:.0f} ", "figure"), Run(note, "small-strong", "good" if note.startswith("+") else "dim")),
        Meter(bar, name=f"{name}: {worth:.0f}"),
        belief_link(model),
        gap=2,
    )


@reads("draft", "stated")
def rival_worth(model: Model) -> Node:
    """The draft's worth to each of the types that the rival may be: what it is, it keeps to itself."""
    rows: list[list[Node]] = []
    believed = believed_types(model)
    for kind, prior, worth in worth_to_rival(model, model.draft):
        name = model.book.word("types", kind)
        tip = w.PRIOR.format(chance=100 * prior)
        if believed:
            tip = f"{tip} {w.BELIEVED_TIP.format(chance=believed[kind])}"
        press = Press(f"type/{kind}", Explain(Target("types", kind, name)), tip=tip)
        label = pressable(Text(Run(name, "small", "ink"), role=""), press, f"{name}: {worth:.0f}", pad=SNUG)
        figure = Text(Run(f"{worth:.0f}", "small-strong"), align="right", unbroken=True)
        row = [label, Meter(Bar(worth / 100, "theirs"), 7), figure]
        if believed:
            chance = w.PER_CENT.format(chance=believed[kind])
            row.insert(1, Text(Run(chance, "tiny", "own"), align="right", unbroken=True))
        rows.append(row)
    title = (w.BELIEVED_THEM if believed else w.WORTH_TO_THEM).format(seat=seat_name(model.book, 1 - model.seat))
    columns = (0, 0, -1, 22) if believed else (0, -1, 22)
    return Column(Text(Run(title, "small", "dim")), Grid(columns, rows, gap=8, lead=0), gap=3)


@reads("draft")
def home_vote(model: Model) -> Node:
    """How the factions at home would vote on the draft."""
    ballot = votes(model, model.draft)
    weight = sum(vote.weight for vote in ballot if vote.in_favour)
    passes = carried(model, ballot)
    verdict = w.WOULD_CARRY if passes else w.WOULD_FAIL
    rows = []
    for vote in ballot:
        id_ = model.names.factions[vote.faction].partition(".")[2]
        name = faction_name(model.book, vote.faction)
        short = max(1.0, 100 * (vote.threshold - vote.worth))  # never nothing
        said = w.VOTE_FOR if vote.in_favour else w.VOTE_AGAINST.format(short=short)
        tip = f"{model.book.word('factions', id_, 'about')} {name}: {said}."
        press = Press(f"faction/{id_}", Explain(Target("factions", id_, name)), tip=tip)
        sign = mark("check" if vote.in_favour else "cross", "good" if vote.in_favour else "bad", 10)
        rows.append(pressable(Row(sign, Text(Run(name, "small"), role=""), gap=5), press, f"{name}: {said}", pad=SNUG))
    head = Text(Run(w.AT_HOME, "small", "dim"), Run(verdict, "small-strong", "good" if passes else "bad"))
    return Column(
        head,
        Flow(*rows, gap=8, lead=0),
        Meter(
            Bar(weight, "good" if passes else "bad", before=quota(model)),
            name=w.VOTE_WEIGHT.format(weight=weight, quota=quota(model)),
        ),
        gap=3,
    )


# --------------------------------------------------------------------------------------------------- words of the draft
@reads("draft")
def draft_words(model: Model, *, brief: bool = False) -> Node:
    """The draft's clauses as sentences; if ``brief`` how many they are, and the sentences on asking."""
    full = " ".join(reading(model, model.draft))
    head = Run(f"{w.IF_SIGNED}: ", "tiny-strong", "ink")
    if not brief:
        return Text(head, Run(full, "tiny", "dim"))
    said = Text(head, Run(brief_reading(model, model.draft), "tiny", "dim"), role="")
    return pressable(said, Press("reading", None, tip=full), f"{w.IF_SIGNED}: {full}", pad=SNUG)


def climbdown_text(model: Model) -> Node | None:
    """What the draft, said in public, would cost against one's public word."""
    size = 100 * climbdown(model, model.draft, model.face)
    return Text(Run(w.CLIMBDOWN.format(size=size), "small-strong", "warn")) if size >= 0.5 else None


# ------------------------------------------------------------------------------------------------------------ together
def weighed(model: Model) -> list[Node | None]:
    """What others hold of the draft, how it reads and what the other side said last, to stand beside the issues."""
    held = (rival_worth(model), home_vote(model))
    return [*held, draft_words(model, brief=True), climbdown_text(model), last_words(model, tight=True)]


def bargain_body(
    model: Model, geometry: Geometry, *, rich: bool = False, tight: bool = False, brief: bool = False
) -> Node:
    """What stands in the middle of the screen, from above to below; the actions are apart.

    ``rich`` says what each issue is about; ``tight`` saves lines, and ``brief`` counts clauses without naming them.
    """
    if not model.values[at.TALKS]:
        return Column(Text(Run(w.NO_TALKS, "body", "dim")), last_words(model), gap=7)
    return Column(
        issue_grid(model, geometry, rich=rich, tight=tight),
        figures(model, geometry),
        draft_words(model, brief=brief),
        climbdown_text(model),
        last_words(model, tight=tight),
        gap=3 if tight else 7,
    )
