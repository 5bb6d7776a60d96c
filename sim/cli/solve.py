"""``cessation solve``: an exact equilibrium of a small scenario, and how far an agent is from it."""

import json
from typing import TYPE_CHECKING, Any

import click

from sim.cli.options import compiled_option

if TYPE_CHECKING:
    from sim.analysis.solver.equilibrium import Exploited, Solved
    from sim.analysis.solver.sampled import SampledExploit
    from sim.analysis.solver.tree import Tree
    from sim.analysis.study.estimates import Estimate
    from sim.scenario.book import Book

SHOWN = 0.0005  # turns and strategies rarer than this are not printed


def _tell(message: str) -> None:
    click.echo(message, err=True)


@click.command()
@click.argument("scenario", default="tiny", required=False)
@click.option("--agent", "agents", multiple=True, metavar="ID", help="Also say how exploitable it is; repeatable.")
@click.option("--seat", metavar="SEAT", help="The agent's seat; else both.")
@click.option("--reply/--no-reply", default=True, show_default=True, help="Also the rival's best reply to the agent.")
@click.option(
    "--epsilon", type=click.FloatRange(0.0), default=0.01, show_default=True, help="Points that may be gained."
)
@click.option(
    "--games", type=click.IntRange(2), help="Of an agent only what so many games tell: for one that searches."
)
@click.option("--json", "as_json", is_flag=True, help="As JSON; docs/research.md lists the keys.")
@compiled_option
def solve(scenario: str, agents: tuple[str, ...], seat: str | None, as_json: bool, **options: Any) -> None:
    """Find an equilibrium of SCENARIO (a game as small as `tiny`) by exact best replies, with its certificate.

    With --agent: what the agent loses against the equilibrium strategy, and what the rival's best reply to it has above
    the rival's value in the equilibrium, both in points of the score's 100. The second takes a minute or more; with an
    agent that thinks for milliseconds, hours: see --no-reply, and --games, which plays instead of asking everything.
    """
    from sim.analysis.solver.equilibrium import exploit
    from sim.analysis.solver.equilibrium import solve as find
    from sim.analysis.solver.sampled import sample
    from sim.analysis.solver.strategies import strategy_of
    from sim.analysis.solver.tree import Tree
    from sim.scenario.book import open_book

    book = open_book(scenario)
    names = book.tables.names.seats
    if seat is not None and seat not in names:
        raise click.BadParameter(f"no seat `{seat}`; there are {', '.join(names)}", param_hint="--seat")
    tree = Tree(book.tables, compiled=options["compiled"])
    for agent in agents:
        strategy_of(tree, agent, 0)  # an unknown one is refused before the work begins
    solved = find(tree, options["epsilon"], _tell)
    seats = range(2) if seat is None else [names.index(seat)]
    found, sampled = [], []
    for agent in agents:
        if options["games"]:
            sampled += sample(tree, solved, agent, seats, options["games"], _tell)
        else:
            found += [exploit(tree, solved, agent, each, _tell, replied=options["reply"]) for each in seats]
    if as_json:
        data = _as_data(book, tree, solved, found, options["epsilon"])
        data["agents"] += [_sampled_data(names, each) for each in sampled]
        click.echo(json.dumps(data, indent=2))
    else:
        _print(book, tree, solved, found)
        for each in sampled:
            _print_sampled(names, each)


def _seat_data(book: "Book", tree: "Tree", solved: "Solved", seat: int) -> dict[str, Any]:
    """One seat's part of the equilibrium."""
    from sim.analysis.solver.values import first_turns
    from sim.record.notation import write_action

    tables = book.tables
    kinds = tables.names.types[tables.names.seats[seat]]
    turns = first_turns(tree, solved.mixed(0), solved.mixed(1), seat)
    return {
        "value": solved.values[seat],
        "gain": solved.gains[seat],
        "by_type": {kinds[kind]: value for kind, value in solved.by_type[seat].items()},
        "strategies": [weight for weight in solved.weights[seat] if weight > 0.0],
        "first_turn": {
            kinds[kind]: {
                "; ".join(write_action(tables, action) for action in turn): chance
                for turn, chance in sorted(found.items(), key=lambda each: -each[1])
            }
            for kind, found in turns.items()
        },
    }


def _as_data(book: "Book", tree: "Tree", solved: "Solved", found: "list[Exploited]", epsilon: float) -> dict[str, Any]:
    names = book.tables.names.seats
    return {
        "scenario": book.tables.id,
        "hash": book.tables.digest,
        "epsilon": epsilon,
        "rounds": solved.rounds,
        "beliefs": dict(zip(names, solved.beliefs, strict=True)),
        "seats": {name: _seat_data(book, tree, solved, seat) for seat, name in enumerate(names)},
        "agents": [
            {"agent": each.agent, "seat": names[each.seat], "reply": each.reply, "gain": each.gain}
            | {"value": each.value, "loss": each.loss, "exact": each.exact}
            for each in found
        ],
    }


def _print(book: "Book", tree: "Tree", solved: "Solved", found: "list[Exploited]") -> None:
    names = book.tables.names.seats
    for seat, name in enumerate(names):
        data = _seat_data(book, tree, solved, seat)
        click.echo(f"{name}: value {data['value']:.2f}; a best reply would gain {max(0.0, data['gain']):.4f}")
        for kind, value in data["by_type"].items():
            click.echo(f"  {kind}: {value:.2f}; first turn:")
            for turn, chance in data["first_turn"][kind].items():
                if chance >= SHOWN:
                    click.echo(f"    {chance:6.1%}  {turn}")
    for each in found:
        rival = names[1 - each.seat]
        doubt = "" if each.exact else " (its own luck sampled, not enumerated)"
        click.echo(f"{each.agent} as {names[each.seat]}{doubt}:")
        click.echo(f"  against the equilibrium it has {each.value:.2f}: {each.loss:.2f} less than the best reply to it")
        if each.reply is None or each.gain is None:
            continue
        click.echo(f"  the best reply of {rival} has {each.reply:.2f}: {each.gain:+.2f} on its equilibrium value")


def _told(each: "Estimate") -> str:
    return f"{each.value:.2f} ({each.low:.2f} to {each.high:.2f})"


def _sampled_data(names: list[str], each: "SampledExploit") -> dict[str, Any]:
    found = {"value": each.value, "loss": each.loss, "gain": each.gain}
    return {"agent": each.agent, "seat": names[each.seat]} | {key: told._asdict() for key, told in found.items()}


def _print_sampled(names: list[str], each: "SampledExploit") -> None:
    rival = names[1 - each.seat]
    click.echo(f"{each.agent} as {names[each.seat]} ({each.value.units} games of each pair, 95 % intervals):")
    click.echo(f"  against the equilibrium it has {_told(each.value)}: {_told(each.loss)} less than that has")
    click.echo(f"  the equilibrium's {rival} has {_told(each.gain)} more of it than it has of itself")
