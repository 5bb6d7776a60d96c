"""Whether choices matter: best replies among terms, lines held to, luck and skill, deletions, decisions."""
