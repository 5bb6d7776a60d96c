"""Lines held to whatever happens: always the same option of an issue, or never a signature, beside free play.

The issues are the one that sets the length of a term and those that renewals ask for. A seat that holds a line tables
and signs no package without the option, or none at all, while its rival is free. Whoever holds it is, for each of its
private types, the agent of the field that does best so; free play is the best agent without a line, chosen in the same
way. They are chosen in games apart from those that are told of, against every agent of the field, and all meet the same
luck.

The best mix has for each type whatever is best for it, free play among it. What a seat does beside a line is the best
mix without that line; the line is *dominant* if nothing is surely lost against that, neither in all nor for any type.
Agents of the field do not look ahead. Where a searcher is asked for, it plays the first games of each rival too, free,
and a line is dominant only if nothing is surely lost against the searcher either.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from sim.analysis.depth.bench import FREE, LINES_TOLD, LINES_TRIED, Bench, BoundsAsked, others
from sim.analysis.depth.lengths import term_issue
from sim.analysis.depth.plan import DepthPlan
from sim.analysis.depth.searched import searcher_of, searchers_games
from sim.analysis.depth.varied import mean
from sim.analysis.tournament.field import less, with_interval
from sim.rules import layout as at
from sim.scenario.tables import RulesTables

TRIED = 0.4  # of as many games as are told of
SEARCHED = 0.1  # of them
FREELY, NEVER = "free", "never sign"


class HeldLine(NamedTuple):
    """A line by its name; of an option its issue and number, -1 for none; `signs` is whether it signs at all."""

    name: str
    issue: int = -1
    option: int = -1
    signs: bool = True


class LineGames(NamedTuple):
    """The games of one agent with one line in one seat: its scores and private types, rival after rival."""

    scores: list[float]
    types: list[int]


def renewal_issues(tables: RulesTables) -> list[int]:
    """Issues of which a renewal asks for an option, apart from the one that sets the term."""
    ints, found = tables.ints, set[int]()
    for renewal in range(ints[at.N_RENEWALS]):
        row = ints[at.RENEWALS] + renewal * at.RENEWAL_WIDTH
        first = ints[row + at.RENEWAL_NEED]
        for need in range(first, first + ints[row + at.RENEWAL_NEEDS]):
            found.add(ints[ints[at.NEEDS] + need * at.NEED_WIDTH])
    return sorted(found - {term_issue(tables)})


def held_lines(tables: RulesTables) -> list[HeldLine]:
    """Free play, the lines, and never to sign."""
    names = list(tables.names.issues.items())
    issues = [issue for issue in (term_issue(tables), *renewal_issues(tables)) if issue >= 0]
    options = [
        HeldLine(f"always {names[issue][0]}={option}", issue, i)
        for issue in issues
        for i, option in enumerate(names[issue][1])
    ]
    return [HeldLine(FREELY), *options, HeldLine(NEVER, signs=False)]


def bounds_of(tables: RulesTables, line: HeldLine, seat: int) -> BoundsAsked:
    """What holding a line forbids a seat."""
    if line.issue < 0 and line.signs:
        return FREE
    barred = others(tables, line.issue, line.option) if line.issue >= 0 else frozenset()
    own, none = (barred, line.signs), (frozenset[int](), True)
    first, second = (own, none) if seat == 0 else (none, own)
    return BoundsAsked((first[0], second[0]), signs=(first[1], second[1]))


class FixedLines:
    """A piece is a line in a seat; after these come a searcher's games in a seat against a rival."""

    name = "lines"

    def __init__(self, tables: RulesTables, plan: DepthPlan) -> None:
        self._tables, self._plan = tables, plan
        self._lines = held_lines(tables)
        self._many = max(2, plan.games // len(plan.agents))  # games that are told of, against each rival
        self._searched = max(1, int(SEARCHED * self._many))
        self.orders = 2 * (len(self._lines) + (len(plan.agents) if plan.searcher else 0))

    def play(self, bench: Bench, order: int) -> dict[str, Any]:
        """By own type the agent that is best with the line; its scores in the games that are told of, and all types."""
        seat, number = order % 2, order // 2
        if number >= len(self._lines):
            return {"scores": self._search(bench, seat, number - len(self._lines))}
        line = self._lines[number]
        few = max(2, int(TRIED * self._plan.games) // len(self._plan.agents))
        tried = {
            agent: self._games(bench, agent, line, seat, range(LINES_TRIED, LINES_TRIED + few))
            for agent in self._plan.agents
        }
        kinds = range(len(self._tables.names.types[self._tables.names.seats[seat]]))
        best = [max(tried, key=lambda agent: self._of_type(tried[agent], kind)) for kind in kinds]
        many = range(LINES_TOLD, LINES_TOLD + self._many)
        told = {agent: self._games(bench, agent, line, seat, many) for agent in dict.fromkeys(best)}
        types = next(iter(told.values())).types
        return {
            "agents": best,
            "tried": [self._of_type(tried[agent], kind) for kind, agent in enumerate(best)],
            "scores": [told[best[kind]].scores[i] for i, kind in enumerate(types)],
            "types": types,
        }

    def _search(self, bench: Bench, seat: int, rival: int) -> list[float]:
        first = LINES_TOLD + rival * self._many
        games = range(first, first + self._searched)
        return searchers_games(bench, seat, self._plan.agents[rival], games, self._plan.searcher)

    def _games(self, bench: Bench, agent: str, line: HeldLine, seat: int, games: range) -> LineGames:
        asked = bounds_of(self._tables, line, seat)
        found = LineGames([], [])
        for i, rival in enumerate(self._plan.agents):
            pair = (agent, rival) if seat == 0 else (rival, agent)
            own = range(games.start + i * len(games), games.stop + i * len(games))
            for game in bench.games_of(pair, own, asked):
                found.scores.append(game.scores[seat])
                found.types.append(game.types[seat])
        return found

    def _of_type(self, games: LineGames, kind: int) -> float:
        return mean([score for score, each in zip(games.scores, games.types, strict=True) if each == kind])

    def tell(self, found: Sequence[dict[str, Any]]) -> dict[str, Any]:
        """Lines beside free play, for each seat."""
        names, n = self._tables.names, 2 * len(self._lines)
        return {
            "games": len(found[0]["scores"]),
            "searcher": searcher_of(self._plan.searcher),
            "searched": len(_scores_in(found[n::2])),
            "seats": {
                seat: self._told(found[k:n:2], _scores_in(found[n + k :: 2]), names.types[seat])
                for k, seat in enumerate(names.seats)
            },
        }

    def _told(self, found: Sequence[dict[str, Any]], searched: list[float], types: Sequence[str]) -> dict[str, Any]:
        free, drawn = found[0]["scores"], found[0]["types"]
        lines = {line.name: each for line, each in zip(self._lines, found, strict=True)}
        rows = {name: self._row(each["scores"], free, drawn, types) for name, each in lines.items()}
        for name, each in lines.items():
            rows[name]["agents"] = dict(zip(types, each["agents"], strict=True))
            rest, _ = best_mix({other: row for other, row in lines.items() if other != name}, drawn)
            rows[name]["above_rest"] = self._row(each["scores"], rest, drawn, types)
            if searched:
                own, kinds = self._first_of_each(each["scores"]), self._first_of_each(drawn)
                rows[name]["above_searcher"] = self._row(own, searched, kinds, types)
        mix, chosen = best_mix(lines, drawn)
        return {
            "lines": rows,
            "best_mix": self._row(mix, free, drawn, types) | {"lines": dict(zip(types, chosen, strict=True))},
            "dominant": [name for name in lines if name != FREELY and is_dominant(rows[name])],
        }

    def _first_of_each(self, told: Sequence[Any]) -> list[Any]:
        """Of the games against each rival those that the searcher plays."""
        return [x for start in range(0, len(told), self._many) for x in told[start : start + self._searched]]

    def _row(
        self, scores: list[float], free: list[float], drawn: Sequence[int], types: Sequence[str]
    ) -> dict[str, Any]:
        above = less(scores, free)
        of_type = [[i for i, each in enumerate(drawn) if each == kind] for kind in range(len(types))]
        return {
            "score": with_interval(scores, 0.0, 100.0),
            "above": with_interval(above),
            "by_type": {
                kind: {
                    "score": with_interval([scores[i] for i in own], 0.0, 100.0),
                    "above": with_interval([above[i] for i in own]),
                }
                for kind, own in zip(types, of_type, strict=True)
                if own
            },
        }


def _scores_in(found: Sequence[dict[str, Any]]) -> list[float]:
    return [score for each in found for score in each["scores"]]


def best_mix(lines: dict[str, dict[str, Any]], drawn: Sequence[int]) -> tuple[list[float], list[str]]:
    """For each type the line that did best where agents were tried: its scores, and which line that is."""
    kinds = range(len(next(iter(lines.values()))["tried"]))
    best = [max(lines, key=lambda name: lines[name]["tried"][kind]) for kind in kinds]
    return [lines[best[kind]]["scores"][i] for i, kind in enumerate(drawn)], best


def is_dominant(row: dict[str, Any]) -> bool:
    """Whether nothing is surely lost beside the rest or the searcher, in all or for any type."""
    beside = [row[key] for key in ("above_rest", "above_searcher") if key in row]
    return all(each["above"]["high"] >= 0.0 for told in beside for each in (told, *told["by_type"].values()))
