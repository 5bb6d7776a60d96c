"""Advisers: each by its own weights and expectations, on what its seat sees, and true about what it foretells."""

from functools import lru_cache
from typing import Any

import pytest

from sim.ai.adviser import Adviser, weighted
from sim.ai.agent import Observation, OwnPly, luck_of, make_agent
from sim.ai.counsel import Consultation, Counsel
from sim.ai.kernel import plain_kernel
from sim.record.notation import END, Action
from sim.rules import actions as act
from sim.rules import layout as at
from sim.rules.endings import returns
from sim.scenario.places import SCENARIO, find_scenario
from sim.scenario.source import read_document
from sim.scenario.tables import AdviserRow, RulesTables
from sim.session.play import take_turn
from sim.session.session import Session
from sim.testing.play import header_of
from sim.testing.tables import tables_of
from tests.games import tiny

pytestmark = pytest.mark.xdist_group("searching")

HILL, SHORE = 0, 1
WORLDS = 60
HALT = Action(act.PROPOSE, 2, act.PRIVATE)  # a halt of a day, the ferry afloat
EAGER = [{"do": "accept", "from": "T09"}]
REFUSES = [{"do": "reject unwilling", "from": "T09"}]


@pytest.fixture(autouse=True)
def brief(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fewer simulations than for a person."""
    monkeypatch.setattr("sim.ai.adviser.BUDGET", WORLDS)
    monkeypatch.setattr("sim.ai.adviser.WORLDS", WORLDS)


@lru_cache
def advised() -> RulesTables:
    """The small scenario with advisers at the hill, and with doctrines of which nothing is left to chance."""
    data: dict[str, Any] = read_document(find_scenario("tiny") / SCENARIO).data
    data["doctrines"] |= {"eager": {"shore": EAGER}, "sour": {"shore": REFUSES}}
    data["advisers"] = {
        "hill": {
            "bakers": {"weights": {"bread": 2}, "from": "T05"},
            "elders": {"weights": {"calm": 1, "bread": 0}, "rival_types": {"wary": 1}, "from": "T06"},
            "hopeful": {"rival_stances": {"eager": 1}, "from": "T09"},
            "gloomy": {"rival_stances": {"sour": 1}, "from": "T09"},
        }
    }
    return tables_of(data)


def row(name: str) -> AdviserRow:
    """One of them."""
    return next(each for each in advised().names.advisers["hill"] if each.id == name)


class Seated:
    """A game in which the hill passes unless it is told otherwise, and its advisers are asked."""

    def __init__(self, rival: str, game: int = 0) -> None:
        self.session = Session(advised(), header_of(advised(), 1, game))
        self.rival = make_agent(advised(), rival, SHORE, 1, game)
        self.plies: list[OwnPly] = []
        self._wait()

    def _wait(self) -> None:
        while not self.session.over and self.session.to_move == SHORE:
            take_turn(self.session, self.rival)

    def act(self, *actions: Action) -> None:
        """Do this, end the turn, and let the shore play."""
        for action in (*actions, END):
            self.plies.append(OwnPly(self.session.observation(HILL).values, action))
            self.session.act(action)
        self._wait()

    @property
    def asked(self) -> Consultation:
        """What is put before the advisers now."""
        return Consultation(tuple(self.plies), self.session.observation(HILL).values, tuple(self.session.legal()))


def counsel(game: int = 0) -> Counsel:
    """All advisers of the hill."""
    return Counsel(advised(), HILL, 1, game, compiled=False)


def foretold(name: str, rival: str, first: Action) -> Any:
    """What an adviser foretells of an action on the first turn."""
    game = Seated(rival)
    adviser = Adviser(advised(), HILL, row(name), compiled=False)
    seen = Observation(HILL, game.asked.seen)
    adviser.advise(seen, game.asked.legal, luck_of(1, 0, HILL, seen))
    return adviser.foretell(first)


def test_its_points_are_its_own_weights_of_the_components_whatever_its_seat_wants() -> None:
    assert row("bakers").weights == [0.0, 1.0]
    tables = weighted(advised(), HILL, row("bakers").weights)
    state = Seated("linear").session.true_state()
    parts = dict(zip(tables.names.components, (0.25, 0.75), strict=True))
    for kind in range(2):
        final = list(state)
        final[at.SEAT_BASE + at.TYPE] = kind
        for name, value in parts.items():
            final[tables.slot[f"score.{name}"]] = value
        assert returns(tables.ints, tables.reals, final, HILL) == pytest.approx(75.0)
        shore = [returns(each.ints, each.reals, final, SHORE) for each in (tables, advised())]
        assert shore[0] == shore[1]


def test_what_it_expects_of_the_other_side_is_what_it_begins_with() -> None:
    seen = Seated("linear").asked.seen
    beliefs = {name: Adviser(advised(), HILL, row(name), compiled=False).beliefs for name in ("elders", "gloomy")}
    for each in beliefs.values():
        each.take_in(seen, lambda _: 0.5)
    assert beliefs["elders"].types()["wary"] == pytest.approx(1.0)
    assert beliefs["gloomy"].stances() == {"sour": pytest.approx(1.0)}


@pytest.mark.parametrize(("name", "chance"), [("hopeful", 1.0), ("gloomy", 0.0)])
def test_the_chance_of_acceptance_is_that_of_the_stance_it_believes_in(name: str, chance: float) -> None:
    for package in (0, 3):
        assert foretold(name, "hold", Action(act.PROPOSE, package, act.PRIVATE)).accepts == chance


def test_of_what_does_not_stand_nothing_is_foretold() -> None:
    assert foretold("hopeful", "hold", END) == (None, None)


def test_the_chance_that_an_agreement_holds_is_the_share_of_games_in_which_it_does() -> None:
    """A day's halt, which the other side signs later that day; the wreckers may break it, how bold nobody sees."""
    held = broken = 0
    for number in range(100):
        game = Seated("eager", number)
        game.act(HALT)
        if not number:
            told = if_signed(game)
        while not game.session.over:
            game.act()
        ends = [event.kind for _, event in game.session.events if event.kind in ("expired", "renewed", "collapsed")]
        held += ends[0] != "collapsed"
        broken += ends[0] == "collapsed"
    share = held / (held + broken)
    assert 0.2 < share < 0.8
    assert told == pytest.approx(share, abs=4 * (0.25 / WORLDS + 0.25 / (held + broken)) ** 0.5)


def if_signed(game: Seated) -> Any:
    """What an adviser who has followed the game gives to the halt if it were signed now."""
    adviser = Adviser(advised(), HILL, row("hopeful"), compiled=False)
    for ply in game.plies:
        adviser.beliefs.take_in(ply.seen, lambda _: 0.5)
        adviser.beliefs.note(ply.action)
    adviser.advise(Observation(HILL, game.asked.seen), game.asked.legal, lambda _: 0.5)
    return adviser.foretell(HALT).holds


def test_they_say_the_same_to_who_asks_daily_and_to_who_asks_once() -> None:
    game, daily = Seated("historical"), counsel()
    while not game.session.over:
        told = daily.advise(game.asked)
        assert daily.advise(game.asked) is told
        assert counsel().advise(game.asked) == told
        game.act(*([told[0].action] if told[0].action != END else []))


def test_all_advise_on_what_is_legal_and_never_on_a_lever() -> None:
    game, advisers = Seated("linear"), counsel()
    while not game.session.over:
        for advice in advisers.advise(game.asked):
            assert not game.session.violations(advice.action)
            assert advice.action.kind != act.PULL
            assert 0.0 <= advice.points <= 100.0
            assert advice.because in advised().names.components
            assert sum(chance for _, chance in advice.types) == pytest.approx(1.0)
        game.act()


def test_what_stands_is_foretold_under_the_names_that_notes_have() -> None:
    game, advisers = Seated("hold"), counsel()
    advisers.advise(game.asked)
    propose = Action(act.PROPOSE, 0, act.PRIVATE)
    game.plies.append(OwnPly(game.session.observation(HILL).values, propose))
    game.session.act(propose)
    told = advisers.foretell(game.asked)
    assert set(told) == {f"{each.id}.accepts" for each in advised().names.advisers["hill"]}
    assert (told["hopeful.accepts"], told["gloomy.accepts"]) == (1.0, 0.0)
    game.session.note(told)
    game.session.act(END)
    assert dict(game.session.notes[-1].note.beliefs) == pytest.approx(told, abs=1e-4)


def test_without_advisers_a_scenario_is_as_it_was() -> None:
    assert tiny().names.advisers == {"hill": [], "shore": []}
    assert plain_kernel(tiny()).tables.names.advisers["hill"] == []
