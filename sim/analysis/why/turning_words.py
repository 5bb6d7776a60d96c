"""Turning points in plain sentences, in a scenario's own words."""

from sim.analysis.why import told_words as w
from sim.analysis.why.choices import ACCEPT, OTHER_WORD, VARY, Alternative
from sim.analysis.why.futures import WEEK
from sim.analysis.why.story import PastPly, standing_offer
from sim.analysis.why.turning import LEAST, SHARES, PairedEstimate, TurningPoint
from sim.analysis.why.twin import NightApart
from sim.rules import actions as act
from sim.rules.packages import write_package
from sim.scenario.book import Book


def option_words(book: Book, package: int) -> list[tuple[str, str]]:
    """A package as (issue, option) in words."""
    issues = book.tables.names.issues
    options = [0.0] * len(issues)
    write_package(book.tables.ints, options, 0, package)
    found = []
    for (issue, ids), option in zip(issues.items(), options, strict=True):
        words = book.text.get("issues", {}).get(issue, {}).get("options", {}).get(ids[int(option)], {})
        found.append((book.word("issues", issue), str(words.get("name") or ids[int(option)])))
    return found


def _package(book: Book, package: int, other: int | None) -> str:
    """The first option of a package, and the one that another package has not."""
    options = option_words(book, package)
    said = [options[0][1]]
    if other is not None:
        said += [
            w.OPTION_OF.format(option=mine[1], issue=mine[0])
            for i, (mine, its) in enumerate(zip(options, option_words(book, other), strict=True))
            if mine != its and i
        ]
    return w.WITH.join(said)


def what_was_done(book: Book, ply: PastPly, other: int | None = None) -> str:
    """``took 72 hours``; an offer is named by the option of its first issue, and by that in which ``other`` differs."""
    kind, a, _ = ply.action
    if kind == act.RENEW:
        return w.RENEWED[a]
    package = a if kind == act.PROPOSE else standing_offer(book.tables, ply.state, 1 - ply.seat)[1]
    lever = book.word("levers", book.tables.names.levers[a].partition(".")[2]) if kind == act.PULL else ""
    return w.DONE[kind].format(package=_package(book, package, other), lever=lever)


def what_instead(book: Book, ply: PastPly, alternative: Alternative) -> str:
    """``With a joint centre``, ``Had it waited``."""
    if alternative.kind == ACCEPT:
        rival = 1 - ply.seat
        offer = _package(book, standing_offer(book.tables, ply.state, rival)[1], None)
        return w.OTHERWISE[ACCEPT].format(rival=book.word("seats", book.tables.names.seats[rival]), offer=offer)
    if alternative.kind == OTHER_WORD:
        return w.OTHER_WORD[ply.action.a]
    if alternative.kind != VARY or alternative.instead is None:
        return w.OTHERWISE.get(alternative.kind, w.LEFT_OUT)
    pairs = zip(option_words(book, ply.action.a), option_words(book, alternative.instead.a), strict=True)
    issue, option = next(its for mine, its in pairs if mine != its)
    return w.OTHERWISE[VARY].format(issue=issue, option=option)


def measure_words(book: Book, ending: int, name: str) -> str:
    """What a measure is called; ``ending`` is the number of the record's."""
    head, _, rest = name.partition(".")
    if head == "score":
        return w.SCORE_OF.format(seat=book.word("seats", rest))
    if head == "cost":
        return book.word("human_cost", rest)
    if head == "ending":
        return w.ENDS_WITH.format(ending=book.word("endings", book.tables.names.endings[ending]))
    return w.HOLDS[name].format(week=WEEK) if name in w.HOLDS else w.SIGNED


def _in_words(measure: PairedEstimate, futures: int, words: str) -> str:
    recorded, other = measure.recorded, measure.alternative
    share = measure.name in SHARES
    scale = 100 if share else 1
    close = abs((other.value or 0.0) - (recorded.value or 0.0)) < 1.0
    return (w.SHARE if share else w.MEAN_CLOSE if close else w.MEAN).format(
        measure=words,
        other=scale * (other.value or 0.0),
        low=scale * (other.low or 0.0),
        high=scale * (other.high or 0.0),
        recorded=scale * (recorded.value or 0.0),
        futures=futures,
    )


def sentence(book: Book, ending: int, found: TurningPoint) -> str:
    """What was done, and the measure on which the alternative tells most. ``ending`` is the number of the record's."""
    return " ".join(told_parts(book, ending, found))


def told_parts(book: Book, ending: int, found: TurningPoint) -> tuple[str, str]:
    """The two sentences of it: what was done, and what else was to be expected."""
    ply, alternative = found.ply, found.alternative
    other = alternative.instead.a if alternative.kind == VARY and alternative.instead else None
    seat = book.tables.names.seats[ply.seat]
    sure = [each for each in found.ensemble if each.differs and each.points >= LEAST]
    told = [each for each in sure if each.name in ("ending", f"score.{seat}", *w.HOLDS)]
    if alternative.kind == VARY:
        told = [each for each in told if each.name in w.HOLDS] or told
    else:
        told = [each for each in told if each.name not in w.HOLDS]
    most = max(told, key=lambda each: each.points)
    words = _in_words(most, found.futures, measure_words(book, ending, most.name))
    done = what_was_done(book, ply, other)
    return (
        w.DAY_DONE.format(day=ply.day, seat=book.word("seats", seat), done=done),
        w.INSTEAD.format(instead=what_instead(book, ply, alternative), told=words),
    )


def night_words(book: Book, apart: NightApart | None) -> str:
    """The first night that went otherwise in a twin."""
    if apart is None:
        return "no night went otherwise"
    recorded, twin = (
        ", ".join(_event(book, text) for text in texts) or "nothing of note" for texts in (apart.recorded, apart.twin)
    )
    return f"night {apart.day} was the first to go otherwise: {twin}, where the record has {recorded}"


def _event(book: Book, text: str) -> str:
    kind, _, rest = text.partition(" ")
    if kind == "struck":
        return book.word("hazards", rest)
    if kind == "fired":
        return book.word("events", rest)
    return text if kind != "renewed" else f"renewal ({book.word('renewals', rest.partition(' ')[0])})"
