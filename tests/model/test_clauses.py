"""Every clause and every obligation matters: without it the same games, by the same luck, come out otherwise."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.conftest import MakeKernel
from tests.games import flagship
from tests.model.world import changed, played, sources

GAMES = 512
USUAL = {
    "pause": "d7", "renewal": "rolling", "separation": "pledge", "aid": "demilitarised_road", "aircraft": "no_limit",
    "monitoring": "hotline", "linkage": "none",
}  # fmt: skip
# Beside what their doctrine has them do both sides press, arm, threaten and bomb, so that there is much to breach.
MISCHIEF = """
  us:
    - {when: [stage = 0], do: propose, package: {PACKAGE}, at_least: 0, chance: 0.5}
    - {do: lever press_factions, chance: 0.3}
    - {do: lever arm_opposition, chance: 0.2}
    - {do: lever talk_of_force, chance: 0.2}
    - {do: lever suspend, chance: 0.1}
    - {do: lever resume, chance: 0.2}
  russia:
    - {do: lever intensify_air, chance: 0.6}
    - {do: lever press_damascus, chance: 0.3}
    - {when: [stage = 0], do: accept, at_least: 0}
"""


def clauses() -> dict[str, Any]:
    """The clauses as the file has them."""
    return dict(sources().data["clauses"])


def package_for(clause: str) -> str:
    """A package that brings a clause into force, as a profile writes it."""
    needs = clauses()[clause].get("needs", [])
    asked = dict(need.rstrip("+").split(".") for need in ([needs] if isinstance(needs, str) else needs))
    return ", ".join(f"{issue}: {option}" for issue, option in {**USUAL, **asked}.items())


def ended(clause: str, without: str, kernels: MakeKernel) -> Iterator[list[float]]:
    """How each game ends, but for the standing of clauses and obligations themselves; read as far as it is needed.

    Whatever is tabled is ratified; the clause's package is tabled and accepted again and again.
    """
    for doctrine in ("hardline", "cooperative"):
        tables, agents = changed(
            f"agents: {{us: {doctrine}, russia: {doctrine}}}\n"
            f"set: {{seats.us.quota: 0, seats.russia.quota: 0, signing.cost: 0{without}}}\n"
            f"forced:{MISCHIEF.replace('PACKAGE', package_for(clause))}"
        )
        kept = [
            i
            for i, name in enumerate(tables.names.slots)
            if not name.startswith(("duty.", "owed.", "standing.", "clause."))
        ]
        for final in played(kernels(tables), agents, GAMES).finals:
            yield [float(final[slot]) for slot in kept]


def matters(clause: str, without: str, kernels: MakeKernel) -> bool:
    """Whether some game comes out otherwise with a part of a clause taken out."""
    pairs = zip(ended(clause, "", kernels), ended(clause, f", {without}", kernels), strict=True)
    return any(whole != lacking for whole, lacking in pairs)


@pytest.mark.parametrize("clause", flagship().names.clauses)
@pytest.mark.slow
def test_no_clause_can_be_left_out_without_a_difference(clause: str, compiled: MakeKernel) -> None:
    other = "none" if "linkage: two_towns" in package_for(clause) else "two_towns"
    assert matters(clause, f"clauses.{clause}.needs: [linkage.{other}]", compiled)


def unjudged(duty: str) -> str:
    """What keeps an obligation, however it is read, from ever being judged."""
    clause, seat = duty.split(".")
    owed = clauses()[clause]["obliges"][seat]
    readings = [f"readings.{reading}." for reading in owed.get("readings", {})] or [""]
    return ", ".join(f"clauses.{clause}.obliges.{seat}.{reading}due: 95" for reading in readings)


@pytest.mark.parametrize("duty", flagship().names.duties)
@pytest.mark.slow
def test_no_obligation_can_be_left_out_without_a_difference(duty: str, compiled: MakeKernel) -> None:
    assert matters(duty.partition(".")[0], unjudged(duty), compiled)


def test_a_batch_with_nothing_taken_out_is_the_same(compiled: MakeKernel) -> None:
    assert not matters("cease", "seats.us.capital.start: 6", compiled)
