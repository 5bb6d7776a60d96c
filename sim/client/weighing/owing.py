"""What a seat would owe under a package: each obligation, from which night it is judged, whether it stands well now."""

from collections.abc import Sequence
from typing import NamedTuple

from sim.client.model import Model
from sim.client.naming import reading_name
from sim.client.page import Row
from sim.client.telling.calls import meets, own_reading, reading_row
from sim.client.weighing import owing_words as w
from sim.client.weighing.reading import agreed_to, clauses_in, stages_of


class Owed(NamedTuple):
    """An obligation by number: in which stage, from which night of it judged, whether it would be kept now."""

    duty: int
    stage: int
    night: int
    kept: bool


def would_owe(model: Model, options: Sequence[int]) -> list[Owed]:
    """What the seat itself would owe, by its own readings: the stage that begins at once, then what later ones add."""
    state = agreed_to(model, options)
    found: dict[int, Owed] = {}
    for stage in stages_of(model, state):
        for clause in clauses_in(model, state, stage):
            for duty in _own_duties(model, clause):
                reading = reading_row(model, duty, own_reading(model, duty))
                found.setdefault(duty, Owed(duty, stage, model.tables.ints[reading], meets(model, duty)))
    return list(found.values())


def _own_duties(model: Model, clause: int) -> list[int]:
    wanted = f"{model.names.clauses[clause]}.{model.names.seats[model.seat]}"
    return [duty for duty, name in enumerate(model.names.duties) if name == wanted]


def owed_rows(model: Model, options: Sequence[int]) -> list[Row]:
    """The same as rows."""
    owed = would_owe(model, options)
    first = owed[0].stage if owed else 0
    return [_row(model, each, later=each.stage != first) for each in owed]


def _row(model: Model, each: Owed, *, later: bool) -> Row:
    clause = model.names.duties[each.duty].partition(".")[0]
    when = (w.FROM_NIGHT_OF if later else w.FROM_NIGHT).format(
        night=each.night, stage=model.book.word("stages", model.names.stages[each.stage])
    )
    said = [w.STANDS_WELL if each.kept else w.STANDS_BADLY]
    if name := reading_name(model.book, each.duty, own_reading(model, each.duty)):
        said.insert(0, w.AS_YOU_READ.format(reading=name))
    return Row(model.book.word("clauses", clause), when, "; ".join(said))


def owed_heading(model: Model, options: Sequence[int]) -> str:
    """What stands above them, or that there is nothing to owe."""
    return w.YOU_WOULD_OWE if would_owe(model, options) else w.NOTHING_OWED
