"""The table of sensitivity in MODEL.md. `python -m tests.model.sensitivity` measures it anew and prints it, in minutes.

A thousand paired games of each profile at one seed, for each change upward and downward.
"""

import json
import re
import sys
import tempfile
from pathlib import Path
from typing import Any

import yaml
from click.testing import CliRunner

from sim.cli.calibrate import calibrate
from tests.model.card import file, section_of

GAMES, RNG_SEED = 1000, 20160928
TRUCE, COURSE = "forced-week", "hist"
ASKED: dict[str, dict[str, Any]] = {
    TRUCE: {"seventh": {"of": "truces", "take": "nights", "report": "survival 6"}},
    COURSE: {
        "lost": {"share": "over"},
        "killed": {"take": "last killed_east_air + killed_east_ground + killed_west + killed_fighters"},
    },
}
INCIDENTS = ("government_incident", "faction_incident", "jfs_incident")
Settings = dict[str, Any]


def figure(written: Any) -> float:
    """A number, with or without its source."""
    return float(str(written).partition("@")[0])


def weight(hazard: str, term: str, factor: float) -> Settings:
    """A cause's weight, times a factor."""
    return {
        f"hazards.{hazard}.terms.{term}.weight": figure(section_of("hazards")[hazard]["terms"][term]["weight"]) * factor
    }


def statement(flow: str, begins: str, factor: float) -> Settings:
    """The number with which a statement begins, and on whose size all of it hangs, times a factor."""
    for i, text in enumerate(section_of("flows")[flow]["does"]):
        body = str(text).partition("@")[0].strip()
        if body.startswith(begins):
            found = re.match(r"[0-9.]+", body.removeprefix(begins))
            assert found, body
            rest = body.removeprefix(begins)[found.end() :]
            return {f"flows.{flow}[{i}]": f"{begins}{float(found[0]) * factor:g}{rest}"}
    raise LookupError(f"no statement of {flow} begins with `{begins}`")


def bases(by: float) -> Settings:
    """All three incidents, more or less likely."""
    return {f"hazards.{name}.base": figure(section_of("hazards")[name]["base"]) + by for name in INCIDENTS}


def start(name: str, low: float, mode: float, high: float) -> Settings:
    """Where a hidden variable begins."""
    return {f"state.{name}.start": {"triangular": [low, mode, high]}}


def scaled(label: str, *changes: Any) -> tuple[str, Settings, Settings]:
    """A row whose changes are a quarter up and a quarter down."""
    up, down = [{k: v for make, *of in changes for k, v in make(*of, by).items()} for by in (1.25, 0.75)]
    return f"{label} +25 %; -25 %", up, down


def rows() -> list[tuple[str, Settings, Settings]]:
    """What is changed, upward and downward."""
    return [
        ("base of all three incidents +0.25; -0.25", bases(0.25), bases(-0.25)),
        scaled("Damascus disobeys", (weight, INCIDENTS[0], "disobeys")),
        scaled("entangled", (weight, INCIDENTS[2], "entangled")),
        scaled("reprisal", (weight, INCIDENTS[0], "reprisal"), (weight, INCIDENTS[1], "reprisal")),
        scaled("collapse by violation", (weight, "truce_collapses", "violation")),
        ("obedience of Damascus, mode 0.65; mode 0.45",
         start("damascus.compliance", 0.2, 0.65, 0.9), start("damascus.compliance", 0.2, 0.45, 0.9)),
        ("JFS share, mode 0.3; mode 0.03",
         start("jfs.share", 0.02, 0.3, 0.5), start("jfs.share", 0.02, 0.03, 0.5)),
        scaled("readiness in fighting", (statement, "creep", "damascus.ready + ")),
        scaled("readiness in a pause", (statement, "rest", "damascus.ready + ")),
        scaled("pace of the assault", (statement, "assault", "front_loss + ")),
        scaled("separation in a pause", (statement, "separation_work", "separated + ")),
    ]  # fmt: skip


def measure(settings: Settings) -> dict[str, float]:
    """What the two profiles answer with these settings."""
    found: dict[str, float] = {}
    for name, quantities in ASKED.items():
        profile = yaml.safe_load((file().parent / "profiles" / f"{name}.yaml").read_text("utf-8"))
        profile |= {"quantities": quantities, "set": {**profile.get("set", {}), **settings}}
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "changed.yaml"
            path.write_text(yaml.safe_dump(profile), "utf-8")
            asked = [file().parent.name, "--profile", str(path), "--games", str(GAMES), "--rng-seed", str(RNG_SEED)]
            told = CliRunner().invoke(calibrate, [*asked, "--json"], catch_exceptions=False)
        assert told.exit_code == 0, told.output
        found |= {each["quantity"]: each["value"] for each in json.loads(told.stdout)["targets"]}
    return found


def line(label: str, *found: dict[str, float]) -> str:
    """A row of the table."""
    seventh, lost = (", ".join(f"{100 * each[name]:.0f}" for each in found) for name in ("seventh", "lost"))
    killed = ", ".join(f"{each['killed']:,.0f}" for each in found)
    return f"| {label} | {seventh} % | {lost} % | {killed} |"


def main() -> None:
    """Measure and print."""
    sys.stdout.write(line("as it is", measure({})) + "\n")
    for label, up, down in rows():
        sys.stdout.write(line(label, measure(up), measure(down)) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
