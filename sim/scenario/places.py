"""Where scenarios and facts are: beside `sim/` in a checkout, inside it in a wheel, or wherever a user keeps them."""

from pathlib import Path

import sim
from sim.errors import MissingFile

SCENARIO = "scenario.yaml"
MAP = "map.yaml"
CARDS = "cards.yaml"
_PACKAGE = Path(sim.__file__).resolve().parent


def data_folder(name: str) -> Path:
    """The shipped folder `scenarios`, `seeds` or `assets`."""
    checkout = _PACKAGE.parent / name
    return checkout if checkout.is_dir() else _PACKAGE / "_data" / name


def shipped() -> list[Path]:
    """Folders of the shipped scenarios, by name."""
    return sorted(file.parent for file in data_folder("scenarios").glob(f"*/{SCENARIO}"))


def flagship() -> str:
    """The name of the scenario that is played when none is named; `scenarios/FLAGSHIP` says which."""
    return (data_folder("scenarios") / "FLAGSHIP").read_text("utf-8").strip()


def first_course() -> str:
    """The name of the scenario whose lessons are for whoever is new to all this; `scenarios/COURSE` says which."""
    return (data_folder("scenarios") / "COURSE").read_text("utf-8").strip()


def find_scenario(name_or_path: str | Path) -> Path:
    """The folder of a scenario given by its folder, its scenario.yaml or a shipped name. Raises MissingFile."""
    given = Path(name_or_path)
    folder = given.parent if given.name == SCENARIO else given
    for each in (folder, data_folder("scenarios") / str(name_or_path)):
        if (each / SCENARIO).is_file():
            return each
    names = ", ".join(each.name for each in shipped()) or "none"
    raise MissingFile(f"no scenario `{name_or_path}`: give a folder that holds {SCENARIO}, or one of: {names}")


def find_seeds(scenario: Path) -> Path:
    """The folder of facts for a scenario's folder: `seeds` beside it or beside its parent, else the shipped one."""
    home = scenario.resolve().parent
    for each in (home / "seeds", home.parent / "seeds"):
        if each.is_dir():
            return each
    return data_folder("seeds")
