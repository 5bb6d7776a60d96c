"""Keys, clipboard, display and sound: what the machine brings and what is set on it."""
