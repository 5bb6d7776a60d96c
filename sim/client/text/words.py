"""What the terminal says besides what both clients say: headings, commands, prompts, help."""

TITLE = "Cessation"
DAY_OF = "{date}. Day {day} of {last}. You speak for {seat}."
OPENS_YOU, OPENS_THEM = "You open the day; {rival} answers.", "{rival} has opened the day; you answer."
SINCE = "Since your last turn"
BEFORE_FIRST = "Before your first turn"
SIGNING_COSTS = (
    "Signing costs each capital {cost} of political capital; the other side's factions must ratify it as well."
)
ACTED, ACTED_NOTE = "Why they acted", "the analyst setting; worths are of 100"
NOTHING_NEW = "Nothing that you would know of."
CALLS = "This calls for you"
STATE = "State of play"
STATE_NOTE = "change since you last decided; ± is the error of an estimate"
STATE_NOTE_FIRST = "± is the error of an estimate"
FLAGS = "True now: {names}."
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
SHORT_BY = "{faction} (short by {short:.2f})"
RATIFIED, FAILS = "ratified, {weight:.2f} of {quota:.2f}{against}", "FAILS, {weight:.2f} of {quota:.2f}{against}"
AGAINST = "; against: {names}"
DRAFT_SHOWN = "The draft is to be offered {face}."
CLIMBDOWN = " Said in public or signed, it would be a climb-down of {size:.2f} from your public word."
LEVERS = "Levers"
LEVERS_NOTE = "{n} a day, capital {capital} of {most:g}; number, name, cost"
LEVERS_OPEN = "Political capital {capital} of {most:g}; {n} of {of} levers can be pulled: see `levers`, or `look`."
NO_LEVERS = "None can be pulled now. `levers` says why."
NOT_OPEN = "{n} more cannot be pulled now; `levers` says why."
PLAN = "Planned for today"
PLAN_END = "Enter commits it, `undo` takes the last back."
FIRST_HELP = (
    "A day is one act at the table (`propose`, `accept`, `reject` ...) and up to {n} levers (`pull 1`); then Enter."
)
SHORT_HELP = (
    "Enter lets days pass. `look`: all of this day. `why NAME`: anything explained. `help`. `quit`: the game is kept."
)
PROMPT = "day {day}> "
PROMPT_OVER = "debrief> "
PROMPT_MORE = "(Enter goes on) "
PROMPT_YES = "yes or no> "
QUIET_DAY = "{date}, day {day}: {what}"
QUIET_NOTHING = "nothing that you would know of."

# ------------------------------------------------------------------------------------------------------------ commands
HELP_TITLE = "What you can say"
HELP = (
    ("", (
        ("Enter", "commit the plan and let days pass until something calls for you, a week at most"),
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
        ("goals", "what your score will be made of"),
        ("home", "how the factions would vote on the draft"),
        ("advisers", "what each of your advisers would do now, what it expects of that, and why"),
        ("analyst on, analyst off", "have it told why they did what you saw; it gives away what is yours to guess"),
        ("motives", "with the analyst setting on: all that was told of it so far"),
        ("briefing, timeline", "what was known on the first day"),
        ("cables WORD", "all that happened so far, or what holds a word"),
        ("facts WORD, sources", "the codex: who says so, and who denies it"),
    )),
    ("The game", (
        ("save NAME, load NAME, saves", "named copies; every committed turn is saved anyway"),
        ("quit", "leave; `cessation play --continue` goes on"),
    )),
)  # fmt: skip
HELP_OVER = (
    ("debrief", "this again"),
    ("night N", "the exact terms of every hazard on the night of day N"),
    ("hidden", "all that was hidden from you, at the start and at the end"),
    ("advisers", "what those of your advisers whom you heard had forecast, and which of them was right"),
    ("motives DAY", "why the other side acted: what weighed when it chose, on that day or on all"),
    ("cables WORD", "all that happened, whoever knew of it"),
    ("why NAME, facts WORD", "as before; all facts are open now"),
    ("quit", "leave"),
)
UNKNOWN = "I do not know `{word}`.{hint} `help` lists what you can say."
MEANT = " Did you mean `{near}`?"
AMBIGUOUS = "`{word}` could be {choices}."
AMBIGUOUS_ASK = "`{word}` could mean several things: {choices}. Say more of the name, or the kind before it."
NO_SUCH = "There is no `{word}` here. Try `why` with a name from the screen."
WHY_WHAT = "Ask `why` with a name, such as `why {example}`."
NO_OPTION = "`{word}` is no option of {issue}; its options are {options}."
NO_ISSUE = "`{word}` is no issue or option. Issues: {issues}."
NEEDS_OPTION = "Say which option of {issue}: {options}."
NO_REASON = "`{word}` is no reason. Reasons: {reasons}."
NEEDS_REASON = "Say why: `reject` and one of {reasons}."
NO_LEVER = "`{word}` is no lever of yours. Levers: {levers}."
NEEDS_LEVER = "Say which lever: {levers}."
NEEDS_NUMBER = "Say how many days, such as `pass 3`."
NEEDS_NAME = "Say a name, such as `save before winter`."
SAVED = "Saved as `{name}`, as of the last committed turn."
UNSAVED_PLAN = "What you have planned today is not part of it."
NO_FILE = "This game is not being saved, so it cannot be copied."
SAVES_NONE = "No saves with a name yet."
SAVE_ROW = "day {day}, {seat} in {scenario}"
YES_WORDS = ("yes", "y", "ok", "sure")
OVER_ALREADY = (
    "The game is over. `debrief`, `night N`, `hidden`, `motives`, `cables`, `why NAME`, `facts`; `quit` leaves."
)
ONLY_OVER = "That tells what is hidden, so it is for the debrief."
DRAFT_IS = "Draft: {package}."
FACES_ARE = "Say `face private`, `face public`, or `face public {issue}+` to show one option more of it."
NO_CABLES = "Nothing found."
LEFT_KEPT = "Your game is kept. `cessation play --continue` goes on."
LEFT_UNKEPT = "This game was not saved."
EARLIER = "{n} earlier ones; `cables` with a word searches all."

