"""What the window says besides what both clients say (``sim.client.words``). Whole sentences with named gaps."""

from sim.language.sentences import Plural, translatable
from sim.rules import actions as act

# ---------------------------------------------------------------------------------------------------------------- top
DAY_OF = "Day {day} of {last}"
TO_MOVE = "{seat} to move"
THINKING = "{seat} is thinking"
OPENED, YOU_OPEN = "{rival} moved first today", "You move first today"
CABLES, FACTS, HELP, MENU = "Cables", "Facts", "Help", "Menu"

# -------------------------------------------------------------------------------------------------------------- table
TABLE = "The table"
YOUR_DRAFT, YOUR_OFFER, THEIR_OFFER, IN_FORCE = "your draft", "your offer", "{seat}'s offer, day {day}", "in force"
YOU_WISH, THEY_WISH, THEIR_LAST = "best for you", "best for {seat}", "{seat}'s last, refused"
NO_OFFER_OF_THEIRS = "{seat} has no offer on the table"
WORTH_TO_YOU = "On paper, to {seat}"
OVER_OFFER = "{n:+.0f} beside their offer"
OF_BEST = "of your best 100"
WORTH_TO_THEM, BELIEVED_THEM = "To {seat}, if it is", "To {seat}, if (you believe)"
AT_HOME = "At home: "
VOTE_WEIGHT = "{weight:.0%} of the weight at home is in favour; {quota:.0%} is needed."
WOULD_CARRY, WOULD_FAIL = "would be ratified", "would not be ratified"
VOTE_FOR, VOTE_AGAINST = "for", "against, short by {short:.0f} of 100"
IF_SIGNED = "If signed"
ACCEPTS_WE_BELIEVE, HOLDS_WE_THINK = "{rival} accepts, we believe", "Holds 7 nights, we think"
INTERVAL, THEIRS_BESIDE, NO_TRUCE_SHORT = "{low:.0f}\u2013{high:.0f}", "theirs {share}", "no truce begins"
CANNOT_PAY = "it cannot pay"
KEY_AND_SHARE = "{name} {share} \u00b1{half:.0f}"
CLIMBDOWN = "A climb-down of {size:.0f} of 100 from your public word."
NOBODY_SPOKE = "{seat} has not spoken at the table yet."
SPOKE_ON = "day {day}, {date}{facts}"
PROPOSE, ACCEPT, REJECT, HOLD, WITHDRAW = "Propose", "Accept", "Reject", "Hold", "Withdraw"
END_TALKS, DENOUNCE, AGREE, OBJECT = "End talks...", "Denounce...", "Agree to renew", "Object"
END_DAY, PASS_DAYS, UNDO = "End the day", "Let days pass", "Undo"
PLANNED, NOTHING_PLANNED = (
    "Planned today",
    "Nothing planned yet: to say nothing holds the table as it is.",
)
AWAITED = "How long a truce would hold, night after night."
SHUT = "{acts}: {why}."
LEAF_CALLS = "{title} ({n})"
CALLS_FOR_YOU = "This calls for you"
NO_TALKS = "The talks have ended. Levers are still yours to pull."

# -------------------------------------------------------------------------------------------------------------- state
STATE, STATE_NOTE = "State of play", "since your last turn"
HAND, HAND_NOTE = "Your hand", "for you alone"
COST, COST_NOTE = "Human cost so far", "as ranges"
ALSO_MOVED = "Also moved"
OF_MOST = "{value} / {most}"
NO_COST = "Nobody is counted yet."
TREND = "Since the first day"

# ------------------------------------------------------------------------------------------------------------- levers
LEVERS = "Levers"
LEVERS_NOTE = "choose up to {n} · capital {capital}"
COSTS = "Costs {cost:g}. {face}"
PLANNED_CARD = "planned"
NEEDS_CAPITAL, CLOSED, SPENT = "needs {cost:g} capital", "not possible now", "enough for today"

