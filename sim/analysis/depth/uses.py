"""How often each thing of a scenario comes into play, counted over games with their nights."""

from collections import Counter
from itertools import pairwise
from typing import Any

from sim.ai.rollout import PACKAGE, TIMES_RENEWED, Tape
from sim.analysis.depth.bench import Bench, Pair
from sim.analysis.depth.deletion import CLAUSE, EVENT, HAZARD, LEVER, OBLIGATION, OPTION
from sim.analysis.study.daily import rows_of
from sim.batch.played import first_morning, nights_of
from sim.record.notation import package_text
from sim.rules import layout as at
from sim.scenario.tables import RulesTables

RENEWED = "renewed"
BROKEN = (at.BREACHED, at.CONTESTED)
State = list[float]


def use_counts(bench: Bench, pair: Pair, games: range) -> Counter[str]:
    """``sort name`` to how often: a hazard's strikes, an event's, a lever's pulls, nights of a clause, breaches, terms.

    An option is counted for every signature that has it.
    """
    tape = bench.tape_of(pair, games, days=True)
    morning = first_morning(bench.tables, bench.rng_seed, games.start)
    found: Counter[str] = Counter()
    for i in range(len(tape.decisions)):
        _count_nights(bench.tables, tape, i, morning, found)
        _count_signatures(bench.tables, tape, i, found)
    return found


def _columns(tables: RulesTables) -> list[tuple[str, int]]:
    """What is counted by the night, and its slot."""
    ints, names = tables.ints, tables.names
    found = [(f"{HAZARD} {name}", ints[at.FIRST_HAPPENED] + i) for i, name in enumerate(names.hazards)]
    found += [(f"{CLAUSE} {name}", ints[at.FIRST_CLAUSE] + i) for i, name in enumerate(names.clauses)]
    return found


def _count_nights(tables: RulesTables, tape: Tape, i: int, morning: State, found: Counter[str]) -> None:
    ints, names, final = tables.ints, tables.names, tape.finals[i]
    columns = _columns(tables)
    levers = [ints[at.FIRST_LEVER] + k * at.LEVER_SLOTS + at.LEVER_DAY for k in range(ints[at.N_LEVERS])]
    duties = [ints[at.FIRST_DUTY] + k for k in range(ints[at.N_DUTIES])]
    rows = rows_of(tape.days[i], nights_of(final), [slot for _, slot in columns] + levers + duties)
    n, m = len(columns), len(levers)
    for day, row in enumerate(rows, 1):
        for k in range(n):
            if row[k] > 0.0:
                found[columns[k][0]] += 1
        for k in range(m):
            if row[n + k] == day:
                found[f"{LEVER} {names.levers[k]}"] += 1
    for k, name in enumerate(names.duties):
        stood = [morning[duties[k]], *(row[n + m + k] for row in rows)]  # history may have left it contested
        broken = sum(now in BROKEN and now != was for was, now in pairwise(stood))
        if broken:
            found[f"{OBLIGATION} {name}"] += broken
    for k, name in enumerate(names.events):
        fired = int(final[ints[at.FIRST_FIRED] + k])
        if fired:
            found[f"{EVENT} {name}"] += fired


def _count_signatures(tables: RulesTables, tape: Tape, i: int, found: Counter[str]) -> None:
    for row in tape.agreements[i][: int(tape.signed[i])]:
        found[RENEWED] += int(row[TIMES_RENEWED])
        options: Any = package_text(tables, int(row[PACKAGE])).split("/")
        for issue, option in zip(tables.names.issues, options, strict=True):
            found[f"{OPTION} {issue}.{option}"] += 1
