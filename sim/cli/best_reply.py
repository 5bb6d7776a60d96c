"""``cessation best-reply``: what a search that knows an agent gains against it."""

import json
from typing import TYPE_CHECKING, Any

import click

from sim.cli.options import compiled_option

if TYPE_CHECKING:
    from sim.analysis.solver.approximate_reply import ApproximateReply, Asked, ReplyLine
    from sim.analysis.study.estimates import Estimate
    from sim.scenario.book import Book

HUMAN = "human"
LEAST_SIMULATIONS, MOST_SIMULATIONS = 20, 100_000
LEVERS_TOLD = 3  # in which two replies differ most
PULLS_APART = 0.1  # a game, below which nothing is said of a lever


@click.command("best-reply")
@click.argument("scenario", required=False)
@click.option("--to", "agent", metavar="AGENT", required=True, help="The agent to reply to; see `cessation agents`.")
@click.option("--seat", metavar="SEAT", help="The agent's seat; else both, one after the other.")
@click.option("--games", type=click.IntRange(2), default=20, show_default=True, help="How many games, paired.")
@click.option(
    "--simulations",
    type=click.IntRange(LEAST_SIMULATIONS, MOST_SIMULATIONS),
    default=200,
    show_default=True,
    help="Of each search.",
)
@click.option("--rng-seed", type=click.IntRange(0), default=1, show_default=True, help="The luck of all games.")
@click.option("--json", "as_json", is_flag=True, help="As JSON; docs/research.md lists the keys.")
@compiled_option
def best_reply(scenario: str | None, agent: str, seat: str | None, as_json: bool, **options: Any) -> None:
    """Reply to AGENT in SCENARIO (else the flagship) by a search that knows it, and say how much that gains.

    The gain is over the best built-in reply in the same games: a lower bound of what a best reply would gain. For a
    game as small as `tiny` the exact one is found by `cessation solve`.
    """
    from sim.ai.kernel import compiled_kernel, kernel_cache, plain_kernel
    from sim.ai.registry import check_agent_id
    from sim.analysis.solver.approximate_reply import Asked, find_reply
    from sim.analysis.study.calibrate import whether_compiled
    from sim.scenario.book import open_book
    from sim.scenario.places import flagship

    book = open_book(scenario or flagship())
    tables, names = book.tables, book.tables.names.seats
    if seat is not None and seat not in names:
        raise click.BadParameter(f"no seat `{seat}`; there are {', '.join(names)}", param_hint="--seat")
    if agent == HUMAN:
        raise click.BadParameter("nobody knows what a person would do; name an agent", param_hint="--to")
    check_agent_id(tables, agent)
    compiled = whether_compiled(options["compiled"])
    kernel = compiled_kernel(tables, kernel_cache()) if compiled else plain_kernel(tables)
    found = []
    for replies in [1 - names.index(seat)] if seat is not None else (1, 0):
        asked = Asked(agent, replies, options["games"], options["simulations"], options["rng_seed"])
        found.append(find_reply(kernel, asked, lambda told: click.echo(told, err=True)))
        if not as_json:
            click.echo("\n".join(_lines(book, found[-1])))
    if as_json:
        click.echo(json.dumps(_as_data(book, found), indent=2))


# ----------------------------------------------------------------------------------------------------------- as a text
def _figure(found: "Estimate", scale: float = 1.0) -> str:
    if found.value is None or found.low is None or found.high is None:
        return "-"
    return f"{scale * found.value:.1f} ({scale * found.low:.1f} to {scale * found.high:.1f})"


def _name(asked: "Asked", line: "ReplyLine", best: str) -> str:
    """Who replied, and why this one."""
    from sim.analysis.solver.approximate_reply import SEARCHED

    if line.agent == SEARCHED:
        return f"search that knows it ({asked.simulations} simulations)"
    why = [word for word, so in (("best built-in", line.agent == best), ("mirror", line.agent == asked.agent)) if so]
    return f"{line.agent} ({', '.join(why) or 'plays par'})"


