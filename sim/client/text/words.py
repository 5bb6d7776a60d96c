"""What the terminal says besides what both clients say: headings, commands, prompts, help."""

from sim.language.sentences import Plural, translatable

TITLE = "Cessation"
DAY_OF = "{date}. Day {day} of {last}. You speak for {seat}."
OPENS_YOU, OPENS_THEM = "You open the day; {rival} answers.", "{rival} has opened the day; you answer."
SINCE = "Since your last turn"
BEFORE_FIRST = "Before your first turn"
SIGNING_COSTS = (
    "Signing costs each capital {cost} of political capital; the other side's factions must ratify it as well."
)
ACTED, ACTED_NOTE = "Why they acted", "the analyst setting; worths are of 100"
UPHEAVAL, LARGE_CHANGE = "! {text}", "{change} !"
NOTHING_NEW = "No news beyond the figures."
CALLS = "This calls for you"
STATE = "State of play"
STATE_NOTE = "shares of 100; change since you last decided; ± is the error of an estimate"
STATE_NOTE_FIRST = "shares of 100; ± is the error of an estimate"
FLAGS = "As the night left it: {names}."
ALSO = "Also changed: {meters}."
COST = "Human cost so far"
COST_NOTE = "ranges: counts differ"
AGREEMENT = "Agreement"
OFFERS = "Offers"
RISKS_TONIGHT = "Tonight, by your estimates: {risks}."
NO_OFFERS = "No offer stands."
TALKS_OVER = "The talks have ended."
TABLE = "The table"
TABLE_NOTE = "[draft]   offer*  of theirs   figures: points to you, draft and offer"
TABLE_NOTE_NO_OFFER = "[draft]   figure: points to you"
DRAFT, THEIR_OFFER = "draft", "their offer"
WORTH_NOTE = "Worth on paper, of 100: to you; to {rival} if {kinds}; and the vote at home."
IF_SIGNED = "If signed: {course}"
OF_PACKAGE = "{package}: {says}"
SHORT_BY = "{faction} (short by {short:.0f})"
RATIFIED, FAILS = (
    "ratified, {weight:.0f} in favour, {quota:.0f} needed{against}",
    "FAILS, {weight:.0f} in favour, {quota:.0f} needed{against}",
)
AGAINST = "; against: {names}"
DRAFT_SHOWN = "The draft is to be offered {face}."
CLIMBDOWN = " Said in public or signed, it would be a climb-down of {size:.0f} of 100 from your public word."
LEVERS = "Levers"
LEVERS_NOTE = "{n} a day, capital {capital} of {most:g}; number, name, cost"
LEVERS_OPEN = "Political capital {capital} of {most:g}; {n} of {of} levers can be pulled: see `levers`, or `look`."
NO_LEVERS = "None can be pulled now. `levers` says why."
NOT_OPEN = Plural(
    "{n} more cannot be pulled now; `levers` says why.", "{n} more cannot be pulled now; `levers` says why."
)
PLAN = "Planned for today"
PLAN_END = "Enter commits it and ends the day, `undo` takes the last back."
FIRST_HELP = (
    "A day is one act at the table (`propose`, `accept`, `reject` ...) and levers, {n} at most (`pull 1`); then Enter "
    "ends it."
)
SHORT_HELP = (
    "Enter with nothing planned lets days pass. `look`: all of this day. `why NAME`: anything explained. `help`. "
    "`quit`: the game is kept."
)
PROMPT = "day {day}> "
PROMPT_OVER = "debrief> "
PROMPT_MORE = "(Enter goes on) "
PROMPT_YES = "yes or no> "
QUIET_DAY = "{date}, day {day}: {what}"
SAME_OFFER = " Days do not stop again for the same offer within a week."
QUIET_FIGURES = "{meters}."
QUIET_NOTHING = "no news, and no figure moved far."

