"""Files and functions stay short enough to be read in one go. The limits are those of the house."""

import ast
import statistics
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.architecture.source import ROOT, modules, tree

FILE_MOST, FILE_P90, FILE_MEDIAN = 400, 300, 150
FUNCTION_MOST, FUNCTION_P90 = 50, 30
PARAMETERS_MOST = 6
SAMPLE = 10  # below this many, a percentile says nothing

Function = ast.FunctionDef | ast.AsyncFunctionDef


class Size(NamedTuple):
    """Where something stands, and how large it is."""

    where: str
    size: int


def p90(sizes: list[Size]) -> int:
    """The size that nine in ten do not exceed."""
    ordered = sorted(entry.size for entry in sizes)
    return ordered[(9 * len(ordered) + 9) // 10 - 1]


def over(sizes: list[Size], most: int) -> list[str]:
    return [f"{where}: {size} (at most {most})" for where, size in sizes if size > most]


def functions(path: Path) -> Iterator[tuple[str, Function]]:
    for node in ast.walk(tree(path)):
        if isinstance(node, Function):
            yield f"{path.relative_to(ROOT)}:{node.lineno} {node.name}", node


def lines(node: Function) -> int:
    """Lines of a function from `def` to its end, without its docstring."""
    assert node.end_lineno is not None
    total = node.end_lineno - node.lineno + 1
    first = node.body[0]
    if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str):
        assert first.end_lineno is not None
        total -= first.end_lineno - first.lineno + 1
    return total


def parameters(node: Function) -> int:
    """Parameters that a caller sees: neither `self` nor `cls`."""
    names = [argument.arg for argument in [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]]
    return len(names) - (names[:1] in (["self"], ["cls"]))


def file_sizes() -> list[Size]:
    return [Size(str(path.relative_to(ROOT)), len(path.read_text("utf-8").splitlines())) for path in modules()]


def function_sizes() -> list[Size]:
    return [Size(where, lines(node)) for path in modules() for where, node in functions(path)]


def test_files_are_short() -> None:
    sizes = [entry for entry in file_sizes() if entry.size > 1]
    assert len(sizes) >= SAMPLE
    median = statistics.median(entry.size for entry in sizes)
    print(f"files: {len(sizes)}, median {median} lines, p90 {p90(sizes)}")
    assert not over(sizes, FILE_MOST)
    assert median <= FILE_MEDIAN
    assert p90(sizes) <= FILE_P90


def test_functions_are_short() -> None:
    sizes = function_sizes()
    assert len(sizes) >= SAMPLE
    print(f"functions: {len(sizes)}, median {statistics.median(s.size for s in sizes)} lines, p90 {p90(sizes)}")
    assert not over(sizes, FUNCTION_MOST)
    assert p90(sizes) <= FUNCTION_P90


def test_public_functions_take_few_parameters() -> None:
    found = [(where, node) for path in modules() for where, node in functions(path)]
    sizes = [Size(where, parameters(node)) for where, node in found if not node.name.startswith("_")]
    assert len(sizes) >= SAMPLE
    assert not over(sizes, PARAMETERS_MOST)


def test_the_rulers_measure() -> None:
    source = 'def f(self, a, /, b, *, c):\n    """Say\n    so."""\n    if a:\n        return b\n    return c\n'
    node = ast.parse(source).body[0]
    assert isinstance(node, ast.FunctionDef)
    assert (lines(node), parameters(node)) == (4, 3)
    assert p90([Size("", size) for size in range(1, 21)]) == 18
    assert over([Size("here", 5), Size("there", 4)], 4) == ["here: 5 (at most 4)"]
