"""Did you understand each other: beliefs beside the truth, forecasts beside what came, and why the other side acted.

Pages for the debrief, which a terminal wraps and a window lays out.
"""

from collections.abc import Collection, Container, Iterable, Iterator, Sequence

from sim.ai.registry import own_stances
from sim.analysis.understood.counsel import ENOUGH as ENOUGH_TO_JUDGE
from sim.analysis.understood.counsel import AdviserReport, right_most
from sim.analysis.understood.understanding import ENOUGH, ForecastReport, Score, StatedForecast, Understanding
from sim.client.debriefing import understood_words as w
from sim.client.debriefing.debrief import Debrief
from sim.client.debriefing.ending import MANY
from sim.client.explaining.stances import stance_rows
from sim.client.model import Dated, Model, ToldReason
from sim.client.naming import seat_name, short_date
from sim.client.page import Page, Row, Section, page, section
from sim.client.telling.events import SILENT, tell
from sim.client.telling.motives import why
from sim.client.weighing.believing import hundredths
from sim.client.weighing.reading import is_truce
from sim.record.notes import PlacedNote, Terms

SAME = 0.005  # scores closer than that are told as equal
FORECASTS_TOLD = 8  # of the other side, which may forecast on every day
NEAR_DAYS = 6  # days that are named where there is no reason on the one that was asked for
MOVED = 0.03  # a belief that has moved by as much since the last one told is told


def understood_page(model: Model, debrief: Debrief) -> Page:
    """What each side believed and what was so, the person's own first. Whoever stated nothing is passed over."""
    own, other = debrief.understood[model.seat], debrief.understood[1 - model.seat]
    sections = [*_sections(model, own), *(_sections(model, other) if _spoke(other) else [])]
    return page(w.UNDERSTOOD, *sections)


def _spoke(each: Understanding) -> bool:
    return bool(each.beliefs or any(report.foretold for report in each.forecasts))


def _names(model: Model, seat: int) -> dict[str, str]:
    return {"seat": seat_name(model.book, seat), "rival": seat_name(model.book, 1 - seat)}


def _kinds(model: Model, seat: int) -> list[str]:
    """The types that the other seat may have had."""
    return [model.book.word("types", kind) for kind in model.names.types[model.names.seats[1 - seat]]]


def _sections(model: Model, each: Understanding) -> Iterator[Section]:
    names = _names(model, each.seat)
    truth = w.TRULY.format(**names, kind=_kinds(model, each.seat)[each.truth], prior=hundredths(each.prior[each.truth]))
    if not _spoke(each):
        yield section("", [truth, w.STATED_NOTHING])
        return
    if each.beliefs:
        kinds = w.SHARES.join(_kinds(model, each.seat))
        yield section("", [truth, w.BELIEVED.format(**names, kinds=kinds)], _belief_rows(model, each))
        yield section("", [_moved(model, each), _score(model, each)])
    else:
        yield section("", [truth])
    yield from _forecast_sections(model, each)


def _belief_rows(model: Model, each: Understanding) -> Iterator[Row]:
    """The prior, then each day by which the belief had moved, and the last of all."""
    yield Row(w.AT_FIRST, _shares(each.prior))
    before = each.prior
    for belief in each.beliefs:
        moved = max(abs(now - then) for now, then in zip(belief.chances, before, strict=True))
        if moved >= MOVED or belief is each.beliefs[-1]:
            yield Row(w.ON_DAY.format(day=belief.day, date=short_date(model.book, belief.day)), _shares(belief.chances))
            before = belief.chances


def _shares(chances: tuple[float, ...]) -> str:
    return w.SHARES.join(f"{100 * chance:.0f}" for chance in chances)


def _moved(model: Model, each: Understanding) -> str:
    if each.shift is None:
        return ""
    names = _names(model, each.seat)
    after = w.AFTER_NOTHING.format(**names)
    if each.shift.event >= 0 and model.debrief:
        told = tell(model, model.debrief.events[each.shift.event], briefly=True)
        after = w.AFTER_ACT.format(**names, day=told.day, told=told.text)
    return w.MOVED.format(**names, day=each.shift.day, size=f"{100 * each.shift.size:.0f}", after=after)


def _statements(n: int) -> str:
    return w.STATEMENTS.format(n=n)


def _settled(n: int) -> str:
    return w.SETTLED.format(n=n)


def _score(model: Model, each: Understanding) -> str:
    names, score = _names(model, each.seat), each.score
    verdict = _verdict(score).format(**names)
    n = _statements(score.n)
    return w.SCORE.format(**names, n=n, score=score.brier, reference=score.reference, verdict=verdict)


def _verdict(score: Score) -> str:
    if abs(score.brier - score.reference) < SAME:
        return w.EVEN
    return w.BETTER if score.brier < score.reference else w.WORSE