# ------------------------------------------------------------------------------------------------------------ commands
COMMANDS = {
    "propose": "propose", "draft": "draft", "face": "face", "accept": "accept", "reject": "reject",
    "withdraw": "withdraw", "agree": "agree", "object": "object", "denounce": "denounce", "hold": "hold",
    "pull": "pull", "end": "end", "believe": "believe", "pass": "pass", "undo": "undo", "look": "look",
    "table": "table", "agreement": "agreement", "why": "why", "levers": "levers", "state": "state",
    "goals": "goals", "home": "home", "risks": "risks", "reasons": "reasons", "briefing": "briefing",
    "timeline": "timeline", "help": "help", "cables": "cables", "facts": "facts", "sources": "sources",
    "about": "about",
    "save": "save", "load": "load", "saves": "saves", "quit": "quit", "advisers": "advisers", "analyst": "analyst",
    "forecast": "forecast",
    "language": "language", "night": "night", "hidden": "hidden", "debrief": "debrief", "motives": "motives",
    "lesson": "lesson", "turning": "turning", "fork": "fork", "again": "again", "page": "page", "other": "other",
    "day": "day", "replay": "replay", "quick": "quick",
}  # fmt: skip
"""What is typed for a command; the English word always does as well."""
ARGUMENTS = {
    "private": "private", "public": "public", "talks": "talks", "nothing": "nothing", "accepts": "accepts",
    "holds": "holds", "on": "on", "off": "off", "fog": "fog", "export": "export", "kind": "kind", "days": "days",
    "load": "load",
}  # fmt: skip
HELP_TITLE = "What you can say"
HELP = (
    ("", (
        ("Enter", "commit the plan and end the day; without one, let days pass until something calls, a week at most"),
        ("end", "commit the plan and let one day pass"),
        ("pass N", "the same for up to N days, unless something calls for you"),
        ("undo", "take back the last thing planned; free until the turn is committed"),
    )),
    ("At the table, one act a day", (
        ("draft {issue} {option}", "change the draft; issues and options by name, number or a part of it"),
        ("face private | public | public {issue}+", "how to show it; + or - shows one option more or less in public"),
        ("propose {option} ...", "change the draft if you like, and offer it"),
        ("accept", "accept their offer; both capitals must ratify it when the day is committed"),
        ("reject REASON", "refuse it; `reasons` lists the reasons, and none need be given"),
        ("withdraw", "take your own offer back"),
        ("agree, object", "to a renewal, when a term runs out"),
        ("denounce", "leave the agreement in force"),
        ("end talks", "leave the table for good"),
    )),
    ("Away from it", (
        ("pull LEVER", "by name or number; `levers` lists them with what each does"),
    )),
    ("What you believe, if you like", (
        ("believe", "what you believe of the other side and of what is to come, as stated so far"),
        ("believe {type} 60", "60 in 100 that it is what they truly want; the others share the rest"),
        ("believe accepts 30", "30 in 100 that they accept your offer; `believe holds 70`: that the agreement holds"),
        ("believe nothing", "take back what you stated today"),
    )),
    ("Looking", (
        ("look", "this day's screen again"),
        ("why NAME", "explain a number, hazard, lever, option, clause, faction, fact: where it stands, what moves it"),
        ("table, levers, state, agreement", "each in full"),
        ("risks", "tonight's hazards by what you know"),
        ("goals", "what your score will be made of; `why goals`: the same, `why endings`: how it can end"),
        ("home", "how the factions would vote on the draft"),
        ("advisers", "what each of your advisers would do now, what it expects of that, and why"),
        ("forecast", "futures of your draft and of their offer: do they accept, will it hold, what is it worth then"),
        ("analyst on, analyst off", "have it told why they did what you saw; it gives away what is yours to guess"),
        ("motives DAY", "with the analyst setting on: what was told of a day, or of all days so far"),
        ("lesson, lesson off, lesson on", "where a scenario teaches: the lesson of now; put all away; bring back"),
        ("briefing, timeline", "what was known on the first day"),
        ("cables WORD", "all that happened so far and who says so, or what holds a word"),
        ("cables --kind {kind}", "cables of a kind; `cables --days 10-20`: of those days; both go with words"),
        ("cables export FILE", "writes them to a file, as a page of Markdown if its name says so"),
        ("facts WORD, sources", "the codex: who says so, and who denies it"),
        ("about, about N", "the content note, what the model is made of; a chapter of its card"),
    )),
    ("The game", (
        ("save NAME, load NAME, saves", "named copies; every committed turn is saved anyway"),
        ("quick, quick load", "the quick save, and the way back to it"),
        ("replay", "the days so far, one by one, as you knew them; with a number from there, with a name a save"),
        ("language {language}", "say everything in another language; there are {languages}"),
        ("quit", "leave; `cessation play --continue` goes on"),
    )),
)  # fmt: skip
HELP_OVER = (
    ("debrief", "this again; with a number, that chapter of it"),
    ("turning", "plays futures of every choice: where it turned, and how unusual it was"),
    ("replay", "day by day, through either side's eyes or as it was; with a number, from that day on"),
    ("day N", "a day as it was; `day N fog`: as you knew it"),
    ("fork N", "plays on from that day, in a new game that is marked as such"),
    ("again SEAT", "another game against the same opponent, from that seat; without one, from the same"),
    ("page FILE", "saves the debrief as one HTML page; without a name, beside the record"),
    ("night N", "the exact terms of every hazard on the night of day N"),
    ("hidden", "all that was hidden from you, at the start and at the end"),
    ("advisers", "what those of your advisers whom you heard had forecast, and which of them was right"),
    ("motives DAY", "why the other side acted: what weighed when it chose, on that day; without one, on all days"),
    ("cables WORD", "all that happened, whoever knew of it"),
    ("why NAME, facts WORD", "as before; all facts are open now"),
    ("other", "the same from the other seat, after a game of two persons"),
    ("quit", "leave"),
)
UNKNOWN = "I do not know `{word}`.{hint} `help` lists what you can say."
MEANT = " Did you mean `{near}`?"
AMBIGUOUS = "`{word}` could be {choices}."
REST_DRAFTED = "Say which. The rest is in your draft; nothing is offered yet."
AND_MORE = "{names} and {n} more"
AMBIGUOUS_ASK = "`{word}` could mean several things: {choices}. Say more of the name, or the word in brackets."
NO_SUCH = "There is no `{word}` here. Any name or heading on the screen can be asked about."
NEAREST = " Nearest to it: {names}."
WHY_WHAT = "Ask `why` with a name, such as `why {example}`."
NO_OPTION = "`{word}` is no option of {issue}; its options are {options}."
NO_ISSUE = "`{word}` is no issue or option. Issues: {issues}."
NEEDS_OPTION = "Say which option of {issue}: {options}."
NO_REASON = "`{word}` is no reason. The nearest: {reasons}. `reasons` lists all."
NEEDS_REASON = "Say why: `reject` and one of {reasons}."
NO_LEVER = "`{word}` is no lever of yours. The nearest: {levers}. `levers` lists all."
NEEDS_LEVER = "Say which lever: {levers}."
NEEDS_NUMBER = "Say how many days, such as `pass 3`."
NEEDS_NAME = "Say a name, such as `save before winter`."
SAVED = "Saved as `{name}`, as of the last committed turn."
UNSAVED_PLAN = "What you have planned today is not part of it."
SAVES_NONE = "No saves with a name yet."
SAVE_ROW = "day {day}, {seat} in {scenario}"
YES_WORDS = "yes y ok sure"
OVER_ALREADY = (
    "The game is over. `debrief`, `night N`, `hidden`, `motives`, `cables`, `why NAME`, `facts`; `quit` leaves."
)
MOTIVES_LATER = (
    "So far you were told nothing of why they acted. The debrief tells it; with the analyst setting (`analyst on`) you "
    "are told from then on."
)
ONLY_OVER = "That tells what is hidden, so it is for the debrief."
DRAFT_IS = "Draft: {package}."
FACES_ARE = "Say `face private`, `face public`, or `face public {issue}+` to show one option more of it."
NO_CABLES = "Nothing found."
STAYED = "Then this game goes on."
LEFT_KEPT = "Your game is kept. `cessation play --continue` goes on."
LEFT_UNKEPT = "This game was not saved."
EARLIER = Plural(
    "{n} earlier one; `cables` with a word searches all.", "{n} earlier ones; `cables` with a word searches all."
)

