"""Speaking a language for the length of a test."""

from collections.abc import Iterator
from contextlib import contextmanager

from sim.language import speak, spoken


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Say everything in a language, then as before."""
    before = spoken()
    speak(language)
    try:
        yield
    finally:
        speak(before)
