"""What must hold between the entries of a scenario, as far as it shows without reading a statement.

Each rule notes its own faults and assumes nothing of the others, so that one run reports everything.
"""

from sim.scenario.check_advisers import check_advisers
from sim.scenario.check_agents import check_agents
from sim.scenario.check_lessons import check_lessons
from sim.scenario.check_names import check_names
from sim.scenario.check_table import check_table
from sim.scenario.check_world import check_world
from sim.scenario.faults import Faults
from sim.scenario.model import Scenario


def check(scenario: Scenario, faults: Faults) -> None:
    """Note every reference that leads nowhere, every sum, order and range that is off, and every limit passed."""
    check_names(scenario, faults)
    check_world(scenario, faults)
    check_table(scenario, faults)
    check_agents(scenario, faults)
    check_advisers(scenario, faults)
    check_lessons(scenario, faults)
