"""Many games of one plan: in processes, block by block, to tidy tables and a summary."""