# ------------------------------------------------------------------------------------------------- briefing and debrief
BRIEFING, KNOWN, YOU_ARE, GOALS, RIVAL = (
    "Briefing",
    "What was known on the day",
    "What you want",
    "Your score",
    "At the other seat",
)
GOALS_SAY = "It is made of these, from 0 to 100. The human cost stands beside it and is never part of it."
RIVAL_SAY = "{rival} is played by the computer: {agent}. {about}"
RIVAL_MAY = "What it truly wants you do not know. It may be: {kinds}."
DISCLAIMER = "A word before"
ENDED_ON = "The game ended on day {day}, {date}."
KILLED = "Human cost"
NO_COST = "None that the model counts."
SCORES = "Scores"
PAR = "par {par:.0f} as `{type}`, {difference}"
NO_PAR = "as `{type}`"
ABOVE, BELOW, LEVEL = "{n:.0f} above it", "{n:.0f} below it", "level with it"
PULLED, ON_DAYS, NO_LEVER_PULLED = "Levers pulled", "day {days}", "none"
COURSE = "The course of days"
COURSE_ROW = "day {day:2} {date:>6}"
BROKE = "Why the last agreement to end did so, on day {day}"
BROKE_SUM = "chance {chance:.4f}; drawn {drawn:.3f}"
BROKE_BY = {
    "expired": (
        "Its term ran out: it had no renewal left, what a renewal asks for was not met, or somebody objected or was "
        "silent. `night {day}` has every hazard of that night."
    ),
    "denounced": "A capital denounced it.",
    "collapsed": "It was ended by an act and by no hazard. `night {day}` has every hazard of that night.",
}
WAS_HIDDEN = "What was hidden from you"
HIDDEN_NOTE = "at the start; at the end; what you could assume"
HIDDEN_ALL = (
    "`hidden` lists the rest, `motives` says why the other side acted, `night N` explains any night, `cables` tells "
    "everything."
)
SEED = "Scenario {scenario} {digest}, rng seed {seed}."
NIGHT_OF = "The night of day {day}"
NO_NIGHT = "There is no night of day {day} in this game."
STRUCK, SPARED = "Struck", "Did not strike"
HAZARD_WAS = "{hazard}: {struck}."
AT_ZERO = "Nothing was added by: {names}."
SAME_SOURCE = "as above"

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

ANALYST_ON = "The analyst setting is on: you are told why the other side did what you saw. `analyst off` ends that."
ANALYST_OFF = (
    "The analyst setting is off: why the other side acts is for you to guess, until the debrief. `analyst on` has it "
    "told, and gives away what you would have to guess."
)
NOT_KEPT = "That holds for this game only, for it could not be kept: {why}."
ANALYST_HOW = "Say `analyst on` or `analyst off`."
ADVISERS_THINK = "Your advisers look ahead; the first time on a machine that takes a minute or two."

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
FACTS_MANY = "{n} are known today. The contested ones are below; `facts` and a word, a speaker or an id searches all."
SOURCES_NOTE = "! contested; `why` and an id says by whom"
SUM = "sum"
DRAWN = "drawn {drawn:.3f}"
READ_BY, READ_BY_YOU = "{duty}, as {seat} read it", "as you read it: {reading}"
ASSUMED_WAS, ESTIMATE_WAS = "assumed {value}", "your first estimate {value}"

# -------------------------------------------------------------------------------------------------------- before a game
PROMPT_MENU = "> "
GO_ON = "You left a game, {scenario}, on day {day}, speaking for {seat}. Enter goes on with it; `new` begins another."
NEW_WORDS = ("new", "n", "no")
NOTHING_TO_GO_ON = "There is no unfinished game to go on with, so here is a new one."
TORN = "The last turn had not been committed when the game was left; {n} lines of it were dropped."
DEFAULT = " [Enter]"
NO_CHOICE = "`{word}` is none of {choices}."
WHICH_SCENARIO, WHICH_SEAT = "Which crisis?", "For whom do you speak?"
WHICH_AGENT = "Who speaks for {seat}?"
NO_SCENARIOS = "there is no scenario that can be opened"
