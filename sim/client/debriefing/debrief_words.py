"""What the debrief says, in one place; see ``words``. Of beliefs and reasons ``understood_words`` tells."""

from sim.language.sentences import Plural, translatable

# ---------------------------------------------------------------------------------------------------- how it ended
TAB_ENDED, TAB_WHY, TAB_TABLE, TAB_TURNING, TAB_RECORD = "Overview", "Why", "The table", "Turning points", "The record"
TAB_COURSE = "The course"
TAB_UNDERSTOOD, TAB_UNUSUAL, TAB_CONCEPTS, TAB_DAYS = "Understanding", "How unusual", "Concepts", "Days"
ENDED = "How it ended"
ENDED_ON = "Day {day} of {last} · {date}"
HUMAN_COST, COST_NOTE = "Human cost", "as ranges, with their sources"
NO_COST = "None that the model counts."
COUNTED = "{about} [{sources}]"
SCORES, SCORES_NOTE = "Scores", "of 100, beside par"
PAR, NO_PAR = "par {par:.0f} as “{type}”, {difference}", "as “{type}”"
ABOVE, BELOW, LEVEL = "{n:.0f} above it", "{n:.0f} below it", "level with it"
SCORE_SAYS = "The human cost stands beside a score and is never part of it."
MADE_OF, IN_ALL = "What the score of {seat} is made of", "In all"
MADE_OF_SAYS = (
    "Each goal came to a share, from 0 to 100, as the game ended, and counts by its weight; the points add up to the "
    "score."
)
GOAL_CAME_TO = "{share:.0f} of 100, by a weight of {weight:.0f}"
MOST_OF_IT, MOST_OF_SEAT, GOAL_BROUGHT = "largest: {goals}", "{seat}, {most}", "{goal} {points:.0f}"
SCORES_HOW = "Goal by goal they stand in the chapter “{chapter}”."
PULLED, NO_LEVER_PULLED = "Levers pulled", "None."
ON_DAYS = Plural("day {days}", "days {days}")
FORKED = "This game was played on from day {day} of another one."

# ------------------------------------------------------------------------------------------------------- why it broke
WHY_NOTE = "log-odds on the night of day {day}"
WHY = {
    "collapsed": "Why it broke", "expired": "Why it ran out", "denounced": "Why it was left",
    "suspended": "Why it was suspended", "signed": "In force at the end", "resumed": "In force at the end",
    "": "Why nothing was signed",
}  # fmt: skip
"""The chapter's title, by what became last of what was signed."""
BROKE_BY = {
    "expired": "What was signed last ran out on day {day}.",
    "denounced": "What was signed last was denounced on day {day} by {seat}.",
    "collapsed": "What was signed last was ended on day {day} by an act and by no hazard.",
    "suspended": "What was signed last was suspended on day {day}, and never taken up again.",
}
LAST_THAT_BROKE = "The last one that collapsed, on day {day}"
NEVER_SIGNED = "Nothing was signed in this game."
STILL_RUNS = "What was signed was still in force on the last day."
STRUCK = (
    "{hazard}. The terms add up to {logit:+.2f}: a chance of {chance:.1f} in 100 that night; {drawn:.3f} was drawn."
)
AT_ZERO = "Nothing was added by: {names}."
ASSUMED = "our assumption"
IT_ENDED = "Why the game ended"
CONDITION = "{name}: {value}; asked: {asked}; so from day {since}"
AT_MOST, AT_LEAST, EXACTLY, FROM_TO = "at most {high}", "at least {low}", "{low}", "{low} to {high}"
BROUGHT_BY = "That was brought by what struck on the deciding night."
ADDED_UP = "No hazard of that night brought it: it is what all nights added up to, or the last day."
AT_TABLE = "It was brought at the table, by an act of a seat."
HOW_TO_READ = (
    "A hazard's chance is 1 / (1 + exp(-sum)). A term of +0.7 about doubles the odds, one of -0.7 about halves them."
)

# -------------------------------------------------------------------------------------------------- on the table
TABLE, TABLE_NOTE = "What was on the table", "all packages, by what they were truly worth"
TABLE_SHORT = "all packages, true worth"
PLOT_SAYS = (
    "Every package by its worth on paper to {first} and to {second}, each of 100, and those that could not be bettered "
    "for one without harm to the other. {signed}"
)
SIGNED_PLACE = "Signed last: {x:.0f} to {first}, {y:.0f} to {second}."
NOTHING_SIGNED = "Nothing was signed."
FRONTIER, OFFERS_OF, SIGNED_THERE = "best for both", "offers of {seat}", "signed"
NASH, NO_DEAL = "Nash point", "no deal"
WORTH_TO = "worth to {seat}"
NO_DEAL_SAYS = (
    "No deal: {x:.0f} to {first} and {y:.0f} to {second}. It is par, what such types score on average when both "
    "seats play the record. That a point of it weighs as much as a point on paper is our assumption."
)
NO_DEAL_INVENTED = (
    "No deal: {x:.0f} to {first} and {y:.0f} to {second}. It is par, which the author of this crisis has set, for it "
    "has no record to play by: what such types come to if nothing is signed. That a point of it weighs as much as a "
    "point on paper is our assumption."
)
NASH_SAYS = (
    "The Nash point is the package with the largest product of both gains over no deal: {x:.0f} to {first}, "
    "{y:.0f} to {second}. {package}."
)
NO_NASH = "No package was worth more than no deal to both, as these two truly were."
BETTER_SAYS = (
    "What was signed last left something on the table. With {package} it would have been worth {own:.0f} more to "
    "{first} and {theirs:.0f} more to {second}."
)
NONE_BETTER = "What was signed last could not have been bettered for both."
PATHS, PATH_NOTE = "Both paths of offers", "worth to {first} / to {second}"
PLACE, ON_DATES, INSTEAD = "{x:.0f} / {y:.0f}", "{dates}. {package}", "{package} instead"
MORE_TIMES = Plural("and {n} time more", "and {n} times more")
TOO_MANY = "There are too many packages to draw them all."

