"""What is said around the lessons of a scenario, which brings its own words for them; see ``words``."""

from sim.language.sentences import translatable

LESSON = "Lesson {number} of {of}: {name}"
TRY = "Try: {task}"
SAY = "Such as: `{command}`, then Enter."
LEARNT = "Done: {names}."
LESSON_HOW = "`lesson` shows it again; `lesson off` puts all of them away."
NO_LESSON = "No lesson is due now. The next one comes when there is reason for it."
NO_LESSONS = "This game has no lessons for your seat."
LESSONS_OFF = "The lessons are put away; `lesson on` brings them back."
LESSONS_ON = "The lessons are told again."
PUT_AWAY, PUT_AWAY_TIP = "Put away", "Put this lesson away. {key} brings it back; nothing waits for it."
LEARN, LEARN_ABOUT = "Learn in ten minutes", "A small invented crisis, one idea a day: why 48 hours, and why 7 days."

translatable(__name__)
