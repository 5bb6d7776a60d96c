"""Agents: what decides for a seat.

``agent`` is the protocol and ``registry`` finds anyone's agent by name. Built-in ones are kernel-style functions over
an observation (``families``); ``beliefs`` is what a seat makes of what it sees, ``search`` looks ahead on that, and
``adviser`` gives a person counsel by it. ``kernel`` binds all of it, plain or compiled; ``rollout`` plays whole games
in it; ``reasons`` says why.
"""
