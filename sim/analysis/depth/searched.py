"""Play by searchers: on from a state in plain rules, where both look ahead, and whole games of one against an agent."""

from sim import __version__
from sim.ai.agent import Observation, luck_of, make_agent
from sim.ai.search.search_agent import SearchAgent
from sim.analysis.depth.bench import Bench
from sim.analysis.depth.forced import Scene, Scores, signed
from sim.record.record import Header
from sim.rules import layout as at
from sim.rules.endings import returns
from sim.rules.events import log_size
from sim.rules.game import apply, night_falls
from sim.rules.legality import legal
from sim.rules.night import night
from sim.rules.observation import observe
from sim.session.play import play_out
from sim.session.session import Session


def searched_worth(bench: Bench, scene: Scene, package: int, worlds: range, simulations: int) -> Scores:
    """Both scores in each world, if a package is signed and both seats search from there on."""
    states = signed(bench, scene, package, worlds)
    return [play_searched(bench, state, scene.world(j), simulations) for j, state in zip(worlds, states, strict=True)]


def play_searched(bench: Bench, state: list[float], game: int, simulations: int) -> tuple[float, float]:
    """Play a state on to its end. The searchers know nothing of what was before but what they see."""
    tables = bench.tables
    ints, reals, luck = tables.ints, tables.reals, bench.luck(game)
    agents = [SearchAgent(bench.kernel, seat, simulations) for seat in range(2)]
    log, mask, seen = [0.0] * log_size(tables.log_rows), [0] * tables.n_mask, [0.0] * tables.n_state
    while state[at.ENDING] < 0.0:
        seat = int(state[at.TO_MOVE])
        observe(ints, reals, state, luck, seat, seen)
        legal(ints, reals, seen, mask)
        look = Observation(seat, tuple(seen))
        action = agents[seat].decide(look, mask, luck_of(bench.rng_seed, game, seat, look)).action
        log[0] = 0.0
        apply(ints, reals, state, luck, log, list(action))
        if night_falls(state):
            log[0] = 0.0
            night(ints, reals, state, luck, log)
    return returns(ints, reals, state, 0), returns(ints, reals, state, 1)


def searcher_of(simulations: int) -> str:
    """The name of a searcher; nothing for none."""
    return f"search-{simulations}" if simulations else ""


def searchers_games(bench: Bench, seat: int, rival: str, games: range, simulations: int) -> list[float]:
    """A searcher's scores in one seat against an agent of the field, with the luck of these games."""
    tables, names = bench.tables, [searcher_of(simulations), rival]
    agents = names if seat == 0 else names[::-1]
    found = []
    for game in games:
        seats = ((tables.names.seats[0], agents[0]), (tables.names.seats[1], agents[1]))
        session = Session(tables, Header(tables.id, tables.digest, __version__, bench.rng_seed, game, seats))
        play_out(session, [make_agent(tables, name, i, bench.rng_seed, game) for i, name in enumerate(agents)])
        found.append(session.score(seat))
    return found
