"""``cessation picture``: any screen of any record without a display; exact where library and fonts are those of old."""

import hashlib
import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from sim.client.view.fonts import font_file
from sim.client.view.portrait import model_of, screens
from sim.record.record import RecordFile, read_record
from sim.session.play import play_out, seat_agents
from sim.session.session import Session
from tests.client.play import book, header

GOLDEN = Path(__file__).parent / "golden.json"
WITHOUT = {
    key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER")
}


def kept(name: str, path: Path, agent: str = "linear") -> Path:
    """A record of a whole game between two agents."""
    of = book(name)
    head = header(of, 0, agent, 5)
    first, second = (seat for seat, _ in head.agents)
    head = replace(head, agents=((first, agent), (second, agent)))
    file = RecordFile(path)
    play_out(Session(of.tables, head, file.write), seat_agents(of.tables, head))
    file.close()
    return path


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of the small scenario."""
    return kept("tiny", tmp_path_factory.mktemp("records") / "tiny.record")


def draw(record: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Run the command."""
    command = [sys.executable, "-m", "sim", "picture", str(record), *options]
    return subprocess.run(command, check=False, capture_output=True, text=True, env=WITHOUT | dict(os.environ))


@pytest.mark.parametrize("screen", screens())
def test_every_screen_can_be_drawn_without_a_display(screen: str, tiny: Path, tmp_path: Path) -> None:
    out = tmp_path / "picture.png"
    day = [] if screen in ("debrief", "cables", "facts") else ["--day", "2"]
    done = draw(tiny, "--screen", screen, *day, "--size", "1280x720", "--out", str(out))
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == str(out)
    assert pygame.image.load(out).get_size() == (1280, 720)


def test_wishes_that_cannot_be_met_are_refused_in_a_sentence(tiny: Path, tmp_path: Path) -> None:
    out = ["--out", str(tmp_path / "p.png")]
    for options, code, words in (
        (["--screen", "nonsense"], 2, "no screen `nonsense`"),
        (["--size", "big"], 2, "1920x1080"),
        (["--seat", "nobody"], 2, "no seat"),
        (["--screen", "debrief", "--day", "1"], 1, "leave --day out"),
    ):
        done = draw(tiny, *options, *out)
        assert done.returncode == code
        assert words in done.stderr
        assert "Traceback" not in done.stderr
    assert draw(tmp_path / "none.record", *out).returncode == 66
    assert draw(tiny, "--out", str(tmp_path)).returncode == 1


def test_a_day_shows_what_the_seat_knew_on_it(tiny: Path) -> None:
    record = read_record(tiny)
    first, second = (model_of(book("tiny"), record, 0, day) for day in (1, 2))
    assert (first.day, second.day) == (1, 2)
    assert len(first.looks) < len(second.looks)
    assert first.debrief is None
    assert model_of(book("tiny"), record, 1, None).debrief is not None


def versions() -> dict[str, str]:
    """What a picture's pixels hang on beside our own code: the library and the fonts."""
    fonts = hashlib.sha256(
        b"".join(font_file(f, b, False).read_bytes() for f in ("sans", "serif") for b in (False, True))
    )
    return {
        "pygame": pygame.version.ver,
        "sdl": ".".join(map(str, pygame.get_sdl_version())),
        "fonts": fonts.hexdigest()[:16],
    }


def test_pictures_are_those_of_old(tiny: Path, tmp_path: Path) -> None:
    """Exact to the pixel. After a change that is meant, delete the file and run the test: it writes it anew."""
    found = {}
    for screen in ("table", "debrief", "briefing"):
        out = tmp_path / f"{screen}.png"
        day = [] if screen == "debrief" else ["--day", "2"]
        assert draw(tiny, "--screen", screen, *day, "--size", "1280x720", "--out", str(out)).returncode == 0
        found[screen] = hashlib.sha256(pygame.image.tobytes(pygame.image.load(out), "RGB")).hexdigest()
    held = {"versions": versions(), "scenario": book("tiny").tables.digest, "pictures": found}
    if not GOLDEN.exists():
        GOLDEN.write_text(json.dumps(held, indent=1) + "\n")
    golden = json.loads(GOLDEN.read_text("utf-8"))
    if golden["versions"] != held["versions"]:
        pytest.skip(f"pictures were made with {golden['versions']}, here is {held['versions']}")
    if golden["scenario"] != held["scenario"]:
        pytest.skip("the scenario has changed since the pictures were made: make them anew")
    assert held["pictures"] == golden["pictures"]
