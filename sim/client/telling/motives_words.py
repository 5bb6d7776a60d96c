"""What is said of why the other side acted, in one place; see ``words``. Worths are of 100."""

from sim.language.sentences import translatable
from sim.rules import actions as act

BY_RULE = "rule {n:g} of its doctrine acted: {rule}{weighed}"
BY_HABIT = "it had nothing more to say at the table, and habit {n:g} of its seat was due: {rule}"
UNKNOWN_RULE = "its words are not in this scenario"
WHEN = "when {when}, {does}"
AND, LIST = " and ", "; "
AT_LEAST = " what is worth at least {share} to it"
COMES_DOWN = ", and {share} after {days} days"
BY_CHANCE = ", {chance} times in 100 that it could"
WEIGHED = "; {said}"
DOES = {
    "propose": "propose", "accept": "accept", "reject": "refuse as “{name}”", "withdraw": "take back its offer",
    "agree": "speak for renewal", "object": "speak against renewal", "denounce": "denounce the agreement",
    "end_talks": "end the talks", "hold": "wait", "lever": "pull “{name}”",
}  # fmt: skip
REASONS = {
    "aspiration": "it asked for at least {share:.0f} that day",
    "accepts": "it would have taken {share:.0f}",
    "bid": "its own draft was worth {share:.0f}",
    "offer": "the offer before it was worth {share:.0f} to it",
    "agreement": "the agreement in force was worth {share:.0f} to it",
}
YES_OR_NO = {
    "ratified": ("its home would not have carried that", "its home would have carried that"),
    "signable": ("nothing could be signed that day", "it could have been signed"),
}
EXPECTED = "it expected to end with {points:.1f} points (give or take {error:.1f}) by this"
BY_STANCE = (
    "it went on as “{stance}” would, by which it expected to end with {points:.1f} points (give or take {error:.1f}), "
    "for nothing else that it could do was surely better"
)
BY_PRACTICE = (
    "it makes a practice of this, since in its futures that surely did better than to leave it; for the rest it went "
    "on as “{stance}” would, and expected to end with {points:.1f} points (give or take {error:.1f})"
)
AS_BEFORE = (
    "it went on as “{stance}” would, as since day {day:g}, when it last looked ahead and expected to end with "
    "{points:.1f} points (give or take {error:.1f})"
)
AFTER = "weighed before what else it had done that day"
OTHERWISE = "{points:.1f} (give or take {error:.1f}) by {what}"
OWED = "it owed a new offer an answer"
UNWEIGHED = "it owed a new offer an answer, and had looked into none far enough to tell what it would come to"
MOST, AGAINST = "what spoke for it most was {terms}", "against it spoke {terms}"
TERM = "{component} ({points:+.1f})"
A_PROPOSAL, A_LEVER = "a proposal ({package})", "pulling “{lever}”"
ITS_PROPOSAL, OTHER_PROPOSAL = "the same proposal with {points}", "that proposal with {points}"
RENEWING, OBJECTING = "agreeing to renew", "objecting to renewal"
ITS_STANCE = "going on as its stance would"
ACTIONS = {
    act.END_TURN: "ending its turn", act.ACCEPT: "accepting", act.REJECT: "refusing", act.HOLD: "waiting",
    act.WITHDRAW: "taking back its offer", act.DENOUNCE: "denouncing the agreement", act.END_TALKS: "ending the talks",
}  # fmt: skip

translatable(__name__)