def _lines(book: "Book", found: "ApproximateReply") -> list[str]:
    asked, searched = found.asked, found.lines[0]
    seats = [book.word("seats", seat) for seat in book.tables.names.seats]
    head = f"{seats[asked.seat]} replies to {asked.agent} as {seats[1 - asked.seat]}: {asked.games} games"
    lines = [f"{head}, paired; means with 95 % intervals"]
    if not found.exact:
        lines.append(f"  In playouts {asked.agent} is taken for the stance that it most resembles, `{found.stance}`")
    for each in found.lines:
        gain = f"; the search has {_figure(each.gain)} more" if each.gain else ""
        lines.append(f"  {_name(asked, each, found.best):44} score {_figure(each.score)}{gain}")
        ends = [
            f"{book.word('endings', ending)} {100 * (share.value or 0.0):.0f} %"
            for ending, share in sorted(each.endings.items(), key=lambda one: -(one[1].value or 0.0))
        ]
        lines.append(f"    {', '.join(ends)}")
    best = next(each for each in found.lines if each.agent == found.best)
    lines += [f"  {said}" for said in differences(book, searched, best)]
    return [*lines, f"  {_gain_words(best)} A search may miss more: it is a lower bound of what can be gained.", ""]


def _gain_words(best: "ReplyLine") -> str:
    gain = best.gain
    if gain is None or gain.value is None or gain.low is None or gain.high is None:
        return ""
    if gain.low > 0.0:
        return f"Knowing the agent is worth {_figure(gain)} points."
    return f"The search found nothing surely better than `{best.agent}`: {_figure(gain)} points."


def differences(book: "Book", one: "ReplyLine", other: "ReplyLine") -> list[str]:
    """What one reply does beside another, in words: its usual offer, when it signs, and its levers."""
    said = [_offer_words(book, one, other), _signing_words(one, other)]
    apart = {lever: one.pulled.get(lever, 0.0) - other.pulled.get(lever, 0.0) for lever in {*one.pulled, *other.pulled}}
    largest = sorted(apart, key=lambda lever: (-abs(apart[lever]), lever))[:LEVERS_TOLD]
    told = [
        f"{book.word('levers', book.tables.names.levers[lever].partition('.')[2])} "
        f"{one.pulled.get(lever, 0.0):.1f} times ({other.pulled.get(lever, 0.0):.1f})"
        for lever in largest
        if abs(apart[lever]) >= PULLS_APART
    ]
    if told:
        said.append(f"Levers a game, where it differs most from `{other.agent}`: {'; '.join(told)}.")
    return said


def _offer_words(book: "Book", one: "ReplyLine", other: "ReplyLine") -> str:
    from sim.record.notation import package_text

    def usual(line: "ReplyLine") -> str:
        if line.offer is None:
            return "none"
        return f"{package_text(book.tables, line.offer[0])} ({100 * line.offer[1]:.0f} % of its offers)"

    return f"Its most usual offer: {usual(one)}; of `{other.agent}`: {usual(other)}."


def _signing_words(one: "ReplyLine", other: "ReplyLine") -> str:
    def when(line: "ReplyLine") -> str:
        if line.first_signed is None:
            return "in no game"
        return f"in {100 * (line.signed.value or 0.0):.0f} % of games, first on day {line.first_signed:g} (median)"

    return f"It signs {when(one)}; `{other.agent}` {when(other)}."


# ------------------------------------------------------------------------------------------------------------- as data
def _estimate(found: "Estimate | None") -> dict[str, float | None] | None:
    return {"value": found.value, "low": found.low, "high": found.high} if found else None


def _line_data(book: "Book", line: "ReplyLine") -> dict[str, Any]:
    from sim.record.notation import package_text

    tables = book.tables
    return {
        "agent": line.agent,
        "score": _estimate(line.score),
        "gain": _estimate(line.gain),
        "endings": {ending: _estimate(share) for ending, share in line.endings.items()},
        "offer": {"package": package_text(tables, line.offer[0]), "share": line.offer[1]} if line.offer else None,
        "signed": _estimate(line.signed),
        "first_signed": line.first_signed,
        "pulled": {tables.names.levers[lever]: pulls for lever, pulls in line.pulled.items()},
    }


def _as_data(book: "Book", found: "list[ApproximateReply]") -> dict[str, Any]:
    tables = book.tables
    return {
        "scenario": tables.id,
        "hash": tables.digest,
        "replies": [
            {
                "to": each.asked.agent,
                "seat": tables.names.seats[each.asked.seat],
                "games": each.asked.games,
                "simulations": each.asked.simulations,
                "rng_seed": each.asked.rng_seed,
                "stance": each.stance,
                "exact": each.exact,
                "best": each.best,
                "lines": [_line_data(book, line) for line in each.lines],
            }
            for each in found
        ],
    }
