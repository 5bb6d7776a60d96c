"""``cessation doctor``: what works on this machine, and the command that brings what is missing."""

import os
import platform
import sys
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec

import click

from sim import __version__
from sim.folders import cache_folder, saves_folder

# What each optional feature imports, and the extra that brings it.
FEATURES = {
    "compiled kernel": ("numba", "fast"),
    "window": ("pygame", ""),
    "property tests": ("hypothesis", "author"),
}


def _installed(distribution: str) -> str | None:
    try:
        return version(distribution)
    except PackageNotFoundError:
        return None


@click.command()
def doctor() -> None:
    """Check Python, extras, folders and the shipped scenarios. Exit code 1 if something needed is broken."""
    from sim.errors import CessationError
    from sim.scenario.book import open_book
    from sim.scenario.places import shipped

    broken = False
    click.echo(
        f"cessation {__version__}, Python {platform.python_version()} on {platform.system()} {platform.machine()}"
    )
    for feature, (module, extra) in FEATURES.items():
        if find_spec(module):
            click.echo(f"ok       {feature}")
        else:
            remedy = f"pip install 'cessation[{extra}]'" if extra else "pip install pygame-ce"
            click.echo(f"missing  {feature}: {remedy}")
    if _installed("pygame") and _installed("pygame-ce"):
        broken = True
        click.echo("broken   pygame and pygame-ce are both installed and overwrite each other: pip uninstall pygame")
    for name, folder in (("saves", saves_folder()), ("cache", cache_folder())):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            writable = os.access(folder, os.W_OK)
        except OSError:
            writable = False
        broken |= not writable
        click.echo(f"{'ok      ' if writable else 'broken  '} {name} folder {folder}")
    for each in shipped():
        try:
            book = open_book(each)
            click.echo(f"ok       scenario {book.tables.id} sha256:{book.tables.digest[:12]}")
        except CessationError as error:
            broken = True
            click.echo(f"broken   scenario {each.name}: {error}")
    if not sys.stdout.isatty():
        click.echo("note     no terminal: `cessation play --text` reads from a pipe")
    if broken:
        raise click.exceptions.Exit(1)
