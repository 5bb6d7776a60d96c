"""What the architecture tests read: the modules of `sim`, the names they define, the files under version control."""

import ast
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import sim

ROOT = Path(__file__).resolve().parents[2]
SIM = ROOT / "sim"
SKIPPED = {".git", ".venv", "__pycache__", "build", "dist", "mutants", "runs"}


class Definition(NamedTuple):
    """A name that a module gives to something, and where."""

    kind: str  # class, function, argument or variable
    name: str
    line: int


def modules() -> list[Path]:
    """The Python files of `sim`, of this checkout and no other."""
    assert Path(sim.__file__).parent == SIM, "the tests look at another sim than they import"
    return sorted(SIM.rglob("*.py"))


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def definitions(module: ast.AST) -> Iterator[Definition]:
    """Every class, function, argument, variable and attribute that is given a name."""
    for node in ast.walk(module):
        match node:
            case ast.ClassDef():
                yield Definition("class", node.name, node.lineno)
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                yield Definition("function", node.name, node.lineno)
            case ast.arg():
                yield Definition("argument", node.arg, node.lineno)
            case ast.Name(ctx=ast.Store()):
                yield Definition("variable", node.id, node.lineno)
            case ast.Attribute(ctx=ast.Store()):
                yield Definition("variable", node.attr, node.lineno)


def parts(name: str) -> list[str]:
    """The words of an identifier in lower case: `SeatType` and `seat_type` are `seat`, `type`."""
    return [word.lower() for word in re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+", name)]


def text_files() -> Iterator[tuple[Path, str]]:
    """The text files that are, or would be, under version control; without git, all that no tool made."""
    for path in _candidates():
        if path.is_file() and b"\0" not in (data := path.read_bytes()):
            yield path, data.decode("utf-8")


def _candidates() -> list[Path]:
    if (ROOT / ".git").exists() and shutil.which("git"):
        command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
        return [ROOT / name for name in listed.split("\0") if name]
    return [path for path in ROOT.rglob("*") if not SKIPPED & set(path.relative_to(ROOT).parts)]
