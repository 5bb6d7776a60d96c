"""What the window says besides what both clients say (``sim.client.words``). Whole sentences with named gaps."""

from sim.rules import actions as act

AND = " and "

# ----------------------------------------------------------------------------------------------- a package as sentences
READ_NOTHING = "Signed, this would put nothing into force."
READ_COURSE = "{stages}."
READ_STAGE = "{stage} for {days}, {renewal}"
READ_THEN = "; then "
READ_BOTH, READ_UNLESS, READ_NO_RENEWAL = "renewed if both agree", "renewed unless somebody objects", "not renewed"
READ_CLAUSES, READ_LATER = "Clauses, with those who owe them: {clauses}.", "Later also: {clauses}."
READ_OWED, BOTH_OWE = "{clause} ({who})", "both"
HOURS, DAYS = "{n:g} hours", "{n:g} days"

# ---------------------------------------------------------------------------------------------------------------- top
DAY_OF = "Day {day} of {last}"
TO_MOVE = "{seat} to move"
THINKING = "{seat} is thinking"
OPENED, YOU_OPEN = "{rival} moved first today", "You move first today"
CABLES, FACTS, HELP, MENU = "Cables", "Facts", "Help", "Menu"
DAYS_PAST = "Days so far: {n}, of which {quiet} with the guns meant to be silent."

# -------------------------------------------------------------------------------------------------------------- table
TABLE = "The table"
YOUR_DRAFT, YOUR_OFFER, THEIR_OFFER, IN_FORCE = "your draft", "your offer", "{seat}'s offer, day {day}", "in force"
NO_OFFER_OF_THEIRS = "{seat} has no offer on the table"
WORTH_TO_YOU = "On paper, to {seat}"
OVER_OFFER = "{n:+.0f} beside their offer"
OF_BEST = "of your best 100"
WORTH_TO_THEM = "To {seat}, if it is"
AT_HOME = "At home: "
VOTE_WEIGHT = "{weight:.0%} of the weight at home is in favour; {quota:.0%} is needed."
WOULD_CARRY, WOULD_FAIL = "would be ratified", "would not be ratified"
VOTE_FOR, VOTE_AGAINST = "for", "against, short by {short:.2f}"
IF_SIGNED = "If signed"
OFFER_IS = "Your offer would be"
FACE_PRIVATE, FACE_PUBLIC, FACE_SHIFTED = "Private", "Public", "Public, shown otherwise"
CLIMBDOWN = "A climb-down of {size:.2f} from your public word."
NOBODY_SPOKE = "{seat} has not spoken at the table yet."
SPOKE_ON = "day {day}, {date}{facts}"
PROPOSE, ACCEPT, REJECT, HOLD, WITHDRAW = "Propose", "Accept", "Reject", "Hold", "Withdraw"
END_TALKS, DENOUNCE, AGREE, OBJECT = "End talks...", "Denounce...", "Agree to renew", "Object"
END_DAY, PASS_DAYS, UNDO = "End the day", "Let days pass", "Undo"
PLANNED, NOTHING_PLANNED = (
    "Planned today",
    "Nothing planned yet. Ending the day without a word holds the table as it is.",
)
CALLS_FOR_YOU = "This calls for you"
NO_TALKS = "The talks have ended. Levers are still yours to pull."

# -------------------------------------------------------------------------------------------------------------- state
STATE, STATE_NOTE = "State of play", "since your last turn"
HAND, HAND_NOTE = "Your hand", "private"
COST, COST_NOTE = "Human cost so far", "as ranges"
ALSO_MOVED = "Also moved"
OF_MOST = "{value} / {most}"
ESTIMATE = "{value} ±{sd}"
NO_COST = "Nobody is counted yet."
UNCHANGED = "unchanged"
TREND = "Since the first day"

# ------------------------------------------------------------------------------------------------------------- levers
LEVERS = "Levers"
LEVERS_NOTE = "choose up to {n} · capital {capital}"
COSTS = "Costs {cost} of political capital. {face}"
PLANNED_CARD = "planned"
NEEDS_CAPITAL, CLOSED, PULLED, SPENT = "needs {cost} capital", "not possible now", "pulled today", "two are enough"

# ---------------------------------------------------------------------------------------------------------- agreement
ACCORD, ACCORD_NOTE = "The agreement", "and who refused what"
NOTHING_REFUSED = "Nobody has refused anything yet."
WIRE = "Wire"
QUIET_WIRE = "Nothing came in that you would know of."
MORE = "{n} more under Cables"

# ---------------------------------------------------------------------------------------------------------------- map
MAP_NOTE = "front line · tonight"
MAP_NOTE_NO_FRONT = "tonight"
FRONT_LINE, GONE = "front line", "out of work"
LOST_GROUND = "lost since the first day"

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
FACE_SHIFTED_TIP = "Show the public one option more, or less, of one issue than you offer. It may leak."
POINTS_TO_YOU = "On paper it adds {points:.0f} of 100 to you."
PRIOR = "At the start {chance:.0f} in 100 would have expected it."
SOURCES = " · sources {ids}"

# ------------------------------------------------------------------------------------------- screens around the table
BACK, CLOSE = "Back", "Close"
BRIEFING, BRIEFING_OF, TO_TABLE = "What you are told", "{title}: a briefing for {seat}", "To the table"
YOU_WANT, PRIVATE, OPPOSITE, KNOWN = "What you want", "known to you alone", "At the other seat", "On record so far"
GOALS_SAY = "Your score is made of these. The human cost stands beside it and is never part of it."
A_WORD = "A word before"
NIGHT, NIGHTS, DAY = "The night", "{n} nights", "day {day}"
HAPPENED, NOTHING_HAPPENED = "What happened", "Nothing that you would know of."
CHANGED, NOTHING_CHANGED = "What it changed", "Nothing that you can measure."
TO_MORNING, TO_DEBRIEF = "On to {date}", "To the debrief"
TORN = "{n} lines after the last committed turn were torn and have been left out."
NO_QUICK = "There is no quick save yet: F5 makes one."
