"""What the advisers say, in one place; see ``words``."""

from sim.language.sentences import Plural, translatable
from sim.rules import actions as act

ADVISERS = "Advisers"
NO_ADVISERS = "This scenario gives your seat no advisers."
NEEDS_COMPILED = (
    "Your advisers look ahead by hundreds of playouts and need the compiled kernel: pip install 'cessation[fast]'"
)
ADVISERS_SAY = (
    "Each sees what you see, and weighs or expects otherwise. What they forecast of what you then do goes on record "
    "with this turn, for you alone; the debrief says who was right."
)
THEY_AGREE, THEY_DISAGREE = "they agree", "they disagree"
ADVISER_AND_OFFICE = "{name} \u2013 {office}"
ADVICE = {
    act.END_TURN: "Wait.",
    act.PROPOSE: "Propose, {face}: {package}.",
    act.ACCEPT: "Accept the offer of {rival}.",
    act.REJECT: "Refuse the offer of {rival}.",
    act.WITHDRAW: "Take your offer back.",
    act.DENOUNCE: "Denounce the agreement.",
    act.END_TALKS: "End the talks.",
}
ADVISE_AGREE, ADVISE_OBJECT = "Agree to a renewal.", "Object to a renewal."
ADVICE_BRIEF = {
    act.END_TURN: "wait",
    act.PROPOSE: "propose",
    act.ACCEPT: "accept",
    act.REJECT: "refuse",
    act.WITHDRAW: "withdraw",
    act.RENEW: "speak on renewal",
    act.DENOUNCE: "denounce",
    act.END_TALKS: "end the talks",
}
COUNSEL = "{does}: {foretold}"
COUNSEL_WHY = "{said}. What decides: {component}. It takes {rival} for: {kind}, {chance}%."
COUNSEL_DRAFT, COUNSEL_OTHER = "propose your draft, {face}", "propose your draft with {package}, {face}"
COUNSEL_MORE = Plural("{package} and {n} more change", "{package} and {n} more changes")
COUNSEL_ACCEPTS, COUNSEL_HOLDS = "they accept {chance}%", "it lasts {chance}%"
COUNSEL_PREPARES = "no truce at first"
COUNSEL_POINTS = "worth {points:.0f}\u00a0\u00b1{error:.0f}"
EXPECTS = "By its own weighting it expects {points:.0f} of 100 from that (\u00b1{error:.0f})."
GIVES_ACCEPTS = "It gives {chance} in 100 that {rival} accepts while the offer stands."
GIVES_HOLDS = {
    act.PROPOSE: "If it were signed, it gives {chance} in 100 that the truce lasts out its first term.",
    act.ACCEPT: "It gives {chance} in 100 that the truce lasts out its first term.",
}
GIVES_PREPARES = "It gives {chance} in 100 that the agreement lasts out the stage that only prepares its truce."
GIVES_HOLDS_NOW = "It gives {chance} in 100 that the agreement lasts out its present term."
DECIDES = "What decides: {component}, better by {points} of 100 than with the next best, to {other}."
DECIDES_IN_SPITE = (
    "Little between this and the next best, to {other}, which would even be better for {component}, by {points} of 100."
)
DECIDES_HARDLY = "Hardly anything sets it apart from the next best, to {other}."
TAKES_FOR = "It takes {rival} for: {kinds}."

translatable(__name__)
