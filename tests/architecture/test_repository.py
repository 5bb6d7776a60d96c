"""The tree holds nothing of the machine it was written on, and says what it offers."""

import ast
import re
from pathlib import Path

import pytest

from tests.architecture.source import ROOT, modules, text_files, tree

# Put together here so that this file does not hold what it seeks.
HOMES = "|".join(["work", "home", "root", "tmp", "Users", "opt", "mnt"])
MACHINE = re.compile(rf"(?<![\w.\-/~$}})])/({HOMES})/[\w.]|[A-Z]:\\\\?Users")
HOSTS = re.compile(
    "|".join(re.escape(".".join(host)) for host in [
        ("pypi", "org"), ("files", "pythonhosted"), ("registry", "npmjs"), ("deb", "debian"), ("conda", "anaconda"),
    ])
    + "|" + "--(extra-)?index" + "-url",
    re.IGNORECASE,
)  # fmt: skip


def faults(text: str) -> list[str]:
    """Machine paths and package hosts in a text, as `line: what`."""
    return [
        f"{number}: {found[0]}"
        for number, line in enumerate(text.splitlines(), 1)
        for kind in (MACHINE, HOSTS)
        for found in kind.finditer(line)
    ]


def test_no_file_names_a_machine_or_a_package_host() -> None:
    files = list(text_files())
    assert ROOT / "pyproject.toml" in [path for path, _ in files]
    found = [f"{path.relative_to(ROOT)}:{fault}" for path, text in files for fault in faults(text)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("name", ["work", "home", "root", "tmp"])
def test_a_machine_path_is_found(name: str) -> None:
    assert faults(f'x = "/{name}/someone/thing"')
    assert not faults(f"see ../{name}/thing, {name}/thing and https://example.org/{name}/thing")


def test_a_package_host_is_found() -> None:
    assert faults("see https://pypi" + ".org/project/x")
    assert faults("pip install --extra-index" + "-url x")


def exported(module: ast.Module) -> list[str] | None:
    """What `__all__` lists, or None."""
    for node in module.body:
        if isinstance(node, ast.Assign) and any(isinstance(t, ast.Name) and t.id == "__all__" for t in node.targets):
            return [str(name) for name in ast.literal_eval(node.value)]
    return None


def offered(module: ast.Module, *, package: bool) -> set[str]:
    """Public names that a module defines at its top; for a package also those that it imports from its own tree."""
    names: set[str] = set()
    for node in module.body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            names.add(node.name)
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            names.add(node.target.id)
        elif isinstance(node, ast.Assign):
            names |= {target.id for target in node.targets if isinstance(target, ast.Name)}
        elif package and isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "sim":
            names |= {alias.asname or alias.name for alias in node.names}
    return {name for name in names if not name.startswith("_")}


def exports_wrong(module: ast.Module, *, package: bool) -> list[str]:
    """What is wrong with a module's `__all__`; nothing if it has none."""
    listed = exported(module)
    if listed is None:
        return []
    public = offered(module, package=package)
    wrong = [] if listed == sorted(set(listed)) else ["__all__ is not sorted, or lists a name twice"]
    wrong += [f"__all__ lacks {name}" for name in sorted(public - set(listed))]
    lazy = any(isinstance(node, ast.FunctionDef) and node.name == "__getattr__" for node in module.body)
    dunder = {"__version__"}
    return wrong + [
        f"__all__ lists {name}, defined nowhere" for name in listed if name not in public | dunder and not lazy
    ]


def check_exports(path: Path) -> list[str]:
    return exports_wrong(tree(path), package=path.name == "__init__.py")


def test_exports_are_sorted_and_complete() -> None:
    wrong = [f"{path.relative_to(ROOT)}: {fault}" for path in modules() for fault in check_exports(path)]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(
    ("source", "wrong"),
    [
        ("__all__ = ['b', 'a']\na = b = 1", ["__all__ is not sorted, or lists a name twice"]),
        ("__all__ = ['a']\na = 1\ndef b(): ...", ["__all__ lacks b"]),
        ("__all__ = ['a', 'b']\na = 1", ["__all__ lists b, defined nowhere"]),
        ("from sim.x import y\n__all__ = []", ["__all__ lacks y"]),
        ("from sim.x import y\n__all__ = ['y']", []),
        ("a = 1", []),
    ],
)
def test_a_wrong_export_is_found(source: str, wrong: list[str]) -> None:
    assert exports_wrong(ast.parse(source), package=True) == wrong
