"""``cessation bench``: nanoseconds a decision, nights included, under random play."""

import json
import time
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from sim.ai.kernel import Kernel


def measure(kernel: "Kernel", agent: str, games: int, repeats: int) -> tuple[float, float]:
    """(seconds a decision, seconds a game), the best of ``repeats`` timings of ``games`` games after a warm-up."""
    from sim.ai.registry import make_brain

    tables = kernel.tables
    desk = kernel.desk(make_brain(tables, agent, 0), make_brain(tables, agent, 1))
    kernel.play_games(kernel.ints, kernel.reals, desk, kernel.tape(1), 1, 0)
    best = float("inf")
    decisions = 1
    for _ in range(repeats):
        tape = kernel.tape(games)
        begun = time.perf_counter()
        kernel.play_games(kernel.ints, kernel.reals, desk, tape, 1, 0)
        seconds = time.perf_counter() - begun
        if seconds < best:
            best, decisions = seconds, sum(tape.decisions)
    return best / decisions, best / games


@click.command()
@click.argument("scenario", required=False)
@click.option("--agent", default="random", show_default=True, help="Who plays both seats.")
@click.option("--games", type=click.IntRange(1), default=1000, show_default=True, help="Compiled games a timing.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def bench(scenario: str | None, agent: str, games: int, as_json: bool) -> None:
    """Measure the kernel on SCENARIO (else the flagship): compiled, if the extra `fast` is installed, and plain."""
    from sim.ai.kernel import can_compile, compiled_kernel, plain_kernel
    from sim.folders import cache_folder
    from sim.scenario.book import open_book
    from sim.scenario.places import flagship

    tables = open_book(scenario or flagship()).tables
    plain, _ = measure(plain_kernel(tables), agent, max(1, games // 200), 3)
    figures: dict[str, Any] = {"scenario": tables.id, "agent": agent, "games": games}
    figures["ns_per_decision"] = {"plain": round(plain * 1e9, 1)}
    if can_compile():
        decision, game = measure(compiled_kernel(tables, cache_folder() / "kernels"), agent, games, 5)
        figures["ns_per_decision"]["compiled"] = round(decision * 1e9, 1)
        figures["decisions_per_second"] = round(1.0 / decision)
        figures["games_per_second"] = round(1.0 / game, 1)
    if as_json:
        click.echo(json.dumps(figures, indent=2))
        return
    for form, ns in figures["ns_per_decision"].items():
        click.echo(f"{form:9} {ns:10,.0f} ns a decision, nights included")
    if can_compile():
        click.echo(f"{figures['decisions_per_second']:,} decisions and {figures['games_per_second']:,} games a second")
    else:
        click.echo("not compiled: pip install 'cessation[fast]'", err=True)
