"""The records that a run keeps hold why the agents chose and what they believed."""

from collections.abc import Callable
from pathlib import Path

from sim.batch.block import record_name
from sim.record.record import Record, read_record
from sim.session.play import play_out, seat_agents
from sim.session.replay import replay
from sim.session.session import Session
from tests.batch.conftest import book, plan, run


def kept(agents: dict[str, str], out: Path) -> Record:
    """The record of the first game of a run, which replays."""
    run(plan(agents=agents, games=1), out=out)
    record = read_record(out / "records" / record_name(0))
    assert replay(book().tables, record) is None
    return record


def test_of_built_in_agents_as_in_a_session(tmp_path: Path) -> None:
    record = kept({"hill": "historical", "shore": "linear"}, tmp_path / "run")
    lines: list[str] = []
    session = Session(book().tables, record.header, lines.extend)
    play_out(session, seat_agents(book().tables, record.header))
    assert [str(record.header), *record.lines] == lines
    assert any(line.startswith("    because hill rule") for line in lines)


def test_of_anybodys_agents_as_they_gave_them(bots: Callable[[int], Path], tmp_path: Path) -> None:
    bots(0)
    record = kept({"hill": "frank", "shore": "linear"}, tmp_path / "run")
    days = sum(line.startswith("day ") for line in record.lines)
    told = [line for line in record.lines if line.endswith(" [hill]") and line.startswith(("    bec", "    bel"))]
    whims = [f"    because hill whim {day} [hill]" for day in range(1, days + 1)]
    assert told == [line for whim in whims for line in (whim, "    believes hill accepts 0.25 [hill]")]
    assert any(line.startswith("    because shore aspiration") for line in record.lines)
