"""How unusual it was: the ending and the scores among many games of reference play."""

from collections.abc import Iterator

from sim.analysis.study.estimates import Estimate
from sim.analysis.why.usual import UsualGames
from sim.client.debriefing import debrief_words as w
from sim.client.debriefing.debrief import Debrief
from sim.client.debriefing.ending import scores, type_word
from sim.client.debriefing.score import score_section
from sim.client.debriefing.turning import looking
from sim.client.figures import fixed
from sim.client.model import Model
from sim.client.naming import seat_name
from sim.client.opponents import opponent_about, opponent_name
from sim.client.page import Page, Row, Section, page, section
from sim.client.view.drawing.scene import Bar

BANDS = 10
TOP = 100.0


def unusual_page(model: Model, debrief: Debrief) -> Page:
    """The chapter; while the games are being played, how far that is."""
    if model.review is None:
        said, bar = looking(model, w.NO_USUAL_YET)
        rows = [Row(said, "", "", bar)] if bar else []
        return page(w.UNUSUAL, section("", [] if rows else [said], rows), *made_of(model, debrief), note=w.UNUSUAL_NOTE)
    usual = model.review.usual
    seats = (model.seat, 1 - model.seat)
    plays = w.USUAL_PLAY.format(
        agent=opponent_name(model.book, usual.agent), about=opponent_about(model.book, usual.agent)
    )
    says = [usual_says(model, debrief), plays, _share(w.USUAL_SIGNED, usual.share_signed)]
    says += [_score_says(model, debrief, usual, seat) for seat in seats]
    return page(
        w.UNUSUAL, section("", says),
        section(w.ENDINGS, [], ending_rows(model, debrief, usual)),
        *(section(_spread(model, debrief, seat), [], band_rows(debrief, usual, seat)) for seat in seats),
        *made_of(model, debrief),
        note=w.UNUSUAL_NOTE,
    )  # fmt: skip


def made_of(model: Model, debrief: Debrief) -> list[Section]:
    """Both scores goal by goal, one's own first."""
    return [score_section(model, debrief, each.seat, each.note) for each in scores(model, debrief)]


def usual_says(model: Model, debrief: Debrief) -> str:
    """How often reference play ends so; nothing before the games have been played."""
    if model.review is None:
        return ""
    usual = model.review.usual
    agent = opponent_name(model.book, usual.agent)
    return _share(w.USUAL_SAYS, usual.share_of(debrief.ending), games=fixed(usual.games, 0), agent=agent)


def usual_figure(model: Model, debrief: Debrief) -> tuple[str, str]:
    """How often reference play ends so, as a figure and a note; nothing before the games have been played."""
    if model.review is None:
        return "", ""
    usual = model.review.usual
    found = _share(w.USUAL_FIGURE, usual.share_of(debrief.ending))
    return found, w.USUAL_NOTE.format(agent=opponent_name(model.book, usual.agent))


def _share(template: str, found: Estimate, **gaps: object) -> str:
    share, low, high = (fixed(100 * (x or 0.0), 1 if 0.0 < (x or 0.0) < 0.1 else 0) for x in found[:3])
    return template.format(share=share, low=low, high=high, **gaps)


def _score_says(model: Model, debrief: Debrief, usual: UsualGames, seat: int) -> str:
    if not usual.scores[seat]:
        return ""
    score = debrief.scores[seat]
    gaps = {"seat": seat_name(model.book, seat), "type": type_word(model, debrief, seat), "score": score}
    below = usual.share_below(seat, score)
    return w.ABOVE_ALL.format(**gaps) if below.value == 1.0 else _share(w.USUAL_SCORE, below, **gaps)


def _spread(model: Model, debrief: Debrief, seat: int) -> str:
    return w.SPREAD.format(seat=seat_name(model.book, seat), type=type_word(model, debrief, seat))


def ending_rows(model: Model, debrief: Debrief, usual: UsualGames) -> Iterator[Row]:
    """How often each ending came, the commonest first; and one's own, however rare."""
    for ending, n in sorted(usual.endings.items(), key=lambda pair: -pair[1]):
        own = ending == debrief.ending
        if n or own:
            share = n / usual.games
            bar = Bar(share, "own" if own else "neutral")
            note = w.YOUR_ENDING if own else ""
            yield Row(model.book.word("endings", ending), fixed(100 * share, 1), note, bar)


def band_rows(debrief: Debrief, usual: UsualGames, seat: int) -> Iterator[Row]:
    """Scores in bands of ten, from the least that any such game had to the greatest; the game's own band is named."""
    scores, own = usual.scores[seat], _band(debrief.scores[seat])
    counts = [0] * BANDS
    for each in scores:
        counts[_band(each)] += 1
    used = [i for i in range(BANDS) if counts[i] or i == own]
    most = max(counts, default=0) or 1
    for i in range(used[0], used[-1] + 1):
        label = w.BAND.format(low=f"{TOP * i / BANDS:.0f}", high=f"{TOP * (i + 1) / BANDS:.0f}")
        bar = Bar(counts[i] / most, "own" if i == own else "neutral")
        yield Row(label, w.GAMES.format(n=counts[i]), w.YOUR_BAND if i == own else "", bar)


def _band(score: float) -> int:
    return max(0, min(BANDS - 1, int(score * BANDS / TOP)))
