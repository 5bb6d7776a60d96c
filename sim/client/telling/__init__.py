"""What is told: events, the night, how things stand, the log of cables, and why the other side acted."""
