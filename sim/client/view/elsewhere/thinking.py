"""Agents that think in a process of their own, so that no frame waits for them.

The process is handed the tables and, ply by ply, what the seat sees and may do, as lines of JSON; it answers with an
action. It seats the very agent that would play here, keyed to the same game. If it dies or
answers nonsense, the agent goes on thinking here.
"""

import json
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import IO

from sim.ai.agent import Agent, Decision, Luck, Observation, OwnPly, luck_of, remind
from sim.client.game import Game
from sim.client.patience import Patient, patient_agent
from sim.client.process import Elsewhere, serve
from sim.client.view.elsewhere.counselling import distant_counsel
from sim.client.view.elsewhere.forecasting import distant_forecaster
from sim.record.notation import Action
from sim.record.record import Header
from sim.scenario.tables import RulesTables

COMMAND = (sys.executable, "-m", "sim.client.view.elsewhere.thinking")


class DistantAgent(Elsewhere):
    """An agent that thinks in another process."""

    def __init__(self, tables: RulesTables, header: Header, seat: int) -> None:
        super().__init__()
        self._tables, self._header, self._seat = tables, header, seat
        self._here: Agent | None = None
        self._past: list[OwnPly] = []
        self._told = 0
        with suppress(OSError):
            self.start(COMMAND, {"tables": tables.to_json(), "header": str(header), "seat": seat})

    def decide(self, seen: Observation, legal: Sequence[int], luck: Luck) -> Decision:
        """One ply, decided over there; here, if that fails."""
        if self._process is not None:
            with suppress(OSError, ValueError, KeyError, TypeError):
                self.tell({"past": self._past[self._told :], "values": seen.values, "legal": list(legal)})
                answer = self.hear()
                kind, a, b = (int(x) for x in answer["action"])
                decision = Decision(Action(kind, a, b), dict(answer["reasons"]), dict(answer["beliefs"]))
                self._past.append(OwnPly(seen.values, decision.action))
                self._told = len(self._past)
                return decision
            self.close()
        if self._here is None:
            self._here = patient_agent(self._tables, self._header, self._seat)
            remind(self._tables, self._here, (self._header.rng_seed, self._header.game, self._seat), self._past)
        return self._here.decide(seen, legal, luck)

    def recall(self, seen: Observation, action: Action, luck: Luck) -> None:  # noqa: ARG002 - it is keyed over there
        """A ply that was played before it was made; told with the next question, so that nobody waits for it here."""
        self._past.append(OwnPly(seen.values, action))


def distant_agents(tables: RulesTables, header: Header) -> list[Agent | None]:
    """The agents named in a game's header, by seat; None for a person."""
    return [
        None if name == "human" else DistantAgent(tables, header, seat) for seat, (_, name) in enumerate(header.agents)
    ]


class DistantGame(Game):
    """A game whose agents think elsewhere."""

    seat_agents = staticmethod(distant_agents)
    seat_counsel = staticmethod(distant_counsel)
    seat_forecaster = staticmethod(distant_forecaster)

    @property
    def _asked(self) -> tuple[object, ...]:
        """Those whom a person may ask."""
        return (*self._counsels.values(), *self._forecasters.values())

    def hurry(self) -> None:
        """End whatever is being thought about: nobody waits for it any more."""
        for each in (*self._agents, *self._asked):
            if isinstance(each, Elsewhere):
                each.kill()

    def close(self) -> None:
        """Close the record and end the other processes; the advisers may be in the middle of a sentence."""
        self.autosave.close()
        for asked in self._asked:
            if isinstance(asked, Elsewhere):
                asked.kill()
        for each in (*self._agents, *self._asked):
            if isinstance(each, Elsewhere):
                each.close()


def think(incoming: IO[str], outgoing: IO[str]) -> None:
    """The other process: answer every ply until nobody asks any more.

    Of a search that has yet to be compiled the advisers see to that; where there are none, it does.
    """
    first = json.loads(incoming.readline())
    tables, header, seat = RulesTables.from_json(first["tables"]), Header.read(first["header"]), int(first["seat"])
    rng_seed, game = header.rng_seed, header.game
    agent = patient_agent(tables, header, seat)
    if isinstance(agent, Patient) and not any(tables.names.advisers.values()):
        agent.compile_meanwhile()
    for line in incoming:
        asked = json.loads(line)
        past = [OwnPly(tuple(values), Action(*action)) for values, action in asked["past"]]
        remind(tables, agent, (rng_seed, game, seat), past)
        seen = Observation(seat, tuple(asked["values"]))
        decision = agent.decide(seen, asked["legal"], luck_of(rng_seed, game, seat, seen))
        answer = {"action": decision.action, "reasons": decision.reasons, "beliefs": decision.beliefs}
        outgoing.write(json.dumps(answer) + "\n")
        outgoing.flush()


if __name__ == "__main__":
    serve(think)