# ------------------------------------------------------------------------------------------------- briefing and debrief
BRIEFING, KNOWN, YOU_ARE, RIVAL = "Briefing", "What was known on the day", "What you want", "At the other seat"
RIVAL_SAY = "{rival} is played by the computer: {agent}. {about}"
RIVAL_MAY = "What it truly wants you do not know. It may be: {kinds}."
DISCLAIMER = "A word before"
HIDDEN_ALL = (
    "`debrief N` is one chapter, `turning` plays its futures, `page` saves all of it as one HTML file; `day N` shows a "
    "day again, and `fork N` plays on from it. `hidden` lists the rest, `motives` says why the other side acted, "
    "`night N` explains any night, `cables` tells everything. `again` begins another game, `again SEAT` from that seat."
)
NIGHT_OF = "The night of day {day}"
NO_NIGHT = "There is no night of day {day} in this game."
SPARED = "Did not strike"

# ------------------------------------------------------------------------------------------------------------ beliefs
BELIEFS, BELIEFS_NOTE = "What you believe", "for you alone, never required"
BELIEVE_RIVAL = "What {rival} truly wants, of 100:"
BELIEVE_ROW = "{name}; at the start {prior}"
FORECAST_SAID = "`{name}`: you give it {chance} in 100 {event}."
FORECAST_UNSAID = "`{name}`: you have not said how likely it is {event}."
BELIEVED_TODAY = "What you stated today goes on record with this turn; `believe nothing` takes it back."
BELIEVE_HOW = "Say a name and a chance of 100, such as `believe {example} 60` or `believe accepts 30`."
BELIEVE_TWICE = "`{word}` is named twice."
NO_BELIEF = "`{word}` is nothing to believe here. Names: {names}."
CHANCE_BAD = "`{word}` is no chance: give a number from 0 to 100."
CHANCE_SMALL = "Chances are of 100, so `{word}` would be less than one: `{chance}`, if that is meant, or `{word}%`."
BELIEVE_TOO_MUCH = "These add up to {sum} of 100. Give less to some."
BELIEVE_TOO_LITTLE = "These are all there are, and they add up to {sum} of 100. Give more to some."
SUGGEST = {
    "accepts": "If you like: `believe accepts 30` puts on record how likely you think it that {rival} accepts.",
    "holds": "If you like: `believe holds 70` puts on record how likely you think it that this holds.",
}

