"""The game speaks other languages: every sentence has its words there, and numbers and dates are theirs."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import sim.analysis
import sim.client
from sim.client import words as w
from sim.client.figures import figure, fixed, signed
from sim.client.naming import date_words, short_date
from sim.client.settings import Settings, language_of
from sim.client.text import words as t
from sim.client.text.commands import VERBS, VERBS_OVER, in_english
from sim.language import FIRST
from sim.language.catalogue import FILE, LOCALES, catalogue, language_wished, languages
from tests.client.catalogues import kept, sentences, update
from tests.client.play import book
from tests.tongue import speaking

OTHERS = [language for language in languages() if language != FIRST]
GAP = re.compile(r"\{[^{}]*\}")
TYPED = re.compile(r"`([^`]+)`")
NOT_TYPED = ("cessation", "pip")  # what is typed elsewhere
OTHER_NAMES = {"offer", "refuse", "lever", "explain", "?", "log", "exit", "q"}  # of commands that have one


def english() -> dict[str, tuple[str, ...]]:
    """Every sentence by its first form."""
    return {each.forms[0]: each.forms for each in sentences()}


@pytest.mark.parametrize("language", OTHERS)
def test_every_sentence_has_its_words_and_no_words_are_of_nothing(language: str) -> None:
    said, found = english(), catalogue(language).forms
    assert [each for each in said if each not in found] == [], "`make words`, then translate what is empty or fuzzy"
    assert [each for each in found if each not in said] == [], "`make words` takes these out"


@pytest.mark.parametrize("language", OTHERS)
def test_the_catalogue_lies_as_the_command_leaves_it(language: str, tmp_path: Path) -> None:
    update(tmp_path / FILE, kept(language))
    assert (tmp_path / FILE).read_bytes() == (LOCALES / language / FILE).read_bytes(), "`make words`"


@pytest.mark.parametrize("language", OTHERS)
def test_translations_have_the_gaps_of_what_they_translate(language: str) -> None:
    found = catalogue(language).forms
    for first, forms in english().items():
        gaps = set(GAP.findall(" ".join(forms)))
        said = found.get(first, forms)
        assert set(GAP.findall(" ".join(said))) == gaps, f"{first} | {said}"
        few = {gap for gap in gaps if len(forms) > 1 and gap.startswith("{n")}  # Arabic says two without a figure
        for form in said:
            assert set(GAP.findall(form)) >= gaps - few, f"{first} | {form}"


@pytest.mark.parametrize("language", OTHERS)
def test_a_sentence_that_a_number_governs_has_a_form_for_every_number(language: str) -> None:
    found, which = catalogue(language)
    needed = {which(n) for n in range(200)}
    for first, forms in english().items():
        if len(forms) > 1:
            assert len(found[first]) == len(needed), first


@pytest.mark.parametrize("language", OTHERS)
def test_what_a_translation_says_one_can_type_can_be_typed(language: str) -> None:
    places = {each.forms[0]: each.place for each in sentences()}
    with speaking(language):
        for first, forms in catalogue(language).forms.items():
            for said in TYPED.findall(" ".join(forms)) if ".text." in places.get(first, "") else ():
                word = said.split()[0]
                known = (
                    in_english([word])[0] in {**VERBS, **VERBS_OVER}
                    or word in (*NOT_TYPED, *t.NEW_WORDS.split())
                    or word[0] in "{!"
                )
                assert known, f"{said}: {forms}"


@pytest.mark.parametrize("language", languages())
def test_what_the_help_lists_can_be_typed(language: str) -> None:
    with speaking(language):
        entries = [entry for _, part in t.HELP for entry in part] + list(t.HELP_OVER)
        for said in [each for entry, _ in entries for each in re.split(", |، ", entry)]:
            assert in_english([said.split()[0]])[0] in {*VERBS, *VERBS_OVER, "Enter"}, said


def test_every_command_can_be_called_in_another_language() -> None:
    assert {*VERBS, *VERBS_OVER} - set(t.COMMANDS) == OTHER_NAMES, "give it a place in COMMANDS"


@pytest.mark.parametrize("language", languages())
def test_no_two_commands_are_called_alike(language: str) -> None:
    with speaking(language):
        for called in (t.COMMANDS, t.ARGUMENTS):
            assert len(set(called.values())) == len(called)
            assert all(word == word.lower() and len(word.split()) == 1 for word in called.values())


# ------------------------------------------------------------------------------------------- numbers, dates, languages
def test_russian_has_three_forms_of_a_number_and_writes_a_comma() -> None:
    with speaking("ru"):
        counted = [w.DAYS.format(n=n) for n in (1.0, 2.0, 5.0, 11.0, 21.0, 104.0, 1.5)]
        assert counted == ["1 день", "2 дня", "5 дней", "11 дней", "21 день", "104 дня", "1,5 дня"]
        assert (fixed(0.5, 2), figure(275000, "", 1e6), signed(-1.25)) == ("0,50", "275\u00a0000", "-1,25")
        assert w.ITS_TERMS_WERE.format(package="0.5").endswith(" 0.5."), "only numbers are written anew"
        assert w.CAPITAL_ABOUT.format(per_day=0.5, most=10, signing=2).count("0,5") == 1
    assert w.DAYS.format(n=1.5) == "1.5 days"
    assert figure(275000, "", 1e6) == "275,000"


def test_arabic_has_a_form_of_its_own_for_eleven_to_ninety_nine() -> None:
    with speaking("ar"):
        counted = [w.DAYS.format(n=n) for n in (1.0, 2.0, 3.0, 10.0, 11.0, 99.0, 100.0, 2000.0)]
    day, two, days, accusative = (
        "\u064a\u0648\u0645",
        "\u064a\u0648\u0645\u0627\u0646",
        "\u0623\u064a\u0627\u0645",
        "\u064a\u0648\u0645\u064b\u0627",
    )
    assert counted == [
        day,
        two,
        f"3 {days}",
        f"10 {days}",
        f"11 {accusative}",
        f"99 {accusative}",
        f"100 {day}",
        f"2000 {day}",
    ]


def test_dates_are_written_as_the_language_writes_them() -> None:
    of = book("aleppo-2016")
    assert (date_words(of, 1), short_date(of, 1)) == ("Wednesday 28 September 2016", "28 Sep")
    with speaking("ru"):
        assert (date_words(of, 1), short_date(of, 1)) == ("среда, 28 сентября 2016 года", "28 сен")


def test_the_language_is_as_asked_else_as_kept_else_that_of_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    assert language_of(Settings()) == "en"
    monkeypatch.setenv("LANG", "ru_RU.UTF-8")
    assert language_of(Settings()) == "ru"
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    assert language_wished() == "en", "LC_ALL goes before LANG"
    monkeypatch.setenv("LC_ALL", "fr_FR")
    assert language_wished() == "en", "there are no words in that"
    assert language_of(Settings(language="ru")) == "ru"
    assert language_of(Settings(language="ru"), "en") == "en"


# -------------------------------------------------------------------------------------------------- words are read late
def modules() -> list[Path]:
    """Every module of the clients, and of what they tell of analyses."""
    roots = [*sim.client.__path__, *sim.analysis.__path__]
    return [path for root in roots for path in sorted(Path(root).rglob("*.py"))]


def words_imported(tree: ast.Module) -> tuple[set[str], list[str]]:
    """The names by which modules of words are known in a module, and the constants taken out of one."""
    names: set[str] = set()
    taken: list[str] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(("sim.client", "sim.analysis")):
            if (node.module or "").endswith("words"):
                taken += [alias.name for alias in node.names if alias.name.isupper()]
            else:
                names |= {alias.asname or alias.name for alias in node.names if alias.name.endswith("words")}
    return names, taken


def run_at_import(body: list[ast.stmt]) -> Iterator[ast.AST]:
    """What a module evaluates as it is imported: all but the bodies of its functions."""
    for statement in body:
        waiting: list[ast.AST] = [statement]
        while waiting:
            node = waiting.pop()
            yield node
            inside = list(ast.iter_child_nodes(node))
            if isinstance(node, ast.FunctionDef | ast.Lambda | ast.AsyncFunctionDef):
                late = node.body if isinstance(node.body, list) else [node.body]
                inside = [each for each in inside if each not in late]
            waiting += inside


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.stem)
def test_no_module_freezes_a_word_at_import(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    names, taken = words_imported(tree)
    assert not taken, "import the module of words, not its constants: they would stay English"
    frozen = [
        f"{node.lineno}: {node.value.id}.{node.attr}"
        for node in run_at_import(tree.body)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in names
    ]
    assert not frozen, "read as the module is imported, these would stay English"


@pytest.mark.parametrize(
    "path",
    [path for path in modules() if path.stem.endswith("words") and path.stem != "turning_words"],
    ids=lambda path: path.stem,
)
def test_every_module_of_words_can_be_translated(path: Path) -> None:
    assert path.read_text("utf-8").endswith("\ntranslatable(__name__)\n")


def test_names_in_prose_stand_in_no_back_quotes_which_are_for_what_is_typed() -> None:
    names = re.compile(r"`\{(type|agent|ending|lever|duty|reading|issue|option|stance|faction|clause)\}`")
    for language in ("en", *OTHERS):
        found = catalogue(language).forms.values() if language != "en" else [each.forms for each in sentences()]
        assert [form for forms in found for form in forms if names.search(form)] == []
