"""The rules kernel: free functions over flat tables, one mechanic a file.

Every function takes some of the same six things, always in this order:

- ``ints``, ``reals``: the compiled tables of a scenario (see ``layout``), never changed;
- ``state``: one game, a flat vector of floats (see ``layout``), changed in place;
- ``luck``: the keys of chance and any forced outcomes (see ``luck``);
- ``log``: what happened, as rows (see ``events``), appended to;
- ``action``: three integers, kind and two arguments (see ``actions``).

As plain Python they run on lists; ``compiled`` re-binds the very same functions for Numba arrays.
"""
