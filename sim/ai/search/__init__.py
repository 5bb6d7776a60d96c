"""Looking ahead on positions sampled from beliefs.

``search`` goes down a ``tree`` of ``candidates`` and plays on from there (``playout``), once it has tried its own
stances and ``practices``; ``foresight`` plays on until an offer or an agreement is settled. ``search_agent`` decides
by it, true to its word by ``constancy``, and ``prospects`` tells why.
"""
