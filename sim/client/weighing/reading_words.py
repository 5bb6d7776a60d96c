"""What a package would put into force, in words; see ``words``. Whole sentences with named gaps."""

from sim.language.sentences import Plural, translatable

LULL_NEEDS = "No truce at first, and the fighting goes on: the truce needs {conditions}, with {days} given for that."
LULL_ENDS = "If that is not met by then, the agreement ends without a truce."
LULL_RENEWED = "If that is not met by then, the agreement ends without a truce, unless it is renewed."
NEVER_A_TRUCE = "Nothing in it stops the fighting: no stage of it has a truce."
READ_NOTHING = "Signed, this would put nothing into force."
READ_COURSE = "{stages}."
READ_STAGE = "{stage} for {days}, {renewal}"
READ_OPENS = "{stage} for {days}, {renewal}, which needs {needs}"
READ_THEN, READ_PERHAPS = "; then ", "; later perhaps "
READ_BOTH, READ_UNLESS, READ_NO_RENEWAL = "renewed if both agree", "renewed unless somebody objects", "not renewed"
READ_CLAUSES, READ_LATER = "Clauses, with those who owe them: {clauses}.", "Later also: {clauses}."
READ_COUNT, READ_COUNT_LATER = "Clauses: {n}.", "Clauses: {n}, later {later} more."
READ_OWED, BOTH_OWE = "{clause} ({who})", "both"
HOURS, DAYS = Plural("{n:g} hour", "{n:g} hours"), Plural("{n:g} day", "{n:g} days")

translatable(__name__)
