"""What a person plays with: a model of what their seat knows, and pure updates of it; screens stand in ``text``.

Nothing here but ``game`` holds a session, so nothing here but ``game`` could leak what a seat may not know.
"""
