"""How many examples a property is tried on, as a share of what the profile says (see ``conftest``)."""

from hypothesis import settings


def tries(share: float) -> settings:
    """Settings with that share of the profile's examples."""
    assert settings.default is not None  # a profile is loaded
    return settings(max_examples=max(1, round(share * settings.default.max_examples)))
