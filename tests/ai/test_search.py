"""Search: the same for the same budget in every form, true to its word at the table, and no worse than its stances."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.ai.agent import Decision, Observation, luck_of, make_agent
from sim.ai.kernel import Kernel, plain_kernel
from sim.ai.registry import UnknownAgent, search_budget
from sim.ai.search.constancy import can_be_signed, is_better_than_leaving, is_idle, ranked
from sim.ai.search.prospects import FEWEST, Prospect, reasons
from sim.ai.search.search_agent import SearchAgent
from sim.ai.search.tree import ALWAYS, BY_STANCE, FOLLOW
from sim.record.notation import Action
from sim.record.notes import MOST_REASONS
from sim.rules import actions as act
from sim.rules import layout as at
from sim.rules.legality import violations
from sim.rules.packages import read_package, write_package
from sim.rules.values import option_worth, package_slot
from sim.scenario.tables import RulesTables
from sim.session.session import Session
from sim.testing.conformance import check_agent, check_equal_observations, check_legality, check_lockstep
from sim.testing.play import header_of
from sim.testing.strategies import scenarios
from tests.conftest import MakeKernel
from tests.games import flagship, tiny
from tests.tries import tries

pytestmark = pytest.mark.xdist_group("searching")  # one process compiles the search, not each of them

RNG_SEED = 1


class Sitting:
    """A game of a searcher against a built-in agent."""

    def __init__(self, kernel: Kernel, seat: int, rival: str, game: int, budget: int) -> None:
        self.session = Session(kernel.tables, header_of(kernel.tables, RNG_SEED, game))
        self.seat, self.game = seat, game
        self.searcher = SearchAgent(kernel, seat, budget)
        self.rival = make_agent(kernel.tables, rival, 1 - seat, RNG_SEED, game)

    def decisions(self) -> list[tuple[tuple[float, ...], Decision]]:
        """Everything that the searcher saw and decided."""
        found = []
        while not self.session.over:
            seat = self.session.to_move
            seen = self.session.observation(seat)
            agent = self.searcher if seat == self.seat else self.rival
            decision = agent.decide(seen, self.session.legal(), luck_of(RNG_SEED, self.game, seat, seen))
            if seat == self.seat:
                found.append((seen.values, decision))
                self.check(seen.values, decision)
            self.session.act(decision.action)
        return found

    def check(self, seen: tuple[float, ...], decision: Decision) -> None:
        """Overridden by what looks at a decision before it is carried out."""


# -------------------------------------------------------------------------------------------------------- conformance
def test_a_searcher_conforms_on_the_smallest_scenario() -> None:
    check_agent(tiny(), lambda tables, seat: SearchAgent(plain_kernel(tables), seat, 20), 3)


@given(tables=scenarios())
@tries(0.1)
def test_a_searcher_conforms_on_random_scenarios(tables: RulesTables) -> None:
    check_agent(tables, lambda tables, seat: SearchAgent(plain_kernel(tables), seat, 10), 1)


@pytest.mark.parametrize("check", [check_legality, check_lockstep, check_equal_observations])
def test_a_searcher_conforms_on_the_large_scenario(compiled: MakeKernel, check: object) -> None:
    kernel = compiled(flagship())
    check(flagship(), lambda _, seat: SearchAgent(kernel, seat, 20), 1)  # type: ignore[operator]


# -------------------------------------------------------------------------------------------------------------- forms
def test_a_searcher_decides_alike_in_every_form(compiled: MakeKernel, checked: MakeKernel) -> None:
    for game, seat in product(range(3), range(2)):
        plain = Sitting(plain_kernel(tiny()), seat, "historical", game, 30).decisions()
        for make in (compiled, checked):
            assert Sitting(make(tiny()), seat, "historical", game, 30).decisions() == plain


def test_a_searcher_decides_alike_in_both_forms_in_the_large_scenario(compiled: MakeKernel) -> None:
    found = []
    for kernel in (plain_kernel(flagship()), compiled(flagship())):
        session = Session(flagship(), header_of(flagship(), RNG_SEED, 0))
        seat = session.to_move
        seen = session.observation(seat)
        luck = luck_of(RNG_SEED, 0, seat, seen)
        found.append(SearchAgent(kernel, seat, 12).decide(seen, session.legal(), luck))
    assert found[0] == found[1]


# ------------------------------------------------------------------------------------------------------- at the table
class Mirror(Sitting):
    """Asks of each offer whether its maker would sign it, had its rival made it."""

    offers = 0

    def check(self, seen: tuple[float, ...], decision: Decision) -> None:
        if decision.action.kind == act.PROPOSE:
            self.offers += 1
            self.searcher._signing.clear()
            assert can_be_signed(self.searcher.kernel, seen, self.seat, decision.action.a)
            assert self.searcher.gain_of_signing(decision.action.a) > 0.0
            rival = at.SEAT_BASE + (1 - self.seat) * at.SEAT_WIDTH
            if seen[rival + at.OFFER_ID]:
                ints = self.session.tables.ints
                lies = read_package(ints, list(seen), package_slot(ints, 1 - self.seat, at.OFFER_PACKAGE))
                assert decision.action.a != lies, "to offer what lies there is to accept it"


@given(seat=st.integers(0, 1), game=st.integers(0, 10_000), rival=st.sampled_from(["historical", "linear", "random"]))
@tries(0.5)
def test_a_searcher_would_sign_what_it_offers(seat: int, game: int, rival: str) -> None:
    Mirror(plain_kernel(tiny()), seat, rival, game, 24).decisions()


def test_a_searcher_makes_offers() -> None:
    sittings = [Mirror(plain_kernel(tiny()), seat, "hold", game, 24) for game in range(4) for seat in range(2)]
    for sitting in sittings:
        sitting.decisions()
    assert sum(sitting.offers for sitting in sittings) > 3


class Barred(Sitting):
    """Counts the days on which it may offer and nothing may be signed, and what it offers on them."""

    days = offers = 0

    def check(self, seen: tuple[float, ...], decision: Decision) -> None:
        if not seen[at.TABLED] and not can_be_signed(self.searcher.kernel, seen, self.seat, 0):
            self.days += 1
            self.offers += decision.action.kind == act.PROPOSE


def test_a_searcher_offers_nothing_that_cannot_be_signed(compiled: MakeKernel) -> None:
    sittings = [Barred(compiled(flagship()), seat, "cooperative", 3, 40) for seat in range(2)]
    for sitting in sittings:
        sitting.decisions()
    assert sum(sitting.days for sitting in sittings) > 10
    assert sum(sitting.offers for sitting in sittings) == 0


class Constant(Sitting):
    """Looks at each act that takes back a word on renewal or an offer that it had meant and that stands."""

    kept = 0

    def check(self, seen: tuple[float, ...], decision: Decision) -> None:
        kind, own = decision.action.kind, at.SEAT_BASE + self.seat * at.SEAT_WIDTH
        said = seen[own + at.CONSENT] != at.UNSAID
        takes_back = kind == act.RENEW and said and (seen[own + at.CONSENT] == at.AGREES) != (decision.action.a == 1)
        if takes_back:
            chosen = next(each for each in self.searcher._found if each.action == decision.action)
            assert is_better_than_leaving(self.searcher._found, chosen)
        self.kept += said and not takes_back


def test_a_searcher_takes_a_word_on_renewal_back_only_for_what_is_surely_better(compiled: MakeKernel) -> None:
    sittings = [Constant(compiled(flagship()), seat, "cooperative", game, 40) for seat in range(2) for game in (3, 4)]
    for sitting in sittings:
        sitting.decisions()
    assert sum(sitting.kept for sitting in sittings) > 4


def test_of_two_offers_that_chance_cannot_tell_apart_the_one_asked_for_before_is_made() -> None:
    lever, offer, before = some(act.PULL, 2, 0.3), some(act.PROPOSE, 7, 0.2), some(act.PROPOSE, 5, 0.19)
    wavering = before._replace(scores=tuple(0.69 + (0.2 if j % 2 else -0.2) for j in range(30)))
    assert [each.action.a for each in ranked([wavering, offer, lever], 5)] == [2, 5, 7]
    assert [each.action.a for each in ranked([before, offer, lever], 5)] == [2, 7, 5]  # surely worse in every world
    assert [each.action.a for each in ranked([wavering, offer, lever], -1)] == [2, 7, 5]


class Answers(Sitting):
    """Notes whether the searcher answered offers in the first turn in which it could have accepted them."""

    def __init__(self, kernel: Kernel, seat: int, rival: str, game: int, budget: int) -> None:
        super().__init__(kernel, seat, rival, game, budget)
        self.answered: dict[int, bool] = {}
        self.owed = 0

    def check(self, seen: tuple[float, ...], decision: Decision) -> None:
        offer = int(seen[at.SEAT_BASE + (1 - self.seat) * at.SEAT_WIDTH + at.OFFER_ID])
        answer = decision.action.kind in (act.ACCEPT, act.REJECT, act.PROPOSE, act.END_TALKS)
        if decision.reasons.get("owed"):
            assert offer
            assert answer
            self.owed += 1
        is_new = offer and self.session.legal()[act.ACCEPT] and offer not in self.answered
        if is_new and (answer or decision.action.kind == act.END_TURN):
            self.answered[offer] = answer


def test_a_searcher_answers_offers(compiled: MakeKernel) -> None:
    kernel = compiled(flagship())
    answers = [Answers(kernel, seat, "cooperative", 3, 60) for seat in range(2)]
    for sitting in answers:
        sitting.decisions()
    found = [answer for sitting in answers for answer in sitting.answered.values()]
    assert len(found) > 4
    assert all(found)
    assert 0 < sum(sitting.owed for sitting in answers) < len(found)  # the others were what it wanted to do


class Refusals(Sitting):
    """Looks at the reason of each refusal."""

    refusals = 0

    def check(self, seen: tuple[float, ...], decision: Decision) -> None:
        """It names an issue on which the offer falls short of what it would rather have, or asked for last, and how."""
        if decision.action.kind != act.REJECT:
            return
        tables = self.session.tables
        ints, reals = tables.ints, tables.reals
        row = ints[at.REASONS] + decision.action.b * at.REASON_WIDTH
        issue, direction = ints[row], ints[row + at.REASON_DIRECTION]
        self.refusals += 1
        if issue < 0:
            return
        registers = at.SEAT_BASE + self.seat * at.SEAT_WIDTH
        own = ints[ints[at.SEATS] + self.seat * at.SEAT_ROW] + int(seen[registers + at.TYPE])
        offered = int(seen[package_slot(ints, 1 - self.seat, at.OFFER_PACKAGE) + issue])
        worths = [
            option_worth(ints, reals, own, issue, option)
            for option in range(ints[ints[at.ISSUES] + issue * at.ISSUE_WIDTH])
        ]
        wanted = worths.index(max(worths))
        rather = [each for each in self.searcher._found if each.action.kind == act.PROPOSE and each.visits >= FEWEST]
        if rather:
            package = [0.0] * len(seen)
            first = package_slot(ints, self.seat, at.OFFER_PACKAGE)
            write_package(ints, package, first, max(rather, key=lambda each: each.gain).action.a)
            wanted = int(package[first + issue])
        elif seen[registers + at.OFFERS] > 0.0:
            wanted = int(seen[package_slot(ints, self.seat, at.OFFER_PACKAGE) + issue])
        assert (wanted - offered) * direction > 0
        assert worths[wanted] >= worths[offered]


def test_a_searcher_refuses_for_a_reason_that_is_true(compiled: MakeKernel) -> None:
    sittings = [Refusals(compiled(flagship()), seat, "historical", game, 40) for seat in range(2) for game in (5, 6, 7)]
    for sitting in sittings:
        sitting.decisions()
    assert sum(sitting.refusals for sitting in sittings) > 4


# ---------------------------------------------------------------------------------------------------------- reasoning
def test_a_searcher_says_what_it_expected_and_believes() -> None:
    for _, decision in Sitting(plain_kernel(tiny()), 0, "historical", 1, 40).decisions():
        types = [chance for name, chance in decision.beliefs.items() if name.startswith("type.")]
        assert sum(types) == pytest.approx(1.0)
        assert {"expected", "expected.error", "expected.visits", "searched"} <= set(decision.reasons)
        assert 0.0 <= decision.reasons["expected"] <= 100.0
        assert len(decision.reasons) <= MOST_REASONS


def no_parts() -> tuple[tuple[float, ...], ...]:
    """Components of thirty worlds, all 0."""
    return ((0.0,) * len(tiny().names.components),) * 30


def test_what_comes_to_the_same_in_every_world_is_no_other_choice() -> None:
    followed, alike, better = (
        Prospect(Action(kind, 0, 0), gain, error, 0.5 + gain, 0.1, 30, (0.5 + gain,) * 30, no_parts())
        for kind, gain, error in ((FOLLOW, 0.0, 0.0), (act.HOLD, 0.0, 0.0), (act.ACCEPT, 0.01, 0.02))
    )
    told = reasons(tiny(), 0, [followed, alike, better], followed, followed.action)
    assert told["second.kind"] == act.ACCEPT
    assert "third" not in told


def some(kind: int, a: int, gain: float) -> Prospect:
    """A prospect with a gain, tried often enough."""
    return Prospect(Action(kind, a, 0), gain, 0.01, 0.5 + gain, 0.1, 30, (0.5 + gain,) * 30, no_parts())


class Alternatives(Sitting):
    """Looks at whatever it says that it might have done in place of what it did."""

    told = 0

    def check(self, seen: tuple[float, ...], decision: Decision) -> None:
        tables, why = self.session.tables, decision.reasons
        for name in ("second", "third"):
            if f"{name}.kind" not in why or why[f"{name}.kind"] == FOLLOW:
                continue
            self.told += 1
            kind, a = int(why[f"{name}.kind"]), int(why[f"{name}.a"])
            assert (kind, a) != decision.action[:2]
            assert why["searched"] == seen[at.DAY] or "owed" in why, "what is weighed is weighed that day"
            assert not violations(tables.ints, tables.reals, list(seen), kind, a, 0)
            if kind == act.PROPOSE:
                assert not is_idle(self.searcher.kernel, seen, self.seat, a)


def test_what_it_says_that_it_might_have_done_could_be_done(compiled: MakeKernel) -> None:
    sittings = [Alternatives(compiled(flagship()), seat, "cooperative", 3, 40) for seat in range(2)]
    sittings += [Alternatives(plain_kernel(tiny()), seat, "historical", 2, 40) for seat in range(2)]
    for sitting in sittings:
        sitting.decisions()
    assert sum(sitting.told for sitting in sittings) > 10


@pytest.mark.parametrize(
    ("done", "other"),
    [(Action(act.RENEW, 0), (act.RENEW, 1)), (Action(act.RENEW, 1), (act.RENEW, 0)),
     (Action(act.ACCEPT, 3), (act.REJECT, 3)), (Action(act.REJECT, 3, 1), (act.ACCEPT, 3))],
)  # fmt: skip
def test_the_other_answer_is_told_before_whatever_else_might_be_done(done: Action, other: tuple[int, int]) -> None:
    found = [some(FOLLOW, 0, 0.0), some(act.PULL, 1, 0.4), some(done.kind, done.a, 0.3), some(*other, -0.2)]
    told = reasons(tiny(), 0, found, found[2], done)
    assert (told["second.kind"], told["second.a"]) == other
    assert told["third.kind"] == act.PULL


def test_terms_and_points_tell_of_the_same_worlds() -> None:
    n = len(tiny().names.components)
    seldom, often = some(act.HOLD, 0, 0.0), some(act.ACCEPT, 1, 0.1)
    seldom = seldom._replace(visits=8, scores=(0.5,) * 8, parts=((0.5,) * n,) * 8)
    often = often._replace(visits=16, scores=(0.3,) * 8 + (0.9,) * 8, parts=((0.3,) * n,) * 8 + ((0.9,) * n,) * 8)
    told = reasons(tiny(), 0, [some(FOLLOW, 0, 0.0), seldom, often], seldom, seldom.action)
    assert told["second.kind"] == act.ACCEPT
    assert told["expected"] - told["second"] == pytest.approx(20.0)
    assert all(points > 0.0 for name, points in told.items() if name.startswith("term."))


class Practising(Sitting):
    """Has made each lever a practice; told apart are the pulls that its stance would make by itself."""

    practised = 0

    def check(self, seen: tuple[float, ...], decision: Decision) -> None:
        if decision.action.kind == act.PULL and "stance" in decision.reasons:
            practices = self.searcher.tree.practices
            kept, practices[:] = list(practices), [BY_STANCE] * len(practices)
            alone = self.searcher._stance_does(luck_of(RNG_SEED, self.game, self.seat, Observation(self.seat, seen)))
            practices[:] = kept
            self.practised += "practice" in decision.reasons
            assert (alone != decision.action) == ("practice" in decision.reasons)


def test_a_practice_is_told_as_one_and_not_as_what_the_stance_would_do() -> None:
    sitting = Practising(plain_kernel(tiny()), 0, "historical", 1, 40)
    practices = sitting.searcher.tree.practices
    practices[:] = [ALWAYS] * len(practices)
    sitting.decisions()
    assert sitting.practised


@pytest.mark.parametrize(
    ("agent", "budget"),
    [("search-200", 200), ("search-1", 1), *((f"search-{what}", 0) for what in ("", "0", "007", "1e3", "9999999"))],
)
def test_the_budget_stands_in_the_id(agent: str, budget: int) -> None:
    assert search_budget(agent) == budget


def test_a_searcher_is_made_by_its_id() -> None:
    made = make_agent(tiny(), "search-7", 1, RNG_SEED, 0)
    assert isinstance(made, SearchAgent)
    assert (made.seat, made.budget) == (1, 7)
    with pytest.raises(UnknownAgent, match="search-200"):
        make_agent(tiny(), "search-0", 1, RNG_SEED, 0)
