"""What is thought in a process of its own, so that no frame waits: the other side, advisers, futures, reviews."""
