"""What a seat believes about its rival and about what is hidden.

``sightings`` is what the rival was seen to do, ``likelihood`` who would have done it, ``particles`` what may be so,
all in the vectors of ``belief``; ``held`` keeps them for an agent.
"""
