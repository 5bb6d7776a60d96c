"""What can be asked: whatever has a name explains itself, by the rules and by what the seat knows of it."""
