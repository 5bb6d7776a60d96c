"""The wheel carries scenarios, seeds and assets, and works away from the checkout."""

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

import sim
from tests.architecture.source import ROOT, SIM

pytestmark = pytest.mark.slow
DATA = ("scenarios", "seeds", "assets")


def call(*command: str | Path, cwd: Path) -> str:
    """What a command prints; its whole output if it fails."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}
    environment |= {"HOME": str(cwd), "XDG_CACHE_HOME": str(cwd / "cache"), "XDG_DATA_HOME": str(cwd / "data")}
    words = [str(part) for part in command]
    done = subprocess.run(words, check=False, cwd=cwd, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel made from the sdist, and that from a copy of the tree, so that both are tried and nothing is left."""
    folder = tmp_path_factory.mktemp("wheel")
    ignored = shutil.ignore_patterns(".*_cache", ".venv", ".git", ".hypothesis", "__pycache__", "runs", "dist", "build")
    shutil.copytree(ROOT, folder / "tree", ignore=ignored)
    call(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder / "dist", folder / "tree", cwd=folder)
    (made,) = (folder / "dist").glob("*.whl")
    return made


@pytest.fixture(scope="module")
def scripts(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The scripts of a new environment that holds this wheel, and borrows nothing but the dependencies.

    Without network, these come from the environment that runs the tests: its site-packages is put on the path as a
    plain folder, so its .pth files, and with them the editable install of this checkout, are not read.
    """
    home = tmp_path_factory.mktemp("elsewhere") / "venv"
    venv.create(home, with_pip=False)
    (scripts,) = [folder for folder in (home / "bin", home / "Scripts") if folder.is_dir()]
    python = scripts / "python"
    install = ["--quiet", "--disable-pip-version-check", "--no-deps", "--no-index", "--no-compile"]
    call(sys.executable, "-m", "pip", "--python", python, "install", *install, wheel, cwd=home)
    site = Path(call(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=home).strip())
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return scripts


def test_the_wheel_carries_the_data_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for folder in DATA:
        here = {path.relative_to(ROOT).as_posix() for path in (ROOT / folder).rglob("*") if path.is_file()}
        there = {name.removeprefix("sim/_data/") for name in names if name.startswith(f"sim/_data/{folder}/")}
        assert here
        assert there == here
    for kind in (".py", ".po"):  # what the game says in further languages lies beside the code
        code = {path.relative_to(ROOT).as_posix() for path in SIM.rglob(f"*{kind}")}
        assert code
        assert {name for name in names if name.endswith(kind)} == code
    assert {name.split("/")[0].split("-")[0] for name in names} == {"sim", "cessation"}


def test_it_is_the_installed_package_that_is_imported(scripts: Path) -> None:
    found = call(scripts / "python", "-c", "import sim; print(sim.__file__)", cwd=scripts.parent).strip()
    assert Path(found).is_relative_to(scripts.parent)
    assert not Path(found).is_relative_to(ROOT)


def test_the_command_finds_its_scenarios_elsewhere(scripts: Path, tmp_path: Path) -> None:
    listed = call(scripts / "cessation", "scenarios", cwd=tmp_path)
    for path in (ROOT / "scenarios").glob("*/scenario.yaml"):
        assert path.parent.name in listed


def test_the_command_checks_a_scenario_by_name_elsewhere(scripts: Path, tmp_path: Path) -> None:
    assert "ok" in call(scripts / "cessation", "check", "tiny", cwd=tmp_path)


def test_the_version_is_that_of_the_project(scripts: Path, tmp_path: Path) -> None:
    assert sim.__version__ in call(scripts / "cessation", "--version", cwd=tmp_path)
