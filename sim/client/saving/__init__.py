"""Where a person's games lie: one record for each game, which is its autosave, and named copies."""
