"""Shells on every screen and dialog, of both scenarios, for tests of scenes and pictures."""

from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from sim.ai.counsel import Advice, Foretold
from sim.ai.outlook import Course, Outlook
from sim.analysis.understood.counsel import AdviserReport
from sim.client.chairs import Chairs
from sim.client.debriefing.debrief import Reviewing
from sim.client.explaining.asking import Target
from sim.client.game import Game
from sim.client.model import Model, first_model
from sim.client.replaying.replay import Replay, read_replay
from sim.client.replaying.replay_mark import ReplayMark
from sim.client.update import (
    Advised,
    Analysed,
    Commit,
    EndTurn,
    Message,
    Observed,
    PlanAction,
    Revealed,
    SetBelief,
    update,
)
from sim.client.view.drawing.fonts import FontRuler
from sim.client.view.drawing.geometry import Geometry
from sim.client.view.drawing.scene import Scene
from sim.client.view.shell.messages import Bookmark, Kept, Saved, Shelf, TakeChair
from sim.client.view.shell.sharing import curtained
from sim.client.view.shell.shell import UNSAVED_LEAVE, UNSAVED_LOAD, UNSAVED_QUIT, Shell, reply
from sim.client.view.show import show
from sim.client.weighing import expecting_words
from sim.client.weighing.believing import prior_belief
from sim.client.weighing.planning import draft_number, rival_offer
from sim.language import FIRST
from sim.record.notation import END, Action
from sim.record.notes import TYPE
from sim.rules import actions as act
from sim.rules import layout as at
from sim.rules.values import package_slot
from tests.client.course import taught
from tests.client.play import book, header
from tests.client.play import shared as two_persons
from tests.client.view.reviews import made_up
from tests.tongue import speaking

SIZES = ((1280, 720), (1920, 1080), (3840, 2160))
SCALES = (100, 150, 200)
FLAGSHIP = "aleppo-2016"
DAYS_TAUGHT = (1, 6, 8)  # of the course: a sentence more or less, one of them with a charge


class Played:
    """A game played by script, and its model."""

    def __init__(self, name: str, seat: int, agent: str, rng_seed: int, *, analyst: bool = False) -> None:
        self.book = book(name)
        self.game, looks = Game.new(self.book.tables, header(self.book, seat, agent, rng_seed), None, analyst=analyst)
        self.model: Model = first_model(self.book, seat, agent, looks)

    def send(self, message: Message) -> None:
        """A message, and whatever it asks for."""
        self.model, request = update(self.model, message)
        while request is not None:
            if isinstance(request, Commit):
                answer: Message = Observed(self.game.commit(request.actions, request.beliefs))
            else:
                answer = Revealed(self.game.debrief(self.book))
            self.model, request = update(self.model, answer)

    def plan_what_it_may(self) -> None:
        """Accept what is offered, and agree to go on."""
        if rival_offer(self.model):
            self.send(PlanAction(Action(act.ACCEPT, rival_offer(self.model))))
        if self.model.values[at.STATUS] == at.IN_FORCE:
            self.send(PlanAction(Action(act.RENEW, 1)))


def models(name: str, seat: int) -> dict[str, Model]:
    """Models of a game: at its first turn, after some days, with an agreement in force, and over."""
    return {stage: update(model, Analysed(on=False))[0] for stage, model in analysed(name, seat).items()}


def analysed(name: str, seat: int) -> dict[str, Model]:
    """The same in the analyst setting."""
    return played_out(name, seat)[1]


@lru_cache
def played_out(name: str, seat: int) -> tuple[Played, dict[str, Model]]:
    """A game in the analyst setting that is over, and its models on the way."""
    played = Played(name, seat, "cooperative" if name == FLAGSHIP else "conceder", 11, analyst=True)
    found = {"first": played.model}
    while not played.model.over:
        played.plan_what_it_may()
        played.send(EndTurn(1))
        if played.model.values[at.STATUS] == at.IN_FORCE:
            found.setdefault("force", played.model)
        if played.model.day >= 5:
            found.setdefault("days", played.model)
    return played, found | {"over": played.model}


