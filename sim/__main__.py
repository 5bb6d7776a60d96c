"""``python -m sim`` is the command ``cessation``."""

from sim.cli.main import main

main()
