"""Scenarios: read with line numbers, checked as a whole, compiled to tables."""
