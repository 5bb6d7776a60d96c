"""Reading what people type, forgivingly: a name by its id, its words, its number or a part; all in any case."""

import re
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher

from sim.client.explaining.asking import begins_words, plain
from sim.client.model import Model
from sim.client.naming import issue_name, named, option_name, part_word, typed
from sim.client.text import words as t
from sim.client.weighing.planning import lever_choices
from sim.rules import actions as act
from sim.rules import layout as at

CLOSEST = 5  # names that are proposed for one that is none


class MisreadError(Exception):
    """What was typed means nothing, or several things; the message says what would be right."""


class UnclearError(MisreadError):
    """A word among others that may mean several options; whoever reads has taken in all the others."""


def candidates(word: str, keys: Sequence[Sequence[str]]) -> list[int]:
    """The entries that a word may mean: equal to a key, else beginning one, else within one, else by parts of words."""
    wanted = plain(word)
    if not wanted:
        return []
    plains = [[plain(key) for key in each] for each in keys]
    of_parts: tuple[Callable[[str], bool], ...] = (
        lambda key: key == wanted, lambda key: key.startswith(wanted), lambda key: len(wanted) > 2 and wanted in key,
        lambda key: begins_words(wanted.split(), key.split()),
    )  # fmt: skip
    for fits in of_parts:
        found = [i for i, each in enumerate(plains) if any(fits(key) for key in each)]
        if found:
            return found
    return []


def closest(word: str, keys: Sequence[Sequence[str]], most: int = CLOSEST) -> str:
    """Names with what is typed for them, those first that a word is most like, and no more than so many."""

    def like(entry: Sequence[str]) -> float:
        return max(SequenceMatcher(None, plain(word), plain(key)).ratio() for key in entry)

    found = sorted(keys, key=like, reverse=True) if word else list(keys)
    listed = ", ".join(named(entry[0], entry[-1]) for entry in found[:most])
    return t.AND_MORE.format(names=listed, n=len(found) - most) if len(found) > most else listed


def number_in(word: str, n: int) -> int | None:
    """A number from 1 to n as an index, or None."""
    return int(word) - 1 if word.isascii() and word.isdigit() and len(word) < 4 and 1 <= int(word) <= n else None


def choose(word: str, keys: Sequence[Sequence[str]], otherwise: str) -> int:
    """The one entry that a word means, also by its number; raises MisreadError."""
    number = number_in(word, len(keys))
    if number is not None:
        return number
    found = candidates(word, keys)
    if len(found) == 1:
        return found[0]
    if found:
        raise MisreadError(t.AMBIGUOUS.format(word=word, choices=closest(word, [keys[i] for i in found])))
    raise MisreadError(otherwise)


def read_lever(model: Model, text: str) -> int:
    """The row of one of the seat's levers; raises MisreadError."""
    choices = lever_choices(model)
    keys = [(each.id, each.name) for each in choices]
    if not text:
        raise MisreadError(t.NEEDS_LEVER.format(levers=closest("", keys, len(keys))))
    return choices[choose(text, keys, t.NO_LEVER.format(word=text, levers=closest(text, keys)))].row


def read_reason(model: Model, text: str) -> int:
    """The number of a reason; raises MisreadError."""
    keys = [(reason, model.book.word("reasons", reason)) for reason in model.names.reasons]
    if not text:
        for reason in range(len(model.names.reasons)):  # one that names no issue, if there is such a one
            if model.tables.ints[model.tables.ints[at.REASONS] + reason * at.REASON_WIDTH + at.REASON_ISSUE] < 0:
                return reason
        raise MisreadError(t.NEEDS_REASON.format(reasons=closest("", keys, len(keys))))
    return choose(text, keys, t.NO_REASON.format(word=text, reasons=closest(text, keys)))


def issue_keys(model: Model) -> list[tuple[str, str]]:
    """Ids and names of the issues."""
    return [(id_, issue_name(model.book, i)) for i, id_ in enumerate(model.names.issues)]


def _numbers_of(model: Model, issue: int, option: int) -> set[str]:
    """The numbers by which an option may be called: the one in its id, and its own, such as hours."""
    id_, options = list(model.names.issues.items())[issue]
    found = {re.sub(r"\D", "", options[option])}
    written = model.book.outline["issues"][id_]["options"]
    if isinstance(written, dict):
        found.add(str(written[options[option]]).partition("@")[0].strip())
    return found


def read_option(model: Model, issue: int, word: str) -> int | None:
    """An option of an issue by id, name, the number in its id, its place in the row, or a part; None if it is none."""
    id_, options = list(model.names.issues.items())[issue]
    keys = [(option, part_word(model.book, ("issues", id_, "options", option))) for option in options]
    exact = [i for i, each in enumerate(keys) if plain(word) in map(plain, each)]
    numbers = [i for i in range(len(options)) if word in _numbers_of(model, issue, i)]
    for found in (exact, numbers):
        if len(found) == 1:
            return found[0]
    place = number_in(word, len(options))
    if place is not None:
        return place
    found = candidates(word, keys)
    if len(found) > 1:
        raise MisreadError(t.AMBIGUOUS.format(word=word, choices=closest(word, [keys[i] for i in found])))
    return found[0] if found else None


