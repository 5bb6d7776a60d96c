"""What is said of obligations before a package is signed; see ``words``."""

from sim.language.sentences import translatable

YOU_WOULD_OWE = "What you would owe, from when it is judged, and how you stand with it today:"
NOTHING_OWED = "You would owe nothing that is judged."
FROM_NIGHT, FROM_NIGHT_OF = "from night {night}", "{stage}, from night {night}"
STANDS_WELL, STANDS_BADLY = "as things stand you would keep it", "as things stand you would not keep it"
AS_YOU_READ = "as you read it, {reading}"

translatable(__name__)
