"""What the log of cables says, in the terminal, in the window and in a file; and who says so; see ``words``."""

from sim.language.sentences import Plural, translatable
from sim.rules import layout as at

KINDS = {
    "offers": "offers", "agreement": "agreement", "levers": "levers", "home": "at home", "incidents": "incidents",
    "humanitarian": "humanitarian",
}  # fmt: skip
"""What a kind of cable is called."""
TYPED_KINDS = {
    "offers": "offers", "agreement": "agreement", "levers": "levers", "home": "home", "incidents": "incidents",
    "humanitarian": "humanitarian",
}  # fmt: skip
"""What is typed for it, in one word."""
COUNTED = "Counted since the turn before: {counts}."
COUNT = "{name} +{range}"
COUNTS_DIFFER = "Counts differ, so this is a range; nobody has counted everyone."
DAY_AND_DATE = "Day {day}, {date}"

# --------------------------------------------------------------------------------------------------------- who says so
BY_FACE = {
    at.PUBLIC_LEVER: "In public, for all to see.",
    at.PRIVATE_LEVER: "Known to the two capitals alone.",
    at.COVERT_LEVER: "Known to your own side alone.",
    at.DENIABLE_LEVER: "Nobody owns up to it in public.",
}
OFFER_PUBLIC, OFFER_PRIVATE = "Said in public.", "Said between the capitals, not in public."
DISPUTES = "{owed} says that it is broken; {owing} says that it is not."
JUDGED = "Judged by the agreement's own terms."
REPORTED = "Behind it: {facts}."
FACT_BY, FACT_CONTESTED = "{id}, {by}", "{id}, {by} (contested by {who})"

# -------------------------------------------------------------------------------------------------------------- a file
EXPORT_TITLE = "Cables: {scenario}"
EXPORT_SAYS = Plural(
    "{n} cable, as {seat} knew things on {date}. A game, not the record: nothing here was said or done by anybody.",
    "{n} cables, as {seat} knew things on {date}. A game, not the record: nothing here was said or done by anybody.",
)
OF_ALL = (
    "All that happened in a game that is over, whoever knew of it. A game, not the record: nothing here was said or "
    "done by anybody."
)
EXPORT_FACTS = "Facts behind them"
NOT_WRITTEN = "{path} cannot be written: {why}"
EXPORTED = Plural("{n} cable written to {path}.", "{n} cables written to {path}.")
COPIED = Plural("{n} cable copied.", "{n} cables copied.")
NOT_COPIED = "This system has no clipboard for the game to copy to. {key} writes the cables to a file instead."
NOTHING_TO_COPY = "Nothing is shown that could be copied or written."

# ------------------------------------------------------------------------------------------------------------ window
SEARCH_HINT = "Type to search; 10-20 for days"
ALL_KINDS, ALL_DAYS = "all kinds", "all days"
LAST_DAYS = Plural("last {n} day", "last {n} days")
COPY, EXPORT = "Copy", "Write to a file"
COPY_TIP = "The cable that has the focus; without one, all that are shown."
EXPORT_TIP = "All that are shown, as a page of Markdown; where it lies is told."
OF_ALL_CABLES = "{n} of {all}"
WHY_PAGE = "Why: {name}"

# ---------------------------------------------------------------------------------------------------------- terminal
NO_KIND = "`{word}` is no kind of cable. Kinds: {kinds}."
EXPORT_HOW = "Say where to, such as `{cables} {export} {file}`; a name that ends in `.md` gives a page of Markdown."

translatable(__name__)
