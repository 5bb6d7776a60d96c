"""The other screens: briefing, levers and state in full, goals, the home front, the log, the codex, help."""

from collections.abc import Callable

from sim.client import chairs_words as c
from sim.client import page_words as pages
from sim.client import words as w
from sim.client.chairs import is_shared
from sim.client.explaining import about_words as about
from sim.client.explaining.about import about_page, card_chapters, card_file
from sim.client.explaining.codex import known_at_first, open_facts
from sim.client.explaining.goals import endings_say, goal_rows, own_type_says
from sim.client.explaining.rules import risk_rows
from sim.client.explaining.variables import fact_line
from sim.client.figures import short
from sim.client.model import Model
from sim.client.naming import named, seat_name, typed
from sim.client.opponents import opponent_about, opponent_name
from sim.client.page import Row, page, section
from sim.client.telling import cables_words
from sim.client.telling.meters import is_of_people, shown_meter, visible_names
from sim.client.telling.standing import home_says, worth_says
from sim.client.text import words as t
from sim.client.text.believing import type_typed
from sim.client.text.cables import cables_screen
from sim.client.text.layout import bullets, heading, page_lines, rows, wrap
from sim.client.text.turn import cost_lines, meter_lines
from sim.client.weighing.judging import own_type
from sim.client.weighing.planning import lever_choices
from sim.language import spoken
from sim.language.catalogue import languages

FACTS_SHOWN = 40


def briefing_parts(model: Model, width: int) -> list[list[str]]:
    """What a seat is told before its first turn, in parts that are read one by one."""
    words = model.book.text
    told = wrap(words["briefing"][model.names.seats[model.seat]], width, 2)
    rival = [line for said in rival_says(model) for line in wrap(said, width, 2)]
    return [
        [heading(words["title"]), "", heading(t.DISCLAIMER), *wrap(words["disclaimer"], width, 2)],
        [heading(t.BRIEFING), *told],
        [*goals_screen(model, width), "", heading(t.RIVAL), *rival],
        *([timeline_screen(model, width)] if known_at_first(model) else []),
    ]


def briefing_screen(model: Model, width: int) -> list[str]:
    """The whole briefing."""
    return [line for part in briefing_parts(model, width) for line in ["", *part]]


def rival_says(model: Model) -> list[str]:
    """Who sits at the other seat, and what it may want."""
    rival = 1 - model.seat
    kinds = [
        f"{model.book.word('types', kind)} ({model.book.word('types', kind, 'about').rstrip('.')})"
        for kind in model.names.types[model.names.seats[rival]]
    ]
    name = seat_name(model.book, rival)
    agent, about = opponent_name(model.book, model.rival), opponent_about(model.book, model.rival)
    played = t.RIVAL_SAY.format(rival=name, agent=agent, about=about)
    said = c.RIVAL_PERSON.format(rival=name) if is_shared(model) else played
    return [said, t.RIVAL_MAY.format(kinds="; ".join(kinds))]


def goals_screen(model: Model, width: int) -> list[str]:
    """The seat's own type, and what its score is made of."""
    lines = [heading(t.YOU_ARE), *wrap(own_type_says(model), width, 2), "", heading(pages.YOUR_SCORE)]
    table = rows(goal_rows(model, model.seat, own_type(model)), width)
    return [*lines, *wrap(pages.SCORE_IS_A_SUM, width, 2), *table, *wrap(endings_say(model), width, 2)]


def timeline_screen(model: Model, width: int) -> list[str]:
    """The facts that led here, as far as they were known on the day."""
    told = bullets((fact_line(model, id_) for id_ in known_at_first(model)), width)
    return [heading(t.KNOWN), *(told or wrap(t.NO_CABLES, width, 2))]


def levers_screen(model: Model, width: int) -> list[str]:
    """Every lever: cost, face, what it is, and why it cannot be pulled now."""
    lines = [heading(t.LEVERS)]
    for number, each in enumerate(lever_choices(model), 1):
        head = f"{number:2} {named(each.id, each.name)}, {short(each.cost)}, {w.LEVER_FACES[each.face]}"
        lines += wrap(head, width, 2)
        lines += wrap(model.book.word("levers", each.id, "about"), width, 5)
        if each.planned:
            lines += wrap(t.PLANNED_LEVER, width, 5)
        elif each.forbidden:
            lines += wrap(t.NOT_NOW.format(why="; ".join(each.forbidden)), width, 5)
    return lines


def state_screen(model: Model, width: int) -> list[str]:
    """Every variable of which the seat sees anything; of people, the human cost as it is counted."""
    names = [name for name in visible_names(model) if not is_of_people(model, name)]
    lines = [heading(t.STATE, t.STATE_NOTE), *meter_lines([shown_meter(model, name) for name in names], width)]
    cost = cost_lines(model, width)
    return [*lines, "", *cost] if cost else lines


