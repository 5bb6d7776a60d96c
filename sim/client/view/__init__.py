"""The window: scenes as plain data, laid out and drawn. Only the modules that draw or listen know pygame.

``window`` is the loop: events become messages, which change the ``shell``; ``show`` makes a scene of that, from the
``screens``; ``drawing`` lays it out and draws what has changed; what takes long runs ``elsewhere``.
"""
