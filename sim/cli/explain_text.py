"""What ``cessation explain`` prints: an ending, its turning points, a night; as text and as JSON."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from sim.analysis.why.turning import SHARES
from sim.analysis.why.turning_words import measure_words, night_words, sentence, what_was_done
from sim.analysis.why.twin import HUMAN
from sim.record.lines import date_of
from sim.record.notation import write_action

if TYPE_CHECKING:
    from sim.analysis.study.estimates import Estimate
    from sim.analysis.why.ended import EndingReason, MetCondition
    from sim.analysis.why.explain import HazardNight
    from sim.analysis.why.story import FinishedRecord
    from sim.analysis.why.turning import PairedEstimate, TurningPoint, TurningPoints
    from sim.scenario.book import Book
    from sim.scenario.tables import HumanCostRow


def night_text(book: "Book", each: "HazardNight") -> str:
    """A hazard's night: each term as it was summed."""
    outcome = "STRUCK" if each.struck else "spared"
    name = book.word("hazards", each.hazard)
    lines = [f"night {each.day}  {name} ({each.hazard})  p = {each.chance:.4f}  {outcome}"]
    words = book.words["en"]["hazards"].get(each.hazard, {}).get("terms", {})
    for i, term in enumerate(each.terms):
        label = words.get(term.name, {}).get("name", term.name)
        product = f"{term.amount:8.3f} * {term.weight:+7.3f}" if i else " " * 18
        lines.append(f"  {label:28} {product} {term.value + 0.0:+8.3f}   {term.source}")
    lines.append(
        f"  {'sum':28} {' ':18} {each.logit:+8.3f}   1 / (1 + e^{-each.logit:.3f}) = {each.chance:.4f}   "
        f"drawn {each.drawn:.3f}\n"
    )
    return "\n".join(lines)


def _condition(each: "MetCondition") -> str:
    if each.low is None or each.high is None:
        asked = f"at most {each.high:g}" if each.low is None else f"at least {each.low:g}"
    else:
        asked = f"{each.low:g}" if each.low == each.high else f"{each.low:g} to {each.high:g}"
    return f"  {each.name} is {each.value:.4g} (asked: {asked}), from day {each.since} on"


def ending_text(book: "Book", past: "FinishedRecord", reason: "EndingReason") -> str:
    """What ended the game, to the last term."""
    date = date_of(book.tables, reason.day)
    scores = " ".join(
        f"{book.word('seats', seat)} {score:.1f}"
        for seat, score in zip(book.tables.names.seats, past.scores, strict=True)
    )
    name = book.word("endings", reason.ending)
    lines = [f"Day {reason.day}, {date}: {name} ({reason.ending}). Scores: {scores}.", ""]
    lines += ["It ended because", *map(_condition, reason.conditions), ""]
    if reason.brought:
        lines += ["What brought that, term by term:", *(night_text(book, each) for each in reason.brought)]
    elif reason.at_night:
        lines += ["No hazard of that night brought it: it is what all nights added up to, or the last day.", ""]
    else:
        last = past.plies[-1]
        seat = book.word("seats", book.tables.names.seats[last.seat])
        lines += [f"It ended at the table: {seat} {what_was_done(book, last)}.", ""]
    if reason.broke:
        lines += [f"The last agreement broke on night {reason.broke_on}:"]
        lines += [night_text(book, each) for each in reason.broke]
    return "\n".join(lines)


def _figure(found: "Estimate", is_share: bool) -> str:
    if found.value is None:
        return "-"
    scale, digits = (100.0, 1) if is_share else (1.0, 1 if abs(found.value) < 1000 else 0)
    if found.low is None or found.high is None:
        return f"{scale * found.value:.{digits}f}"
    return f"{scale * found.value:.{digits}f} ({scale * found.low:.{digits}f} to {scale * found.high:.{digits}f})"


def _row(book: "Book", ending: int, each: "PairedEstimate") -> str:
    is_share = each.name in SHARES
    label = measure_words(book, ending, each.name) + (", %" if is_share else "")
    figures = [_figure(found, is_share) for found in (each.recorded, each.alternative, each.difference)]
    for cost in book.tables.names.human_cost:
        if each.name == f"cost.{cost.id}":
            figures = [_range(cost, found.value or 0.0) for found in (each.recorded, each.alternative, each.difference)]
            figures[2] = figures[2] if each.differs else "no sure difference"
    return f"     {label:42} {figures[0]:>26} {figures[1]:>26} {figures[2]:>26}".rstrip()


def _range(cost: "HumanCostRow", count: float) -> str:
    """A count of people as the range in which sources differ."""
    low, high = sorted((cost.low * count, cost.high * count))
    return f"{low:,.0f} to {high:,.0f}"


