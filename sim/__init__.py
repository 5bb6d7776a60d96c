"""Cessation: a game and simulator of ceasefire diplomacy."""
