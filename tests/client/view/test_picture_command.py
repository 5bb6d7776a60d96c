"""``cessation picture``: any screen of any record without a display; exact where library and fonts are those of old."""

import hashlib
import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pygame
import pytest

from sim.client.view.drawing.fonts import font_file
from sim.client.view.portrait import model_of, screens
from sim.record.record import RecordFile, read_record
from sim.session.play import play_out, seat_agents
from sim.session.session import Session
from tests.client.play import book, header

GOLDEN = Path(__file__).parent / "golden"
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
    over = screen.startswith("debrief") or screen in ("cables", "facts", "motives")
    day = [] if over else ["--day", "2"]
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


@pytest.mark.xdist_group("searching")
def test_futures_of_a_day_are_played_from_what_the_seat_knew_on_it(tiny: Path) -> None:
    first, again = (model_of(book("tiny"), read_record(tiny), 0, 2, futures=8).outlook for _ in range(2))
    assert first
    assert (first.day, first.draft.futures) == (2, 8)
    assert first == again


def versions() -> dict[str, str]:
    """What a picture's pixels hang on beside our own code and words: the library, the fonts, the scenario."""
    faces = [font_file(family, bold, False) for family in ("sans", "serif", "mono") for bold in (False, True)]
    fonts = hashlib.sha256(b"".join(face.read_bytes() for face in faces)).hexdigest()[:16]
    sdl = ".".join(map(str, pygame.get_sdl_version()))
    return {"pygame": pygame.version.ver, "sdl": sdl, "fonts": fonts, "scenario": book("tiny").tables.digest[:16]}


@pytest.mark.parametrize("screen", ["table", "debrief", "briefing"])
def test_pictures_are_those_of_old(screen: str, tiny: Path, tmp_path: Path) -> None:
    """Exact to the pixel. After a change that is meant: `python -m tests.client.view.test_picture_command`."""
    held = json.loads((GOLDEN / "versions.json").read_text("utf-8"))
    if held != versions():
        pytest.skip(f"the pictures were made with {held}, here is {versions()}")
    out = tmp_path / f"{screen}.png"
    golden(screen, tiny, out)
    new, old = pygame.image.load(out), pygame.image.load(GOLDEN / f"{screen}.png")
    same = pygame.image.tobytes(new, "RGB") == pygame.image.tobytes(old, "RGB")
    assert same, f"{out} differs from {GOLDEN / out.name}; look at both"


def golden(screen: str, record: Path, out: Path) -> None:
    """Draw a picture of the kind that is kept."""
    day = [] if screen == "debrief" else ["--day", "2"]
    done = draw(record, "--screen", screen, *day, "--size", "1280x720", "--out", str(out))
    assert done.returncode == 0, done.stderr


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder:
        made = kept("tiny", Path(folder) / "tiny.record")
        for each in ("table", "debrief", "briefing"):
            golden(each, made, GOLDEN / f"{each}.png")
    (GOLDEN / "versions.json").write_text(json.dumps(versions(), indent=1) + "\n", "utf-8")
