"""From nodes to a picture: measured, placed, turned about for right to left, and drawn. No game is known here."""