@lru_cache
def replay_of(name: str, seat: int, *, over: bool = True) -> Replay:
    """That game looked at again; or one like it that still goes on."""
    if over:
        return read_replay(book(name), played_out(name, seat)[0].game.record)
    played = Played(name, seat, "cooperative", 11)
    for _ in range(2 if name == "tiny" else 9):
        played.plan_what_it_may()
        played.send(EndTurn(1))
    return read_replay(played.book, played.game.record)


def replays(empty: Shell) -> dict[str, Shell]:
    """Games looked at again: with fog and without, at the end, of a game that goes on, of one without a map."""
    found = {}
    for stage, name, seat, mark in (
        ("first", FLAGSHIP, 0, ReplayMark(1, 0)), ("fog", FLAGSHIP, 0, ReplayMark(6, 1)),
        ("true", FLAGSHIP, 0, ReplayMark(6, 0, fog=False)), ("end", FLAGSHIP, 1, ReplayMark(999, 1, fog=False)),
        ("running", FLAGSHIP, 1, ReplayMark(12, 0, running=True)), ("tiny", "tiny", 1, ReplayMark(2, 1, fog=False)),
    ):  # fmt: skip
        replay = replay_of(name, seat)
        found[stage] = replace(empty, screen="replay", replay=replay, mark=replay.held(mark), notice="")
    going = replay_of(FLAGSHIP, 0, over=False)
    found["going"] = replace(found["fog"], replay=going, mark=going.held(ReplayMark(9)))
    page = replace(found["true"], dialog="page", target=Target("state", "trust", "trust"))
    return {f"replay/{stage}": shell for stage, shell in found.items()} | {"replay/page": page}


def with_offers(model: Model) -> Model:
    """The model with an offer of either side on the table: the package agreed last."""
    values = list(model.values)
    for seat in range(2):
        base = at.SEAT_BASE + seat * at.SEAT_WIDTH
        values[base + at.OFFER_ID], values[base + at.OFFER_DAY] = 90.0 + seat, float(model.day)
        slot = package_slot(model.tables.ints, seat, at.OFFER_PACKAGE)
        values[slot : slot + len(model.agreed)] = map(float, model.agreed)
    look = model.look._replace(values=tuple(values))
    return replace(model, looks=(*model.looks[:-1], look))


def believing(model: Model) -> Model:
    """The model with an offer planned, and beliefs stated of the other side and of the offer."""
    model, _ = update(model, PlanAction(Action(act.PROPOSE, draft_number(model))))
    (first, _), *others = prior_belief(model)
    types = ((first, 0.6), *((name, 0.4 / len(others)) for name, _ in others))
    model, _ = update(model, SetBelief((*types, ("accepts", 0.35))))
    return replace(model, notices=())


def advised(model: Model) -> Model:
    """The model with what its advisers say: one would propose, one accept, one wait."""
    rows = model.names.advisers[model.names.seats[model.seat]]
    types = tuple((name.removeprefix(TYPE), prior) for name, prior in prior_belief(model))
    acts = (Action(act.PROPOSE, draft_number(model), act.PUBLIC), Action(act.ACCEPT, 1), END)
    advice = tuple(
        Advice(
            row.id, action, 53.2, 9.4, Foretold(0.31 if action.kind == act.PROPOSE else None, 0.68), END,
            model.names.components[i], 2.4 - 2.0 * i, types,
        )
        for i, (row, action) in enumerate(zip(rows, acts, strict=False))
    )  # fmt: skip
    return update(model, Advised(model.day, advice))[0]


def foreseen(model: Model) -> Model:
    """The model with futures of its draft and of an offer of the other side, which ends after two nights."""
    held = (1960, 1890, 1755, 1600, 1385, 1180, 985, 335, 260, 225, 170, 150, 125, 110)
    draft = Course(draft_number(model), 2000, 1990, 1980, held, 61.8, 0.6)
    theirs = Course(0, 2000, 2000, 1990, (1965, 1890, *(0,) * 12), 46.3, 0.5)
    running = Course(0, 2000, 2000, 2000, (1900, 1790, *(980 - 60 * i for i in range(12))), 0.0, 0.0)
    runs = model.values[at.STATUS] == at.IN_FORCE
    return replace(model, outlook=Outlook(model.day, 620, 1380, draft, theirs, running if runs else None))


