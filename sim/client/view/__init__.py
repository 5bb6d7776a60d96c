"""The window: scenes as plain data, laid out and drawn. Only the modules that draw or listen know pygame.

``screens`` make a scene of a model and a geometry; ``layout``, ``boxes`` and ``widgets`` are what they are made of;
``render`` draws any scene; ``window`` is the loop. What has not changed is neither laid out again (``remembering``)
nor drawn again (``changing``).
"""
