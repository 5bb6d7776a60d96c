"""What the debrief says, chapter by chapter, as pages: a terminal, a window and a file show the same."""
