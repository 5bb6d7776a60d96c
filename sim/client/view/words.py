"""What the window says besides what both clients say (``sim.client.words``). Whole sentences with named gaps."""

AND = " and "

# ----------------------------------------------------------------------------------------------- a package as sentences
READ_NOTHING = "Signed, this would put nothing into force."
READ_COURSE = "{first}{then}; {renewal}."
READ_STAGE = "{stage} for {days}"
READ_THEN = ", then "
READ_BOTH, READ_UNLESS = "{name} if both agree", "{name} unless somebody objects"
READ_NO_RENEWAL = "no renewal"
READ_CLAUSES, READ_LATER = "In force: {clauses}.", "With the {stage}: {clauses}."
READ_OWES = "{seat} owes: {clauses}."
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
WORTH_TO_YOU = "Worth to {seat}, on paper"
OVER_OFFER = "{n:+.0f} beside their offer"
OF_BEST = "of your best 100"
WORTH_TO_THEM = "Worth to {seat}, if it is"
AT_HOME = "At home: {weight:.0%} of {quota:.0%} needed"
WOULD_CARRY, WOULD_FAIL = "would be ratified", "would not be ratified"
VOTE_FOR, VOTE_AGAINST = "for", "against, short by {short:.2f}"
IF_SIGNED = "If signed"
OFFER_IS = "Your offer would be"
FACE_PRIVATE, FACE_PUBLIC, FACE_SHIFTED = "Private", "Public", "Public, shown otherwise"
CLIMBDOWN = "A climb-down of {size:.2f} from your public word."
NOBODY_SPOKE = "{seat} has not spoken at the table yet."
SPOKE_ON = "day {day}, {date}{facts}"
PROPOSE, ACCEPT, REJECT, HOLD, WITHDRAW = "Propose", "Accept theirs", "Reject", "Hold", "Withdraw"
END_TALKS, DENOUNCE, AGREE, OBJECT = "End talks...", "Denounce...", "Agree to renew", "Object"
END_DAY, PASS_DAYS, UNDO = "End the day", "Let days pass", "Undo"
PLANNED, NOTHING_PLANNED = "Planned today", "Nothing planned yet. Ending the day without a word holds the table as it is."
CALLS_FOR_YOU = "This calls for you"
NO_TALKS = "The talks have ended. Levers are still yours to pull."

# -------------------------------------------------------------------------------------------------------------- state
STATE, STATE_NOTE = "State of play", "since your last turn"
HAND, HAND_NOTE = "Your hand", "private"
COST, COST_NOTE = "Human cost so far", "ranges: counts differ"
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
