"""Agents: what decides for a seat. One family a file, as kernel-style functions over an observation.

A policy function takes ``ints, reals`` (the tables, which everybody knows), ``seen`` (the observation), ``mask`` (the
legal actions), ``brain`` (the agent's parameters, luck and draft: see ``brain``) and fills ``action``.
"""