# ------------------------------------------------------------------------------------------------- turning points
TURNING, TURNING_NOTE = "Turning points", "one choice changed"
LOOKING = "Futures of every choice are being played: {done} of {of}."
NOT_LOOKED = "Futures of every choice have not been played yet."
NO_USUAL_YET = "The games to set yours beside have not been played yet."
PLAYED_IN = {
    "terminal": "`turning` plays futures and games, in some seconds.",
    "window": "Futures and games are played while you read, in some seconds; nothing has to be done for it.",
    "file": (
        "They had not been played when this page was saved: leave the debrief open until they have been, and save it "
        "anew."
    ),
}
NEEDS_COMPILED = (
    "Futures of every choice take the compiled kernel; `pip install 'cessation[fast]'` brings it. `cessation explain` "
    "plays them without, in its own time."
)
REVIEW_FAILED = "The futures could not be played: their process has ended."
NO_TURNING = "No single choice decided it, as far as these futures tell."
TRIED = (
    "{points} choices with {alternatives} alternatives were tried in {screening} futures each; those that made a sure "
    "difference were played anew in {futures} fresh futures. Both branches of a choice meet the same luck."
)
NOT_A_FORECAST = (
    "These are not the figures of a forecast in play, and may lie far from them. A forecast lets the other side follow "
    "any stance that you may believe in, and you go on as then serves you best; here both branches are played on, "
    "{played}."
)
PLAYED_BY, AND_BY, AS_IT_WAS, BY_RECORD = "{seat} by “{agent}”{how}", "; ", ", as in the game", ", as for par"
FAR_APART = (
    "That day the advisers of {seat} gave the agreement {said:.0f} in 100 to hold its term, and here it is "
    "{found:.0f} in 100: they let {rival} follow the stances that they believed in, here it plays by “{agent}”."
)
MEASURED, IN_100 = "{value} ({low} to {high})", "{value} in 100"
MEASURE_NOTE, SEAT_SCORE = "not {recorded}", "{seat} {score:.0f}"
TWIN = "One other story, with the same luck: {ending} on day {day}; {scores}."

# ------------------------------------------------------------------------------------------------- beside the record
RECORD, RECORD_NOTE = "Your game beside the record", "the record by when it became known"
COURSE, COURSE_NOTE = "The course of days", "what was signed, what became of it"
YOUR_GAME, THE_RECORD = "your game", "the record"
YOURS, RECORDED = "Your game", "The record"
QUIET_COURSE, NO_TURN = "No day turned anything.", "nothing signed"
LANES_SAY = "Your game: {own}. The record: {record}."
LANE_SAYS = "Your game: {own}."
OWN_DAY, OWN_DAYS = "day {day}, {date}", "days {first}\u2013{last}, {date}"
FACT = "{says} [{id}]"
TURN_TOLD = "{day}: {says}"
SIGNS = {
    "signed": "signed, resumed", "renewed": "renewed", "expired": "ran out, was suspended",
    "collapsed": "collapsed, denounced", "unratified": "not ratified", "fired": "in the news",
}  # fmt: skip
TURNED = {
    "signed": "signed", "renewed": "renewed", "resumed": "resumed", "amended": "amended", "expired": "ran out",
    "suspended": "suspended", "collapsed": "collapsed", "denounced": "denounced", "talks_ended": "talks ended",
    "unratified": "not ratified",
}  # fmt: skip
MORE_DAYS = Plural("{n} more", "{n} more")
TRUCE_BAR = "guns meant to be silent"

# ------------------------------------------------------------------------------------------------------ understanding
UNDERSTOOD = "Did you understand each other?"
MORE_TRUTH = "{truth} {about}"
HIDDEN, HIDDEN_NOTE = "What was hidden from you", "at the start; at the end; what you could assume"
ASSUMED_WAS, ESTIMATE_WAS = "assumed {value}", "your first estimate {value}"
FIRST_LAST = "{first}; {last}"
READ_BY, READ_BY_YOU = "{duty}, as {seat} read it", "as you read it: {reading}"
AT_START = "at the start {prior:.0f} in 100"
SO_IT_WAS = "so it was"

