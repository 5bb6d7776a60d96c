"""Explaining hazards, levers, clauses and what else acts on the world: by the rules, with one's own estimates."""

from math import inf
from typing import Any

from sim.client import page_words as p
from sim.client import words as w
from sim.client.explaining.asking import Target
from sim.client.explaining.codex import citation_of, cited
from sim.client.explaining.outline import Line, statements
from sim.client.explaining.variables import condition_list, sources
from sim.client.figures import short
from sim.client.model import Model
from sim.client.naming import duty_name, part_word, reading_name, statement_words, typed
from sim.client.page import Page, Row, Section, page, section
from sim.client.telling.calls import meets, own_reading, own_standing
from sim.client.telling.standing import Standing
from sim.client.weighing.clocks import collapse_says
from sim.client.weighing.nightfall import tonight, worked_out
from sim.client.weighing.planning import forbidden, lever_cost
from sim.language.sentences import numeral
from sim.record.notation import Action
from sim.rules import actions as act
from sim.rules import layout as at
from sim.rules.arithmetic import logistic
from sim.rules.hazards import logit, possible
from sim.rules.terms import term_value

STOPS = ("collapse", "expire", "suspend")
"""What a hazard may say of the agreement that stops it."""
LEAST_CHANCE = 0.0005  # below this a chance would be told as none


def explain_hazard(model: Model, id_: str) -> Page:
    """A hazard: its odds tonight by what the seat knows, term by term, and what it does when it strikes."""
    book, hazard = model.book, list(model.names.hazards).index(id_)
    outline = book.outline["hazards"][id_]
    ints, reals, values = model.tables.ints, model.tables.reals, tonight(model)
    odds = logit(ints, reals, values, hazard)
    chance = logistic(odds)
    of_sum = p.CHANCE_OF_SUM.format(chance=100 * chance) if chance >= LEAST_CHANCE else p.CHANCE_SMALL
    total = Row(p.SUM, numeral(f"{odds:+.3f}"), of_sum)
    says = [book.word("hazards", id_, "about")]
    if outline.get("when"):
        says.append(p.NEEDS.format(conditions=condition_list(model, outline["when"])))
    if not possible(ints, reals, values, hazard):
        says.append(p.NOT_POSSIBLE_NOW)
    follows = [
        Row(line_words_of(model, line), "", citation_of(model.book, line.text, outline))
        for line in lines_of(model, "hazards", id_)
    ]
    after = [p.DRAWS.format(names=", ".join(book.word("draws", draw) for draw in outline.get("draws", [])))]
    if outline.get("agreement"):
        after.append(p.AGREEMENT_FATE[outline["agreement"]])
    if outline.get("agreement") == "collapse":
        after.append(collapse_says(model, model.draft))
    return page(
        book.word("hazards", id_),
        section("", says),
        section(p.TERMS, [p.TERMS_ARE], [*term_rows(model, id_), total]),
        section(p.IF_IT_STRIKES, after if outline.get("draws") else after[1:], follows),
        sources(model, outline.get("from")),
    )


def term_rows(model: Model, id_: str) -> list[Row]:
    """The base of a hazard and its terms, each with its value on the seat's observation and how well that is known."""
    hazard = list(model.names.hazards).index(id_)
    ints, reals, values = model.tables.ints, model.tables.reals, tonight(model)
    row = ints[at.HAZARDS] + hazard * at.HAZARD_WIDTH
    cites = [cited(model.book, each) for each in model.names.sources[id_]]
    rows = [Row(p.ANY_NIGHT, numeral(f"{reals[ints[at.HAZARDS_REALS] + hazard]:+.3f}"), cites[0])]
    for i, term in enumerate(model.names.hazards[id_]):
        number = ints[row + at.HAZARD_TERM] + i
        value = term_value(ints, reals, values, number)
        written = model.book.outline["hazards"][id_]["terms"][term]
        of = statement_words(model.book, str(written.get("of", term) if isinstance(written, dict) else term))
        weight = reals[ints[at.TERMS_REALS] + number]
        note = p.TERM_NOTE.format(weight=weight, of=of, how=how_known(model, number), source=cites[i + 1])
        rows.append(Row(part_word(model.book, ("hazards", id_, "terms", term)), numeral(f"{value:+.3f}"), note))
    return rows


