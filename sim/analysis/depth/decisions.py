"""Decisions: how often days stop passing, for what, and whether it then matters what is done.

A game is played by two agents of the field. One of them plays as a person does who lets days pass: it is asked only on
the first day and when something calls for a decision (``sim.session.calls``); on all other days its turn is ended. A
stop is *committed* if it does anything then.

Of some stops it is asked what can be done: each lever, each answer, a word on renewal, a few offers, to leave the
agreement. Each is done by itself in the same worlds, and both sides play on by the stances that serve best there. What
does best and what does worst, to let days pass among them, are then compared in worlds that did not choose them. The
stop is *live* if they surely differ in what the seat can expect; *pressing* if what did best is surely better than to
let days pass. Small differences are not seen, so that the shares are lower bounds.
"""

import random
from collections import Counter
from collections.abc import Sequence
from math import sqrt
from statistics import NormalDist
from typing import Any, NamedTuple

from sim.ai.families import brain as my
from sim.ai.families.bidding import draft_bid, worth_at
from sim.ai.families.brain import take_seat
from sim.ai.registry import make_brain
from sim.analysis.depth.bench import STOPS, Bench
from sim.analysis.depth.forced import NOTHING, Scene, best_pair
from sim.analysis.depth.plan import CHANCE, DepthPlan
from sim.analysis.depth.sampling import State, session_of
from sim.analysis.depth.varied import mean
from sim.analysis.study.estimates import estimate, quantile, variance, wilson
from sim.analysis.study.units import Unit
from sim.record.notation import END, Action
from sim.rules import actions as act
from sim.rules import layout as at
from sim.rules.events import log_size
from sim.rules.game import apply
from sim.rules.legality import violations
from sim.rules.packages import read_package
from sim.scenario.profile_phrases import Report
from sim.scenario.tables import RulesTables
from sim.session.calls import Dated, calls_of
from sim.session.play import seat_agents, take_turn
from sim.session.session import Session

FEWEST, LARGEST = 15, 30  # committed decisions of a median game
FEWEST_GAMES = 8
EVERY, ASKED_OF = 3, 2  # into so many stops of every third game is looked, for that is dear; to count stops is cheap
TRIED, TOLD = 96, 480  # worlds in which everything within reach is tried; others in which best and worst are compared
SHARES = (0.9, 0.6, 0.3)  # of offers, by worth on paper
DOUBT = 0.05
APART = 1 << 25  # positions are numbered far from those of other parts
BEGINNING = "beginning"


class TurnLook(NamedTuple):
    """What a seat is told as its turn begins."""

    values: tuple[float, ...]
    events: tuple[Dated, ...]


class Stop(NamedTuple):
    """A turn for which days stopped: its day, why, what was done, and the state in which it began."""

    day: int
    why: tuple[str, ...]
    acts: int
    state: State


def stops_of(tables: RulesTables, session: Session, seat: int) -> list[Stop]:
    """Play a session to its end, with a seat that acts only when it is called."""
    agents = seat_agents(tables, session.header)
    looks: list[TurnLook] = []
    stops: list[Stop] = []
    told = 0
    while not session.over:
        agent = agents[session.to_move]
        assert agent is not None
        if session.to_move != seat:
            take_turn(session, agent)
            continue
        events = tuple(each for each in session.events[told:] if each[1].audience >> seat & 1)
        looks.append(TurnLook(session.observation(seat).values, events))
        told = len(session.events)
        called = [call.news[1].kind if call.news else call.kind for call in calls_of(tables, seat, looks)]
        if len(looks) > 1 and not called:
            session.act(END)
            continue
        day, state, before = session.day, session.true_state(), len(session.events)
        take_turn(session, agent)
        acts = sum(
            event.kind
            in ("proposed", "withdrawn", "refused", "accepted", "pulled", "consented", "denounced", "talks_ended")
            and int(event.row[1]) == seat
            for _, event in session.events[before:]
        )
        stops.append(Stop(day, tuple(dict.fromkeys(called)) or (BEGINNING,), acts, state))
    return stops


def within_reach(tables: RulesTables, state: State) -> list[Action]:
    """What the seat to move might do first, besides letting days pass; ways out that cannot be undone are left out."""
    ints, reals, seat = tables.ints, tables.reals, int(state[at.TO_MOVE])
    offer = int(state[at.SEAT_BASE + (1 - seat) * at.SEAT_WIDTH + at.OFFER_ID])
    brain = make_brain(tables, "linear", seat)
    seen = list(state)
    take_seat(ints, seen, brain)
    found = [Action(act.ACCEPT, offer), Action(act.REJECT, offer), Action(act.RENEW, 1), Action(act.RENEW, 0)]
    for share in SHARES:
        brain[my.TARGET] = worth_at(ints, reals, int(brain[my.OWNER]), share)
        draft_bid(ints, reals, brain)
        found.append(Action(act.PROPOSE, read_package(ints, brain, my.DRAFT), act.PRIVATE))
    found += [Action(act.DENOUNCE), *(Action(act.PULL, lever) for lever in range(ints[at.N_LEVERS]))]
    legal = [each for each in dict.fromkeys(found) if not violations(ints, reals, seen, *each)]
    return legal if ints[at.N_REASONS] else [each for each in legal if each.kind != act.REJECT]