def judged(model: Model) -> Model:
    """A finished game whose advisers were heard."""
    assert model.debrief is not None
    rows = model.names.advisers[model.names.seats[model.seat]]
    reports = tuple(AdviserReport(row.id, 7 * i, 2 * i, 0.3, 0.12 + 0.1 * i, ()) for i, row in enumerate(rows))
    return replace(model, debrief=replace(model.debrief, advised=reports))


def shelf() -> Shelf:
    """A shelf with games on it."""
    kept = Kept(Path("g.record"), "aleppo-2016-0003", "A title", "First", "Second", 4, 95, "1 Oct 2016", False)
    over = kept._replace(name="aleppo-2016-0002", day=95, finished=True)
    return Shelf(kept, (kept, over), (kept._replace(name="before the winter"),), (book(FLAGSHIP), book("tiny")))


@lru_cache
def shells() -> dict[str, Shell]:
    """Every screen and dialog by name."""
    empty = Shell(shelf=shelf(), notice="Something was done.")
    found = {name: replace(empty, screen=name) for name in ("title", "seats", "saves", "help")}
    found["dialog/others"] = replace(found["seats"], dialog="others")
    found["dialog/remove"] = replace(found["saves"], dialog="remove", removing=empty.shelf.slots[0])
    found |= lessons(empty) | shared(empty) | replays(empty)
    for name, seat in ((FLAGSHIP, 0), (FLAGSHIP, 1), ("tiny", 1)):
        for stage, model in models(name, seat).items():
            shell = replace(empty, model=model, screen="table", seen=max(0, len(model.looks) - 1), notice="")
            screens = ("debrief", "cables", "facts") if stage == "over" else ("table", "night", "cables")
            if stage == "first":
                screens = ("briefing", "table", "facts")
            found |= {f"{name}/{seat}/{stage}/{screen}": replace(shell, screen=screen) for screen in screens}
    over = found[f"{FLAGSHIP}/0/over/debrief"]
    found["dialog/motives"] = replace(over, dialog="motives")
    found |= chapters("", over) | chapters("tiny/", found["tiny/1/over/debrief"])
    force = found[f"{FLAGSHIP}/0/force/table"]
    assert force.model is not None
    found[f"{FLAGSHIP}/0/answer/table"] = replace(force, model=advised(with_offers(force.model)))
    found[f"{FLAGSHIP}/0/running/table"] = replace(force, model=foreseen(with_offers(force.model)))
    for seat in range(2):
        shell = found[f"{FLAGSHIP}/{seat}/force/table"]
        assert shell.model is not None
        heard = advised(foreseen(with_offers(analysed(FLAGSHIP, seat)["force"])))
        found[f"fullest/{seat}"] = replace(shell, model=believing(heard), analyst=True)
    for stage, model in analysed(FLAGSHIP, 0).items():
        if any(look.reasons for look in model.looks) and not model.over:
            shell = replace(empty, model=model, notice="", analyst=True, seen=max(0, len(model.looks) - 6))
            found |= {f"analyst/{stage}/{screen}": replace(shell, screen=screen) for screen in ("table", "night")}
            found["dialog/acted"] = replace(shell, screen="table", dialog="motives")
    found |= logs(found[f"{FLAGSHIP}/0/days/cables"])
    return found | dialogs(found[f"{FLAGSHIP}/0/days/table"])


def logs(cables: Shell) -> dict[str, Shell]:
    """Cables of a kind and of some days, and none; a night of which parts are to come; the model and its card."""
    told = replace(cables, screen="night", seen=1)
    return {
        "cables/kind": replace(cables, cable_kind="agreement", cable_days=30, typed="1-30"),
        "cables/none": replace(cables, typed="1000000", cable_kind="home"),
        "night/arriving": replace(told, left=3, still=False),
        "night/told": told,
        "about": replace(cables, screen="about"),
        "dialog/card": replace(cables, screen="about", dialog="page", target=Target("card", "2", "card")),
    }


def chapters(name: str, over: Shell) -> dict[str, Shell]:
    """Every chapter of a debrief that has been reviewed, the first of one that is still being reviewed."""
    assert over.model is not None
    assert over.model.debrief is not None
    looked = replace(over.model, reviewing=Reviewing(120, 5200))
    told = replace(judged(over.model), review=made_up(over.model.debrief.past))
    found = {f"{name}chapter/{i}": replace(over, model=told, bookmark=Bookmark(i, 2, i > 8)) for i in range(1, 10)}
    return (
        found
        | {f"{name}chapter/days": replace(found[f"{name}chapter/9"], bookmark=Bookmark(9, 3))}
        | {f"{name}chapter/looking/{i}": replace(over, model=looked, bookmark=Bookmark(i)) for i in (1, 4)}
    )