def how_known(model: Model, term: int) -> str:
    """How well the seat knows what a term is made of: exactly, by an estimate, or only what all may assume."""
    ints = model.tables.ints
    row = ints[at.TERMS] + term * at.TERM_WIDTH
    factors = range(ints[row], ints[row] + ints[row + at.TERM_FACTORS])
    slots = [ints[ints[at.FACTORS] + i * at.FACTOR_WIDTH] for i in factors]
    worst = max((model.names.sd[slot][model.seat] for slot in slots), default=0.0)
    hidden = {slot for slot in slots if model.names.sd[slot][model.seat] == inf}
    if hidden:
        return p.WORKED_OUT if hidden <= worked_out(model) else p.ASSUMED
    return p.BY_YOUR_ESTIMATE if worst else ""


def lines_of(model: Model, section_: str, id_: str) -> list[Line]:
    """The statements of an entry."""
    return [line for line in statements(model.book) if (line.section, line.entry) == (section_, id_)]


def line_words_of(model: Model, line: Line) -> str:
    """A whole statement in words."""
    return statement_words(model.book, line.text)


def explain_lever(model: Model, id_: str) -> Page:
    """A lever: cost, who sees it, whether it can be pulled now and why not, what it does."""
    book, outline = model.book, model.book.outline["levers"][id_]
    own, other = (f"{model.names.seats[seat]}.{id_}" for seat in (model.seat, 1 - model.seat))
    mine = own in model.names.levers
    row = model.names.levers.index(own if mine else other)
    face = model.tables.ints[model.tables.ints[at.LEVERS] + row * at.LEVER_WIDTH + at.LEVER_FACE]
    pair = model.tables.ints[at.LEVERS_REALS] + row * at.LEVER_REALS
    chance = 100 * model.tables.reals[pair + at.LEVER_SEEN_CHANCE]
    says = [book.word("levers", id_, "about"), p.LEVER_COSTS.format(cost=short(lever_cost(model, row)))]
    says.append(w.LEVER_SEEN_BY[face].format(chance=chance))
    if outline.get("when"):
        says.append(p.NEEDS.format(conditions=condition_list(model, outline["when"])))
    if mine:
        reasons = forbidden(model, Action(act.PULL, row))
        says.append(p.NOT_NOW.format(why="; ".join(reasons)) if reasons else p.CAN_BE_PULLED)
        fresh = model.values[model.tables.ints[at.FIRST_LEVER] + row * at.LEVER_SLOTS + at.LEVER_FRESH]
        says.append(p.FRESHNESS.format(fresh=100 * fresh))
    else:
        says.append(p.THEIRS_TO_PULL.format(seat=book.word("seats", model.names.seats[1 - model.seat])))
    rows = [
        Row(line_words_of(model, line), "", citation_of(model.book, line.text, outline))
        for line in lines_of(model, "levers", id_)
    ]
    return page(
        book.word("levers", id_),
        section("", says),
        section(p.WHAT_IT_DOES, [], rows),
        sources(model, outline.get("from")),
    )


def explain_clause(model: Model, id_: str) -> Page:
    """A clause: when it runs, what it does each night, and what it obliges whom to."""
    book, outline = model.book, model.book.outline["clauses"][id_]
    stages = ", ".join(book.word("stages", stage) for stage in outline["stages"])
    needs = outline.get("needs", [])
    says = [book.word("clauses", id_, "about"), p.RUNS_IN.format(stages=stages)]
    if needs:
        says.append(p.NEEDS_OPTIONS.format(options=need_words(model, [needs] if isinstance(needs, str) else needs)))
    nightly = [
        Row(line_words_of(model, line), "", citation_of(model.book, line.text, outline))
        for line in lines_of(model, "clauses", id_)
        if line.part == "does"
    ]
    return page(
        book.word("clauses", id_),
        section("", says),
        section(p.EVERY_NIGHT, [], nightly),
        section(p.OBLIGES, duty_words(model, id_)),
        sources(model, outline.get("from")),
    )


def need_words(model: Model, needs: list[str]) -> str:
    """``issue.option+`` as words."""
    said = []
    for need in needs:
        issue, _, option = need.removesuffix("+").partition(".")
        name = part_word(model.book, ("issues", issue, "options", option))
        words = w.OF_SEAT.format(seat=model.book.word("issues", issue), what=name)
        said.append(p.OR_MORE.format(option=words) if need.endswith("+") else words)
    return w.AND.join(said)