# ---------------------------------------------------------------------------------------------------------- agreement
RISKS_TONIGHT = "Tonight, by your estimates:"
FORECAST_TIP = "All that is expected of your draft and of their offer, night by night, and why."
ACCORD, ACCORD_NOTE, ACCORD_WHOLE = "The agreement", "and who refused what", "all of it"
ACCORD_TIP = "What was agreed and refused in full: clauses, obligations and how they stand."
MORE_CALLS = "  +{n}"
OWED_SIGNS = "Obligations:"
NOTHING_REFUSED = "Nobody has refused anything yet."
WIRE = "Wire"
ACTED, ACTED_TIP = "Why they acted", "{told} It gives away what you would have to guess: the settings turn it off."
QUIET_WIRE = "No news beyond the figures."
MORE = "{n} more under Cables"
MORE_BELOW = "more: {key}"

# ---------------------------------------------------------------------------------------------------------------- map
MAP_NOTE = "front line · tonight"
MAP_NOTE_NO_FRONT = "tonight"
SIGNS_SHOWN = "{name}: {n} of {of}"
FRONT_LINE, FRONT_AT_REST, FRONT_BEFORE = "front line", "front line, in a truce", "where it stood"
TAKEN, GONE = "taken since", "out of work"
WAYS = {"river": "river", "road": "road", "border": "border"}

# ------------------------------------------------------------------------------------------------------ plan and tips
NOTHING_TO_UNDO = "nothing is planned yet, and what was committed stays"
REFUSAL_BEGINS = "You cannot"
BRIEF = {
    act.PROPOSE: "propose, {face}",
    act.ACCEPT: "accept their offer",
    act.REJECT: "reject their offer: {reason}",
    act.WITHDRAW: "withdraw your offer",
    act.DENOUNCE: "denounce the agreement",
    act.END_TALKS: "end the talks for good",
    act.HOLD: "hold",
}
BRIEF_AGREE, BRIEF_OBJECT = "agree to a renewal", "object to a renewal"
TIPS = {
    act.PROPOSE: "Put your draft on the table. It stands for some days, until it is replaced, withdrawn or answered.",
    act.ACCEPT: "Accept their offer. Both capitals must then ratify it at home; if both do, it is signed.",
    act.REJECT: "Turn their offer down and say why. Who refused what is remembered.",
    act.WITHDRAW: "Take your own offer off the table.",
    act.RENEW: "Say whether the agreement should go on when its term ends.",
    act.DENOUNCE: "Leave the agreement in force. It ends at once.",
    act.END_TALKS: "Leave the table for good. You are asked once more.",
    act.HOLD: "Say nothing at the table today.",
}
TIP_UNDO = "Take back the last thing planned. Free until the day is committed."
TIP_PASS = "Commit the plan, and let up to a week pass unless something calls for you."
TIP_END = "Commit the plan: the other side answers, and night falls."
FACE_TIP = "Private words bind less and signal less. Public words are held against you if you retreat from them."
POINTS_TO_YOU = "On paper it adds {points:.0f} of 100 to you."
PRIOR = "At the start {chance:.0f} in 100 would have expected it."
SOURCE, SOURCES = " · source {ids}", " · sources {ids}"

# ------------------------------------------------------------------------------------------------- what you believe
BELIEVE = "What do you believe?"
BELIEVE_SAYS = "Never required. It is yours alone, until the debrief holds it against the truth and scores it."
BELIEVE_TYPES, BELIEVE_NOTE = "What {rival} truly wants", "of 100, the mark: at the start"
BELIEVE_EVENTS = "What will come"
BELIEVE_EVENT = {
    "accepts": "{rival} accepts your offer", "holds": "The agreement holds", "prepares": "It lasts out this stage",
}  # fmt: skip
FORECAST_NOTE = {
    "offer": "before it lapses or is replaced", "agreement": "to the end of its term",
    "prepares": "it only prepares the truce",
}  # fmt: skip
BELIEVED_EVENT = {
    "accepts": "They accept, you believe: {chance}%",
    "holds": "It holds, you believe: {chance}%",
}
PRIOR_NOTE, NOT_SAID, UNSAID, PER_CENT = "at the start {chance:.0f}%", "not said", "\u2013", "{chance}%"
LESS, MORE_SIGN = "\u2212", "+"
LESS_TIP, MORE_TIP = "Less likely: {what}", "More likely: {what}"
NONE_LEFT, ALL_GIVEN = "it is at 0% already", "it is at 100% already"
DROP_BELIEFS, NOTHING_BELIEVED = "Take back", "you have stated nothing today"
DROP_BELIEFS_TIP = "Take back what you stated today. What was committed stays."
BELIEVE_TIP = "Say what you believe of the other side and of what is to come. Never required; the debrief looks at it."
BELIEVED_TIP = "You give it {chance} in 100."
BELIEF_GOES_ALONG = "What you believe goes on record with this turn."
SUGGEST_BELIEF = {
    "accepts": "If you like, {key}: how likely is it that {rival} accepts?",
    "holds": "If you like, {key}: how likely is it that this holds?",
}

