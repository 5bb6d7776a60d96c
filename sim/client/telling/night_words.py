"""What the night says as it is told; see ``words``."""

from sim.language.sentences import Plural, translatable

NIGHT_OF = "The night of {date}"
NO_NEWS = "No news reached you. What the night changed, and what it cost, is told here."
NOTHING_CALLS = "Nothing calls for a decision of yours."
MORE_CALLS = Plural("and {n} more, below", "and {n} more, below")
SKIP = "Any key tells all of it at once."
WHY, WHY_TIP = "why", "Why: {name}"
CHANGED = "What changed, and why"
NO_CAUSE = "nothing that you know of; its page tells what can move it"
MOTION = "Motion"
MOTION_ABOUT = "What happened in a night is told part after part, in a few seconds; without motion, all at once."

translatable(__name__)
