"""What a quantity's units give: one number each, and the sums from which pooled numbers are formed."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sim.analysis.study.asked import GAMES, NIGHTS, AskedMilestone, AskedQuantity, Questions, UnitSieve
from sim.analysis.study.daily import FATES, DailyTable, PlayedEpisode, Row, holds
from sim.scenario.profile import TRUCES
from sim.scenario.profile_phrases import Window


class Unit(NamedTuple):
    """One game, night or episode. `value` is None where it has no such night.

    `total` over `nights` is the mean of its window, `other_total` over `other_nights` that of the window it is set
    against. `over` says, of an episode, that it came to an end of the kind that counts.
    """

    value: float | None
    total: float = 0.0
    nights: int = 0
    other_total: float = 0.0
    other_nights: int = 0
    over: bool = False


class GameUnits:
    """Answers the questions of a profile for one game at a time."""

    def __init__(self, questions: Questions, played: DailyTable) -> None:
        self._asked, self._played = questions, played
        self._passed: dict[str, bool] = {}
        self._stretches: dict[str, list[PlayedEpisode]] = {TRUCES: played.truces}

    def of(self, quantity: AskedQuantity) -> list[Unit]:
        """The units of a quantity in this game."""
        return list(self._units(quantity))

    def _units(self, quantity: AskedQuantity) -> Iterator[Unit]:
        sieve, n = quantity.sieve, len(self._played.rows)
        if any(self.passes(name) != wanted for name, wanted in sieve.milestones):
            return
        if quantity.unit == GAMES:
            facts = {"nights": n, "ending": self._played.ending}
            if all(low <= facts[name] <= high for name, low, high in sieve.facts):
                yield self._counted(quantity) if quantity.milestones else self._taken(quantity, None)
        elif quantity.unit == NIGHTS:
            for row in self._rows(quantity, quantity.window, None):
                x = _value(quantity, row)
                yield Unit(x, x, 1)
        else:
            for stretch in self.stretches(quantity.unit):
                if self._chosen(sieve, stretch):
                    yield self._taken(quantity, stretch)

    def _counted(self, quantity: AskedQuantity) -> Unit:
        passed = [self.passes(name) for name in quantity.milestones]
        x = float(all(passed) if quantity.all_of else sum(passed))
        return Unit(x, x, 1)

    def _taken(self, quantity: AskedQuantity, stretch: PlayedEpisode | None) -> Unit:
        verb = quantity.take.verb
        if verb == "nights" and stretch and not (quantity.where or quantity.window):
            over = stretch.fate in (quantity.ends or set(FATES) - {"running"})
            return Unit(float(stretch.nights), over=over)
        rows = self._rows(quantity, quantity.window, stretch)
        total, nights = self._sums(quantity, quantity.window, rows, stretch)
        if quantity.against is not None:
            others = self._rows(quantity, quantity.against, stretch)
            other, m = self._sums(quantity, quantity.against, others, stretch)
            if not nights or not m:
                return Unit(None, total, nights, other, m)
            below = other if verb == "sum" else other / m
            above = total if verb == "sum" else total / nights
            return Unit(above / below if below else None, total, nights, other, m)
        return Unit(self._number(quantity, rows, total, nights), total, nights)

    def _number(self, quantity: AskedQuantity, rows: Sequence[Row], total: float, nights: int) -> float | None:
        verb = quantity.take.verb
        if verb == "nights":
            return float(len(rows))
        if verb == "sum":
            return total
        if not nights:
            return None
        if verb in ("mean", "share"):
            return total / nights
        if verb == "day":
            return float(self._day(rows[0]))
        values = [_value(quantity, row) for row in rows]
        found = {"least": min(values), "most": max(values), "first": values[0], "last": values[-1]}
        return values[-1] - values[0] if verb == "change" else found[verb]

    def _day(self, row: Row) -> int:
        return next(day for day, each in enumerate(self._played.rows, 1) if each is row)

    def _sums(
        self, quantity: AskedQuantity, window: Window | None, rows: Sequence[Row], stretch: PlayedEpisode | None
    ) -> tuple[float, int]:
        if quantity.take.verb == "share":
            return float(len(rows)), len(self._window(window, stretch))
        if not quantity.summed:
            return 0.0, len(rows)
        return sum([_value(quantity, row) for row in rows]), len(rows)

    def _rows(self, quantity: AskedQuantity, window: Window | None, stretch: PlayedEpisode | None) -> list[Row]:
        rows = self._window(window, stretch)
        return [row for row in rows if holds(quantity.where, row)] if quantity.where else rows

    def _window(self, window: Window | None, stretch: PlayedEpisode | None) -> list[Row]:
        low, high = span(window, stretch, len(self._played.rows))
        return self._played.rows[low - 1 : high]

    def stretches(self, name: str) -> list[PlayedEpisode]:
        """The episodes of a name, in order."""
        if name not in self._stretches:
            tests = self._asked.episodes[name]
            self._stretches[name] = runs([holds(tests, row) for row in self._played.rows])
        return self._stretches[name]

    def _chosen(self, sieve: UnitSieve, stretch: PlayedEpisode) -> bool:
        rows = self._played.rows
        facts = {
            "nights": stretch.nights, "number": stretch.number, "day": stretch.first, "renewals": stretch.renewals,
            "how": FATES.index(stretch.fate),
        }  # fmt: skip
        return (
            all(low <= facts[name] <= high for name, low, high in sieve.facts)
            and stretch.first <= len(rows)
            and holds(sieve.opening, rows[stretch.first - 1])
            and holds(sieve.closing, rows[stretch.closing - 1])
        )

    def passes(self, name: str) -> bool:
        """Whether the game passes a milestone."""
        if name not in self._passed:
            self._passed[name] = self._pass(self._asked.milestones[name])
        return self._passed[name]

    def _pass(self, asked: AskedMilestone) -> bool:
        low, high = span(asked.window, None, len(self._played.rows))
        if asked.way == "has":
            stretches = self.stretches(asked.episode)
            return any(low <= each.first <= high and self._chosen(asked.sieve, each) for each in stretches)
        rows = self._played.rows
        if asked.way == "finally":
            return bool(rows) and holds(asked.tests, rows[-1])
        if asked.way == "first":
            first = next((day for day, row in enumerate(rows, 1) if holds(asked.tests, row)), 0)
            return low <= first <= high
        met = [holds(asked.tests, row) for row in rows[low - 1 : high]]
        return all(met) if asked.way == "throughout" else any(met) == (asked.way == "ever")


def _value(quantity: AskedQuantity, row: Row) -> float:
    return sum([sign * row[column] for column, sign in quantity.summed])


def runs(met: Sequence[bool]) -> list[PlayedEpisode]:
    """Every longest run of nights that meet the conditions."""
    found: list[PlayedEpisode] = []
    first = 0
    for day, yes in enumerate([*met, False], 1):
        if yes and not first:
            first = day
        elif first and not yes:
            fate = "running" if day > len(met) else "ended"
            found.append(PlayedEpisode(len(found) + 1, first, day - first, fate, day - 1))
            first = 0
    return found


def span(window: Window | None, stretch: PlayedEpisode | None, nights: int) -> tuple[int, int]:
    """First and last day of a window in a game of so many nights; the last is smaller where there is no night."""
    if stretch is None:
        low, high = (1, nights) if window is None or window.low is None else (window.low, window.high or window.low)
        return low, min(high, nights)
    start, after = stretch.first - 1, stretch.first + stretch.nights - 1
    if window is None or window.low is None or window.high is None:
        return stretch.first, min(after, nights)
    if window.anchor == "before":
        return max(1, stretch.first - window.high), min(max(0, stretch.first - window.low), nights)
    if window.anchor == "after":
        return after + window.low, min(after + window.high, nights)
    last = start + window.high
    return start + window.low, min(last if window.anchor == "from" else min(last, after), nights)
