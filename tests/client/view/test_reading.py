"""What a package would put into force, as the table tells it."""

from dataclasses import replace

from sim.client.model import Model
from sim.client.weighing.reading import agreed_to, reading, stages_of
from sim.rules import layout as at
from tests.client.play import started

FIRST_STAGE, RUNNING_STAGE = 0, 1


def flagship_at(status: int, stage: int) -> Model:
    """Washington's first morning on the flagship, with an agreement in a state of its own."""
    _, model = started("aleppo-2016", 0)
    values = list(model.values)
    values[at.STATUS], values[at.STAGE] = status, stage
    return replace(model, looks=(model.look._replace(values=tuple(values)),))


def test_a_package_is_read_from_the_stage_in_which_it_would_go_on() -> None:
    before = [0, 0, 2, 0, 0, 0, 0]  # separation before the pause: a stage of its own comes first
    unsigned, running = flagship_at(at.NO_AGREEMENT, 0), flagship_at(at.IN_FORCE, RUNNING_STAGE + 1)
    assert stages_of(unsigned, agreed_to(unsigned, before))[0] == FIRST_STAGE
    assert stages_of(running, agreed_to(running, before))[0] == RUNNING_STAGE
    asleep = flagship_at(at.SUSPENDED, RUNNING_STAGE + 1)
    assert reading(asleep, before) == reading(running, before) != reading(unsigned, before)