def lessons(empty: Shell) -> dict[str, Shell]:
    """The table on each day of the course for newcomers."""
    table = replace(empty, screen="table", notice="")
    told = [model for model in taught() if model.day in DAYS_TAUGHT and not model.over]
    return {f"course/{model.day}": replace(table, model=model, seen=len(model.looks)) for model in told}


def shared(empty: Shell) -> dict[str, Shell]:
    """A game that two persons share: the curtain, and the first turn behind it."""
    _, first = two_persons(FLAGSHIP, 7)
    curtain = curtained(replace(empty, notice=""), Chairs(first.seat, {first.seat: first}))
    return {"curtain": curtain, "curtain/briefing": reply(curtain, TakeChair())[0]}


def dialogs(table: Shell) -> dict[str, Shell]:
    """Every dialog over a table."""
    assert table.model is not None
    lever = table.model.names.levers[0].partition(".")[2]
    asked, _ = update(table.model, PlanAction(Action(act.END_TALKS)))
    found = {f"dialog/{name}": replace(table, dialog=name) for name in ("menu", "reasons", "faces", "save", "options")}
    found["believed"] = replace(table, model=believing(table.model))
    found["dialog/believe"] = replace(found["believed"], dialog="believe")
    found["dialog/question"] = replace(table, model=asked, dialog="question")
    found["dialog/page"] = replace(table, dialog="page", target=Target("levers", lever, lever))
    actor = next(iter(table.model.book.outline["actors"]))
    led = (Target("levers", lever, lever),)
    found["dialog/page/led"] = replace(table, dialog="page", target=Target("actors", actor, actor), pages=led)
    found["dialog/page/seat"] = replace(table, dialog="page", target=Target("seats", table.model.names.seats[1], ""))
    heard = advised(table.model)
    found["advised"] = replace(table, model=heard)
    found["dialog/advisers"] = replace(table, model=heard, dialog="advisers")
    found["dialog/accord"] = replace(table, dialog="accord")
    found["dialog/advisers/thinking"] = replace(table, dialog="advisers")
    keys = replace(table, dialog="keys", keys=(("propose", "k"),))
    found["dialog/keys"] = replace(keys, choosing="hold", notice="Something was done.")
    found["foreseen"] = replace(table, model=foreseen(with_offers(table.model)))
    found["unforeseen"] = replace(table, model=replace(table.model, unforeseen=expecting_words.NEEDS_COMPILED))
    for leaf in range(1, 4):
        found[f"leaf/{leaf}"] = replace(found["foreseen"], leaf=leaf)
        found[f"leaf/{leaf}/first"] = replace(found["advised"], leaf=leaf)
    found["dialog/forecast"] = replace(found["foreseen"], dialog="forecast")
    found["waiting"] = replace(table, waiting=True)
    found["saved"] = replace(table, saved=Saved(1.0, age=40))
    unsaved = Saved(1.0, "28", since=3)
    found["unsaved"] = replace(table, saved=unsaved)
    found["dialog/unsaved/quit"] = replace(table, saved=unsaved, dialog=UNSAVED_QUIT)
    found["dialog/unsaved/leave"] = replace(table, saved=unsaved, dialog=UNSAVED_LEAVE)
    found["dialog/unsaved/load"] = replace(table, saved=unsaved, dialog=UNSAVED_LOAD)
    return found


@lru_cache(maxsize=8)
def ruler(unit: float) -> FontRuler:
    """The window's own ruler; it needs no display."""
    return FontRuler(unit)


def scene_of(
    name: str, size: tuple[int, int] = (1280, 720), text: int = 100, language: str = FIRST, leaf: int | None = None
) -> tuple[Scene, FontRuler]:
    """The scene of a shell of the gallery, and the ruler that it was measured with."""
    geometry = Geometry(*size, text)
    shell = replace(shells()[name], language=language, leaf=shells()[name].leaf if leaf is None else leaf)
    with speaking(language):
        return show(shell, geometry, ruler(geometry.unit)), ruler(geometry.unit)