def _forecast_sections(model: Model, each: Understanding) -> Iterator[Section]:
    names = _names(model, each.seat)
    stated = [(one.day, i, one) for i, report in enumerate(each.forecasts) for one in report.foretold]
    most = len(stated) if each.seat == model.seat else FORECASTS_TOLD
    told = sorted(sorted(stated, key=lambda one: _miss(one[2]), reverse=True)[:most], key=lambda one: one[:2])
    rows = [_forecast_row(model, each.seat, each.forecasts[i].name, one) for _, i, one in told]
    fewer = [w.MISSED_MOST.format(n=len(told), of=len(stated))] if len(told) < len(stated) else []
    yield section(w.FORECASTS.format(**names) if rows else "", fewer, rows)
    says = [_forecast_score(model, each.seat, report) for report in each.forecasts if report.score.n]
    if each.score.n or says:
        says.append(w.SCALE)
    if not each.bins:
        few = w.TOO_FEW.format(**names, n=each.settled, enough=ENOUGH)
        yield section("", [*says, few])
        return
    bins = [
        Row(
            w.BIN.format(said=f"{100 * one.said:.0f}"),
            w.BIN_CAME_TRUE.format(share=f"{100 * one.came_true:.0f}"),
            w.BIN_COUNT.format(n=one.n),
        )
        for one in each.bins
    ]
    yield section("", [*says, w.CALIBRATION.format(**names)], bins)


def _miss(foretold: StatedForecast) -> float:
    """How far a forecast was from what came; less than none if it was never settled."""
    came_true, _ = foretold.settled
    return -1.0 if came_true is None else abs(foretold.chance - came_true)


def _forecast_row(model: Model, seat: int, name: str, foretold: StatedForecast) -> Row:
    came_true, day = foretold.settled
    kept = w.LASTED if name == "holds" and _was_lull(model, foretold) else w.CAME_TRUE
    fate = w.VOID if came_true is None else (kept if came_true else w.FAILED).format(day=day)
    label = w.FORECAST[name].format(**_names(model, seat), day=foretold.day)
    return Row(label, w.OF_100.format(chance=hundredths(foretold.chance)), fate)


def _was_lull(model: Model, foretold: StatedForecast) -> bool:
    """Whether the stage of which a forecast spoke was no truce."""
    events = model.debrief.events[: foretold.after] if model.debrief else ()
    stages = [int(event.row[1]) for _, event in events if event.kind == "entered"]
    return bool(stages) and not is_truce(model, stages[-1])


def _forecast_score(model: Model, seat: int, report: ForecastReport) -> str:
    score = report.score
    said = w.FORECAST_SCORE[report.name].format(**_names(model, seat), n=_settled(score.n), score=score.brier)
    rate = f"{100 * report.base_rate:.0f}"
    return said + w.FORECAST_REFERENCE.format(rate=rate, reference=score.reference)


# -------------------------------------------------------------------------------------------------- who was right
def advised_page(model: Model, debrief: Debrief) -> Page:
    """The advisers that were heard, each with what came of its forecasts."""
    if not any(each.settled for each in debrief.advised):
        return page(w.ADVISED, section("", [w.ADVISED_NONE]))
    best = right_most(debrief.advised)
    name = model.book.word("advisers", best.adviser) if best else ""
    verdict = w.RIGHT_MOST.format(name=name) if best else w.TOO_FEW_ADVISED.format(enough=ENOUGH_TO_JUDGE)
    return page(
        w.ADVISED, section("", [w.ADVISED_SAY, verdict], [_adviser_row(model, each) for each in debrief.advised])
    )


def _adviser_row(model: Model, each: AdviserReport) -> Row:
    name = model.book.word("advisers", each.adviser)
    if not each.settled:
        return Row(name, "", w.NEVER_SETTLED)
    share = 100 * each.came_true / each.settled
    said = w.ADVISED_ROW.format(n=_settled(each.settled), said=100 * each.said, share=share)
    return Row(name, w.ADVISED_FIGURE.format(score=each.brier), said)


# ------------------------------------------------------------------------------------------------- why they acted
def motives_page(model: Model, debrief: Debrief, word: str = "") -> Page:
    """The reasons that the other side noted, ply by ply: of one day if ``word`` is its number, or of what holds it.

    A day by itself is told whole; else a silence only if it filled the turn and was weighed that day.
    """
    title = w.MOTIVES.format(**_names(model, model.seat))
    noted = [each for each in debrief.notes if each.seat != model.seat and each.note.reasons]
    if not noted:
        return page(title, section("", [w.MOTIVES_NONE.format(**_names(model, model.seat))]))
    day = _day_of(word)
    acted = {each.day for each in noted if _event(debrief, each)}
    told = [
        each
        for each in noted
        if (each.day == day if day else _event(debrief, each) or (each.day not in acted and _found_then(each)))
    ]
    rows = [_motive_row(model, each.day, _told(model, debrief, each, acted), each.note.reasons) for each in told]
    if not day:
        days = [each.day for each in told]
        rows = _once_each([(on, row) for on, row in zip(days, rows, strict=True) if word.lower() in row.note.lower()])
    none = _nothing_noted(model, {each.day for each in noted}, day, word, w.MOTIVES_NOT_ON)
    return page(
        title,
        section("", [w.MOTIVES_SAY] if rows else none, rows),
        _stances_named(model, [each.note.reasons for each in told]),
    )


