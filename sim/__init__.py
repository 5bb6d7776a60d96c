"""Cessation: a game and simulator of ceasefire diplomacy."""

__version__ = "0.1.0"
