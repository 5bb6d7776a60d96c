"""What the page of ``cessation depth`` says, in one place."""

from collections.abc import Callable
from typing import Any

Figures = dict[str, Any]


def _span(row: Figures, key: str) -> str:
    return f"{100 * row[key]:.0f} % ({100 * row['low']:.0f}-{100 * row['high']:.0f})"


def _lengths(found: Figures) -> str:
    return ", ".join(f"{name} {_span(row, 'share')}" for name, row in found["shares"].items()) or "no position"


def _lines(found: Figures) -> str:
    return "; ".join(f"{seat}: {', '.join(lines) or 'none'} dominant" for seat, lines in found["dominant"].items())


def _luck(found: Figures) -> str:
    return ", ".join(f"{seat} {_span(row, 'mean')}" for seat, row in found["skill"].items()) + " is skill"


def _endings(found: Figures) -> str:
    return f"{len(found['often'])}: {', '.join(found['often'])}"


def _worth(found: Figures) -> str:
    rows = found["correlations"].items()
    return ", ".join(
        f"{name} {row['correlation']:+.2f} ({row['low']:+.2f} to {row['high']:+.2f})" for name, row in rows
    )


def _relevance(found: Figures) -> str:
    return ", ".join(f"{name}: {said}" for name, said in found["idle"].items()) or "all change something"


def _pacing(found: Figures) -> str:
    row = found["committed"]
    return f"median {row['median']:.0f} ({row['low']:.0f}-{row['high']:.0f})"


def _live(found: Figures) -> str:
    return f"{_span(found['live'], 'share')} are seen to be live" if "share" in found["live"] else "none looked into"


CRITERIA: dict[str, tuple[str, Callable[[Figures], str]]] = {
    "lengths": ("no length of a truce is the best reply in under 10 % or over 50 % of positions", _lengths),
    "lines": ("no line held to whatever happens is dominant", _lines),
    "luck": ("luck explains no more than skill", _luck),
    "endings": ("at least six endings each occur in 3 % of varied play", _endings),
    "worth": ("worth on paper and if executed correlate by at least 0.2", _worth),
    "relevance": ("everything that can be taken out changes something", _relevance),
    "pacing": ("a median game has 15 to 30 committed decisions", _pacing),
    "live": ("decisions are live: at least 90 % are seen to be", _live),
}
CRITERIA_HEADS = ("wanted", "verdict", "found")
SORTS = {
    "issue": ("issue", "used"),
    "option": ("option", "signed"),
    "lever": ("lever", "pulls"),
    "hazard": ("hazard", "strikes"),
    "clause": ("clause", "nights"),
    "obligation": ("obligation", "breaches"),
    "renewal": ("renewal", "used"),
    "event": ("event", "fired"),
}
NONE = "none"
NOTHING_TO_SAY = "no position was found."
HEAD = """# Depth: {title}

Written by this command; all figures are those of the model as it was then, and of no world.
```sh
{command}
```
Version {version}, scenario sha256 {hash}, luck {rng_seed}. The field of varied play: {agents}. Intervals are of 95 %.
A criterion is met or not met only where the intervals leave no doubt; else nothing can be said. What is measured, and
how, is in `docs/research.md`."""
LENGTHS = """## Best replies among the lengths of a truce

The issue that sets the term is `{issue}`. {positions} positions of varied play were looked into, in which the mover
could sign. In each, packages with every option were signed by force, and both sides then played on (by {played_on}, in
{worlds} common worlds). Of each option the best package for the mover counts that the other side would put up with.
Ties within the interval share a position equally."""
NO_TERM = """## Best replies among the lengths of a truce

No issue of this scenario sets the term of a stage."""
LENGTHS_OF = """**{who}**: {positions} positions, and {no_deal} in which no length could be had. On average {tied:.1f}
lengths are tied for the best, and {stake:.1f} points lie between the best and the worst. To sign nothing now is as good
as the best in {nothing}."""
LENGTHS_HEADS = ("best or tied (95 %)", "best alone", "highest mean", "can be had")
LINES = """## Lines held to whatever happens

One seat holds the line and its rival, each of the field, is free; {games} games each with the same luck. Whoever holds
it is for each private type the agent that does best so, chosen in other games; so is free play. "Above the rest" is
beside the best that a seat can do without that line, type by type; a line is dominant if nothing is surely lost against
that."""
LINES_OF = "**{seat}** (best mix: {mix}); by type the score, and in brackets how far above free play:"
LINES_SEARCHED = """Agents of the field do not look ahead. `{searcher}` does; it plays {searched} of these games in each
seat, free of any line, and a line is dominant only if nothing is surely lost against it either."""
LINES_HEADS = ("line", "score", "above free", "above the rest", "above the searcher")
DOMINANT = " (dominant)"
BEST_MIX = "best mix"
LUCK = """## Luck and skill

Shares of the variance of a seat's score, among games of the same private types: what the choice of agents explains, and
what luck does. {games} games, of which those of chance do not count here; the agents are {agents}. Another field would
give other shares."""
LUCK_HEADS = (
    "seat", "skill (95 %)", "own", "rival's", "both together", "luck alike", "luck that meets choices", "luck, sd",
)  # fmt: skip
ENDINGS = """## Endings

Over the {games} games of varied play, all pairs of the field."""
ENDINGS_HEADS = ("ending", "share (95 %)")
NEVER_REACHED = "Endings that nothing reached: {endings}."
NO_WORTH = """## Worth on paper and if executed

No position was found."""
WORTH = """## Worth on paper and if executed

{packages} packages, each signed by force in the same {positions} positions and worlds, for each private type. Chance in
the means, and positions that do not agree, lower a correlation; the reliability, at most 1, says how much there is
left."""
WORTH_HEADS = ("type", "correlation (95 %)", "reliability")
OPTIONS = """Bettered on paper by one other option for every type of both seats: {dominated_on_paper}. Best on paper for
no type: {on_paper}. Surely not the best if executed, for any type: {executed}. How far each option is below the best of
its issue if executed, in points:"""
OPTION = "option"
RELEVANCE = """## What matters

Everything taken out, one at a time, in the same {games} games of varied play. *Unused*: it never came into play (an
obligation: it was never breached or contested). *No effect*: every game came to the same. *Not seen*: games change, but
no mean surely does. *Slight*: surely, by less than half a point and a hundredth of endings. *Matters*: surely, and by
more. A thing may be called so by chance in {alarm} of cases. For an issue the option is told on which settling it
changes most. Figures are points of mean score when the thing is gone; "by type" is the largest change for any type,
"at most" the farthest end of its intervals, "endings" the total variation of their shares. Levers are also pulled at
their first chance in every game."""
VERDICT, ALTERED, PULLED_AT_ONCE = "verdict", "games changed", "pulled at once"
SIZES = ("by type", "at most", "endings")
SETTLED = " (settled: {option})"
DECISIONS = """## Decisions

In {games} games one side plays as a person who lets days pass until something calls for a decision. A stop is committed
if it does anything then; live, if two things within reach surely differ in what it can expect; pressing, if something
is surely better than to let days pass. Small differences are not seen."""
COUNTED = {"stops": "stops", "committed": "committed", "days_between": "days between stops"}
COUNTED_HEADS = ("a game", "median", "95 % from", "to", "least", "quarter", "three quarters", "most")
LIVE = """Of {asked} stops looked into ({within_reach:.0f} things within reach, all tried in {worlds} worlds; the best
and worst compared in {compared} others, where a median of {stake:.1f} points lies between them), {live} are live and
{pressing} pressing."""
WHY_HEADS = ("what stops the days", "of stops", "live (95 %)", "looked into")