def _twin(book: "Book", past: "FinishedRecord", found: "TurningPoint") -> list[str]:
    twin = found.twin
    scores = ", ".join(
        f"{book.word('seats', seat)} {score:.1f}"
        for seat, score in zip(book.tables.names.seats, twin.scores, strict=True)
    )
    ending = f"{book.word('endings', twin.ending)} on day {twin.day}"
    cost = []
    for row in book.tables.names.human_cost:
        recorded, other = past.final[book.tables.slot[row.of]], twin.human_cost[row.id]
        name = book.word("human_cost", row.id)
        cost.append(f"     {name}: {_range(row, other)}; in the record {_range(row, recorded)}")
    told = f"   Twin (one other story, the same luck): {ending}; {scores}; {night_words(book, twin.apart)}."
    return [told, *cost]


def turning_text(book: "Book", past: "FinishedRecord", found: "TurningPoints") -> str:
    """The turning points, and how they were looked for."""
    plan = found.plan
    tried = (
        f"Turning points. {found.points} decision points with {found.alternatives} alternatives were screened with "
        f"{plan.screening} futures each; {found.passed} passed; of these {found.refined}, the largest of their sort, "
        f"were played anew with {plan.futures:,} fresh futures, and {len(found.found)} passed again."
    )
    lines = [tried]
    for seat, agent in found.stand_ins.items():
        lines.append(f"In futures {book.word('seats', seat)} is played by `{agent}`, as for par.")
    people = [book.word("seats", seat) for seat, agent in past.header.agents if agent == HUMAN]
    if people:
        again = "repeats its recorded actions while they are legal, and otherwise passes"
        lines.append(f"In twins {' and '.join(people)}, played by a person, {again}.")
    if not found.found:
        lines.append("No single choice decided it.")
    heads = (
        f"     {'mean, with 95 % interval; people as ranges':42} {'as recorded':>26} {'instead':>26} {'difference':>26}"
    )
    for i, each in enumerate(found.found, 1):
        alike = f" So on {each.alike} other occasions, by the screening." if each.alike else ""
        lines += ["", f"{i}. {sentence(book, past.ending, each)}{alike}"]
        lines.append(f"   Ensemble (what was to be expected: {each.futures:,} futures of each, paired):")
        lines += [heads, *(_row(book, past.ending, row) for row in each.ensemble), *_twin(book, past, each)]
    return "\n".join(lines)


def _estimate(found: "Estimate") -> dict[str, float | None]:
    return {"value": found.value, "low": found.low, "high": found.high}


def _turning_json(book: "Book", past: "FinishedRecord", each: "TurningPoint") -> dict[str, Any]:
    tables, alternative = book.tables, each.alternative
    instead = alternative.instead
    return {
        "day": each.ply.day,
        "ply": each.ply.number,
        "seat": tables.names.seats[each.ply.seat],
        "action": write_action(tables, each.ply.action),
        "alternative": alternative.kind,
        "instead": write_action(tables, instead) if instead else None,
        "sentence": sentence(book, past.ending, each),
        "alike": each.alike,
        "futures": each.futures,
        "ensemble": {
            row.name: {
                "recorded": _estimate(row.recorded),
                "alternative": _estimate(row.alternative),
                "difference": _estimate(row.difference),
            }
            for row in each.ensemble
        },
        "twin": {
            "ending": each.twin.ending,
            "day": each.twin.day,
            "scores": dict(zip(tables.names.seats, each.twin.scores, strict=True)),
            "human_cost": {
                row.id: [factor * each.twin.human_cost[row.id] for factor in (row.low, row.high)]
                for row in tables.names.human_cost
            },
            "apart": asdict(each.twin.apart) if each.twin.apart else None,
        },
    }


def as_json(book: "Book", past: "FinishedRecord", reason: "EndingReason", found: "TurningPoints") -> dict[str, Any]:
    """The whole explanation; docs/research.md lists the keys."""
    seats = book.tables.names.seats
    return {
        "scenario": past.tables.id,
        "hash": past.tables.digest,
        "ending": {
            "id": reason.ending, "day": reason.day, "at_night": reason.at_night,
            "scores": dict(zip(seats, past.scores, strict=True)),
            "conditions": [asdict(each) for each in reason.conditions],
            "brought": [asdict(each) for each in reason.brought],
            "broke_on": reason.broke_on, "broke": [asdict(each) for each in reason.broke],
        },
        "search": {
            "rng_seed": found.plan.rng_seed, "seat": seats[found.plan.seat] if found.plan.seat is not None else None,
            "screening": found.plan.screening, "futures": found.plan.futures, "top": found.plan.top,
            "decision_points": found.points, "alternatives": found.alternatives,
            "passed": found.passed, "refined": found.refined, "stand_ins": found.stand_ins,
        },
        "turning_points": [_turning_json(book, past, each) for each in found.found],
    }  # fmt: skip
