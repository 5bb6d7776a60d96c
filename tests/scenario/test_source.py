"""Files may come from anyone: what is read, what is refused, and where everything stands."""

import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from sim.errors import MissingFile
from sim.scenario import source
from sim.scenario.faults import Mark, ScenarioError
from sim.scenario.source import Document, parse_document, plain_scalar, read_document


def parse(text: str) -> Document:
    return parse_document(text.encode(), "file.yaml")


def refusal(text: str | bytes) -> str:
    raw = text.encode() if isinstance(text, str) else text
    with pytest.raises(ScenarioError) as caught:
        parse_document(raw, "file.yaml")
    (fault,) = caught.value.faults
    return str(fault)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("no", "no"),
        ("on", "on"),
        ("12:30", "12:30"),
        ("2016-09-28", "2016-09-28"),
        ("1_000", "1_000"),
        ("True", True),
        ("false", False),
        ("~", None),
        ("", None),
        ("010", 10),
        ("0o10", 8),
        ("0x1f", 31),
        ("-3", -3),
        (".5", 0.5),
        ("1e3", 1000.0),
        ("-2.44 @? a guess", "-2.44 @? a guess"),
    ],
)
def test_plain_scalars_are_those_of_yaml_1_2(written: str, value: object) -> None:
    read = parse(f"key: {written}").data["key"]
    assert read == value
    assert type(read) is type(value)


def test_quoted_scalars_stay_text() -> None:
    assert parse("[\"1\", 'true', \"\", '~']").data == ["1", "true", "", "~"]


@pytest.mark.parametrize("number", [".nan", ".inf", "-.INF", "1e999", "9" * 400, "0x" + "f" * 300])
def test_numbers_that_are_not_finite_are_refused(number: str) -> None:
    with pytest.raises(ValueError, match="should be a finite number"):
        plain_scalar(number)
    (fault,) = parse(f"a:\n  b: {number}").faults.found
    assert str(fault).startswith("file.yaml:2:6: a.b: should be a finite number, not `")


def test_every_key_and_value_has_its_mark() -> None:
    document = parse("first:\n  - {a: 1, é: 2}\nsecond: x\n")
    assert document.data == {"first": [{"a": 1, "é": 2}], "second": "x"}
    assert document.faults.values == {
        (): Mark(1, 1),
        ("first",): Mark(2, 3),
        ("first", 0): Mark(2, 5),
        ("first", 0, "a"): Mark(2, 9),
        ("first", 0, "é"): Mark(2, 15),
        ("second",): Mark(3, 9),
    }
    assert document.faults.keys[("first", 0, "é")] == Mark(2, 12)
    assert document.faults.keys[("second",)] == Mark(3, 1)


def test_numbers_can_be_keys() -> None:
    assert parse("{0.1: a, 2: b}").data == {0.1: "a", 2: "b"}


def test_duplicate_keys_are_all_told_and_reading_goes_on() -> None:
    document = parse("a: 1\nb: {c: 1, c: 2}\na: 3\n")
    assert [str(fault) for fault in document.faults.found] == [
        "file.yaml:2:11: b.c: stands twice; the first is on line 2",
        "file.yaml:3:1: a: stands twice; the first is on line 1",
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "file.yaml:1:1: is empty"),
        ("# only a remark\n", "file.yaml:1:1: is empty"),
        ("a: &b 1\n", "file.yaml:1:4: anchors (`&b`) are not read"),
        ("a: *b\n", "file.yaml:1:4: aliases (`*name`) are not read"),
        ("a: !!str 1\n", "file.yaml:1:4: tags (`tag:yaml.org,2002:str`) are not read"),
        ("a: ! 1\n", "file.yaml:1:4: tags (`!`) are not read"),
        ("a: 1\n---\nb: 2\n", "file.yaml:2:1: holds a second document"),
        ("? [a]\n: 1\n", "file.yaml:1:3: a key should be text or a number, not a list"),
        ("true: 1\n", "file.yaml:1:1: a key should be text or a number, not true"),
        ("a: b: c\n", "file.yaml:1:5: is not YAML: mapping values are not allowed in this context; put quotes"),
        ("a: [1\n", "file.yaml:2:1: is not YAML: "),
        ('a: 1\nb: "\x01"\n', "file.yaml:2:1: is not YAML: "),
    ],
)
def test_what_is_not_read_is_refused_with_its_place(text: str, told: str) -> None:
    assert refusal(text).startswith(told)


def test_a_file_that_is_not_utf_8_is_refused_at_the_first_such_byte() -> None:
    assert refusal(b"a: 1\nb: \xff\n") == "file.yaml:2:4: is not UTF-8 here; save the file as UTF-8"
    assert "is not UTF-8" in refusal("a: é".encode("utf-16"))


def test_a_byte_order_mark_does_no_harm() -> None:
    assert parse("\ufeffa: 1").data == {"a": 1}


def test_limits_hold_and_what_fits_them_is_read() -> None:
    deep = source.MOST_LEVELS
    assert parse("[" * deep + "]" * deep).data
    assert refusal("[" * (deep + 1) + "]" * (deep + 1)) == "file.yaml:1:65: is nested deeper than 64 levels"
    assert "holds more than 100,000 values" in refusal("[" + "0," * source.MOST_NODES + "]")
    assert refusal("#" * (source.MOST_BYTES + 1)).startswith("file.yaml:1:1: is larger than 1,000,000 bytes")


def test_a_missing_file_is_told_apart_from_a_faulty_one(tmp_path: Path) -> None:
    with pytest.raises(MissingFile, match=r"nothing\.yaml: No such file"):
        read_document(tmp_path / "nothing.yaml")
    with pytest.raises(MissingFile):
        read_document(tmp_path)


BOMBS = {
    "brackets": "[" * 50_000,
    "braces": "{a: " * 50_000,
    "dashes": "- " * 50_000,
    "question marks": "? " * 50_000,
    "indents": "\n".join(" " * i + "a:" for i in range(1_000)),
    "aliases": "a: &a [x, x]\n"
    + "".join(f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefghi", "bcdefghij", strict=True)),
}


@pytest.mark.parametrize("bomb", BOMBS)
def test_bombs_are_refused_without_a_crash(bomb: str, tmp_path: Path) -> None:
    """In a process of its own: PyYAML's C loader, given 50,000 brackets to load, takes the interpreter with it."""
    file = tmp_path / "bomb.yaml"
    file.write_text(BOMBS[bomb], encoding="utf-8")
    program = (
        "import sys; from pathlib import Path\n"
        "from sim.scenario.source import read_document\n"
        "from sim.scenario.faults import ScenarioError\n"
        "try: read_document(Path(sys.argv[1]))\n"
        "except ScenarioError as error: print(len(error.faults))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(file)], capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stdout.strip()) == (0, "1"), done.stderr


@pytest.mark.parametrize("bomb", BOMBS)
def test_the_slower_loader_refuses_them_too(bomb: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where PyYAML was built without its C part."""
    monkeypatch.setattr(source, "_LOADER", yaml.SafeLoader)
    assert refusal(BOMBS[bomb])
    assert parse("a: {b: [1, no]}").data == {"a": {"b": [1, "no"]}}
