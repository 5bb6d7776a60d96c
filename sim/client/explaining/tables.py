"""Explaining what stands on the table: issues and options, factions, types, goals, facts. Then any question at all."""

from collections.abc import Callable

from sim.client import page_words as p
from sim.client import words as w
from sim.client.explaining.actors import explain_actor, explain_seat
from sim.client.explaining.asking import Target
from sim.client.explaining.codex import is_open
from sim.client.explaining.endings import endings_page
from sim.client.explaining.goals import goal_rows, goals_page
from sim.client.explaining.headings import explain_heading
from sim.client.explaining.offers import explain_offer
from sim.client.explaining.outline import citing
from sim.client.explaining.rules import explain_clause, explain_hazard, explain_lever, explain_plainly, need_words
from sim.client.explaining.stances import explain_stance
from sim.client.explaining.variables import explain_register, explain_variable, sources
from sim.client.figures import decimals_beside, fixed, points
from sim.client.model import Model
from sim.client.naming import numeral_in, option_name, statement_words, typed
from sim.client.page import Page, Row, page, section
from sim.client.weighing.judging import option_points, own_type, owner_of_type, sway_terms, votes
from sim.language import FIRST, spoken

NAMED = (
    "levers", "hazards", "events", "renewals", "draws", "clauses", "issues", "state", "seat_state", "factions", "types",
    "stages", "endings", "actors", "reasons",
)  # fmt: skip


def explain_issue(model: Model, issue: str) -> Page:
    """An issue: its options with their worth on paper, to the seat and to whatever the rival may want."""
    number = list(model.names.issues).index(issue)
    entry = model.book.outline["issues"][issue]
    return page(
        model.book.word("issues", issue),
        section("", [model.book.word("issues", issue, "about"), _points_say(model)]),
        section(p.OPTIONS, [], option_rows(model, number)),
        section(p.CLAUSES_OF_IT, [], _clauses_of(model, issue)),
        sources(model, entry.get("from")),
    )


def _points_say(model: Model) -> str:
    rival = model.names.seats[1 - model.seat]
    kinds = " / ".join(model.book.word("types", kind) for kind in model.names.types[rival])
    return p.POINTS.format(rival=model.book.word("seats", rival), kinds=kinds)


def option_rows(model: Model, issue: int) -> list[Row]:
    """The options of an issue: id and name, worth to oneself, worth to each type of the rival."""
    own = option_points(model, owner_of_type(model, model.seat, own_type(model)), issue)
    rival = 1 - model.seat
    kinds = model.names.types[model.names.seats[rival]]
    theirs = [option_points(model, owner_of_type(model, rival, k), issue) for k in range(len(kinds))]
    rows = []
    for i, option in enumerate(list(model.names.issues.values())[issue]):
        to_rival = " / ".join(f"{points[i]:.0f}" for points in theirs)
        name = option_name(model.book, issue, i)
        label = name if typed(option, name) == name else p.OPTION_LABEL.format(id=option, name=name)
        rows.append(Row(label, f"{own[i]:.0f}", to_rival))
    return rows


def _clauses_of(model: Model, issue: str) -> list[Row]:
    """The clauses that an option of the issue brings with it."""
    rows = []
    for id_, clause in model.book.outline.get("clauses", {}).items():
        needs = clause.get("needs", [])
        needs = [needs] if isinstance(needs, str) else needs
        if any(need.startswith(f"{issue}.") for need in needs):
            about = model.book.word("clauses", id_, "about")
            rows.append(Row(model.book.word("clauses", id_), "", f"{need_words(model, needs)}. {about}"))
    return rows


def explain_option(model: Model, id_: str) -> Page:
    """An option, with the page of its issue."""
    issue, _, option = id_.partition(".")
    number = list(model.names.issues).index(issue)
    choice = model.names.issues[issue].index(option)
    whole = explain_issue(model, issue)
    about = option_name(model.book, number, choice, "about")
    name = option_name(model.book, number, choice)
    return page(w.OF_SEAT.format(seat=whole.title, what=name), section("", [about]), *whole.sections)