def home_screen(model: Model, width: int) -> list[str]:
    """The draft as the seat's own side sees it."""
    said = (worth_says(model, model.draft), home_says(model, model.draft))
    return [heading(t.HOME), *(line for sentence in said for line in wrap(sentence, width, 2))]


def risks_screen(model: Model, width: int) -> list[str]:
    """Tonight's hazards by what the seat knows."""
    return page_lines(page(t.RISKS, section("", [t.RISKS_SAY], risk_rows(model))), width)


def reasons_screen(model: Model, width: int) -> list[str]:
    """The reasons that a refusal can give."""
    table = [
        Row(*_reason_words(model, reason), model.book.word("reasons", reason, "about"))
        for reason in model.names.reasons
    ]
    return [heading(t.REASONS), *rows(table, width)]


def _reason_words(model: Model, reason: str) -> tuple[str, str]:
    name = model.book.word("reasons", reason)
    return (reason, name) if typed(reason, name) == reason else (name, "")


def facts_screen(model: Model, width: int, word: str = "") -> list[str]:
    """The facts that may be shown; only those that hold a word, if one is given."""
    ids = list(open_facts(model, word))
    lines = [heading(t.FACTS)]
    if len(ids) > FACTS_SHOWN and not word:
        lines += wrap(t.FACTS_MANY.format(n=len(ids)), width, 2)
        ids = [id_ for id_ in ids if model.book.facts[id_]["contested_by"]]
    none = pages.FACT_CLOSED if word.upper() in model.book.facts else t.NO_CABLES
    return lines + (bullets((fact_line(model, id_) for id_ in ids), width) or wrap(none, width, 2))


def sources_screen(model: Model, width: int) -> list[str]:
    """Who says what, and what of it is contested."""
    by_speaker: dict[str, list[str]] = {}
    for id_, fact in open_facts(model).items():
        by_speaker.setdefault(fact["by"], []).append(f"{id_}{'!' if fact['contested_by'] else ''}")
    table = [Row(speaker, "", ", ".join(ids)) for speaker, ids in sorted(by_speaker.items())]
    return [heading(t.SOURCES, t.SOURCES_NOTE), *rows(table, width)]


def about_screen(model: Model, width: int, word: str = "") -> list[str]:
    """The content note and what the model is; with a number, that chapter of the model card."""
    path = card_file(model.book)
    chapters = card_chapters(path) if path else ()
    number = int(word) if word.isascii() and word.isdigit() and len(word) < 4 else 0
    if 1 <= number <= len(chapters):
        return page_lines(chapters[number - 1], width)
    listed = [Row(f"{i}", "", each.title) for i, each in enumerate(chapters, 1)]
    lies = [about.CARD_LIES.format(path=path)] if path else []
    card = page(about.CARD, section("", [about.CARD_SAYS if path else about.NO_CARD], listed), section("", lies))
    return [*page_lines(about_page(model.book), width), "", *page_lines(card, width)]


def help_screen(model: Model, width: int) -> list[str]:
    """What can be said, with examples from this scenario."""
    if model.over:
        return [heading(t.HELP_TITLE), *rows([Row(say, "", means) for say, means in t.HELP_OVER], width)]
    issue, options = next(iter(model.names.issues.items()))
    kind = model.names.types[model.names.seats[1 - model.seat]][0]
    gaps = {
        "issue": typed(issue, "1"), "option": typed(options[-1], str(len(options))),
        "type": type_typed(model, kind), "languages": ", ".join(languages()),
        "kind": cables_words.TYPED_KINDS["offers"],
        "language": next(each for each in reversed(languages()) if each != spoken()),
    }  # fmt: skip
    lines = [heading(t.HELP_TITLE)]
    for part, entries in t.HELP:
        lines += ["", heading(part)] if part else []
        lines += rows([Row(say.format(**gaps), "", means.format(**gaps)) for say, means in entries], width)
    return lines


SCREENS: dict[str, Callable[[Model, int], list[str]]] = {
    "briefing": briefing_screen,
    "timeline": timeline_screen,
    "levers": levers_screen,
    "state": state_screen,
    "home": home_screen,
    "risks": risks_screen,
    "reasons": reasons_screen,
    "goals": goals_screen,
    "sources": sources_screen,
    "help": help_screen,
}
SEARCHED: dict[str, Callable[[Model, int, str], list[str]]] = {
    "cables": cables_screen,
    "facts": facts_screen,
    "about": about_screen,
}
