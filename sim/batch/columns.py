"""The columns of every table of a batch, in order: names only; ``dictionary`` says what they mean."""

from sim.scenario.tables import RulesTables

AGREEMENT_COLUMNS = ("game", "number", "signed_day", "package", "ended_day", "how", "nights_held", "renewals")
ACTION_COLUMNS = ("game", "day", "ply", "seat", "action")
EVENT_COLUMNS = ("game", "day", "order", "kind", "text", "audience", "value")
DAY_COLUMNS = ("game", "day", "night")
FIRST_FLOATS = 10  # of a canonical row: game, ending, day, types, scores, decisions, signed, nights of truce


def distinct(names: list[str]) -> list[str]:
    """The names with an underscore put after any that stood before, so that a column is found by its name."""
    found: list[str] = []
    for name in names:
        while name in found:
            name += "_"
        found.append(name)
    return found


def kept_slots(tables: RulesTables) -> list[int]:
    """Slots of a daily row: registers, the agreed package, clauses, obligations, happenings and variables.

    Standing offers, levers and whose turn it is are left out: actions tell them.
    """
    names = tables.names
    left_out = {"day", "to_move", "opens_today", "turn", "tabled", "pulled", "ending", "next_offer"}
    own = {f"{seat}.{what}" for seat in names.seats for what in ("offer_id", "offer_day", "offer_face", "last_reason")}
    packages = tuple(f"{seat}.{which}." for seat in names.seats for which in ("offer", "first", "word", "refused"))
    prefixes = ("unused", "lever.", *packages)
    slots = range(names.first_component)
    return [
        slot
        for slot in slots
        if names.slots[slot] not in left_out | own
        and (slot >= names.first_variable or not names.slots[slot].startswith(prefixes))
    ]


def last_slots(tables: RulesTables) -> list[int]:
    """Slots of a final row: the scenario's variables, then the components of the score."""
    return list(range(tables.names.first_variable, tables.n_state))


def game_columns(tables: RulesTables) -> list[str]:
    """Columns of ``games``."""
    seats = tables.names.seats
    first = ["game", "ending", "day", *(f"{seat}.type" for seat in seats), *(f"{seat}.score" for seat in seats)]
    counts = ["decisions", "signed", "nights_of_truce"]
    return distinct([*first, *counts, *(tables.names.slots[slot] for slot in last_slots(tables))])


def columns_of(tables: RulesTables) -> dict[str, list[str]]:
    """Columns of every table by its name."""
    names = tables.names
    return {
        "games": game_columns(tables),
        "agreements": distinct([*AGREEMENT_COLUMNS, *names.issues]),
        "days": distinct([*DAY_COLUMNS, *(names.slots[slot] for slot in kept_slots(tables))]),
        "actions": list(ACTION_COLUMNS),
        "events": list(EVENT_COLUMNS),
    }