# ---------------------------------------------------------------------------------------------------------- advisers
ADVISERS_GONE = "Your advisers have fallen silent: their process has ended. The game goes on without them."
NOBODY_ASKED = "This is a record: nobody asks the advisers."
ADVISERS_THINK, ADVISERS_SILENT = "they look ahead \u2026", "they are silent"
ADVISERS_WAIT = (
    "They play the days ahead some hundreds of times each, while you read on. The first time on a machine that takes a "
    "minute or two; after that, a second."
)
ADVISERS_TIP = "What each of your advisers would do now, what it expects of that, and why they differ."
DRAFT_THIS, DRAFT_THIS_TIP = "Draft this", "Put this offer into your draft. Nothing is offered yet."

# ------------------------------------------------------------------------------------------- screens around the table
BACK, CLOSE = "Back", "Close"
BRIEFING, BRIEFING_OF, TO_TABLE = "What you are told", "{title}: a briefing for {seat}", "To the table"
YOU_WANT, PRIVATE, OPPOSITE, KNOWN = "What you want", "known to you alone", "At the other seat", "On record so far"
KNOWN_NOTE = "as known on {date}"
GOALS_SAY = "Your score is made of these. The human cost stands beside it and is never part of it."
A_WORD = "A word before"
NIGHT, NIGHTS, DAY = "The night", Plural("{n} night", "{n} nights"), "day {day}"
BECAUSE = "Because: {why}."
HAPPENED, NOTHING_HAPPENED = "What happened", "No news beyond the figures."
CHANGED, NOTHING_CHANGED = "What it changed", "Nothing that you can measure."
TO_MORNING, TO_DEBRIEF = "On to {date}", "To the debrief"
TORN = Plural(
    "{n} line after the last committed turn was torn and has been left out.",
    "{n} lines after the last committed turn were torn and have been left out.",
)
FAULT = "Something went wrong in the game itself ({what}). It is saved as of the last committed turn."
NO_GAME = "There is no game open."
NO_QUICK = "There is no quick save yet: {key} makes one."

# -------------------------------------------------------------------------------------------------------------- title
CESSATION, SUBTITLE = "Cessation", "Two capitals bargain over a lull in somebody else's war."
CONTINUE, NEW_GAME, SAVES, QUIT = "Continue", "New game", "Saves", "Quit"
NEW_GAME_ABOUT = "Choose a scenario, a seat and an opponent."
SAVES_ABOUT = "Every game that was begun, and the copies with a name."
HELP_ABOUT = "How a day goes, and every key."
QUIT_ABOUT = "Every committed turn is saved already."
GAME_AT = "{scenario}, as {seat} against {rival}: day {day} of {last}, {date}"
GAME_OVER = "{scenario}, as {seat} against {rival}: over on day {day}, {date}"
OPENING, LOOKING = "One moment.", "Looking what there is to play."
OTHER_RIVALS, OTHERS_ABOUT = "Others ...", "Single styles, the stances of this scenario, deeper searches."
WHICH_SCENARIO, WHICH_SEAT, WHICH_AGENT = "Scenario", "You speak for", "Who speaks for {seat}"
BEGIN, DAYS_LONG, SUGGESTED = "Begin", Plural("{n} day", "{n} days"), "suggested"
IS_CHOSEN, NOT_CHOSEN = "chosen", "not chosen"
GAMES, COPIES = "Games", "Copies with a name"
GAMES_NOTE = "A game goes on where its last committed turn left it. The forty latest are kept."
COPIES_NOTE = "A copy stays as it is; you play on in a game of its own."
NO_SAVES = "None yet."
NOTHING_SAVED, KEPT_HOW = "Nothing is saved yet.", "How a game is kept"
KEPT_SELF = "Every turn that you commit is saved at once. Leave when you like, and go on where you were."
KEPT_QUICK = "In play, keeps a quick save. The next one takes its place."
KEPT_BACK = "In play, goes back to the quick save."
KEPT_NAMED = "In play, opens the menu: there a copy gets a name. As many as you like, and none goes by itself."

