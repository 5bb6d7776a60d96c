"""What a package would put into force, in words; see ``words``. Whole sentences with named gaps."""

from sim.language.sentences import Plural, translatable

READ_NOTHING = "Signed, this would put nothing into force."
READ_COURSE = "{stages}."
READ_STAGE = "{stage} for {days}, {renewal}"
READ_THEN = "; then "
READ_BOTH, READ_UNLESS, READ_NO_RENEWAL = "renewed if both agree", "renewed unless somebody objects", "not renewed"
READ_CLAUSES, READ_LATER = "Clauses, with those who owe them: {clauses}.", "Later also: {clauses}."
READ_COUNT, READ_COUNT_LATER = "Clauses: {n}.", "Clauses: {n}, later {later} more."
READ_OWED, BOTH_OWE = "{clause} ({who})", "both"
HOURS, DAYS = Plural("{n:g} hour", "{n:g} hours"), Plural("{n:g} day", "{n:g} days")

translatable(__name__)
