"""What a seat may expect of an offer, in one place; see ``words``."""

from sim.language.sentences import Plural, translatable

FORECAST = "What may come of it"
NEEDS_COMPILED = (
    "Futures are played ahead by the compiled kernel: pip install 'cessation[fast]'. Without it, `forecast` in the "
    "terminal plays a few of them."
)
FUTURES_GONE = "No futures: the process that played them has ended. The game goes on without it."
NO_FUTURES = "A record: no futures are played."
PLAYING = "playing futures \u2026"
THINKS = "Playing futures."
THINKS_FIRST = "Playing futures; the first time on a machine that takes a minute."
FEW = "Without the compiled kernel only a few futures are played, and that takes a minute."
HOW = (
    "Played on from what you have seen alone, by what anyone would expect of the other side and as your seat would "
    "best go on; in brackets 95% intervals of that. It cannot know what you were not shown."
)
FUTURES = Plural("{n:,} future", "{n:,} futures")
NIGHTS = Plural("{n} night", "{n} nights")
WILL_IT_HOLD = "If signed: will it hold?"
NIGHT_ROW = "Truce kept, nights"
YOUR_DRAFT, THEIR_OFFER = "your draft", "their offer"
SHARE, SHARE_ALONE, NO_SHARE = "{share:.0f}% ({low:.0f}\u2013{high:.0f})", "{share:.0f}%", "\u2013"
ACCEPTS = "{rival} accepts your draft, if you propose it now: {share}."
UNABLE = "In {share} of the futures {rival} cannot pay for a signature while your offer stands."
CANNOT_PROPOSE = "Your draft cannot be proposed now."
WORTH = "Worth to you if carried out, of 100: your draft {worth}."
WORTH_BOTH = "Worth to you if carried out, of 100: your draft {worth}, their offer {theirs}."
WORTH_FIGURE = "{worth} \u00b1{half}"
WORTH_SHORT, WORTHS_SHORT = "Carried out: {worth}", "Carried out: {worth}; theirs {theirs}"
BEGINS = "{which}: it begins without a truce, and one comes of it in {share}."
OF_PACKAGE = "{which}: {says}"
FAILS_THERE = "{which}: in none of them does it come into force, for the factions of {rival} do not ratify it."
NO_STAGE = "{which}: it would not come into force, for no stage of it can begin."
FAILS_AT_HOME = "{which}: it would not come into force, for your own factions would not ratify it."
NO_TRUCE = "{which}: in none of them does a stage with a truce begin, so it has no curve."
SOMETIMES = "{which}: comes into force in {share} of the futures; all else told of it is of these alone."
RUNNING = "The agreement in force, left as it is, keeps its truce: {said}."
MORE_NIGHTS = Plural("{n} more night in {share}", "{n} more nights in {share}")
HOLDS = "{which}: kept for {nights} in {share}."
IN_FORCE = "the agreement in force"
TERM_FALL = "{which}: after night {night} its term ends ({renewal}); so the share falls from {before} to {after}."
SHIFTED = "{which}: kept for {nights} in {now}; on day {day} it was {then}."
TERM_NEARS = "What changed: its term now ends within these nights."
SHIFT_WORSE = "What moved it most: {term}, which alone multiplies the odds of \u201c{hazard}\u201d by {times:.1f}."
SHIFT_BETTER = "What moved it most: {term}, which alone divides the odds of \u201c{hazard}\u201d by {times:.1f}."
SHIFT_UNSEEN = (
    "No cause that you see exactly moved by much: what changed is what you may expect of {rival} and of others."
)

translatable(__name__)