# ------------------------------------------------------------------------------------------------------ cables, facts
SEARCH, SEARCH_HINT, FOUND = "Search", "Type to search", "{n} found"
CABLES_NOTE = "All that you know of, the latest first"
FACTS_NOTE = "What is known today, and who says so"
PARTIES = "Who has a part in it"
FACTS_HERE = "Facts on this page"
PAGE_BEFORE = "The page before"
FACTS_OPEN = "All facts: the game is over and nothing is held back"
EARLIER = Plural("{n} earlier one: search for it.", "{n} earlier ones: search for them.")
MORE_FACTS = Plural("{n} more: search for it.", "{n} more: search for them.")
NONE_FOUND = "Nothing found."
CONTESTED = "  ·  contested by {who}"

# ------------------------------------------------------------------------------------------------------------ dialogs
GO_ON, SAVE_AS, BRIEFING_AGAIN = "Go on", "Save a copy", "The briefing again"
SAVE_AS_ABOUT = "Under a name, as of the last committed turn."
TEXT_SIZE, FULL_SCREEN = "Text size", "Full screen"
ANALYST = "Analyst"
LANGUAGE = "Language"
ANALYST_ABOUT = "Tells in play why the other side did what you saw it do. It gives away what you would have to guess."
LEAVE, LEAVE_ABOUT = "Leave for the title", "The game is kept and can be continued."
REASONS, REASONS_SAY = "Reject, because", "The reason is true and coarse. It is remembered."
FACES = "How to show the offer"
FACES_SAY = (
    "The other side always gets the offer itself. What the public is shown may differ by one step, and may leak."
)
ASK, YES, NO = "Are you sure?", "Yes, I mean it", "No"
SAVE, NAME, NAME_FIRST = "Save", "Name", "type a name first"
SAVE_SAYS = "A copy of the record, as of the last committed turn. An older copy of that name gives way."
SAVE_HINT = "Type a name"
SAVED_AFTER_ALL = "It is saved now. Nothing is lost."
UNSAVED = "These days would be lost"
UNSAVED_DAY, UNSAVED_DAYS = "Day {first} is not on the disk", "Days {first} to {last} are not on the disk"
UNSAVED_SAYS = "{days}. {why}"
UNSAVED_KEEP = (
    "To keep them, leave this open, make room on the disk or put it back, and try again. As the game is left it is "
    "tried a last time."
)
TRY_AGAIN, QUIT_ANYWAY, LEAVE_ANYWAY = "Try again", "Quit without them", "Leave without them"
LOAD_ANYWAY = "Load without them"
REMOVE, REMOVE_TIP = "Remove", "Remove this copy for good. The game that it was made of stays."
REMOVE_ASK = "Remove the copy `{name}` for good?"
REMOVED = "The copy `{name}` is removed."
SAVES_THERE = "There are: {names}."
SAVED = "Saved as `{name}`, as of the last committed turn."

