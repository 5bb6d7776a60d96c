"""Agents that think in a process of their own, so that no frame waits for them.

The process is handed the tables and, ply by ply, what the seat sees and may do, as lines of JSON; it answers with an
action. It seats the very agent that would play here, keyed to the same game, so it decides the same. If it dies or
answers nonsense, the agent goes on thinking here.
"""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

import sim
from sim.ai.agent import Agent, Decision, Luck, Observation, luck_of, make_agent
from sim.client.game import Game
from sim.record.notation import Action
from sim.record.record import Header
from sim.scenario.tables import RulesTables

COMMAND = (sys.executable, "-m", "sim.client.view.thinking")


class DistantAgent:
    """An agent that thinks in another process."""

    def __init__(self, tables: RulesTables, header: Header, seat: int) -> None:
        self._given = (header.agents[seat][1], seat, header.rng_seed, header.game)
        self._tables = tables
        self._here: Agent | None = None
        environment = {**os.environ, "PYTHONPATH": str(Path(sim.__file__).resolve().parents[1])}
        try:
            self._process: subprocess.Popen[str] | None = subprocess.Popen(
                COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1, env=environment
            )
            self._tell({"tables": tables.to_json(), "given": self._given})
        except OSError:
            self._process = None

    def decide(self, seen: Observation, legal: Sequence[int], luck: Luck) -> Decision:
        """One ply, decided over there; here, if that fails."""
        if self._process is not None:
            with suppress(OSError, ValueError, KeyError, TypeError):
                self._tell({"seat": seen.seat, "values": seen.values, "legal": list(legal)})
                return self._hear()
            self.close()
        if self._here is None:
            agent, seat, rng_seed, game = self._given
            self._here = make_agent(self._tables, agent, seat, rng_seed, game)
        return self._here.decide(seen, legal, luck)

    def kill(self) -> None:
        """End the process at once, from another thread."""
        if self._process is not None:
            self._process.kill()

    def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process is None:
            return
        for stream in (process.stdin, process.stdout):
            if stream:
                with suppress(OSError):
                    stream.close()
        with suppress(subprocess.TimeoutExpired):
            process.wait(1.0)
        if process.poll() is None:
            process.kill()
            process.wait()

    def _tell(self, message: dict[str, Any]) -> None:
        stream = self._process.stdin if self._process else None
        if stream is None:
            raise OSError("the agent's process is gone")
        stream.write(json.dumps(message) + "\n")
        stream.flush()

    def _hear(self) -> Decision:
        stream = self._process.stdout if self._process else None
        line = stream.readline() if stream else ""
        if not line:
            raise OSError("the agent's process has ended")
        answer = json.loads(line)
        kind, a, b = (int(x) for x in answer["action"])
        return Decision(Action(kind, a, b), dict(answer["reasons"]), dict(answer["beliefs"]))


def distant_agents(tables: RulesTables, header: Header) -> list[Agent | None]:
    """The agents named in a game's header, by seat; None for a person."""
    return [
        None if name == "human" else DistantAgent(tables, header, seat) for seat, (_, name) in enumerate(header.agents)
    ]


class DistantGame(Game):
    """A game whose agents think elsewhere."""

    seat_agents = staticmethod(distant_agents)

    def hurry(self) -> None:
        """End whatever the agents are thinking about: nobody waits for it any more."""
        for agent in self._agents:
            if isinstance(agent, DistantAgent):
                agent.kill()

    def close(self) -> None:
        """Close the record and end the agents' processes."""
        self.autosave.close()
        for agent in self._agents:
            if isinstance(agent, DistantAgent):
                agent.close()


def think(incoming: IO[str], outgoing: IO[str]) -> None:
    """The other process: answer every ply until nobody asks any more."""
    first = json.loads(incoming.readline())
    tables = RulesTables.from_json(first["tables"])
    agent_id, seat, rng_seed, game = first["given"]
    agent = make_agent(tables, agent_id, seat, rng_seed, game)
    for line in incoming:
        asked = json.loads(line)
        seen = Observation(asked["seat"], tuple(asked["values"]))
        decision = agent.decide(seen, asked["legal"], luck_of(rng_seed, game, seat, seen))
        answer = {"action": decision.action, "reasons": decision.reasons, "beliefs": decision.beliefs}
        outgoing.write(json.dumps(answer) + "\n")
        outgoing.flush()


if __name__ == "__main__":
    with suppress(KeyboardInterrupt, BrokenPipeError):
        think(sys.stdin, sys.stdout)
