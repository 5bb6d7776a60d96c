"""What is told of turning points, in one place, so that a catalogue can translate it; see ``sim.client.words``."""

from sim.analysis.why import choices
from sim.language.sentences import translatable
from sim.rules import actions as act

DAY_DONE = "Day {day}, {seat} {done}."
DONE = {
    act.PROPOSE: "proposed {package}", act.ACCEPT: "took {package}", act.REJECT: "turned down {package}",
    act.WITHDRAW: "withdrew its offer", act.DENOUNCE: "left the agreement", act.END_TALKS: "ended the talks",
    act.PULL: "chose “{lever}”", act.HOLD: "left {package} unanswered", act.END_TURN: "left {package} unanswered",
}  # fmt: skip
RENEWED = {0: "objected to renewal", 1: "agreed to renewal"}
WITH = " with "
OPTION_OF = "{option} ({issue})"
INSTEAD = "{instead}: {told}."
LEFT_OUT = "Without that"
OTHERWISE = {
    choices.WAIT: "Had it waited", choices.REFUSE: "Had it refused",
    choices.ACCEPT: "Had it accepted {rival}'s offer of {offer}",
    choices.VARY: "With {option} ({issue})",
}  # fmt: skip
OTHER_WORD = {0: "Had it agreed to renewal", 1: "Had it objected to renewal"}
"""What was not said of a renewal, by what was."""
SCORE_OF, ENDS_WITH = "{seat}'s score", "it ends with “{ending}”"
HOLDS = {"holds_term": "the next truce holds its promised term", "holds_week": "the next truce holds {week:g} nights"}
SIGNED = "an agreement is signed"
SHARE = "{measure} in {other:.0f}% ({low:.0f}\u2013{high:.0f}) of {futures:,} futures, not {recorded:.0f}%"
MEAN = "{measure} is {other:.0f} ({low:.0f}\u2013{high:.0f}) in the mean of {futures:,} futures, not {recorded:.0f}"
MEAN_CLOSE = (  # within a point of one another
    "{measure} is {other:.1f} ({low:.1f}\u2013{high:.1f}) in the mean of {futures:,} futures, not {recorded:.1f}"
)

translatable(__name__)
