"""``cessation calibrate``: what the model says of the targets of a scenario, or of any profile."""

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sim.cli.options import compiled_option

if TYPE_CHECKING:
    from sim.analysis.study.estimates import Estimate
    from sim.analysis.study.targets import Calibration, JudgedTarget

MANY = 1000  # games from which a second process is worth its start


@contextmanager
def _progress(games: int) -> Iterator[Callable[[int], None]]:
    """A bar on stderr, if that is a terminal; yields what is told how many games are done."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    with click.progressbar(length=games, label="playing", file=sys.stderr) as bar:
        yield lambda done: bar.update(done - bar.pos)


def _find(folder: Path, profile: str) -> Path:
    """The file of a profile given by its path, or by the name of one of the scenario's own."""
    from sim.analysis.study.targets import ENDING, PROFILES
    from sim.errors import MissingFile

    own = folder / PROFILES
    for file in (Path(profile), own / f"{profile}{ENDING}"):
        if file.is_file():
            return file
    names = ", ".join(sorted(each.stem for each in own.glob(f"*{ENDING}"))) or "none"
    raise MissingFile(f"no profile `{profile}`: give a file, or one of: {names}")


def _number(x: float | None) -> str:
    if x is None:
        return "-"
    return f"{x:.3f}" if abs(x) < 10 else f"{x:.1f}"


def _band(each: "JudgedTarget") -> str:
    if each.low is None and each.high is None:
        return ""
    if each.low is None or each.high is None:
        return f"<= {each.high:g}" if each.low is None else f">= {each.low:g}"
    return f"{each.low:g} to {each.high:g}"


def _interval(found: "Estimate") -> str:
    return "" if found.low is None else f"{_number(found.low)} to {_number(found.high)}"


def _tell(judged: list["JudgedTarget"]) -> None:
    from sim.analysis.study.targets import count_met

    verdicts = {True: "met", False: "MISSED", None: ""}
    rows = [
        (each.id, each.profile, each.quantity, _band(each), _number(each.found.value), _interval(each.found),
         f"{each.found.units:,}", verdicts[each.passed])
        for each in judged
    ]  # fmt: skip
    heads = ("id", "profile", "quantity", "band", "value", "95 % interval", "units", "")
    widths = [max(len(row[i]) for row in [heads, *rows]) for i in range(len(heads))]
    for row in [heads, *rows]:
        click.echo("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
    met, asked = count_met(judged)
    if asked:
        click.echo(f"\n{met} of {asked} targets met; one with parts is met when all its parts are")


def _judge(
    calibration: "Calibration", folder: Path, profile: str | None, play: Callable[[], None]
) -> list["JudgedTarget"]:
    from sim.analysis.study.targets import ENDING, PROFILES, judge_profile, judge_targets, read_targets

    if profile is not None:
        opened = calibration.open(_find(folder, profile))
        for name in opened.profile.quantities:
            calibration.want(opened, name)
        play()
        return judge_profile(calibration, opened)
    targets = read_targets(folder, calibration)
    for target in targets.values():
        calibration.want(calibration.open(folder / PROFILES / f"{target.profile}{ENDING}"), target.quantity)
    play()
    return judge_targets(calibration, folder, targets)


@click.command()
@click.argument("scenario", required=False)
@click.option("--profile", metavar="FILE", help="Answer what this profile asks, instead of the scenario's targets.")
@click.option("--games", type=click.IntRange(1), default=2000, show_default=True, help="Games of each profile.")
@click.option("--rng-seed", type=click.IntRange(0), default=1, show_default=True, help="The luck of all.")
@click.option("--jobs", type=click.IntRange(1), help="Processes; else as many as processors, if it pays.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@compiled_option
def calibrate(scenario: str | None, profile: str | None, **options: Any) -> None:
    """Ask of SCENARIO (else the flagship) what its targets ask, or what a profile asks; see scenarios/PROFILES.md.

    The same question, games and rng_seed give the same answer, whatever the number of jobs, compiled or not.
    """
    from sim.analysis.study.calibrate import whether_compiled
    from sim.analysis.study.targets import Calibration, count_met
    from sim.scenario.places import find_scenario, flagship

    folder = find_scenario(scenario or flagship())
    calibration = Calibration(folder)
    games, rng_seed = options["games"], options["rng_seed"]
    jobs = options["jobs"] or (os.cpu_count() or 1 if games >= MANY else 1)
    compiled = whether_compiled(options["compiled"])

    def play() -> None:
        with _progress(games * calibration.plans) as tell:
            calibration.play(games, rng_seed, jobs, compiled, tell)

    judged = _judge(calibration, folder, profile, play)
    if not options["as_json"]:
        _tell(judged)
        return
    met, asked = count_met(judged)
    head = {"scenario": calibration.loaded.scenario.id, "hash": calibration.loaded.hash}
    asking = {"games": games, "rng_seed": rng_seed, "met": met, "asked": asked}
    click.echo(json.dumps(head | asking | {"targets": [each.as_json() for each in judged]}, indent=2))
