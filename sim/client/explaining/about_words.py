"""What is said about a scenario: the content note and what its model is; see ``words``."""

from sim.language.sentences import Plural, translatable

ABOUT, ABOUT_ABOUT = "About", "Content note, and what the model is: from what, and what not for"
ABOUT_TITLE = "About: {scenario}"
NOTE = "Content note"
NOTE_OF_ALL = (
    "Deaths are never a currency: no choice earns or spends them, and no score has them in it. Contested claims are "
    "told with who makes and who denies them. Leave whenever you like; the game is kept."
)
MODEL = "The model"
MODEL_SAYS = (
    "Two seats choose; all else follows by rules that are the same for both, with chances that can be looked up. What "
    "is signed is carried out night by night. Everything in it can be asked why, to the last term."
)
SOURCED = Plural(
    "Its numbers name a fact of a source in {n} place, and own up to being an assumption, with a reason, in {owned}.",
    "Its numbers name a fact of a source in {n} places, and own up to being an assumption, with a reason, in {owned}.",
)
PARTS = {
    "state": "variables", "hazards": "hazards", "levers": "levers", "clauses": "clauses", "facts": "facts",
}  # fmt: skip
TERMS = Plural("{n} weighted cause", "{n} weighted causes")
CONTESTED = Plural("{n} of them contested", "{n} of them contested")
NOT_FOR = "What it is not for"
NOT_FOR_SAYS = (
    "Not for forecasting, not for saying who did what in the real war, not for judging anybody who lives or lived."
)
CARD, CARD_SAYS = "The model card", "Every mechanism with its formula, its numbers and their sources; in English."
CARD_LIES = "As a file: {path}"
NO_CARD = "This scenario has no model card."

translatable(__name__)
