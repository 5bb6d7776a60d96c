"""What is written down: text forms of actions, states and observations, and the append-only record of a game."""
