"""The screen of a turn: what happened, how things stand, what is on the table, what can be done."""

from collections.abc import Iterable, Sequence

from sim.client.debriefing.understood import acted_once
from sim.client.explaining import lessons_words
from sim.client.explaining.lessons import lesson_command, lesson_due, lesson_says, lesson_title, was_just_told
from sim.client.explaining.rules import chance_words, foremost_risks
from sim.client.figures import cut, short
from sim.client.model import Dated, Model
from sim.client.naming import (
    capitalised,
    date_words,
    faction_name,
    is_yes_or_no,
    issue_name,
    option_name,
    seat_name,
    short_date,
    slot_name,
)
from sim.client.page import Row
from sim.client.telling.calls import gravest_first
from sim.client.telling.due import due_says, owed_by_self
from sim.client.telling.events import TO_OWN, Telling, offered_again, tell_all
from sim.client.telling.meters import (
    Meter,
    beyond_says,
    day_changes,
    headline_names,
    other_changes,
    shown_meter,
    visible_names,
)
from sim.client.telling.standing import (
    agreement_says,
    cost_rows,
    duty_changes,
    duty_says,
    offer_says,
    refusal_says,
)
from sim.client.text import words as t
from sim.client.text.layout import bullets, columns, heading, length, padded, rows, side_by_side, wrap
from sim.client.weighing.judging import (
    LEAST_CLIMBDOWN,
    carried,
    climbdown,
    option_points,
    own_type,
    owner_of_type,
    quota,
    short_by,
    votes,
    worth_to_rival,
    worth_to_self,
)
from sim.client.weighing.planning import LeverChoice, action_words, face_words, foreseen, lever_choices, rival_offer
from sim.client.weighing.reading import lull_says
from sim.rules import layout as at
from sim.session.calls import actor_of

RISKS_SHOWN = 5  # while an agreement runs


def turn_screen(model: Model, width: int, *, full: bool = False) -> list[str]:
    """A turn in the order of reading. Unless ``full``, what a person has seen and what stands still is left out."""
    full = full or len(model.looks) == 1
    talks = bool(model.values[at.TALKS])
    tabled = bool(rival_offer(model))
    parts = [
        header_lines(model, width),
        lesson_lines(model, width, full=full),
        news_lines(model, width),
        acted_lines(model, width),
        state_lines(model, width),
        cost_lines(model, width),
        agreement_lines(model, width, full=full),
        offer_lines(model, width, full=full),
        table_lines(model, width) if talks and (full or tabled) else [],
        lever_lines(model, width, full=full),
        plan_lines(model, width),
    ]
    return [line for part in parts if part for line in ["", *part]]


def header_lines(model: Model, width: int) -> list[str]:
    """The date, whose seat this is, and who opened the day."""
    rival = seat_name(model.book, 1 - model.seat)
    opens = int(model.values[at.OPENS_TODAY]) == model.seat
    said = t.DAY_OF.format(
        date=date_words(model.book, model.day),
        day=model.day,
        last=model.tables.horizon,
        seat=seat_name(model.book, model.seat),
    )
    return wrap(f"{said} {(t.OPENS_YOU if opens else t.OPENS_THEM).format(rival=rival)}", width)


def lesson_lines(model: Model, width: int, *, full: bool = True) -> list[str]:
    """The lesson of now, unless it is put away. Unless ``full``, only the task of one told the turn before."""
    lesson = lesson_due(model)
    if not lesson or lesson in model.put_away:
        return []
    says = [*lesson_says(model, lesson)]
    if was_just_told(model) and not full:
        says = says[-1:]
    if lesson_command(model, lesson):
        says.append(lessons_words.SAY.format(command=lesson_command(model, lesson)))
    said = [line for each in says for line in wrap(each, width, 2)]
    how = wrap(lessons_words.LESSON_HOW, width, 2) if len(model.looks) == 1 else []
    return [heading(lesson_title(model, lesson)), *said, *how]


