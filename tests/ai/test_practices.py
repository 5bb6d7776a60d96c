"""Practices: levers that a searcher always or never pulls, and how it comes to that."""

import pytest

from sim.ai.agent import luck_of
from sim.ai.kernel import plain_kernel
from sim.ai.registry import own_stances
from sim.ai.search import tree as of
from sim.ai.search.playout import choose_in_practice, draw_worlds, set_scene
from sim.ai.search.practices import SHARE_OF_TRIALS, serves_better, try_practices
from sim.ai.search.search_agent import SearchAgent
from sim.record.notation import END
from sim.rules import actions as act
from sim.rules import layout as at
from sim.rules.legality import legal
from sim.session.session import Session
from sim.testing.play import header_of
from tests.games import tiny

RNG_SEED, BUDGET = 1, 400
HILL, SHORE = 0, 1


def at_work(seat: int, stance: str = "historical") -> SearchAgent:
    """A searcher before its first search: it has seen its first look, drawn its worlds and follows a stance."""
    session = Session(tiny(), header_of(tiny(), RNG_SEED, 0))
    agent = SearchAgent(plain_kernel(tiny()), seat, BUDGET)
    if session.to_move != seat:
        session.act(END)
    seen = session.observation(seat)
    agent.beliefs.take_in(seen.values, luck_of(RNG_SEED, 0, seat, seen))
    draw_worlds(agent.beliefs.vectors, agent.tree, 0.5 / BUDGET)
    agent.tree.notes[of.STANCE] = own_stances(agent.kernel.tables).index(stance)
    return agent


def deed(agent: SearchAgent) -> tuple[int, int]:
    """What it does, in practice, on the first look once it is done with the table: kind of action and lever."""
    t = agent.tree
    set_scene(tiny().ints, agent.beliefs.vectors, t, 0, t.notes[of.STANCE])
    t.seen[:] = t.state
    legal(tiny().ints, tiny().reals, t.seen, t.mask)
    for kind in range(act.PROPOSE, act.HOLD + 1):
        t.mask[kind] = 0
    choose_in_practice(tiny().ints, tiny().reals, t)
    return t.action[0], t.action[1]


def lever(name: str) -> int:
    return tiny().names.levers.index(name)


def test_a_lever_that_is_always_pulled_is_pulled_once_the_stance_has_done_its_part() -> None:
    agent = at_work(HILL, "linear")
    assert deed(agent) == (act.END_TURN, 0)
    agent.tree.practices[lever("hill.whisper")] = of.ALWAYS
    assert deed(agent) == (act.PULL, lever("hill.whisper"))


def test_a_lever_that_may_not_be_pulled_is_not_pulled_whatever_the_practice() -> None:
    agent = at_work(HILL)
    agent.tree.practices[lever("hill.rejoin")] = of.ALWAYS
    assert deed(agent) == (act.END_TURN, 0)


def test_a_lever_that_is_never_pulled_is_kept_from_the_stance() -> None:
    agent = at_work(HILL)
    t = agent.tree
    t.practices[lever("hill.whisper")] = of.NEVER
    deed(agent)
    assert t.mask[act.N_KINDS + lever("hill.whisper")] == 0


def test_a_practice_is_kept_only_if_it_surely_did_better_in_the_same_worlds() -> None:
    agent = at_work(SHORE)
    t, b, ints, reals = agent.tree, agent.beliefs.vectors, tiny().ints, tiny().reals
    t.notes[of.LIMIT] = BUDGET
    kept = {}
    for name in ("shore.moor", "shore.hoard", "shore.rejoin"):
        t.tried[t.notes[of.STANCE]] = t.notes[of.SPENT] = 0
        n = serves_better(ints, reals, b, t, lever(name), of.ALWAYS)
        assert t.practices[lever(name)] == of.BY_STANCE  # a trial changes nothing
        kept[name] = n
        if n:
            assert sum(t.trials[-1][:n]) > sum(t.trials[t.notes[of.STANCE]][:n])
    assert kept["shore.hoard"] > 0
    assert kept["shore.rejoin"] == 0


@pytest.mark.parametrize("seat", [HILL, SHORE])
def test_trials_touch_own_levers_only_and_keep_to_their_budget(seat: int) -> None:
    agent = at_work(seat)
    t = agent.tree
    try_practices(tiny().ints, tiny().reals, agent.beliefs.vectors, t)
    assert 0 < t.notes[of.SPENT] <= SHARE_OF_TRIALS * BUDGET
    owners = [tiny().ints[tiny().ints[at.LEVERS] + i * at.LEVER_WIDTH] for i in range(len(t.practices))]
    assert all(owner == seat or not each for owner, each in zip(owners, t.practices, strict=True))
    assert (t.practices[lever("shore.hoard")] == of.ALWAYS) == (seat == SHORE)
