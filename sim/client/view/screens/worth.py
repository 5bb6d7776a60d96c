"""What the draft is worth: to oneself, to whatever the rival may be, at home; whether it is accepted and would hold."""

from typing import NamedTuple

from sim.client.explaining.asking import Target
from sim.client.figures import minus
from sim.client.model import Model
from sim.client.naming import faction_name, seat_name
from sim.client.view import words as w
from sim.client.view.drawing.flow import Flow, Grid
from sim.client.view.drawing.geometry import Geometry
from sim.client.view.drawing.layout import Column, Node, Row, Text, grown
from sim.client.view.drawing.remembering import reads
from sim.client.view.drawing.scene import Bar, Run
from sim.client.view.drawing.widgets import SNUG, Meter, Press, mark, pressable
from sim.client.view.screens.beliefs import belief_link, believed_types
from sim.client.view.screens.outlook import accepts_figure, holds_figure
from sim.client.view.shell.messages import Explain
from sim.client.weighing.judging import carried, quota, votes, worth_to_rival, worth_to_self
from sim.client.weighing.planning import rival_offer
from sim.rules import layout as at


def figures(model: Model, geometry: Geometry) -> Node:
    """What the draft is worth to oneself; whether they accept it and how long it holds; to what they may be; at home.

    Without futures the two figures that need them are left out, and what is left stands side by side.
    """
    if geometry.columns < 3 or model.unforeseen:
        parts = [Column(own_worth(model), belief_link(model), gap=2), rival_worth(model), home_vote(model)]
        if geometry.columns == 1:
            return Column(parts[0], expected(model), *parts[1:], gap=10)
        return Column(Row(*map(grown, parts), gap=22, align="top"), expected(model), gap=7)
    large = (own_worth(model), accepts_figure(model), holds_figure(model))
    held = Column(rival_line(model), home_line(model), gap=2)
    return Column(Row(*map(grown, large), gap=22, align="top"), held, gap=5)


def expected(model: Model) -> Node | None:
    """Whether they accept it and how long it holds, side by side; nothing without futures."""
    if model.unforeseen:
        return None
    return Row(grown(accepts_figure(model)), grown(holds_figure(model)), gap=22, align="bottom")


@reads("draft")
def own_worth(model: Model) -> Node:
    """The draft's worth on paper to the seat itself, beside their offer's."""
    worth = worth_to_self(model, model.draft)
    note = w.OF_BEST
    bar = Bar(worth / 100, "own")
    if rival_offer(model):
        offered = worth_to_self(model, model.package(at.OFFER_PACKAGE, 1 - model.seat))
        note = minus(w.OVER_OFFER.format(n=round(worth) - round(offered)))
        bar = bar._replace(before=offered / 100)
    name = seat_name(model.book, model.seat)
    return Column(
        Text(Run(w.WORTH_TO_YOU.format(seat=name), "small", "dim")),
        Text(Run(f"{worth:.0f} ", "figure"), Run(note, "small-strong", "good" if note.startswith("+") else "dim")),
        Meter(bar, name=f"{name}: {worth:.0f}"),
        gap=2,
    )


class KindWorth(NamedTuple):
    """The draft's worth to a type that the rival may be, of 100, and how likely one believes that, if one has said."""

    name: str
    worth: float
    believed: str
    press: Press


def kinds_worth(model: Model) -> list[KindWorth]:
    """The draft's worth to each of the types that the rival may be: what it is, it keeps to itself."""
    found = []
    believed = believed_types(model)
    for kind, prior, worth in worth_to_rival(model, model.draft):
        name = model.book.word("types", kind)
        tip = w.PRIOR.format(chance=100 * prior)
        if believed:
            tip = f"{tip} {w.BELIEVED_TIP.format(chance=believed[kind])}"
        chance = w.PER_CENT.format(chance=believed[kind]) if believed else ""
        found.append(
            KindWorth(name, worth, chance, Press(f"type/{kind}", Explain(Target("types", kind, name)), tip=tip))
        )
    return found


def _to_them(model: Model) -> str:
    said = w.BELIEVED_THEM if believed_types(model) else w.WORTH_TO_THEM
    return said.format(seat=seat_name(model.book, 1 - model.seat))


@reads("draft", "stated")
def rival_worth(model: Model) -> Node:
    """Each of them with a bar."""
    rows: list[list[Node]] = []
    kinds = kinds_worth(model)
    for each in kinds:
        said = f"{each.name}: {each.worth:.0f}"
        label = pressable(Text(Run(each.name, "small", "ink"), role=""), each.press, said, pad=SNUG)
        figure = Text(Run(f"{each.worth:.0f}", "small-strong"), align="right", unbroken=True)
        row = [label, Meter(Bar(each.worth / 100, "theirs"), 7), figure]
        if each.believed:
            row.insert(1, Text(Run(each.believed, "tiny", "own"), align="right", unbroken=True))
        rows.append(row)
    columns = (0, 0, -1, 22) if any(each.believed for each in kinds) else (0, -1, 22)
    return Column(Text(Run(_to_them(model), "small", "dim")), Grid(columns, rows, gap=8, lead=0), gap=3)


@reads("draft", "stated", "plan")
def rival_line(model: Model) -> Node:
    """The same as figures on a line, and what leads to one's beliefs."""
    parts: list[Node] = [Text(Run(f"{_to_them(model)}:", "small", "dim"), unbroken=True)]
    for each in kinds_worth(model):
        runs = [Run(f"{each.name} ", "small", "ink"), Run(f"{each.worth:.0f}", "small-strong", "theirs")]
        runs += [Run(f" {each.believed}", "tiny", "own")] if each.believed else []
        text = Text(*runs, role="", unbroken=True)
        parts.append(pressable(text, each.press, f"{each.name}: {each.worth:.0f} {each.believed}".rstrip(), pad=SNUG))
    return Flow(*parts, belief_link(model), gap=10, lead=1)


def _ballot(model: Model) -> tuple[Text, list[Node]]:
    """Whether the draft would be ratified, and how each faction would vote."""
    ballot = votes(model, model.draft)
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
    return Text(Run(w.AT_HOME, "small", "dim"), Run(verdict, "small-strong", "good" if passes else "bad")), rows


@reads("draft")
def home_vote(model: Model) -> Node:
    """How the factions at home would vote on the draft, and the weight that is in favour."""
    head, rows = _ballot(model)
    ballot = votes(model, model.draft)
    weight = sum(vote.weight for vote in ballot if vote.in_favour)
    return Column(
        head,
        Flow(*rows, gap=8, lead=0),
        Meter(
            Bar(weight, "good" if carried(model, ballot) else "bad", before=quota(model)),
            name=w.VOTE_WEIGHT.format(weight=weight, quota=quota(model)),
        ),
        gap=3,
    )


@reads("draft")
def home_line(model: Model) -> Node:
    """The same without the weight, on a line."""
    head, rows = _ballot(model)
    return Flow(head, *rows, gap=10, lead=0)
