"""Options that several commands share."""

import click

compiled_option = click.option(
    "--compiled/--no-compiled",
    default=None,
    envvar="CESSATION_COMPILED",
    help="Insist on the compiled kernel, or do without; else it is used if it is installed.",
)