def read_options_anywhere(model: Model, word: str) -> list[tuple[int, int]]:
    """Every (issue, option) that a word may mean, the exact ones if there are any."""
    everywhere = [(i, j) for i, options in enumerate(model.names.issues.values()) for j in range(len(options))]
    ids = list(model.names.issues.values())
    keys = [(ids[i][j], option_name(model.book, i, j)) for i, j in everywhere]
    if word.isascii() and word.isdigit():
        return [each for each in everywhere if word in _numbers_of(model, *each)]
    return [everywhere[k] for k in candidates(word, keys)]


def whole_names(model: Model, words: Sequence[str]) -> list[str]:
    """Words in which those that make up the whole name of one option, such as `7 days`, stand together as its id."""
    ids = [option for options in model.names.issues.values() for option in options]
    named: dict[str, list[str]] = {}
    for i, options in enumerate(model.names.issues.values()):
        for j, option in enumerate(options):
            named.setdefault(plain(option_name(model.book, i, j)), []).append(option)
    found, i = list[str](), 0
    while i < len(words):
        for n in range(len(words) - i, 1, -1):
            options = named.get(plain(" ".join(words[i : i + n])), [])
            if len(options) == 1 and ids.count(options[0]) == 1:
                found.append(options[0])
                i += n
                break
        else:
            found.append(words[i])
            i += 1
    return found


class Draft:
    """A draft and its face while words change them."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self.options = list(model.draft)
        self.face = model.face
        self._issue: int | None = None  # named, its option still to come

    def read(self, words: Sequence[str]) -> None:
        """Take in every word; raises MisreadError and leaves the model as it is.

        Raises UnclearError once every other word has been taken in.
        """
        unclear = ""
        for word in whole_names(self.model, words):
            try:
                if not (self._read_face(word) or self._read_pending(word) or self._read_issue(word, exactly=True)):
                    self._read_anything(word)
            except UnclearError as error:
                unclear = unclear or str(error)
        if unclear:
            raise UnclearError(unclear)
        if self._issue is not None:
            raise MisreadError(t.NEEDS_OPTION.format(**self._listed(self._issue)))

    def _listed(self, issue: int, word: str = "") -> dict[str, str]:
        """An issue and its options with what is typed for them, those first that a word is most like."""
        id_, options = list(self.model.names.issues.items())[issue]
        names = [(option, option_name(self.model.book, issue, i)) for i, option in enumerate(options)]
        return {"issue": named(id_, issue_name(self.model.book, issue)), "options": closest(word, names, len(names))}

    def _read_face(self, word: str) -> bool:
        if word in ("private", "public"):
            self.face = act.PRIVATE if word == "private" else act.PUBLIC
            return True
        if len(word) > 1 and word[-1] in "+-":
            known = issue_keys(self.model)
            issue = choose(word[:-1], known, t.NO_ISSUE.format(word=word, issues=closest(word, known)))
            self.face = act.FIRST_SHIFT + 2 * issue + (word[-1] == "+")
            return True
        return False

    def _read_pending(self, word: str) -> bool:
        """The option of the issue that was just named."""
        if self._issue is None:
            return False
        option = read_option(self.model, self._issue, word)
        if option is None:
            raise MisreadError(t.NO_OPTION.format(word=word, **self._listed(self._issue, word)))
        self.options[self._issue] = option
        self._issue = None
        return True

    def _read_issue(self, word: str, *, exactly: bool) -> bool:
        keys = issue_keys(self.model)
        number = number_in(word, len(keys))
        found = candidates(word, keys)
        if number is None and exactly:
            found = [i for i in found if plain(word) in map(plain, keys[i])]
        if number is None and len(found) != 1:
            return False
        self._issue = found[0] if number is None else number
        return True

    def _read_anything(self, word: str) -> None:
        """An option of whatever issue, or the beginning of an issue's name."""
        found = read_options_anywhere(self.model, word)
        if len(found) == 1:
            issue, option = found[0]
            self.options[issue] = option
        elif found:
            ids, book = list(self.model.names.issues.items()), self.model.book
            listed = ", ".join(
                f"{typed(ids[i][0], issue_name(book, i))} {typed(ids[i][1][j], option_name(book, i, j))}"
                for i, j in found
            )
            raise UnclearError(t.AMBIGUOUS.format(word=word, choices=listed))
        elif not self._read_issue(word, exactly=False):
            raise MisreadError(t.NO_ISSUE.format(word=word, issues=closest(word, issue_keys(self.model))))
