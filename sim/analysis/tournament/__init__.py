"""Every agent against every other: the field, who exploits whom, and the equilibrium of choosing among them."""
