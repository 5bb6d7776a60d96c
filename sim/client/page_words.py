"""What the pages that explain things say, in one place; see ``words``."""

from sim.language.sentences import Plural, translatable

UNIT_AND_RANGE = "Measured as {unit}, from {low} to {high}."
SHARE_AND_RANGE = "Measured as {unit}, told as so many of 100; in formulas it runs from {low} to {high}."
SHARE_BEYOND = (
    "Measured as {unit}, told as so many of 100, which is all of that; there can be more, up to {most}. In formulas it "
    "runs from {low} to {high}."
)
TOLD_AS_RANGE = "Counts of one night differ too widely for a figure; all so far stand as ranges under the human cost."
STANDS_AT = "It stands at {value}."
ESTIMATED_BY_YOU = (
    "Your own estimate is {value}, with an error of about {sd}; its mean over your last {n} turns is {mean}."
)
HIDDEN_FROM_YOU = "Nobody on your side sees it. All that can be assumed is {value}, as at the start."
SEEN_EXACTLY = "{seat} sees it exactly."
SEEN_ABOUT = "{seat} sees it with an error of about {sd}."
SEEN_NOT = "{seat} does not see it."
HOW_IT_STANDS = "How it stands"
WHAT_CAN_MOVE_IT = "What else can move it"
AT_WORK = "At work since your last turn, as far as you know"
ASSUMPTION, ASSUMED_BECAUSE = "assumption", "assumption: {why}"
WHAT_IT_BEARS_ON = "What it bears on"
WAS_AT_LAST_TURN = "at the start of your last turn"
BY_YOUR_ACTS = "moved by what you did then"
SINCE_THEN = "moved since by others"
MOSTLY_ERROR = "an estimate differs from day to day by its error alone"
NOTHING = "nothing"
LEVER_OF_YOURS, LEVER_OF_THEIRS = "your lever: {name}", "their lever: {name}"
BEFALLS = {
    "breach": "breach by {seat} of: {name}",
    "contested": "dispute over what {seat} owes by: {name}",
    "cure": "cure by {seat} of: {name}",
}
LABELS = {
    "levers": "lever: {name}", "hazards": "if it strikes: {name}", "events": "event: {name}",
    "renewals": "renewal: {name}", "draws": "drawn: {name}", "flows": "every night ({name})",
    "clauses": "clause: {name}", "hooks": "{name}",
}  # fmt: skip
HOOKS = {
    "proposed": "an offer is made", "proposed_public": "an offer is made in public",
    "backed_down": "a capital backs down", "refused": "an offer is refused",
    "unratified": "a deal fails at home", "denounced": "the agreement is denounced",
    "talks_ended": "the talks are ended",
    "signed": "an agreement is signed", "amended": "the agreement is amended",
    "renewed": "the agreement is renewed",
    "expired": "the agreement runs out", "collapsed": "the agreement collapses",
    "suspended": "the agreement is suspended",
    "resumed": "the agreement is taken up again", "opened": "a stage begins",
    "ended": "the agreement ends, however that comes about",
}  # fmt: skip
BEARS_ON = {
    "hazards": "Hazards: {names}.", "levers": "Whether levers can be pulled: {names}.", "events": "Events: {names}.",
    "endings": "Endings: {names}.", "clauses": "Obligations: {names}.", "stages": "Stages: {names}.",
    "renewals": "Renewals: {names}.", "factions": "Factions: {names}.", "components": "Goals in the score: {names}.",
}  # fmt: skip
CLIENTS, AT_HOME = "Whom it supports", "Who must agree at home"
PATRON = "{seat} supports it and commands it only in part."
ROLES = {
    "proxy": "A party on the ground.",
    "spoiler": "It gains when agreements fail, and acts on it.",
    "mediator": "A mediator.",
    "power": "A power with weight, but without a seat at the table.",
    "residents": "People who live there. Nobody asks them.",
}
SOURCES = "Where it comes from"
TOLD_LATER = Plural(
    "{n} more, found later, will be told in the debrief.", "{n} more, found later, will be told in the debrief."
)
FACT_LINE = "{id}: {says} ({by}{contested})"
CONTESTED_BY = "; contested by {who}"
NEEDS = "It needs: {conditions}."
OFFER_NAMED = "Offer {id} of {seat}"
OFFER_MADE = "{seat} made it on day {day}, {date}, {face}."
WHAT_BECAME_OF_IT, WHY_SILENT = "What became of it", "Why there was no answer"
THAT_DAY = "Day {day}, {date}: {text}"
NOT_YET_ANSWERED = "It has not been answered yet. It lapses after the night of day {day}; {left} with today."
REPLACED = "Nobody answered it: the same side's o{id} took its place on day {day}, {date}."
SIGNED_MEANWHILE = "Nobody answered it: something else was signed on day {day}, {date}."
NOBODY_ANSWERED = "Nobody answered it."
REASON_SAYS = (
    "A reason names one point of several: this side may have offered as much itself, and to meet it may not be enough."
)
SILENCE_UNKNOWN = "Nothing was said, and {rival} does not tell why. What it noted is told when the game is over."
WEIGHED_MEANWHILE, ON_DAY = "What it noted while the offer stood", "day {day}, {date}"
WORTH_TODAY = "What it would be worth today"
ENDING_OF_AGREEMENT = "The end of an agreement is not the end of the game: another can be signed, though not at once."
ENDINGS, ENDINGS_WORD = "How it can end", "endings"
ENDINGS_SAY = (
    "The first that fits is the one, in this order. The figure is what reaching it adds by itself to your score, of "
    "100; whatever led to it counts besides, under your goals."
)
ENDINGS_ALSO = "What your score is made of: `why goals` in the terminal, *Your score* in the briefing."
NAME_AT_HOME = "{name} at home"
YOUR_SCORE, GOALS_WORD, SCORE_WORD, OF_TYPE = "Your score", "goals", "score", "{type}. {about}"
SCORE_IS_A_SUM = (
    "Each goal is settled from 0 to 1 when the game ends, and counts by its weight; the sum, from 0 to 100, is your "
    "score. The human cost stands beside it and is never part of it."
)
GOALS_ASK = "How a goal is settled its own page tells: `why {goal}` in the terminal, say."
ENDINGS_COUNT = (
    "How it ends is part of these and adds by itself: {endings}. What each asks for: `why endings` in the terminal, "
    "*How it can end* in the briefing."
)
ENDINGS_ASK = "What each ending asks for: `why endings` in the terminal, *How it can end* in the briefing."
ENDING_WORTH = "{ending} {points:+.0f}"
STANCES_ARE = "A way to play that either seat may have; who looks ahead thinks of the other side as following one such."
PLAYED_BY = "In this game the computer speaks for it: {agent}. {about}"
STANCE_OPPOSITE = "It plays the other seat in this game."
NEEDS_OPTIONS = "It belongs to an agreement with {options}."
NOT_POSSIBLE_NOW = "It is not possible as things stand; below is what its chance would be."
TERMS = "Its chance tonight"
TERMS_ARE = (
    "Log-odds: the terms are added up. Where you do not know a value, your estimate or what all may assume stands."
)
ANY_NIGHT = "any such night"
SUM = "sum"
CHANCE_OF_SUM = "a chance of {chance:.1f} in 100"
CHANCE, CHANCE_SMALL = "{chance:.1f} in 100", "under 0.1 in 100"
TERM_NOTE = "{weight:+.3g} x {of}{how}; {source}"
WORKED_OUT = " (worked out from what you see or estimate)"
ASSUMED, BY_YOUR_ESTIMATE = " (assumed: hidden from you)", " (by your estimate)"
IF_IT_STRIKES = "If it strikes"
DRAWS = "Then it is drawn: {names}."
AGREEMENT_FATE = {
    "collapse": "A running agreement collapses.", "expire": "A running agreement runs out.",
    "suspend": "A running agreement is suspended.", "resume": "A suspended agreement is taken up again.",
}  # fmt: skip
LEVER_COSTS = "It costs {cost} of political capital."
NOT_NOW = "Not now: {why}."
CAN_BE_PULLED = "You can pull it now."
FRESHNESS = (
    "Its freshness is {fresh:.0f} of 100: each use halves it, and it recovers by a twentieth of the gap a night."
)
THEIRS_TO_PULL = "It is for {seat} to pull."
WHAT_IT_DOES = "What it does"
RUNS_IN = "In force during: {stages}."
EVERY_NIGHT = "Every night in force"
OBLIGES = "What it obliges to"
OR_MORE = "{option} or beyond"
DUTY_IN_FULL = "{duty}: {kept} {follows} Standing: {standing}. By what you see, {now}."
KEPT_IF = "kept if {conditions}; judged from night {due:g} of the stage."
BY_READING = "Read as “{reading}”{own}, {kept}"
YOUR_READING = " (as you read it)"
IF_SO = {
    "breach": "If breached: {effects}.",
    "contested": "If contested: {effects}.",
    "cure": "If made good: {effects}.",
}
MET_NOW, NOT_MET_NOW = "it would be kept", "it would not be kept"
POINTS = "Points of 100 that an option adds above the worst: to you, and to {rival} if {kinds}."
OPTIONS = "Options"
OPTION_LABEL = "{id}: {name}"
CLAUSES_OF_IT = "What it puts into an agreement"
NOT_YOUR_FACTION = "How it would vote is known in its own capital only."
WEIGHT_AT_HOME = "It has {weight:.0f} of 100 of the weight at home."
ON_YOUR_DRAFT = "On your draft, in points of 100"
SWAY = "sways every package"
THRESHOLD = "it asks for {threshold}: {verdict}"
VOTES_FOR, VOTES_AGAINST = "in favour", "against"
THIS_IS_YOU = "This is what you truly want. The other side does not know it."
PRIOR = "At the start {prior:.0f} in 100 would have expected it."
GOALS = "What its score is made of"
WEIGHT = "{weight:.0f} of 100"
SETTLED = "Settled when the game ends, from 0 to 1."
HOW_IT_IS_SETTLED = "How it is settled"
FACT_CLOSED = "That was not known on this day. The debrief opens all facts."
FACT_BY, FACT_AT, FACT_KIND, FACT_KNOWN_FROM = "who says so", "where", "kind", "known from"
FACT_CONTESTED, FACT_VALUE, USED_BY = "contested by", "value", "What rests on it"
KINDS = {
    "event": "event",
    "position": "position",
    "accusation": "accusation",
    "capability": "capability",
    "demand": "demand",
    "constraint": "constraint",
    "quantity": "quantity",
    "estimate": "estimate",
    "term": "term",
    "finding": "finding",
}
CONFIDENCE = {
    "high": "high confidence that it is as told",
    "medium": "medium confidence that it is as told",
    "low": "low confidence that it is as told",
}

translatable(__name__)