def after(bench: Bench, state: State, action: Action, game: int) -> list[float]:
    """The state once the seat to move has done one thing and ended its turn."""
    tables = bench.tables
    changed, log = list(state), [0.0] * log_size(tables.log_rows)
    for each in dict.fromkeys((action, END)):
        if changed[at.ENDING] < 0.0:
            apply(tables.ints, tables.reals, changed, bench.luck(game), log, list(each))
    return changed


class Decisions:
    """A piece is a game; even ones are a person's of the first seat."""

    name = "decisions"

    def __init__(self, tables: RulesTables, plan: DepthPlan) -> None:
        self._tables, self._plan = tables, plan
        self.orders = max(FEWEST_GAMES, plan.positions)
        self._agents = [agent for agent in plan.agents if agent != CHANCE]

    def play(self, bench: Bench, order: int) -> dict[str, Any]:
        """The stops of a game, and what there was to be done at some of them."""
        luck, seat = random.Random(f"{self._plan.rng_seed} stops {order}"), order % 2
        first, second = (self._agents[int(luck.random() * len(self._agents))] for _ in range(2))
        session = session_of(self._tables, (first, second), self._plan.rng_seed, STOPS + order)
        stops = stops_of(self._tables, session, seat)
        picked = sorted({int(luck.random() * len(stops)) for _ in range(ASKED_OF if order % EVERY == 0 else 0)})
        return {
            "seat": self._tables.names.seats[seat],
            "days": [stop.day for stop in stops],
            "why": [list(stop.why) for stop in stops],
            "committed": [stop.acts > 0 for stop in stops],
            "asked": {i: self._worth(bench, stops[i].state, seat, order * ASKED_OF + n) for n, i in enumerate(picked)},
        }

    def _worth(self, bench: Bench, state: State, seat: int, number: int) -> dict[str, Any]:
        scene = Scene(state, seat, APART + number)
        pair = best_pair(bench, scene, NOTHING, TRIED + TOLD)
        actions = [END, *within_reach(self._tables, state)]

        def scores(action: Action, worlds: range) -> list[float]:
            states = [after(bench, state, action, scene.world(j)) for j in worlds]
            return [each[seat] for each in bench.played_on(states, pair, scene.world(worlds.start))]

        means = [mean(scores(action, range(TRIED))) for action in actions]
        order = sorted(range(len(actions)), key=means.__getitem__)
        passing, worst, best = (scores(actions[i], range(TRIED, TRIED + TOLD)) for i in (0, order[0], order[-1]))
        return {"actions": len(actions), **told_apart(passing, worst, best)}

    def tell(self, found: Sequence[dict[str, Any]]) -> dict[str, Any]:
        """Numbers and spacing of stops, and how many of those looked into are live."""
        stops = sorted(float(len(game["days"])) for game in found)
        committed = sorted(float(sum(game["committed"])) for game in found)
        gaps = [float(b - a) for game in found for a, b in zip(game["days"], game["days"][1:], strict=False)]
        asked = [(game["why"][i], worth) for game in found for i, worth in game["asked"].items()]
        why = Counter(each for game in found for kinds in game["why"] for each in kinds)
        total = sum(len(game["days"]) for game in found)
        return {
            "games": len(found), "wanted": [FEWEST, LARGEST],
            "stops": spread_of(stops), "committed": spread_of(committed), "days_between": spread_of(gaps),
            "asked": len(asked), "worlds": TRIED, "compared": TOLD,
            "live": share_of([worth["live"] for _, worth in asked]),
            "pressing": share_of([worth["pressing"] for _, worth in asked]),
            "within_reach": mean([float(worth["actions"]) for _, worth in asked]),
            "stake": quantile([worth["stake"] for _, worth in asked], 0.5),
            "why": {
                kind: {
                    "share_of_stops": n / total,
                    "live": share_of([worth["live"] for kinds, worth in asked if kind in kinds]),
                }
                for kind, n in why.most_common()
            },
        }  # fmt: skip


def told_apart(passing: Sequence[float], worst: Sequence[float], best: Sequence[float]) -> dict[str, Any]:
    """Whether what is to be done differs surely, world by world; which is which was found in other worlds."""
    z = NormalDist().inv_cdf(1.0 - DOUBT / 2)

    def surely_more(one: Sequence[float], other: Sequence[float]) -> bool:
        apart = [x - y for x, y in zip(one, other, strict=True)]
        return mean(apart) > z * sqrt((variance(apart) or 0.0) / len(apart))

    return {
        "live": surely_more(best, worst), "pressing": surely_more(best, passing), "stake": mean(best) - mean(worst),
    }  # fmt: skip


def share_of(hits: Sequence[bool]) -> dict[str, float]:
    """A share with Wilson's interval."""
    if not hits:
        return {"n": 0}
    share = mean([float(hit) for hit in hits])
    low, high = wilson(share, len(hits))
    return {"share": share, "low": low, "high": high, "n": len(hits)}


def spread_of(numbers: Sequence[float]) -> dict[str, float | None]:
    """Median with its interval, quartiles and extremes."""
    median = estimate(Report("median", text="median"), [[Unit(x)] for x in numbers])
    marks = {"least": 0.0, "lower": 0.25, "upper": 0.75, "most": 1.0}
    return {
        "median": median.value, "low": median.low, "high": median.high,
        **{name: quantile(numbers, share) for name, share in marks.items()},
    }  # fmt: skip
