"""How large a game is and how well it can be played: counts, exact values, equilibria, best replies."""
