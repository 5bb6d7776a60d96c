"""What is said of saves. Whole sentences with named gaps."""

from sim.language.sentences import translatable

SAVED_NOW, SAVED_SECONDS, SAVED_MINUTES, SAVED_LONG = (
    "saved just now", "saved {n} s ago", "saved {n} min ago", "saved over an hour ago",
)  # fmt: skip
NOT_SAVED, QUICK_SAVE = "not saved", "quick save"
NOT_KEPT_NOW = (
    "The game cannot be saved: {why}. Nothing is lost while it is open: it tries again, with all turns, at the end of "
    "every turn."
)
COPY_FAILED = "The copy `{name}` cannot be written: {why}. The game goes on."
LOSES_DAYS = "Days of this game are not on the disk, and would be lost. {why} Leave it all the same?"
NOT_REMOVED = "The copy `{name}` cannot be removed: {why}."
NOT_COPIED = "That game cannot be played on, for no new record can be begun: {why}."
SAVED_SAYS = "Each committed turn is saved. {key} keeps a quick save, {back} goes back to it."
LAST_SAVED = "This game, day {day}: {age}."
NEVER_SAVED = "This game, day {day}: {why}"
UNKEPT = "This game is a trial, and is not saved."

translatable(__name__)
