"""The screens and dialogs of the window, each a scene made of a shell and a geometry."""
