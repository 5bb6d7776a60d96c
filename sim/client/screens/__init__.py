"""The screens: each a pure function from what the window knows and its geometry to a scene."""
