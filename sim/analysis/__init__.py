"""Questions asked of games: why something happened, how large a game is."""
