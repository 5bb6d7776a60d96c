"""``cessation check``: every fault of a scenario at once, where it is and what would be right."""

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from sim.scenario.load import Loaded
    from sim.scenario.tables import RulesTables

NAMED = 12
"""How many missing words are named, at most."""


def completeness(lacked: list[str]) -> str:
    """What to say of a language's missing words."""
    if not lacked:
        return "complete"
    named = f"{', '.join(lacked[:NAMED])}{', ...' if len(lacked) > NAMED else ''}"
    return f"{len(lacked)} without words, which are read in English: {named}"


def deep_remarks(loaded: "Loaded", tables: "RulesTables") -> list[str]:
    """What never alters a game and what nothing reaches, each with its place in the file."""
    from sim.ai.kernel import can_compile
    from sim.analysis.depth.lint import lint
    from sim.scenario.faults import Fault, dotted

    found = []
    for path, message in lint(tables, 1, can_compile()):
        line, column = loaded.faults.mark(path, at_key=True)
        found.append(str(Fault(loaded.faults.file, line, column, dotted(path), message)))
    return found


def sizes(tables: "RulesTables") -> str:
    """How much of everything there is."""
    names = tables.names
    counted = {
        "variables": tables.variables, "issues": names.issues, "levers": names.levers, "hazards": names.hazards,
        "clauses": names.clauses, "endings": names.endings,
    }  # fmt: skip
    return ", ".join(f"{len(rows)} {what}" for what, rows in counted.items())


@click.command()
@click.argument("scenario", nargs=-1, required=True)
@click.option("--quiet", is_flag=True, help="Say nothing when all is well.")
@click.option("--deep", is_flag=True, help="Also play, and tell what never alters a game and what nothing reaches.")
@click.option("--strict", is_flag=True, help="With --deep: exit code 1 if there is anything to tell.")
def check(scenario: tuple[str, ...], quiet: bool, deep: bool, strict: bool) -> None:
    """Check SCENARIOs (names or folders). Exit code 65 if any has a fault, else 66 if any is not there.

    Facts that nothing cites, and what has words in English alone, are notices. So is what --deep finds, in about a
    thousand games of varied play; `cessation depth` measures more.
    """
    from sim.errors import MissingFile
    from sim.scenario.book import read_book
    from sim.scenario.faults import ScenarioError
    from sim.scenario.load import load_sources
    from sim.scenario.places import find_scenario

    worst = 0
    for name in scenario:
        try:
            folder = find_scenario(name)
            book = read_book(folder)
        except MissingFile as missing:
            worst = worst or missing.exit_code
            click.echo(str(missing), err=True)
            continue
        except ScenarioError as error:
            worst = error.exit_code
            click.echo(str(error), err=True)
            click.echo(f"{name}: {len(error.faults)} fault{'s' if len(error.faults) > 1 else ''}", err=True)
            continue
        loaded = load_sources(folder)
        remarks = deep_remarks(loaded, book.tables) if deep else []
        worst = worst or int(bool(remarks) and strict)
        if quiet:
            for remark in remarks:
                click.echo(remark)
            continue
        click.echo(f"{name}: ok ({sizes(book.tables)})")
        for remark in remarks:
            click.echo(f"  {remark}")
        if orphans := loaded.orphans():
            click.echo(f"  facts of its sources that nothing cites: {', '.join(orphans)}")
        for language in loaded.translations():
            click.echo(f"  {language}: {completeness(loaded.lacks(language))}")
    if worst:
        raise click.exceptions.Exit(worst)
