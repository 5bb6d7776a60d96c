"""Kinds of action, the faces an offer can wear, and the reasons why an action is illegal.

An action is ``(kind, a, b)``: ``(PROPOSE, package number, face)``, ``(ACCEPT, offer id, 0)``,
``(REJECT, offer id, reason)``, ``(RENEW, 1 agree or 0 object, 0)``, ``(PULL, lever, 0)``; the others take no arguments.
Kinds from ``PROPOSE`` to ``HOLD`` are table actions: one a turn. A turn closes with ``END_TURN``.
"""

END_TURN, PROPOSE, ACCEPT, REJECT, WITHDRAW, RENEW, DENOUNCE, END_TALKS, HOLD, PULL = range(10)
N_KINDS = 10
KIND_NAMES = ("end", "propose", "accept", "reject", "withdraw", "renew", "denounce", "end_talks", "hold", "pull")

# A face: private, public as offered, or public with one issue an option lower (2 + 2i) or higher (3 + 2i).
PRIVATE, PUBLIC, FIRST_SHIFT = 0, 1, 2

# Violations are bits, so that all of them are reported at once.
VIOLATIONS = {
    1: "the game is over",
    2: "one table action a turn: it is taken",
    4: "the talks have ended",
    8: "no such package",
    16: "no such face for this package",
    32: "that offer does not stand",
    64: "not enough political capital",
    128: "its conditions do not hold",
    256: "no agreement is in force",
    512: "no more levers this turn",
    1024: "no such lever for this seat",
    2048: "pulled already today",
    4096: "no such reason",
    8192: "no such kind of action",
    16384: "no offer of your own stands",
}
(
    GAME_OVER, TABLE_TAKEN, TALKS_OVER, NO_PACKAGE, NO_FACE, NO_OFFER, NO_CAPITAL, CONDITIONS_FAIL, NOT_IN_FORCE,
    LEVERS_SPENT, NOT_YOURS, PULLED_TODAY, NO_REASON, NO_KIND, NOTHING_TO_WITHDRAW,
) = tuple(VIOLATIONS)  # fmt: skip