def told_line(told: Telling) -> str:
    """A sentence with the facts behind it, and a mark before an upheaval."""
    text = f"{told.text} [{', '.join(told.facts)}]" if told.facts else told.text
    return t.UPHEAVAL.format(text=text) if told.upheaval else text


def others_news(model: Model, events: Iterable[Dated]) -> list[Telling]:
    """What happened that the seat did not do itself."""
    return tell_all(model, tuple(each for each in events if actor_of(each[1]) != model.seat or each[1].kind in TO_OWN))


def news_lines(model: Model, width: int) -> list[str]:
    """What happened since the last turn, then what else calls for a decision."""
    news = others_news(model, model.look.events)
    kept = [each.text for each in news if each.kind == "duty_kept"]
    first = len(model.looks) == 1
    lines = [heading(t.BEFORE_FIRST if first else t.SINCE)]
    said = [told_line(each) for each in news if each.kind != "duty_kept"] + ([" ".join(kept)] if kept else [])
    lines += bullets(said, width) or wrap(t.NOTHING_NEW, width, 2)
    told = {each.text for each in news}
    asked = [call for call in gravest_first(model) if call not in told] if not model.over else []
    if asked:
        lines += ["", heading(t.CALLS), *bullets(asked, width)]
    return lines


def acted_lines(model: Model, width: int) -> list[str]:
    """Why the other side acted since the last decision, in the analyst setting: a line a ply."""
    told = acted_once(model, model.reasons)
    said = (f"{row.label}: {row.note}" for row in told)
    return [heading(t.ACTED, t.ACTED_NOTE), *bullets(said, width)] if told else []


