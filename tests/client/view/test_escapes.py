"""No English is left on any screen, in the window or as text, once another language is spoken."""

import re
from collections.abc import Iterable, Iterator
from html import unescape

import pytest

from sim.client.debriefing.html_page import html_page
from sim.client.explaining.asking import all_targets
from sim.client.explaining.tables import explain
from sim.client.model import Model
from sim.client.text.commands import VERBS, VERBS_OVER, as_typed
from sim.client.text.layout import page_lines
from sim.client.view.drawing.scene import Words
from sim.client.wishes import Wishes
from sim.language import FIRST
from sim.language.catalogue import languages
from tests.client.play import WIDTH, Policy, Script, book, plain_policy
from tests.client.view.gallery import FLAGSHIP, models, scene_of, shells
from tests.scenario.test_translations import LATIN as SPELT_IN_LATIN
from tests.tongue import speaking

OTHERS = [language for language in languages() if language != FIRST and language in book(FLAGSHIP).words]
"""The languages in which a scenario can be read as well."""
SPELT_ALIKE = {
    *SPELT_IN_LATIN, *languages(),
    *"Cessation English HTML Markdown Enter Esc Tab Shift Ctrl PgUp PgDn Home End cessation play".split(),
    *"continue explain agent agents pip install sha The Art Science of Negotiation Strategy Conflict aleppo".split(),
}  # fmt: skip
"""Names of the game, of keys, languages, networks and journals, signs of formulas, and what is typed elsewhere."""
MADE_UP = set("Something was done A title First Second before the winter Oct".split())
"""What the gallery puts on its screens."""
ASKED_IN_ENGLISH = ("dialog/question", "unforeseen", "about", "dialog/card")
"""Screens of the gallery that show what was said while English was spoken, or the model card, which is in English."""
LATIN = re.compile(r"[A-Za-z]{2,}")
NO_WORD = re.compile(r"\b[A-Z]{1,2}[0-9]{1,3}\b|\b[0-9a-f]{12,}\b|'[a-z]+\[[a-z]+\]'")
"""Ids of facts, hashes, and what is installed."""


def english_in(texts: Iterable[str], allowed: Iterable[str] = ()) -> Iterator[tuple[str, str]]:
    """Words in Latin letters that have no business there, with the text that they stand in."""
    spelt = SPELT_ALIKE | set(allowed)
    for text in texts:
        found = [word for word in LATIN.findall(NO_WORD.sub("", text)) if word not in spelt]
        if found:
            yield ", ".join(found), text


def check_none(found: Iterable[tuple[str, str]]) -> None:
    """Fail with the escapes as a list to read, if there are any."""
    left = sorted(set(found))
    if left:
        pytest.fail("\n".join([f"{len(left)} escapes", *(f"{words}: {text}" for words, text in left[:80])]))


@pytest.mark.parametrize("language", OTHERS)
def test_no_english_is_left_in_the_window(language: str) -> None:
    left = set()
    for name in (each for each in shells() if each not in ASKED_IN_ENGLISH):
        for each in scene_of(name, (1280, 720), 100, language)[0].elements:
            said = [fragment.text for fragment in each.drawing.fragments] if isinstance(each.drawing, Words) else []
            said += [each.name, *((each.control.tip, each.control.why) if each.control else ())]
            left |= set(english_in(said, MADE_UP))
    check_none(left)


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("stage", ["force", "over"])
def test_no_english_is_left_on_any_page(language: str, stage: str) -> None:
    model = models(FLAGSHIP, 0)[stage]
    with speaking(language):
        lines = [line for target in all_targets(model) for line in page_lines(explain(model, target), WIDTH)]
        left = set(english_in(lines))
    check_none(left)


@pytest.mark.parametrize("language", OTHERS)
def test_no_english_is_left_on_the_page_of_a_debrief(language: str) -> None:
    model = models(FLAGSHIP, 0)["over"]
    assert model.debrief is not None
    with speaking(language):
        page = html_page(model, model.debrief)
    shown = re.sub(r"<[^>]*>", "\n", re.sub(r"(?s)<style.*?</style>", "", page))
    check_none(english_in(map(unescape, shown.splitlines()), ["test"]))  # the version it was played with


WRONG = "x|1 9|9999|1+|1 200"
AS_IT_GOES = ("about", "quit", "exit", "q", "end", "pass", "language", "advisers", "turning", "page", "replay")
"""What quotes English, ends the script, passes days, changes the language, takes its time, or asks for lines."""
AGAIN = ("replay", "fog", "eyes", "x!", "7777", "quit")
"""A replay with what can be said in it."""


class Listener(Script):
    """A script that keeps what is said to it and not what it says."""

    def read(self, prompt: str) -> str | None:
        """The next line."""
        line = super().read(prompt)
        self.written[-1] = prompt
        return line


def every_command(over: Iterable[str]) -> Policy:
    """Every command as it is called, alone and with what is wrong behind it, then days on end, then the debrief's."""
    before = [command for command in VERBS if command not in AS_IT_GOES]
    lines = iter([*before, *(f"{command} {wrong}" for command in before for wrong in WRONG.split("|")), "undo", *AGAIN])
    after = iter([*(command for command in over if command not in AS_IT_GOES), *AGAIN, "quit"])

    def policy(model: Model) -> str | None:
        if model.question:
            return "no"
        line = next(after) if model.over else next(lines, None) or plain_policy(model)
        first, _, rest = (line or "").partition(" ")
        return f"{as_typed(first)} {rest}".strip()

    return policy


@pytest.mark.xdist_group("searching")
@pytest.mark.parametrize("language", OTHERS)
def test_no_english_is_left_in_the_terminal(language: str) -> None:
    with speaking(language):
        listener = Listener(policy=every_command(VERBS_OVER)).run(Wishes(FLAGSHIP, "us", "cooperative", rng_seed=4))
    assert listener.play is not None
    assert listener.play.model.over
    check_none(english_in(listener.written))
