"""What is said when a game is looked at again. Whole sentences with named gaps."""

from sim.language.sentences import translatable

REPLAY = "Replay"
DAY_OF, THE_END = "Day {day} of {last}", "The end, after day {last}"
SEEN_BY, AS_IT_WAS = "as {seat} saw it", "as it was"
FOG, NO_FOG = "with fog", "without fog"
FOG_SAYS = "Only what {seat} knew as its turn began, and what it learned of the day."
NO_FOG_SAYS = "All that happened, true figures, and why each side acted."
STILL_PLAYED = "The game goes on, so it is shown through {seat}'s eyes alone, with fog."
HAPPENED, NOTHING_HAPPENED, NOTHING_KNOWN = (
    "This day and the night after", "Nothing happened that day.", "Nothing that {seat} knew of.",
)  # fmt: skip
SCORES = "Scores: {first} {one:.0f}, {second} {two:.0f}, of 100. The human cost stands beside them."
IT_ENDED, BEFORE = "How it ended", "Before that"
BECAUSE, UNSEEN, UNSEEN_BY_BOTH = "Because: {why}.", "Unknown to {seat}.", "Neither side knew."
OFFERS, OFFERS_NOTE, NO_OFFER, IN_FORCE = "The table", "as the turn began", "no offer", "In force"
OFFERED = "{seat}, day {day}"
WORTH = "On paper, to {seat}"
TALKS_OVER = "The talks have ended."
STATE, STATE_NOTE = "State of play", "since the turn before"
HAND = "{seat}'s hand"
TYPES, TYPE_UNKNOWN = "What each side truly wants", "not known to this side"
HIDDEN, HIDDEN_NOTE = "Hidden from {seat}", "Truly, and as it was seen."
SEEN_AS, NOT_SEEN = "seen as {value}", "not seen"
COST, NO_COST = "Human cost so far", "Nobody is counted yet."
DAYS_NAME = "The days of the game: day {day} of {last}"
DAYS_TIP = "Click a day to go there."
TRUCE, BEGUN, BROKEN = "truce", "agreement in force", "agreement ended"

FIRST_DAY, BACK_A_DAY, ON_A_DAY, LAST_DAY = "First day", "A day back", "A day on", "Last day"
RUN, STOP, RUN_TIP = "Let it run", "Stop", "Let the days pass one after another. Any step stops it."
NO_RUNNING = "the settings say that nothing is to move by itself"
EYES_TIP = "Through {seat}'s eyes."
FOG_ON, FOG_OFF = "Fog on", "Fog off"
PLAY_ON, PLAY_ON_TIP = "Play on from day {day}", "A new game that begins with this one up to this day. This one stays."
NO_TURN_THEN, NOBODY_PLAYED = "{seat} had no turn on that day", "no person played this game"
AT_FIRST, AT_LAST = "this is the first day", "this is the last there is"
WATCH, WATCH_TIP = "Replay", "Look at it again day by day."
DAYS_SO_FAR, DAYS_SO_FAR_ABOUT = "The days so far", "Day by day, as you knew them."

NOT_TO_TWO = "that game of two persons goes on: what each of them knew stays behind the curtain until it is over"
NOT_OVER = "that game has not come to its end, and no person played it: there are no eyes to see it through"
NOT_BEGUN = "that game has only begun: there is no day of it to look at"

PROMPT = "Replay, day {day}> "
PROMPT_END = "Replay, the end> "
HOW = (
    "Enter is the day after, `{back}` the day before, a number goes to that day, `{first}` and `{last}` to the ends. "
    "`{fog}` turns the fog on or off, `{eyes}` changes seats, `{days}` tells all that are left, `{fork}` plays on from "
    "here, `{quit}` leaves."
)
TYPED = {
    "next": "next", "back": "back", "first": "first", "last": "last", "fog": "fog", "eyes": "eyes", "days": "days",
    "fork": "fork", "quit": "quit",
}  # fmt: skip
"""What is typed in a replay; the English word always does as well."""
NO_DAY_BEFORE, NO_DAY_AFTER = "This is the first day.", "This is the last that there is."
UNKNOWN = "`{word}` means nothing here."
NO_SUCH_DAY = "There is no day {day} in this game; there are {last}."
NO_OTHER_EYES = "There is nobody else through whose eyes it could be seen."
FOG_STAYS = "The game goes on, so the fog stays."

translatable(__name__)
