"""What the window shows beyond the game, what can be done with that, and the shell after each step. Pure data."""