def explain_faction(model: Model, id_: str) -> Page:
    """A faction: for one's own, why it would vote as it would on the draft; the other's votes are its own affair."""
    entry = model.book.outline["factions"][id_]
    full = f"{entry['seat']}.{id_}"
    about = model.book.word("factions", id_, "about")
    if entry["seat"] != model.names.seats[model.seat]:
        return page(model.book.word("factions", id_), section("", [about, p.NOT_YOUR_FACTION]))
    number = model.names.factions.index(full)
    vote = next(each for each in votes(model, model.draft) if each.faction == number)
    rows = []
    swayed = sway_terms(model, number)
    owned = dict(entry.get("values", {}))
    for i, issue in enumerate(model.names.issues):
        if issue in owned:
            worth = float(str(owned[issue][model.draft[i]]).partition("@")[0])
            rows.append(Row(option_name(model.book, i, model.draft[i]), points(100 * worth), slot_issue(model, issue)))
    for key, value in zip(entry.get("sway", {}), swayed, strict=True):
        rows.append(Row(statement_words(model.book, key), points(100 * value), p.SWAY))
    verdict = p.VOTES_FOR if vote.in_favour else p.VOTES_AGAINST
    worth, threshold = 100 * vote.worth, 100 * vote.threshold
    decimals = decimals_beside(worth, threshold)
    asked = p.THRESHOLD.format(threshold=fixed(threshold, decimals), verdict=verdict)
    rows.append(Row(p.SUM, fixed(worth, decimals), asked))
    return page(
        model.book.word("factions", id_),
        section("", [about, p.WEIGHT_AT_HOME.format(weight=100 * vote.weight)]),
        section(p.ON_YOUR_DRAFT, [], rows),
        sources(model, entry.get("from")),
    )


def slot_issue(model: Model, issue: str) -> str:
    """The name of an issue."""
    return model.book.word("issues", issue)


def explain_type(model: Model, id_: str) -> Page:
    """What a seat may truly want: how it weighs the goals, and how likely it was at the start."""
    seat = next(i for i, kinds in enumerate(model.names.types.values()) if id_ in kinds)
    entry = model.book.outline["types"][model.names.seats[seat]][id_]
    kind = model.names.types[model.names.seats[seat]].index(id_)
    mine = seat == model.seat and kind == own_type(model)
    prior = 100 * float(str(entry["prior"]).partition("@")[0])
    said = p.THIS_IS_YOU if mine else p.PRIOR.format(prior=prior)
    return page(
        model.book.word("types", id_),
        section("", [model.book.word("types", id_, "about"), said]),
        section(p.GOALS, [], goal_rows(model, seat, kind)),
        sources(model, entry.get("from")),
    )


def explain_component(model: Model, id_: str) -> Page:
    """A goal: the lines that settle it at the end."""
    lines = [str(line) for line in model.book.outline["scoring"]["settle"] if str(line).startswith(f"score.{id_} ")]
    rows = [Row(statement_words(model.book, line.partition(" ")[2])) for line in lines]
    name, about = model.book.word("components", id_), model.book.word("components", id_, "about")
    return page(name, section("", [about, p.SETTLED]), section(p.HOW_IT_IS_SETTLED, [], rows))


def used_by(model: Model, section_: str, entry: str) -> str:
    """What an entry that cites a fact is called; types stand under their seats."""
    return model.book.word("seats" if section_ == "types" else section_, entry)


def explain_fact(model: Model, id_: str) -> Page:
    """A fact of the codex: who says so, who denies it, how sure we are, and which rules rest on it."""
    if not is_open(model, id_):
        return page(id_, section("", [p.FACT_CLOSED]))
    fact = model.book.fact(id_)
    value = fact["value"]
    if value is None and spoken() == FIRST:  # their names are English
        value = fact["quantities"]
    used = ", ".join(sorted({used_by(model, *each) for each in citing(model.book, id_) if each[0] in NAMED}))
    rows = [
        Row(p.FACT_BY, fact["by"]),
        Row(p.FACT_AT, fact["at"]),
        Row(p.FACT_KIND, p.KINDS[fact["kind"]], p.CONFIDENCE[fact["confidence"]]),
        Row(p.FACT_KNOWN_FROM, fact["known_from"]),
    ]
    if fact["contested_by"]:
        rows.append(Row(p.FACT_CONTESTED, ", ".join(fact["contested_by"]), fact["contested_how"] or ""))
    if value is not None:
        rows.append(Row(p.FACT_VALUE, numeral_in(str(value).strip("{}").replace("'", "")), fact["unit"] or ""))
    return page(id_, section("", [fact["says"]], rows), section(p.USED_BY, [used]))


def explain(model: Model, target: Target) -> Page:
    """The page of anything that has one."""
    pages: dict[str, Callable[[Model, str], Page]] = {
        "facts": explain_fact, "issues": explain_issue, "options": explain_option, "levers": explain_lever,
        "state": explain_variable, "seat_state": explain_variable, "registers": explain_register,
        "hazards": explain_hazard, "clauses": explain_clause, "factions": explain_faction, "types": explain_type,
        "components": explain_component, "actors": explain_actor, "seats": explain_seat, "offers": explain_offer,
        "all_endings": lambda model, _: endings_page(model), "all_goals": lambda model, _: goals_page(model),
        "stances": explain_stance, "headings": explain_heading,
    }  # fmt: skip
    made = pages.get(target.section)
    return made(model, target.id) if made else explain_plainly(model, target)