LANGUAGE_HOW = "Say `language` and one of {languages}."
LANGUAGE_IS = "Everything is said in English now."
ANALYST_ON = "The analyst setting is on: you are told why the other side did what you saw. `analyst off` ends that."
ANALYST_OFF = (
    "The analyst setting is off: why the other side acts is for you to guess, until the debrief. `analyst on` has it "
    "told, and gives away what you would have to guess."
)
NOT_KEPT = "That holds for this game only, for it could not be kept: {why}."
ANALYST_HOW = "Say `analyst on` or `analyst off`."
ADVISERS_THINK = "Your advisers look ahead."
ADVISERS_THINK_FIRST = "Your advisers look ahead; the first time on a machine that takes a minute or two."

HOME, RISKS, REASONS, CABLES, FACTS, SOURCES = (
    "The home front",
    "Tonight",
    "Reasons",
    "Cables",
    "Facts",
    "Who says what",
)
RISKS_SAY = "What could happen tonight, by your own estimates; `why` and the word at the end gives the terms."
PLANNED_LEVER = "Planned for today."
NOT_NOW = "Not now: {why}."
CABLE_DAY = "day {day:2} {date:>6}"
FACTS_MANY = Plural(
    "{n} is known today. The contested ones are below; `facts` and a word, a speaker or an id searches all.",
    "{n} are known today. The contested ones are below; `facts` and a word, a speaker or an id searches all.",
)
SOURCES_NOTE = "! contested; `why` and an id says by whom"
DRAWN = "drawn {drawn:.3f}"

# -------------------------------------------------------------------------------------------------------- before a game
PROMPT_MENU = "> "
GO_ON = "You left a game, {scenario}, on day {day}, speaking for {seat}. Enter goes on with it; `new` begins another."
NEW_WORDS = "new n no"
NOTHING_TO_GO_ON = "There is no unfinished game to go on with, so here is a new one."
TORN = Plural(
    "The last turn had not been committed when the game was left; {n} line of it was dropped.",
    "The last turn had not been committed when the game was left; {n} lines of it were dropped.",
)
DEFAULT = " [Enter]"
NO_CHOICE = "`{word}` is none of {choices}."
WHICH_SCENARIO, WHICH_SEAT = "Which crisis?", "For whom do you speak?"
COMPILES = (
    "Whoever looks ahead is made ready while you read, for the first time on this machine. Until then, for a minute or "
    "two, it looks less far."
)
PLAYS_OPPOSITE = (
    "At the other seat, for {seat}: {agent}. For another, choose in the menu of `cessation play`, or name one with "
    "`cessation play --agent`; `cessation agents` lists them."
)
WHICH_AGENT = "Who speaks for {seat}?"
OTHERS, OTHERS_ABOUT = "Others", "Single styles of bargaining, the stances of this scenario, deeper searches."
NO_SCENARIOS = "there is no scenario that can be opened"

translatable(__name__)