# --------------------------------------------------------------------------------------------------------------- keys
REGIONS = {
    "accord": "the agreement", "chapter": "the chapter", "cost": "what the counts mean", "days": "the days",
    "dialog": "what is said",
    "happened": "what happened that day",
    "hidden": "what was hidden from you", "levers": "the levers", "outlook": "what may come of it", "page": "the page",
    "state": "the state of play",
    "table": "the table", "why": "why it broke", "worth": "what the draft is worth",
}  # fmt: skip
REGION = "more"
KEY_GROUPS = {
    "moving": "Getting about", "playing": "At the table", "looking": "Looking", "keeping": "The game and the window",
}  # fmt: skip
KEYS = {
    "next": "to the next control", "previous": "to the one before",
    "left": "to the nearest on that side; in a replay, a day back or on", "week_back": "in a replay, a week back or on",
    "first_day": "in a replay, the first day", "last_day": "in a replay, the end",
    "run": "in a replay, let the days pass, or stop them", "eyes": "in a replay, the other side's eyes",
    "fog": "in a replay, the fog: off or on",
    "press": "press what has the focus", "page_up": "scroll; the wheel does too",
    "back": "back; at the table, the menu", "propose": "propose your draft", "face": "show it in private or in public",
    "faces": "show the public something else", "accept": "accept their offer", "reject": "reject it, with a reason",
    "hold": "say nothing at the table", "withdraw": "take your own offer back", "agree": "agree to a renewal",
    "object": "object to a renewal", "believe": "say what you believe, if you like", "advisers": "hear your advisers",
    "undo": "take back the last thing planned", "end": "end the day", "pass": "let days pass until something calls",
    "explain": "explain what has the focus", "lesson": "the lesson, away or back; on the title, the lessons",
    "cables": "cables: all that happened", "copy": "copy the cable with the focus, or all that are shown",
    "export": "write the cables shown to a file", "facts": "facts: who says what",
    "chapter_1": "the chapters of the debrief; in large text, the leaves of the table", "help": "this help",
    "about": "about the scenario: content note, model card", "new": "a new game, on the title",
    "continue": "continue, on the title",
    "options": "settings", "sound": "sound, on or off",
    "quick_save": "quick save", "quick_load": "go back to the quick save", "larger": "larger text",
    "smaller": "smaller text", "screen": "full screen", "picture": "keep a picture of the screen",
    "quit": "quit; every committed turn is saved",
}  # fmt: skip
KEY_CAPS = {
    "Left": "Left", "Right": "Right", "Up": "Up", "Down": "Down", "Space": "Space", "Plus": "Plus", "Minus": "Minus",
}  # fmt: skip

# --------------------------------------------------------------------------------------------------------------- help
HOW_TITLE = "How a day goes"
HOW = (
    (
        "Each day you do one thing at the table and pull up to two levers away from it, then end the day. The other "
        "side does the same; then night falls, and the world does what neither of you commands."
    ),
    (
        "Nothing that you plan is done before you end the day, and all of it can be taken back until then. Press a "
        "chip to put it into your draft; propose it when it is worth it. What is signed must be ratified at home."
    ),
    (
        "Everything with a name can be asked about: give it the focus and press {key}, or press it with the right "
        "button. Bars with a line across are estimates; the line is how far they may be off."
    ),
)

# ------------------------------------------------------------------------------------------------------------ debrief
MOTIVES = "Why they acted"
TO_TITLE = "To the title"
NOW_AS = "Now as {seat}"
NOW_AS_TIP = "Another game against the same opponent, from the other side of the table."
SPARK = "{name}: {first} at first, {last} now"
NOT_NOW = "Not now: {why}."
PICTURE_KEPT = "Picture kept as {path}."
CAPTION = "Cessation"
MARKED = {
    "own": "in your draft", "standing": "in your offer", "theirs": "in their offer", "agreed": "in force",
    "refused": "in what they offered last and you refused", "wished": "worth most to you on paper",
    "sought": "worth most to them on paper, whatever they truly want",
}  # fmt: skip
NO_PACKAGE = "{package} is not installed: pip install pygame-ce"
DISPLAY_UNSET, DISPLAY_SILENT = "there is no display: DISPLAY is not set", "no display answers"
NO_DISPLAY = "No window can be opened here ({why}); playing in the terminal."

translatable(__name__)
