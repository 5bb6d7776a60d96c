"""The result of ``cessation depth`` as a page in Markdown, which is also what is printed."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from sim.cli import depth_words as w
from sim.scenario.book import Book

Rows = Iterable[Sequence[str]]
Result = dict[str, Any]


def table(heads: Sequence[str], rows: Rows, words: int = 1) -> list[str]:
    """A table; the first columns are words, the rest figures."""
    return [
        f"| {' | '.join(heads)} |",
        f"|{' --- |' * words}{' ---: |' * (len(heads) - words)}",
        *(f"| {' | '.join(row)} |" for row in rows),
        "",
    ]


def said(text: str, **gaps: object) -> list[str]:
    """A paragraph or more, and a blank line."""
    return [*text.format(**gaps).strip().splitlines(), ""]


def percent(x: float) -> str:
    """A share."""
    return f"{100 * x:.0f} %"


def share(row: Result, key: str = "share") -> str:
    """A share with its interval."""
    return f"{percent(row[key])} ({100 * row['low']:.0f}-{100 * row['high']:.0f})" if key in row else "-"


def points(row: Result, *, sign: bool = True) -> str:
    """A mean with its interval."""
    form = "+.1f" if sign else ".1f"
    return f"{row['mean']:{form}} ({row['low']:{form}} to {row['high']:{form}})"


def depth_page(book: Book, result: Result, command: str) -> str:
    """The whole page."""
    plan = result["plan"]
    lines = said(
        w.HEAD, title=book.words["en"]["title"], command=command, version=plan["version"], hash=plan["sha256"][:12],
        rng_seed=plan["rng_seed"], agents=", ".join(plan["agents"]),
    )  # fmt: skip
    told: dict[str, Callable[[Result], list[str]]] = {
        "lengths": _lengths, "lines": _lines, "varied": _varied, "worth": _worth, "relevance": _relevance,
        "decisions": _decisions,
    }  # fmt: skip
    lines += _criteria(result)
    for part, tell in told.items():
        if part in result:
            lines += tell(result[part])
    return "\n".join(lines).rstrip() + "\n"


def _criteria(result: Result) -> list[str]:
    rows = [
        (w.CRITERIA[each["id"]][0], f"**{each['verdict']}**", w.CRITERIA[each["id"]][1](each["figures"]))
        for each in result["criteria"]
    ]
    return ["## Criteria", "", *table(w.CRITERIA_HEADS, rows, len(w.CRITERIA_HEADS))]


def _lengths(found: Result) -> list[str]:
    if found["issue"] is None:
        return said(w.NO_TERM)
    text = said(w.LENGTHS, **{key: found[key] for key in ("issue", "positions", "worlds", "played_on")})
    for who, told in found["best"].items():
        if "options" not in told:
            text += [f"**{who}**: {w.NOTHING_TO_SAY}", ""]
            continue
        rows = [
            (name, share(row), percent(row["alone"]), percent(row["highest"]), percent(row["to_be_had"]))
            for name, row in told["options"].items()
        ]
        text += said(
            w.LENGTHS_OF, who=who, positions=told["positions"], no_deal=told["no_deal"], tied=told["tied"],
            stake=told["stake"], nothing=share(told["nothing"]),
        )  # fmt: skip
        text += table((found["issue"], *w.LENGTHS_HEADS), rows)
    return text


def _lines(found: Result) -> list[str]:
    text = said(w.LINES, games=f"{found['games']:,}")
    if found["searched"]:
        text += said(w.LINES_SEARCHED, searcher=found["searcher"], searched=found["searched"])
    for seat, told in found["seats"].items():
        types = list(next(iter(told["lines"].values()))["by_type"])
        rows = [
            (
                name + (w.DOMINANT if name in told["dominant"] else ""),
                points(row["score"], sign=False),
                points(row["above"]),
                *(points(row[key]["above"]) if key in row else "-" for key in ("above_rest", "above_searcher")),
                *(_of_type(row["by_type"].get(kind)) for kind in types),
            )
            for name, row in {**told["lines"], w.BEST_MIX: told["best_mix"]}.items()
        ]
        mix = ", ".join(f"{kind}: {line}" for kind, line in told["best_mix"]["lines"].items())
        text += [*said(w.LINES_OF, seat=seat, mix=mix), *table((*w.LINES_HEADS, *types), rows)]
    return text


def _of_type(row: Result | None) -> str:
    return f"{row['score']['mean']:.1f} ({row['above']['mean']:+.1f})" if row else "-"


def _varied(found: Result) -> list[str]:
    skill = [
        (
            seat,
            share(each["skill"], "mean"),
            *(percent(x) for x in each["shares"].values()),
            f"{each['luck_alone_sd']:.1f}",
        )
        for seat, each in found["skill"].items()
    ]
    endings = [
        (name, f"{100 * each['mean']:.1f} % ({100 * max(0.0, each['low']):.1f}-{100 * each['high']:.1f})")
        for name, each in found["endings"].items()
    ]
    never = [name for name, each in found["endings"].items() if each["mean"] == 0.0]
    games = f"{found['games']:,}"
    return [
        *said(w.LUCK, agents=", ".join(found["skill_agents"]), games=games),
        *table(w.LUCK_HEADS, skill),
        *said(w.ENDINGS, games=games),
        *table(w.ENDINGS_HEADS, endings),
        *said(w.NEVER_REACHED, endings=", ".join(never) or w.NONE),
    ]


def _worth(found: Result) -> list[str]:
    kinds = list(found["types"])
    if not kinds:
        return said(w.NO_WORTH)
    rows = [
        (name, f"{row['correlation']:+.2f} ({row['low']:+.2f} to {row['high']:+.2f})", f"{row['reliability']:.2f}")
        for name, row in found["types"].items()
    ]
    options = [
        (f"{issue}.{option}", *(f"{row['below_best'][kind]['mean']:.1f}" for kind in kinds))
        for issue, by_option in found["options"].items()
        for option, row in by_option.items()
    ]
    never = {way: ", ".join(names) or w.NONE for way, names in found["never_best"].items()}
    return [
        *said(w.WORTH, packages=found["packages"], positions=found["positions"]),
        *table(w.WORTH_HEADS, rows),
        *said(w.OPTIONS, **never),
        *table((w.OPTION, *kinds), options),
    ]


def _relevance(found: Result) -> list[str]:
    text = said(w.RELEVANCE, games=f"{found['games']:,}", alarm=percent(found["false_alarm"]))
    for sort, (title, used) in w.SORTS.items():
        rows = sorted((row for row in found["things"] if row["sort"] == sort), key=lambda row: -row["points"])
        if rows:
            seats = list(rows[0]["scores"])
            heads = [title, w.VERDICT, used, w.ALTERED, *seats, *w.SIZES]
            heads += [w.PULLED_AT_ONCE, *seats] if sort == "lever" else []
            text += table(heads, [_thing(row) for row in rows], 2)
    return text


def _thing(row: Result) -> list[str]:
    name = row["name"] + (w.SETTLED.format(option=row["option"]) if "option" in row else "")
    cells = [
        name, row["verdict"], f"{row['used']:,}" if "used" in row else "-", percent(row["altered"]),
        *(f"{each['mean']:+.2f}" for each in row["scores"].values()),
        f"{row['points']:.2f}", f"{row['at_most']:.2f}", f"{100 * row['total_variation']:.1f} %",
    ]  # fmt: skip
    if "at_once" in row:
        cells += [row["at_once"]["verdict"], *(f"{each['mean']:+.2f}" for each in row["at_once"]["scores"].values())]
    return cells


def _decisions(found: Result) -> list[str]:
    marks = ("median", "low", "high", "least", "lower", "upper", "most")
    rows = [
        (name, *("-" if found[key][mark] is None else f"{found[key][mark]:.0f}" for mark in marks))
        for key, name in w.COUNTED.items()
    ]
    why = [
        (kind, percent(row["share_of_stops"]), share(row["live"]), str(row["live"]["n"]))
        for kind, row in found["why"].items()
    ]
    asked = {key: found[key] for key in ("asked", "worlds", "compared", "within_reach")}
    return [
        *said(w.DECISIONS, games=found["games"]),
        *table(w.COUNTED_HEADS, rows),
        *said(
            w.LIVE, **asked, stake=found["stake"] or 0.0, live=share(found["live"]), pressing=share(found["pressing"])
        ),
        *table(w.WHY_HEADS, why),
    ]
