"""Questions asked of games.

``study``: profiles, quantities, calibration, par. ``why``: what broke a truce, where a game turned. ``solver``: exact
values of small games and best replies in large ones. ``tournament``: every agent against every other. ``depth``:
whether choices matter. ``understood``: beliefs stated in a game, scored.
"""
