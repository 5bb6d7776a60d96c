"""The tables of MODEL.md, written from the scenario. `python -m tests.model.card` brings the file up to date.

A line `<!-- hazards: a b -->` opens a table of those entries and `<!-- end -->` closes it; `<!-- levers -->` is of all.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from sim.scenario.overlay import plain
from tests.model.world import sources

Entry = dict[str, Any]

BLOCK = re.compile(r"(<!-- (?P<section>\w+)(?:: (?P<names>[^>]*?))? -->\n).*?(<!-- end -->)", re.DOTALL)
ASSUMED = "assumption: "


def file() -> Path:
    """The card itself."""
    return sources().folder / "MODEL.md"


def section_of(name: str) -> dict[str, Entry]:
    """A section of the scenario, every entry written out in full."""
    written: dict[str, Entry] = plain(sources().scenario.model_dump(by_alias=True, mode="json"))[name]
    return written


def number(x: float) -> str:
    """A number as short as it can be said."""
    return f"{x:g}"


def cited(source: Any) -> str:
    """Where a number comes from."""
    said = ", ".join(source) if isinstance(source, list) else str(source or "")
    return f"*{said.removeprefix(ASSUMED)}*" if said.startswith(ASSUMED) else said


def code(lines: list[str] | None) -> str:
    """Statements in a cell."""
    return " · ".join(f"`{line.partition(' @')[0]}`{marks(line)}" for line in lines or [])


def marks(line: str) -> str:
    """The citation that stands in a statement itself."""
    mark = line.partition(" @")[2]
    return f" *{mark[1:].strip()}*" if mark.startswith("?") else f" {mark}" if mark else ""


def table(head: list[str], rows: list[list[str]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(cell.replace('|', '/') for cell in line)} |\n" for line in lines)


def weighed(entry: Entry) -> Iterator[tuple[tuple[str, str], str, str]]:
    """Causes of a hazard with their factor, weight and a source of their own, if they have one."""
    base, _, source = str(entry["base"]).partition(" @")
    yield (
        ("any such night", ""),
        number(float(base)),
        cited(ASSUMED + source[1:].strip() if source[:1] == "?" else source),
    )
    for cause, term in entry["terms"].items():
        weight, _, mark = str(term["weight"]).partition(" @")
        yield (cause, f"`{term['of'] or cause}`"), number(float(weight)), mark or cited(term["from"])


def hazards(names: list[str]) -> str:
    """Log-odds of hazards side by side: a row a cause; then when each is drawn and what it does."""
    entries = section_of("hazards")
    causes: dict[tuple[str, str], dict[str, str]] = {}
    sourced: dict[tuple[str, str], list[str]] = {}
    for name in names:
        for cause, weight, source in weighed(entries[name]):
            causes.setdefault(cause, {})[name] = weight
            sourced.setdefault(cause, []).append(source)
    rows = [
        [*cause, *(found.get(name, "") for name in names), "; ".join(dict.fromkeys(filter(None, sourced[cause])))]
        for cause, found in causes.items()
    ]
    follows = "".join(f"\n`{name}`: {consequences(name, entries[name])}\n" for name in names)
    return table(["cause", "times", *(f"`{name}`" for name in names), "from"], rows) + follows


def consequences(name: str, entry: Entry) -> str:
    """When a hazard is drawn, what follows from it, and where weights without a source of their own come from."""
    always = "every night" if name in sources().scenario.night else "when it is called"
    parts = [f"drawn if {code(entry['when'])}" if entry["when"] else f"drawn {always}"]
    if entry["then"]:
        parts.append(f"then {code(entry['then'])}")
    if entry["draws"]:
        parts.append(f"draws {', '.join(f'`{draw}`' for draw in entry['draws'])}")
    if entry["agreement"]:
        parts.append(f"the agreement: {entry['agreement']}")
    if entry["from"]:
        parts.append(f"what has no source above: {cited(entry['from'])}")
    return "; ".join(parts) + "."


def statements(section: str) -> Callable[[list[str]], str]:
    """Flows, hooks and events: what is stated, in its order."""

    def written(names: list[str]) -> str:
        entries = section_of(section)
        rows = []
        for name in names or list(entries):
            entry = entries[name]
            draws = f" · draws {', '.join(f'`{draw}`' for draw in entry['draws'])}" if entry.get("draws") else ""
            rows.append([f"`{name}`", code(entry.get("when")), code(entry["does"]) + draws, cited(entry["from"])])
        return table(["", "if", "does", "from"], rows)

    return written


def draws(names: list[str]) -> str:
    """Outcomes of draws and their probabilities."""
    rows = [
        [
            "" if i else f"`{name}`",
            f"{outcome} {number(found['p'])}",
            code(found["does"]),
            "" if i else cited(entry["from"]),
        ]
        for name, entry in section_of("draws").items()
        if name in names
        for i, (outcome, found) in enumerate(entry["outcomes"].items())
    ]
    return table(["", "outcome", "does", "from"], rows)


def levers(names: list[str]) -> str:
    """Every lever: whose, at what price, seen by whom, what it does."""
    rows = [
        [f"`{name}`", entry["seat"], number(entry["cost"]), entry["face"], code(entry["when"]),
         code(entry["does"]) + "".join(f" · draws `{draw}`" for draw in entry["draws"])
         + (f" · the agreement: {entry['agreement']}" if entry["agreement"] else ""), cited(entry["from"])]
        for name, entry in section_of("levers").items()
        if not names or name in names
    ]  # fmt: skip
    return table(["", "seat", "cost", "face", "if", "does", "from"], rows)


def owed(duties: dict[str, Entry]) -> str:
    """What a clause makes each seat owe."""
    return "<br>".join(f"**{seat}** {duty_text(duty)}" for seat, duty in duties.items())


def duty_text(duty: Entry) -> str:
    """One obligation: what keeps it, by which night, what a breach does; its readings, if it has several."""
    if duty.get("readings"):
        said = "; ".join(f"as {name}: {reading_text(reading)}" for name, reading in duty["readings"].items())
    else:
        said = f"{code(duty['kept_when'])} by night {number(duty['due'])}"
    for what in ("breach", "contested", "cure"):
        said += f"; {what}: {code(duty[what])}" if duty.get(what) else ""
    return said


def reading_text(reading: Entry) -> str:
    """One reading of an ambiguous obligation, and how likely each seat is to hold it."""
    held = ", ".join(f"{seat} {number(share)}" for seat, share in reading["held_by"].items())
    return f"{code(reading['kept_when'])} by night {number(reading['due'])} (held by {held})"


def clauses(names: list[str]) -> str:
    """Every clause: what asks for it, what it does each night, what it makes each seat owe."""
    rows = [
        [f"`{name}`", f"{', '.join(entry['needs']) or 'always'} ({', '.join(entry['stages'])})", code(entry["does"]),
         owed(entry["obliges"]), cited(entry["from"])]
        for name, entry in section_of("clauses").items()
        if not names or name in names
    ]  # fmt: skip
    return table(["", "needs (stages)", "each night", "owed", "from"], rows)


def term(names: list[str]) -> str:
    """Stages and renewals."""
    stages = [
        [f"`{name}`", f"{entry['lasts']} {'days' if entry['lasts'] != 'pause' else ''}".strip(),
         "truce" if entry["truce"] else "no truce", code(entry["opens_when"]), cited(entry["from"])]
        for name, entry in section_of("stages").items()
    ]  # fmt: skip
    renewals = [
        [f"`{name}`", f"of `{entry['stage']}`, at most {number(entry['at_most'])}, consent {entry['consent']}",
         f"costs {number(entry['cost'])}", code(entry["when"]) + (f"; risk `{entry['risk']}`" if entry["risk"] else ""),
         cited(entry["from"])]
        for name, entry in section_of("renewals").items()
    ]  # fmt: skip
    return table(["", "lasts, or renews", "is, or costs", "opens, or renews, if", "from"], stages + renewals)


def variables(names: list[str]) -> str:
    """What is drawn at the start, or not seen exactly by both."""
    rows = []
    for name, entry in section_of("state").items():
        start, sight = entry["start"], entry["seen_by"]
        drawn = f"triangular {start['triangular']}" if start["triangular"] else number(start["value"] or 0)
        if (
            sight["everyone"] != "all"
            and not cited(entry["from"]).startswith("*worked out")
            and "drawn every" not in str(entry["from"])
        ):
            seen = sight["everyone"] or ", ".join(f"{seat} {how}" for seat, how in sight["seats"].items())
            rows.append([f"`{name}`", drawn, seen, cited(entry["from"])])
    return table(["", "at the start", "seen by", "from"], rows)


def values(section: str) -> Callable[[list[str]], str]:
    """What packages are worth on paper, to private types or to factions."""

    def written(_: list[str]) -> str:
        rows = []
        for seat, types in section_of("types").items() if section == "types" else [("", section_of("factions"))]:
            for name, entry in types.items():
                if section == "types":
                    what = f"prior {number(entry['prior'])}, resolve {number(entry['resolve'])}"
                    rest = ", ".join(f"{part} {number(x)}" for part, x in entry["weights"].items())
                else:
                    what = f"weight {number(entry['weight'])}, threshold {number(entry['threshold'])}"
                    rest = ", ".join(f"`{part}` {number(x)}" for part, x in entry["sway"].items())
                worth = "; ".join(f"{issue} {' '.join(map(number, each))}" for issue, each in entry["values"].items())
                rows.append([seat or entry["seat"], f"`{name}`", what, worth, rest, cited(entry["from"])])
        last = "weights in the score" if section == "types" else "swayed by"
        return table(["seat", "", "", "worth of options, in order", last, "from"], rows)

    return written


def scoring(_: list[str]) -> str:
    """Components of the score as they are settled."""
    settled: dict[str, list[str]] = {}
    for line in section_of("scoring")["settle"]:
        component, rest = str(line).removeprefix("score.").split(" ", 1)
        settled.setdefault(component, []).append(rest)
    settlements = [[f"`{component}`", " ".join(f"`{each}`" for each in lines)] for component, lines in settled.items()]
    return table(["component", "settled by"], settlements)


def par(_: list[str]) -> str:
    """Par of every type."""
    pars = section_of("scoring")["par"].items()
    return table(
        ["seat", "par"], [[seat, ", ".join(f"{k} {number(x)}" for k, x in each.items())] for seat, each in pars]
    )


def endings(_: list[str]) -> str:
    """Every ending with its conditions, in the order in which they are tried."""
    rows = [[f"`{name}`", code(entry["when"]), cited(entry["from"])] for name, entry in section_of("endings").items()]
    return table(["", "if", "from"], rows)


def cost(_: list[str]) -> str:
    """The ranges in which the human cost is reported."""
    rows = [
        [f"`{name}`", f"{number(entry['low'])} to {number(entry['high'])} times `{entry['of']}`", cited(entry["from"])]
        for name, entry in section_of("human_cost").items()
    ]
    return table(["", "reported as", "from"], rows)


TABLES: dict[str, Callable[[list[str]], str]] = {
    "hazards": hazards, "flows": statements("flows"), "hooks": statements("hooks"), "events": statements("events"),
    "draws": draws, "levers": levers, "clauses": clauses, "term": term, "variables": variables,
    "types": values("types"), "factions": values("factions"), "scoring": scoring, "par": par, "endings": endings,
    "cost": cost,
}  # fmt: skip


def current(text: str) -> str:
    """The card with its tables as the scenario has them now."""
    return BLOCK.sub(
        lambda block: f"{block[1]}{TABLES[block['section']]((block['names'] or '').split())}{block[4]}", text
    )


if __name__ == "__main__":
    file().write_text(current(file().read_text("utf-8")), "utf-8")
