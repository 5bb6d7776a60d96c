"""The game in a terminal: screens as pure functions from the model to lines, and a loop that reads and writes lines."""
