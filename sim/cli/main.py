"""The command ``cessation``: finds the subcommand, and turns what goes wrong into a sentence and an exit code.

Exit codes: 0 ok, 1 failure, 2 usage, 65 bad input (scenario, record), 66 missing file, 69 missing extra,
130 interrupted.
"""

import sys
from importlib import import_module

import click

from sim import __version__
from sim.errors import CessationError

# Name: (where it is, what it does). Only the subcommand that is called is imported.
COMMANDS = {
    "run": ("sim.cli.run:run", "Play many games and report how they end."),
    "play": ("sim.cli.play:play", "Play a game yourself."),
    "picture": ("sim.cli.picture:picture", "Draw any screen of a record, without a display."),
    "replay": (
        "sim.cli.replay:replay",
        "Play a record again and say where it departs, if it does; or look at it day by day.",
    ),
    "explain": (
        "sim.cli.explain:explain",
        "Say what ended a record and where it turned, or why a night went as it did.",
    ),
    "debrief": ("sim.cli.debrief:debrief", "Say what a finished game came to, as text or as one HTML page."),
    "check": ("sim.cli.check:check", "Check scenarios and say what is wrong with them."),
    "scenarios": ("sim.cli.lists:scenarios", "List the scenarios there are."),
    "agents": ("sim.cli.lists:agents", "List the agents there are."),
    "calibrate": ("sim.cli.calibrate:calibrate", "Set the model against targets, or ask it what a profile asks."),
    "par": ("sim.cli.par:par", "Say what each private type expects under reference play."),
    "perft": ("sim.cli.perft:perft", "Count a game's tree."),
    "solve": ("sim.cli.solve:solve", "Solve a tiny game exactly, and say how far agents are from it."),
    "best-reply": (
        "sim.cli.best_reply:best_reply",
        "Reply to an agent by a search that knows it, and say what it gains.",
    ),
    "tournament": (
        "sim.cli.tournament:tournament",
        "Play every agent against every, and say who exploits whom and which mixture holds.",
    ),
    "depth": (
        "sim.cli.depth:depth",
        "Measure whether choices matter, and say which criteria of depth are met.",
    ),
    "bench": ("sim.cli.bench:bench", "Measure the kernel's speed."),
    "doctor": ("sim.cli.doctor:doctor", "Say what works on this machine and what is missing."),
}


class LazyGroup(click.Group):
    """A group that knows its subcommands by name and imports one when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name][0].partition(":")
        command: click.Command = getattr(import_module(module), name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's
        with formatter.section("Commands"):
            formatter.write_dl([(name, about) for name, (_, about) in COMMANDS.items()])


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="cessation")
def cli() -> None:
    """Cessation: ceasefire diplomacy, to play, to simulate and to study."""


def main() -> None:
    """Run the command line; every error of the user's becomes a message on stderr and a documented exit code."""
    try:
        sys.exit(cli.main(standalone_mode=False) or 0)
    except click.exceptions.Exit as done:
        sys.exit(done.exit_code)
    except (click.Abort, KeyboardInterrupt):
        click.echo("interrupted", err=True)
        sys.exit(130)
    except click.ClickException as misuse:
        misuse.show()
        sys.exit(misuse.exit_code)
    except CessationError as error:
        click.echo(str(error), err=True)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
