"""What the debrief says of beliefs and of reasons, in one place; see ``words``."""

from sim.language.sentences import Plural, translatable

UNDERSTOOD = "Did you understand each other?"
TRULY = "{rival} truly was: {kind}. At the start {prior} in 100 would have expected it."
STATED_NOTHING = "You put no belief on record in this game, so there is nothing to hold against the truth."
BELIEVED = "What {seat} believed of {rival}, of 100: {kinds}."
AT_FIRST, ON_DAY = "at the start, as anyone", "day {day}, {date}"
SHARES = " / "
MOVED = "{seat} changed its mind most on day {day}: {size} of 100 of what it believed moved. {after}"
AFTER_ACT = "What it had seen {rival} do last, on day {day}: {told}"
AFTER_NOTHING = "It had seen {rival} do nothing new by then."
SCORE = (
    "Score of {n} on {rival}: {score:.2f}. Saying on each of those days what anyone could at the start: "
    "{reference:.2f}. {verdict}"
)
SCALE = "A score is the mean of squared misses: 0 is perfect, 1 as wrong as can be, and honesty does best."
STATEMENTS = Plural("{n} statement", "{n} statements")
BETTER = "So {seat} saw more than the start told."
WORSE = "So {seat} would have done better to keep to what the start told."
EVEN = "So {seat} saw about as much as the start told."

ATTENTIVE = "What an attentive observer could have believed"
NO_OBSERVER_YET = "It has not been worked out yet."
ATTENTIVE_SAYS = (
    "Somebody who saw of this game exactly what {seat} saw, and asked on each day how likely every kind of {rival} was "
    "to have done that, would have believed of it, of 100: {kinds}."
)
OBSERVER_MOVED = "The largest change came with day {day}: {size} of 100 of the belief moved. {after}"
OBSERVER_UNMOVED = "Nothing that it saw would have moved it."
OBSERVER_SCORE = (
    "Its score on {rival} over all days: {score:.2f}. Saying on each day what anyone could at the start: "
    "{reference:.2f}."
)
OBSERVER_BESIDE = Plural(
    "Over the {n} day on which you put a belief on record it scores {score:.2f}, you {own:.2f}.",
    "Over the {n} days on which you put a belief on record it scores {score:.2f}, you {own:.2f}.",
)
OBSERVER_LAST = "On what you saw, an attentive observer would have given “{kind}” {chance} of 100 at the end."
CURVE_SAYS = (
    "How likely “{kind}” was held, which is what {rival} truly was, by an observer who saw what {seat} saw: {first} of "
    "100 on the first day, {last} on the last."
)
CURVE_OBSERVER, CURVE_START = (
    "chance of “{kind}”, as it was, by an attentive observer",
    "what could be expected at the start",
)
CURVE_OWN, CURVE_SPOT = "what {seat} put on record", "{date}: {chance} of 100"

FORECASTS = "What {seat} forecast"
MISSED_MOST = "The {n} that were farthest from what came, of {of}:"
FORECAST = {"accepts": "day {day}: {rival} accepts the offer", "holds": "day {day}: the agreement lasts out its term"}
OF_100 = "{chance} of 100"
CAME_TRUE, FAILED, VOID = "came true on day {day}", "did not, by day {day}", "never settled, and not counted"
LASTED = "came true on day {day}: the term ended, but it was no truce yet"
FORECAST_SCORE = {
    "accepts": "Score of {n} on whether {rival} accepts: {score:.2f}. ",
    "holds": "Score of {n} on whether agreements hold: {score:.2f}. ",
}
FORECAST_REFERENCE = "Saying every time how often it comes true in this game (about {rate} in 100): {reference:.2f}."
TOO_FEW = (
    "Whether what {seat} gives 30 in 100 does happen 30 times in 100 takes {enough} settled forecasts or more to "
    "judge, from several games. Settled in this game: {n}."
)
SETTLED = Plural("{n} settled forecast", "{n} settled forecasts")
CALIBRATION = "Of all that {seat} gave about so many in 100, so many came true:"
BIN, BIN_CAME_TRUE, BIN_COUNT = "said {said} in 100", "{share} in 100", Plural("{n} time", "{n} times")

ADVISED = "Which adviser was right?"
ADVISED_NONE = "You heard no adviser in this game, or what they forecast was never settled."
ADVISED_SAY = (
    "What each forecast of the offers and agreements that came of your turns. A score is the mean of squared misses: "
    "0 is perfect, 1 as wrong as can be. What you yourself took back or replaced is not counted."
)
ADVISED_FIGURE = "{score:.2f}"
ADVISED_ROW = "{n}: it gave {said:.0f} in 100 on average; {share:.0f} in 100 came true"
NEVER_SETTLED = "nothing that it forecast was settled"
RIGHT_MOST = "{name} missed least."
TOO_FEW_ADVISED = "Fewer than {enough} settled forecasts of each: too few to say who was right."

MOTIVES = "Why {rival} acted"
MOTIVES_SAY = (
    "What weighed when it chose, noted as it chose. Points are of the final score; a package is worth 0 to 100, from "
    "its worst to its best."
)
MOTIVES_NONE = "{rival} left no reasons: it draws lots, waits, or keeps them to itself."
MOTIVES_NONE_YET = "Nothing yet that you saw it do came with a reason."
MOTIVES_NOT_ON = (
    "{rival} noted no reason on day {day}. Reasons are known of {rival} alone, as it noted them when it chose, from "
    "day {first} to day {last}; on the days nearest to yours: {days}."
)
MOTIVES_NOT_TOLD = (
    "Of day {day} no reason was told. While a game goes on reasons are told of {rival} alone, of what you saw it do, "
    "and only while the analyst setting is on; so far of days {days}. The debrief tells those of all days."
)
MOTIVES_NO_WORD = "No reason holds \u201c{word}\u201d."
MOTIVES_HOW = "A number after `motives` asks for the reasons of a day, a word for those that hold it; without, for all."
DID_NOTHING, DID_NO_MORE = "{rival} let the day pass.", "{rival} left it at that."
STANCES_NAMED = "Stances named here"
BECAUSE = "{told} Because: {reasons}."
AGAIN_ON = Plural(" The same again on day {days}.", " The same again on days {days}.")

translatable(__name__)
