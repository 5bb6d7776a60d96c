"""Agents: what decides for a seat. One family a file, as kernel-style functions over an observation.

A policy function takes ``ints, reals`` (the tables, which everybody knows), ``seen`` (the observation), ``mask`` (the
legal actions), ``brain`` (the agent's parameters, luck and draft: see ``brain``) and fills ``action``.

What a seat makes of what it sees: ``sightings`` (what the rival did), ``likelihood`` (who would have), ``particles``
(what may be so), all in the vectors of ``belief``; ``beliefs`` keeps them for an agent. Looking ahead: ``playout``,
``tree``, ``candidates``, ``search``; ``search_agent`` decides by it and ``prospects`` tells why. ``kernel`` binds all
of it, plain or compiled; ``rollout`` plays whole games in it.
"""