def meter_lines(meters: Sequence[Meter], width: int) -> list[str]:
    """Meters read downwards in two columns if both fit, else in one."""
    half = -(-len(meters) // 2)
    left, right = meter_cells(meters[:half]), meter_cells(meters[half:])
    both = side_by_side(left, right)
    return both if max(map(length, both), default=0) <= width else side_by_side(meter_cells(meters), [])


def meter_cells(meters: Sequence[Meter]) -> list[str]:
    """Meters as lines with their parts under one another: name, value, change."""
    label = max((length(each.label) for each in meters), default=0)
    value = max((length(each.value) for each in meters if not each.sd), default=5)
    return [
        f"{padded(each.label, label)}  {each.value}" if each.sd else
        f"{padded(each.label, label)}  {padded(each.value, value, right=True)} {_marked(each)}".rstrip()
        for each in meters
    ]  # fmt: skip


def _marked(each: Meter) -> str:
    """A change, with the mark of an upheaval if it is a large one."""
    return t.LARGE_CHANGE.format(change=each.change) if each.large else each.change


def meters_said(meters: Iterable[Meter]) -> str:
    """Meters in a sentence: ``Rearming here 62 (+9), Trust 20 (-4)``."""
    return ", ".join(f"{each.label} {each.value} ({each.change})" for each in meters)


def state_lines(model: Model, width: int) -> list[str]:
    """The meters that matter most, flags that are up, and what else has changed."""
    names = headline_names(model, whole=True)
    lines = [heading(t.STATE, t.STATE_NOTE if len(model.looks) > 1 else t.STATE_NOTE_FIRST)]
    lines += meter_lines([shown_meter(model, name) for name in names], width)
    for name in names:
        lines += wrap(beyond_says(model, name), width, 2)
    flags = [slot_name(model.book, name) for name in visible_names(model) if _is_up(model, name)]
    if flags:
        lines += wrap(t.FLAGS.format(names="; ".join(flags)), width, 2)
    costs = [row.of for row in model.names.human_cost]
    also = [each for each in other_changes(model, [*names, *costs]) if not is_yes_or_no(model.book, each.name)]
    if also:
        lines += wrap(t.ALSO.format(meters=meters_said(also)), width, 2)
    return lines


def _is_up(model: Model, name: str) -> bool:
    return is_yes_or_no(model.book, name) and model.values[model.tables.slot[name]] >= 0.5


def cost_lines(model: Model, width: int) -> list[str]:
    """The human cost so far."""
    table = cost_rows(model)
    if not table:
        return []
    cells = [f"{row.label} {row.figure}{f' ({row.note})' if row.note else ''}" for row in table]
    return [heading(t.COST, t.COST_NOTE), *wrap("; ".join(cells) + ".", width, 2)]


def agreement_lines(model: Model, width: int, *, full: bool) -> list[str]:
    """The agreement, with its obligations while it runs."""
    lines = [heading(t.AGREEMENT)]
    for sentence in agreement_says(model, briefly=not full):
        lines += wrap(sentence, width, 2)
    if model.values[at.STATUS] == at.IN_FORCE:
        for sentence in duty_says(model) if full else duty_changes(model):
            lines += wrap(sentence, width, 2, 4)
        for each in owed_by_self(model):
            if full or each.conditions:
                lines += wrap(due_says(model, each), width, 2, 4)
        risks = ", ".join(
            f"{model.book.word('hazards', id_)} {chance_words(odds)}"
            for odds, id_ in foremost_risks(model, RISKS_SHOWN)
        )
        lines += wrap(t.RISKS_TONIGHT.format(risks=risks), width, 2) if risks else []
    return lines


def offer_lines(model: Model, width: int, *, full: bool) -> list[str]:
    """Offers that stand, and who refused what."""
    lines = [heading(t.OFFERS)]
    if not model.values[at.TALKS]:
        return [*lines, *wrap(t.TALKS_OVER, width, 2)]
    said = [offer_says(model, seat, briefly=seat != model.seat) for seat in (1 - model.seat, model.seat)]
    refusals = refusal_says(model) if full and (len(model.looks) == 1 or _refused_in_game(model)) else []
    for sentence in [*([each for each in said if each] or [t.NO_OFFERS]), *refusals]:
        lines += wrap(sentence, width, 2, 4)
    return lines


def _refused_in_game(model: Model) -> bool:
    """Whether anything was refused since the first day; what was refused before it is told on that day."""
    return any(event.kind == "refused" for _, event in model.log)


def table_lines(model: Model, width: int) -> list[str]:
    """The issues with their options: the draft in brackets, their offer starred, points to oneself; then the worth."""
    offer = model.package(at.OFFER_PACKAGE, 1 - model.seat) if rival_offer(model) else None
    owner = owner_of_type(model, model.seat, own_type(model))
    table = []
    for i, options in enumerate(model.names.issues.values()):
        points = option_points(model, owner, i)
        drafted, offered = model.draft[i], offer[i] if offer else None
        names = [option_name(model.book, i, j) for j in range(len(options))]
        between = " / " if any(" " in name for name in names) else " "
        cells = between.join(_option_cell(option, j == drafted, j == offered) for j, option in enumerate(names))
        figures = f"{points[drafted]:3.0f}" + (f" {points[offered]:3.0f}" if offered is not None else "")
        table.append(Row(f"{i + 1} {issue_name(model.book, i)}", figures, cells))
    note = t.TABLE_NOTE if offer else t.TABLE_NOTE_NO_OFFER
    return [heading(t.TABLE, note), *rows(table, width), *worth_lines(model, offer, width)]


def worth_lines(model: Model, offer: tuple[int, ...] | None, width: int) -> list[str]:
    """The draft's worth and its fate at home beside their offer's, how it is to be shown, and what that would cost."""
    named = [(t.DRAFT, model.draft)] + ([(t.THEIR_OFFER, offer)] if offer else [])
    kinds = " / ".join(model.book.word("types", kind) for kind, _, _ in worth_to_rival(model, model.draft))
    rival = seat_name(model.book, 1 - model.seat)
    table = []
    for name, options in named:
        theirs = " / ".join(f"{worth:.0f}" for _, _, worth in worth_to_rival(model, options))
        table.append(Row(name, f"{worth_to_self(model, options):.0f}", f"{theirs:14} {vote_words(model, options)}"))
    lines = [*wrap(t.WORTH_NOTE.format(rival=rival, kinds=kinds), width, 2), *rows(table, width)]
    for name, options in named:
        if lull := lull_says(model, options):
            lines += wrap(t.OF_PACKAGE.format(package=capitalised(name), says=" ".join(lull)), width, 2, 4)
    said = t.DRAFT_SHOWN.format(face=face_words(model, model.face, model.draft))
    size = climbdown(model, model.draft)
    return lines + wrap(said + (t.CLIMBDOWN.format(size=100 * size) if size > LEAST_CLIMBDOWN else ""), width, 2)


def vote_words(model: Model, options: tuple[int, ...]) -> str:
    """How a package would fare at home, and who is against it."""
    ballot = votes(model, options)
    if not ballot:
        return ""
    weight = sum(vote.weight for vote in ballot if vote.in_favour)
    against = ", ".join(
        t.SHORT_BY.format(faction=faction_name(model.book, vote.faction), short=short_by(vote))
        for vote in ballot
        if not vote.in_favour
    )
    said = t.RATIFIED if carried(model, ballot) else t.FAILS
    others = t.AGAINST.format(names=against) if against else ""
    return said.format(weight=100 * weight, quota=100 * quota(model), against=others)


def _option_cell(option: str, drafted: bool, offered: bool) -> str:
    star = "*" if offered else ""
    return f"[{option}{star}]" if drafted else f" {option}{star} "


def capital_of(model: Model) -> tuple[float, float]:
    """The seat's political capital once the plan is paid for, and the most it can hold."""
    slot = at.SEAT_BASE + model.seat * at.SEAT_WIDTH + at.CAPITAL
    most = model.tables.reals[model.tables.ints[at.RANGES_REALS] + 2 * slot + 1]
    return foreseen(model)[slot], most


def lever_lines(model: Model, width: int, *, full: bool) -> list[str]:
    """The levers that can be pulled, on a few lines, or only how many."""
    choices = lever_choices(model)
    capital, most = capital_of(model)
    if not full:
        n = sum(not each.forbidden for each in choices)
        said = t.LEVERS_OPEN.format(n=n, of=len(choices), capital=cut(capital), most=most)
        return [heading(t.LEVERS), *wrap(said, width, 2)]
    note = t.LEVERS_NOTE.format(n=model.tables.ints[at.LEVERS_A_TURN], capital=cut(capital), most=most)
    cells = [lever_cell(i, each) for i, each in enumerate(choices, 1) if not each.forbidden]
    lines = [heading(t.LEVERS, note), *(columns(cells, width) or wrap(t.NO_LEVERS, width, 2))]
    shut = sum(bool(each.forbidden) and not each.planned for each in choices)
    if shut and cells:
        lines += wrap(t.NOT_OPEN.format(n=shut), width, 2)
    return lines


def lever_cell(number: int, choice: LeverChoice) -> str:
    """Number, name and cost."""
    return f"{number:2} {choice.name} {short(choice.cost)}"


def plan_lines(model: Model, width: int) -> list[str]:
    """What is planned, and the shortest help."""
    if not model.plan:
        first = wrap(t.FIRST_HELP.format(n=model.tables.ints[at.LEVERS_A_TURN]), width) if len(model.looks) == 1 else []
        return [*first, *wrap(t.SHORT_HELP, width)]
    lines = [heading(t.PLAN), *bullets((action_words(model, action) for action in model.plan), width)]
    return [*lines, *wrap(t.PLAN_END, width, 2)]


def day_line(model: Model, width: int) -> list[str]:
    """A day that passed without calling for a decision, in a line or two: its news, and what moved most."""
    said = [told_line(told) for told in others_news(model, model.look.events)]
    if moved := day_changes(model):
        said.append(t.QUIET_FIGURES.format(meters=meters_said(moved)))
    what = " ".join(said) or t.QUIET_NOTHING
    what += t.SAME_OFFER if _first_offered_again(model) else ""
    return wrap(t.QUIET_DAY.format(date=short_date(model.book, model.day), day=model.day, what=what), width, 0, 4)


def _first_offered_again(model: Model) -> bool:
    """Whether the day brought an offer again, for the first time since the person decided."""
    days = [any(offered_again(model, each) for each in look.events) for look in model.recent]
    return bool(days) and days[-1] and not any(days[:-1])
