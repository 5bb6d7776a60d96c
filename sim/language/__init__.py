"""The language in which a person is spoken to: one for the whole process, English until a client chooses another."""

FIRST = "en"
RIGHT_TO_LEFT = ("ar",)
"""Languages that are written from right to left."""
_now = {"language": FIRST}


def spoken() -> str:
    """The language of now, such as ``ru``."""
    return _now["language"]


def speak(language: str) -> None:
    """Say everything from now on in this language, as far as there are words in it."""
    _now["language"] = language
