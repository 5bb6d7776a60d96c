"""Below the map: the agreement and the advisers, in as many lines as there is room for, what matters most first."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from sim.client.model import Model
from sim.client.telling.calls import gravest_first
from sim.client.telling.standing import agreement_says, refusal_says, standings
from sim.client.view import words as w
from sim.client.view.drawing.boxes import LOOKS, NONE, Boxed, Padding
from sim.client.view.drawing.clipped import NOTHING, Clipped
from sim.client.view.drawing.filled import Chosen, Filled, Forms
from sim.client.view.drawing.flow import Flow
from sim.client.view.drawing.layout import Column, Node, Row, Text, grown
from sim.client.view.drawing.remembering import reads
from sim.client.view.drawing.scene import Run
from sim.client.view.drawing.widgets import Press, mark, pressable
from sim.client.view.screens.accord import accord_head, acted_lines, duty_mark, duty_sign, risks_tonight
from sim.client.view.screens.acts import in_force
from sim.client.view.screens.advisers import BRIEFLY, FULLY, SENTENCE, adviser_forms, advisers_box
from sim.client.view.screens.lastword import brief
from sim.client.view.shell.messages import Open
from sim.client.weighing.planning import signing_barred

LOW = Padding(14, 8, 8)
LINES = 3  # of a sentence, before all of it is told
LENGTHS = range(1, LINES + 1)
WHOLE, ALL = LINES, 99  # forms of a sentence that is always there; of anything
CALLS_FIRST = 3


@reads("advice", "silence", "draft")
def below_map(model: Model) -> Node:
    """The agreement above the advisers, if the seat has any."""
    accord, advisers = accord_parts(model), adviser_forms(model)

    def build(chosen: Chosen) -> Node:
        lines = [chosen[part] for part in accord]
        inside = Column(accord_head(), *lines, gap=2)
        above = Boxed(inside, LOOKS["panel"], LOW, role="group", name=w.ACCORD)
        below = advisers_box(model, [chosen[part] for part in advisers]) if advisers else None
        return Column(grown(above), below, gap=10)

    return Filled({**accord, **advisers}, list(steps(accord, advisers)), build)


def steps(accord: Mapping[str, Forms], advisers: Mapping[str, Forms]) -> Iterator[tuple[str, int]]:
    """What is told more of, in this order: see ``Filled``."""
    said = [part for part in accord if part.startswith("said")]
    yield from (("calls", WHOLE - 1), ("stands", WHOLE), ("calls", CALLS_FIRST * LINES - 1))
    yield from ((part, WHOLE) for part in said[-1:])
    yield "risks", ALL
    yield from ((part, BRIEFLY) for part in advisers)
    yield "acted", ALL
    yield from ((part, ALL) for part in accord if part.startswith("refused"))
    yield from ((part, SENTENCE) for part in advisers)
    yield from ((part, ALL) for part in reversed(said))
    yield from (("calls", ALL), ("duties", ALL))
    yield from ((part, FULLY) for part in advisers)


def accord_parts(model: Model) -> dict[str, Forms]:
    """What calls for the seat, how the agreement stands and what is owed, what it risks, who refused what."""
    first, *others = agreement_says(model)
    barred, runs = signing_barred(model), in_force(model)
    others = [*(text for text in others if text == barred), *(text for text in others if text != barred)]
    if not runs:
        others.reverse()  # why nothing can be signed comes before the terms of what is over
    duties = standings(model) if runs else []
    acted, found = acted_lines(model), gravest_first(model)
    signs = Flow(Text(Run(w.OWED_SIGNS, "tiny", "dim"), unbroken=True), *(duty_sign(model, each) for each in duties),
                 gap=5, lead=0)  # fmt: skip
    marks = Flow(*(duty_mark(model, each) for each in duties), gap=12, lead=0)
    parts: dict[str, Forms] = {
        "calls": [partial(_calls, found, n + 1, lines + 1) for n in range(len(found)) for lines in range(LINES)]
        or [_no],
        "stands": _sentence("stands", Run(first, "small", "ink"), " ".join([first, *others])),
        "duties": [lambda: signs, lambda: marks] if duties else [_no],
        **{f"said/{i}": [_no, *_sentence(f"said/{i}", Run(text, "small", "dim"))] for i, text in enumerate(others)},
        "risks": [_no, partial(risks_tonight, model)],
        "acted": [_no, *(partial(Column, *acted[: n + 2]) for n in range(len(acted) - 1))],
    }
    for i, text in enumerate(refusal_says(model) or [w.NOTHING_REFUSED]):
        parts[f"refused/{i}"] = [_no, *_sentence(f"refused/{i}", Run(text, "small", "dim"))]
    return parts


def _no() -> None:
    """Nothing is told."""


def _calls(found: Sequence[str], n: int, lines: int) -> Node:
    """The first so many of what calls for a decision, the last in so many lines, and how many there are besides."""
    left = len(found) - n
    return Column(*(
        _line(f"call/{i}", Run(brief(text).replace("`", ""), "small", "warn"), text, lines if i + 1 == n else LINES,
              mark("right", "warn", 9), w.MORE_CALLS.format(n=left) if left and i + 1 == n else "")
        for i, text in enumerate(found[:n])
    ), gap=2)  # fmt: skip


def _sentence(id_: str, run: Run, full: str = "") -> Forms:
    """A sentence in one line, in two and so on, at last whole."""
    clipped = [partial(_line, id_, run, full or run.text, lines) for lines in LENGTHS]
    return [*clipped, partial(_line, id_, run, full or run.text, 0)]


def _line(id_: str, run: Run, full: str, lines: int, sign: Node | None = None, more: str = "") -> Node:
    """What is said in so many lines, or 0 for all, with how many there are besides; the whole is its tip."""
    press = Press(f"brief/{id_}", Open("accord"), tip=full)
    other = run._replace(text=more)
    text: Node = Clipped(NOTHING, run, other, lines=lines) if lines else Text(run, other, role="")
    return pressable(Row(sign, grown(text), gap=6), press, f"{full}{more}", pad=NONE)
