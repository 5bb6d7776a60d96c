"""What is said when two persons share a screen, in one place; see ``words``."""

from sim.language.sentences import translatable

PASS_CHAIR = "Pass the chair to {seat}"
NOBODY_ELSE = "Nobody else should look."
CURTAIN_SAYS = (
    "What {seat} wants, believes and plans is for whoever speaks for it. Nothing of either side is shown here."
)
TAKE_CHAIR = "I speak for {seat}"
PROMPT_CHAIR = "Enter, once {seat} sits here> "
RIVAL_PERSON = "{rival} is spoken for by the other person at this screen."
TWO_PERSONS, TWO_PERSONS_ABOUT = (
    "Two players at this screen",
    "You take one seat, somebody else the other. A curtain falls between your turns; undo never crosses it.",
)
OTHER_SIDE, OTHER_SIDE_ABOUT = "See it as {seat}", "The same debrief from the other seat: what was hidden from it."
SEE_OTHER = "`other` shows the same from the other seat."
NOT_SHARED = "Only a game of two persons can be seen from the other seat."
ONE_SEAT = "Two persons take both seats: leave --seat and --agent out beside --hot-seat."
GAME_AT_TWO = "{scenario}, two players: day {day} of {last}, {date}"
GAME_OVER_TWO = "{scenario}, two players: over on day {day}, {date}"
SAVE_ROW_TWO = "day {day}, two players in {scenario}"
GO_ON_TWO = "You left a game of two players, {scenario}, on day {day}. Enter goes on with it; `new` begins another."

translatable(__name__)
