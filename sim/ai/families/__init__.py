"""Ways to bargain, one family a file, and what they share.

A policy function takes ``ints, reals`` (the tables, which everybody knows), ``seen`` (the observation), ``mask`` (the
legal actions), ``brain`` (the agent's parameters, luck and draft: see ``brain``) and fills ``action``. ``policy``
calls the family that a brain names; ``bidding`` and ``bargaining`` are what the families share, ``habits`` the levers
of those that only bargain.
"""
