"""The result of a tournament as people read it."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sim.cli.run_text import endings_table, human_cost_table, new_table, result_console
from sim.scenario.book import Book

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table


def _span(each: dict[str, float], scale: float = 1.0, form: str = ".1f") -> str:
    return f"{scale * each['low']:{form}} to {scale * each['high']:{form}}"


def standings_table(console: "Console", result: dict[str, Any]) -> "Table":
    """The agents in order, with their weights in the equilibrium."""
    seats, game = result["seats"], result["meta_game"]
    table = new_table(console, "Agent", *seats, "above", "95 %", "weight", "95 %", "contest", "deals", "welfare")
    for each in result["standings"]:
        agent = each["agent"]
        weight, contest = game["equilibrium"][agent], game["contest"][agent]
        table.add_row(
            f"{each['rank']}. {agent}",
            *(f"{each['scores'][seat]['mean']:.1f}" for seat in seats),
            f"{each['above']['mean']:+.1f}",
            _span(each["above"], form="+.1f"),
            f"{100 * weight['weight']:.0f} %",
            _span(weight, 100, ".0f"),
            f"{100 * contest['weight']:.0f} %",
            f"{100 * each['deals']['share']:.0f} %",
            f"{each['welfare']:.1f}",
        )
    return table


def exploits_table(console: "Console", result: dict[str, Any]) -> "Table":
    """Who exploits whom: the best reply to each agent, and where the agent loses most."""
    table = new_table(console, "Agent", "<best reply to it", "its gain (95 %)", "<loses most against", "points (95 %)")
    for each in result["standings"]:
        reply, worst = each["best_reply"], each["loses_most"]
        table.add_row(
            each["agent"],
            reply["agent"],
            f"{reply['gain']['mean']:+.1f} ({_span(reply['gain'], form='+.1f')})",
            worst["opponent"],
            f"{worst['points']['mean']:.1f} ({_span(worst['points'])})",
        )
    return table


def _mixtures(result: dict[str, Any]) -> str:
    """What each seat would be played by, if each chose for itself; agents of less than half a per cent left out."""
    found = []
    for seat, weights in result["meta_game"]["by_seat"].items():
        large = sorted(weights.items(), key=lambda item: -item[1]["weight"])
        told = [
            f"{agent} {100 * each['weight']:.0f} % ({_span(each, 100, '.0f')})"
            for agent, each in large
            if each["weight"] >= 0.005
        ]
        found.append(f"{seat} {', '.join(told)}")
    return "; ".join(found)


def _meanings(result: dict[str, Any]) -> list[tuple[str, str]]:
    """What the columns are, and whether the design's wish is met."""
    game = result["meta_game"]
    largest = game["largest"]
    most, often = 100 * largest["at_most"], 100 * game["equilibrium"][largest["agent"]]["above_60"]
    verdict = "met" if largest["met"] else "not met"
    found = (
        f"{largest['agent']} has {100 * largest['weight']:.0f} %, and above {most:.0f} % in {often:.0f} % of resamples"
    )
    return [
        ("Above", "points more than the mean agent, mean of both seats, same luck; gain: the same, against that agent"),
        ("Loses", "points less than the best reply to that opponent has"),
        ("Weight", f"in the mixed equilibrium of choosing agents. No agent above {most:.0f} %: {verdict}; {found}"),
        ("Contest", "weight where what counts is the difference of the two scores"),
        ("By seat", f"where each seat chooses for itself, by its own score: {_mixtures(result)}"),
        ("Alone", f"best replies to themselves, so equilibria too: {', '.join(game['equilibria_alone']) or 'none'}"),
    ]


def _nash_line(result: dict[str, Any]) -> str:
    seats, nash = result["seats"], result["nash"]

    def scores(of: dict[str, float]) -> str:
        return " and ".join(f"{of[seat]:.1f}" for seat in seats)

    if nash["point"] is None:
        return f"no pairing is above par ({scores(nash['par'])}) for both seats: there is no Nash point"
    pair = " with ".join(nash["point"]["agents"][seat] for seat in seats)
    return (
        f"{pair}, {scores(nash['point']['scores'])}: the largest product of gains on par ({scores(nash['par'])}); "
        f"the mean game ({scores(nash['mean'])}) is {result['nash_distance']:.1f} points from it"
    )


def tell_tournament(book: Book, result: dict[str, Any], out: Path | None) -> None:
    """Print the result on stdout."""
    with result_console() as console:
        _tell(console, book, result, out)


def _tell(console: "Console", book: Book, result: dict[str, Any], out: Path | None) -> None:
    from rich.text import Text

    how = result["performance"]
    title = book.words["en"]["title"]
    count = f"{len(result['agents'])} agents, {len(result['pairings'])} pairings of {result['games']:,} games"
    console.print(Text(f"{title}: {count}, rng_seed {result['rng_seed']}", style="bold"), end="\n\n")
    tables = [standings_table(console, result), exploits_table(console, result), endings_table(console, book, result)]
    if result["human_cost"]:
        tables.append(human_cost_table(console, book, result))
    for table in tables:
        console.print(table)
        console.print()
    before = f"; {how['games_resumed']:,} games were there already" if how["games_resumed"] else ""
    jobs = "1 job" if how["jobs"] == 1 else f"{how['jobs']} jobs"
    written = f"{out}/: games.csv, tournament.json, matrix.svg, scores.svg" if out else "nothing; `--out DIR` keeps it"
    for name, text in [
        *_meanings(result),
        ("Nash point", _nash_line(result)),
        ("Digest", f"sha256:{result['digest']}"),
        ("Speed", f"{how['seconds']:.1f} s, {how['games_per_second']:,.0f} games a second, {jobs}{before}"),
        ("Written", written),
    ]:
        console.print(Text(f"{name:10} {text}"), soft_wrap=True)