# --------------------------------------------------------------------------------------------------------- how unusual
UNUSUAL, UNUSUAL_NOTE = "How unusual was it?", "beside games of reference play"
USUAL_SAYS = "{share} in 100 of {games} games between two that play by “{agent}” ended as yours did ({low} to {high})."
USUAL_PLAY = "{agent}: {about}"
USUAL_SIGNED = "Something new was signed in {share} in 100 of them ({low} to {high})."
ABOVE_ALL = "{seat}, as “{type}”, scored {score:.0f}: more than in all of such games."
USUAL_SCORE = "{seat}, as “{type}”, scored {score:.0f}: more than {share} in 100 of such games ({low} to {high})."
USUAL_FIGURE, USUAL_NOTE = "{share}%", "of games that “{agent}” plays end so"
ENDINGS, SPREAD = "How those games ended", "Scores of {seat} as “{type}”"
YOUR_ENDING = "as yours"
BAND, YOUR_BAND = "{low} to {high}", "your game"
GAMES = Plural("{n} game", "{n} games")

# ------------------------------------------------------------------------------------------------------ concept cards
CONCEPTS, CONCEPTS_NOTE = "What it teaches", "in your own game's terms"
NO_CONCEPT = "Nothing in this game calls for a word of theory."
SOURCE, SOURCES = "{by}, {at} [{id}]", "; "
COMMON_CARDS = {
    "audience_cost": (
        "Audience cost",
        "A public word is believed because going back on it costs its author at home.",
        "On day {day} {seat} stepped back from its own public word, by {retreat} of 100.",
        "James Fearon, APSR 1994",
    ),
    "two_levels": (
        "Two-level game",
        "A deal must be agreed abroad and then carried at home; what can be carried is a limit of its own.",
        "On day {day} what had been accepted was not ratified. Occasions in this game: {times}.",
        "Robert Putnam, International Organization 1988",
    ),
    "commitment": (
        "Commitment problem",
        "Two sides may both prefer a truce and still not keep one, because neither can bind itself for later.",
        "On day {day} what had been signed was broken. Agreements signed in this game: {times}.",
        "James Fearon, International Organization 1995",
    ),
    "joint_gains": (
        "Joint gains",
        "Sides that weigh issues differently can give way on what matters little for what matters much.",
        "One package would have been worth more than was signed: by {own} of 100 to {seat}, {theirs} to {rival}.",
        "Howard Raiffa, The Art and Science of Negotiation, 1982",
    ),
    "unclear_terms": (
        "Unclear terms",
        "What is left ambiguous lets both sign, and lets each find the other in breach.",
        "Obligations contested in this game: {times}, the last on day {day}.",
        "Govinda Clayton and Valerie Sticher, ISQ 2021",
    ),
    "expiry": (
        "Expiry",
        "Every end of a term is a moment on which all eyes are fixed, and so a night on which to walk away.",
        "On day {day} a term ran out; nights of truce: {nights}.",
        "Thomas Schelling, The Strategy of Conflict, 1960",
    ),
}
"""By id: the concept, what it is, what it says of a game, and whose idea it is."""

# --------------------------------------------------------------------------------------------------------- day by day
DAY_TITLE = "Day {day}, {date}"
FOG_ON, FOG_OFF = "What you knew", "What was so"
FOG_ON_SAYS = "Only what reached you then."
FOG_OFF_SAYS = "Everything that happened, and what every number truly was."
HAPPENED, NOTHING_HAPPENED = "Cables", "Nothing that day."
METERS = "Where things stood as your turn began"
TRULY_WAS = "truly {value}"
EARLIER_DAY, LATER_DAY, WEEK_EARLIER, WEEK_LATER = "A day back", "A day on", "A week back", "A week on"
NO_SUCH_DAY = "there is no such day in this game"
PLAY_ON, PLAY_ON_TIP = "Play on from day {day}", "A new game that begins with this one up to this day. This one stays."
PLAY_ON_NOT = "you had no turn on that day"
PLAYED_ON = "A new game from day {day} of this one."

# ------------------------------------------------------------------------------------------------------ as a file
OPEN_CHAPTER = "The whole chapter."
SAVE_PAGE, PAGE_SAVED = "Save as a page", "Saved as {path}."
SAVE_PAGE_TIP = "One HTML page, for a browser or for paper, beside the record."
REPLAY, REPLAY_TIP = "Replay", "Look at the game again day by day, through either side's eyes or as it was."
NO_CHAPTER = "Chapters are numbered from 1 to {n}."
DAY_HOW = "Say `day` and a number; with `fog` after it you see no more than you knew then."
FORK_HOW = "Say `fork` and the number of a day on which you had a turn."
REVIEW_THINKS = "Futures of every choice are being played; that takes some seconds."
TITLE = "{scenario}: {ending}"
AS_SEAT = "The debrief of a game for {seat}, against {rival}"
AGAINST, NOT_WRITTEN = "{seat} ({agent})", "{path} cannot be written: {why}"
CONTENTS = "Contents"
FOOT = "Scenario {scenario}, sha256 {digest}; rng seed {seed}, game {game}; Cessation {version}."
BACK_TO_TOP = "Back to the top"

translatable(__name__)
