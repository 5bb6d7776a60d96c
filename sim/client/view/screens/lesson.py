"""The lesson of now as a card over the table: the idea, what to try, and a way to put it away. It never waits."""

from sim.client.explaining import lessons_words as w
from sim.client.explaining.lessons import lesson_due, lesson_says, lesson_title
from sim.client.model import Model
from sim.client.view.devices.bindings import key_for
from sim.client.view.drawing.boxes import Boxed, Padding
from sim.client.view.drawing.layout import Column, Node, Row, Text, grown
from sim.client.view.drawing.scene import Box, Run
from sim.client.view.drawing.widgets import Press, button
from sim.client.view.shell.messages import TurnLesson

CARD = Box("panel", "own", 1, 5)


def lesson_card(model: Model) -> Node | None:
    """Title, idea and task; nothing if no lesson is due or the one that is has been put away."""
    lesson = lesson_due(model)
    if not lesson or lesson in model.put_away:
        return None
    title = lesson_title(model, lesson)
    *before, idea, task = lesson_says(model, lesson)
    learnt = [Run(f"{each} ", "small", "good") for each in before]
    told = Text(Run(f"{title}. ", "small-strong", "own"), *learnt, Run(idea, "small"))
    away = button(
        w.PUT_AWAY, Press("lesson", TurnLesson(), tip=w.PUT_AWAY_TIP.format(key=key_for("lesson")), key="T"), size="low"
    )
    body = Column(told, Text(Run(task, "small-strong"), role="status"), gap=3)
    return Boxed(Row(grown(body), away, gap=14, align="top"), CARD, Padding(14, 7, 8), role="group", name=title)