def _nothing_noted(model: Model, days: Collection[int], day: int, word: str, none: str) -> list[str]:
    """That no reason is known of a day, of whom and of which days they are; or that none holds a word."""
    if not day:
        return [w.MOTIVES_NO_WORD.format(word=word), w.MOTIVES_HOW]
    near = ", ".join(map(str, sorted(sorted(days, key=lambda each: abs(each - day))[:NEAR_DAYS])))
    names = _names(model, model.seat)
    return [none.format(**names, day=day, days=near, first=min(days), last=max(days)), w.MOTIVES_HOW]


def _once_each(told: list[tuple[int, Row]]) -> list[Row]:
    """Rows, each with its day, of which those that say the same stand as one, where it was said first."""
    days: dict[str, list[int]] = {}
    for day, row in told:
        days.setdefault(row.note, []).append(day)
    first = {row.note: row for _, row in reversed(told)}
    return [_said_again(first[note], on[1:]) for note, on in days.items()]


def _said_again(row: Row, on: list[int]) -> Row:
    again = w.AGAIN_ON.format(n=min(len(on), MANY), days=", ".join(map(str, on)))
    return row._replace(note=row.note + again) if on else row


def _event(debrief: Debrief, each: PlacedNote) -> Dated | None:
    """The first thing that was heard of a ply."""
    return next((dated for dated in debrief.events[each.before : each.after] if dated[1].kind not in SILENT), None)


def _found_then(each: PlacedNote) -> bool:
    """Whether the reasons were found that day, and are not those of an earlier search."""
    return dict(each.note.reasons).get("searched", each.day) == each.day


def acted_page(model: Model, word: str = "") -> Page:
    """The reasons told in play so far, the analyst setting: of one day, or those that hold a word, if one is given."""
    every = [reason for look in model.looks for reason in look.reasons]
    day = _day_of(word)
    told = [each for each in every if not day or each.day == day]
    rows = [row for row in acted_once(model, told) if day or word.lower() in row.note.lower()]
    days = {each.day for each in every}
    none = _nothing_noted(model, days, day, word, w.MOTIVES_NOT_TOLD) if every else [w.MOTIVES_NONE_YET]
    says = [w.MOTIVES_SAY] if rows else none
    named = _stances_named(model, [reason.reasons for reason in told])
    return page(w.MOTIVES.format(**_names(model, model.seat)), section("", says, rows), named)


def _stances_named(model: Model, reasons: Iterable[Terms]) -> Section:
    """What the stances do that the reasons name."""
    known = own_stances(model.tables)
    followed = [int(dict(each).get("stance", -1.0)) for each in reasons]
    return section(w.STANCES_NAMED, [], stance_rows(model, [known[i] for i in followed if 0 <= i < len(known)]))


def acted_rows(model: Model, told: Iterable[ToldReason]) -> list[Row]:
    """Reasons told in play, a row a ply."""
    return [_motive_row(model, each.day, _act(model, (each.day, each.event)), each.reasons) for each in told]


def acted_once(model: Model, told: Sequence[ToldReason]) -> list[Row]:
    """The same, but that those which say the same stand as one."""
    return _once_each([(each.day, row) for each, row in zip(told, acted_rows(model, told), strict=True)])


def _motive_row(model: Model, day: int, act: str, reasons: Terms) -> Row:
    """The day, what was done and why."""
    because = w.BECAUSE.format(told=act, reasons=told_why(model, reasons))
    return Row(w.ON_DAY.format(day=day, date=short_date(model.book, day)), "", because)


def told_why(model: Model, reasons: Terms) -> str:
    """The reasons that the other side noted under a ply, in words."""
    return why(model, 1 - model.seat, model.rival, reasons)


def _act(model: Model, dated: Dated) -> str:
    return tell(model, dated, briefly=True).text


def _day_of(word: str) -> int:
    """The day that a word names, or 0."""
    return int(word) if word.isascii() and word.isdigit() and len(word) < 5 else 0


def _told(model: Model, debrief: Debrief, each: PlacedNote, acted: Container[int]) -> str:
    """What was done; of a ply of which nothing was heard, that the day was let pass, or was left at what was done."""
    event = _event(debrief, each)
    if event:
        return _act(model, event)
    return (w.DID_NO_MORE if each.day in acted else w.DID_NOTHING).format(**_names(model, model.seat))
