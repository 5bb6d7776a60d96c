"""For anyone's tests: random scenarios and games, a state machine, and a conformance suite for agents.

- ``tables``: the tables of a scenario given as plain data or as a folder, without citations or words;
- ``strategies``: hypothesis strategies for scenarios, actions, states and play-throughs;
- ``invariants``: what holds in every state of every game;
- ``machine``: a stateful test that plays legal and illegal actions and checks the invariants after each;
- ``conformance``: what every agent must keep to.

A whole test file for a scenario and an agent of one's own::

    from sim.testing.conformance import check_agent
    from sim.testing.machine import game_machine
    from sim.testing.tables import tables_in

    tables = tables_in("path/to/my-scenario")
    TestMyScenario = game_machine(tables).TestCase

    def test_my_agent():
        check_agent(tables, MyAgent)

Needs the extra ``author`` (hypothesis, pytest).
"""
