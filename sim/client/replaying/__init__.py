"""A game looked at again, day by day, as a seat saw it or as it was."""
