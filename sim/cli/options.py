"""Options that several commands share."""

import click


class LanguageType(click.ParamType[str]):
    """A language in which the game has words."""

    name = "LANGUAGE"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The language; fails with those there are."""
        from sim.language.catalogue import languages

        if value not in languages():
            self.fail(f"no words in `{value}`; there are {', '.join(languages())}", param, ctx)
        return str(value)


compiled_option = click.option(
    "--compiled/--no-compiled",
    default=None,
    envvar="CESSATION_COMPILED",
    help="Insist on the compiled kernel, or do without; else it is used if it is installed.",
)