def duty_words(model: Model, clause: str) -> list[str]:
    """What a clause obliges each seat to, and how that stands."""
    said = []
    for duty, name in enumerate(model.names.duties):
        head, _, seat = name.partition(".")
        if head != clause:
            continue
        outline = model.book.outline["clauses"][clause]["obliges"][seat]
        standing = int(model.values[model.tables.ints[at.FIRST_DUTY] + duty])
        said.append(
            p.DUTY_IN_FULL.format(
                duty=duty_name(model.book, duty),
                kept=" ".join(reading_words(model, duty, outline)),
                follows=" ".join(_consequences(model, clause, seat)),
                standing=Standing(duty, "", standing, own_standing(model, duty)).says,
                now=p.MET_NOW if meets(model, duty) else p.NOT_MET_NOW,
            )
        )
    return said


def reading_words(model: Model, duty: int, outline: dict[str, Any]) -> list[str]:
    """When an obligation is kept and judged; of an ambiguous one by each reading, one's own marked."""
    readings = outline.get("readings") or {"": outline}
    said = []
    for i, reading in enumerate(readings.values()):
        due = float(str(reading["due"]).partition("@")[0])
        text = p.KEPT_IF.format(conditions=condition_list(model, reading["kept_when"]), due=due)
        if name := reading_name(model.book, duty, i):
            own = p.YOUR_READING if i == own_reading(model, duty) else ""
            text = p.BY_READING.format(reading=name, own=own, kept=text)
        said.append(text)
    return said


def _consequences(model: Model, clause: str, seat: str) -> list[str]:
    """What follows a breach, a contest and a cure, as far as anything does."""
    lines = lines_of(model, "clauses", clause)
    said = []
    for what, template in p.IF_SO.items():
        effects = "; ".join(line_words_of(model, line) for line in lines if line.part == f"{seat} {what}")
        if effects or what == "breach":
            said.append(template.format(effects=effects or p.NOTHING))
    return said


def explain_plainly(model: Model, target: Target) -> Page:
    """The page of what has a name, a sentence, conditions and effects, and no more to it."""
    book = model.book
    entry = book.outline.get(target.section, {}).get(target.id, {})
    entry = entry if isinstance(entry, dict) else {}
    when = entry.get("when") or entry.get("opens_when")
    says = [book.word(target.section, target.id, "about")]
    if when:
        says.append(p.NEEDS.format(conditions=condition_list(model, when)))
    rows = [
        Row(line_words_of(model, line), "", citation_of(model.book, line.text, entry))
        for line in lines_of(model, target.section, target.id)
    ]
    return page(target.name, section("", says), _effects(rows), sources(model, entry.get("from")))


def _effects(rows: list[Row]) -> Section:
    return section(p.WHAT_IT_DOES, [], rows)


def risks(model: Model) -> list[tuple[float, str]]:
    """The hazards that are possible tonight, the likeliest first, each after its chance by the seat's own estimates."""
    ints, reals, values = model.tables.ints, model.tables.reals, tonight(model)
    found = []
    for i, id_ in enumerate(model.names.hazards):
        if possible(ints, reals, values, i) and not (_is_called(model, id_)):
            found.append((logistic(logit(ints, reals, values, i)), id_))
    return sorted(found, reverse=True)


def foremost_risks(model: Model, most: int) -> list[tuple[float, str]]:
    """The likeliest of them, so many; what would stop the agreement is always there, however unlikely it is."""
    found = risks(model)
    stopping = [each for each in found if model.book.outline["hazards"][each[1]].get("agreement") in STOPS]
    others = [each for each in found if each not in stopping]
    return sorted([*stopping, *others[: max(0, most - len(stopping))]], reverse=True)


def chance_words(chance: float) -> str:
    """A chance of a night, of 100 such, to a tenth."""
    return p.CHANCE.format(chance=100 * chance) if chance >= LEAST_CHANCE else p.CHANCE_SMALL


def risk_rows(model: Model) -> list[Row]:
    """All of them as rows."""
    return [Row(model.book.word("hazards", id_), chance_words(odds), typed(id_, "")) for odds, id_ in risks(model)]


def _is_called(model: Model, hazard: str) -> bool:
    """Whether a hazard is drawn only where a renewal calls it, and so not every night."""
    return any(renewal.get("risk") == hazard for renewal in model.book.outline.get("renewals", {}).values())
