"""The log: what happened, as rows of four numbers (code, a, b, value).

``log[0]`` counts the rows; row i starts at ``1 + i * EVENT_ROW``. A full log takes no more; ``log_size`` gives one that
a turn or a night cannot fill. Who may know of a row is told by its code and arguments: ``sim.record.audience``.
"""

EVENT_NAMES = (
    "proposed", "withdrawn", "refused", "accepted", "unratified", "signed", "amended", "backed_down", "pulled",
    "consented", "denounced", "talks_ended", "offer_lapsed",
    "entered", "renewed", "expired", "collapsed", "suspended", "resumed", "duty_kept", "duty_breached",
    "duty_contested", "duty_cured",
    "struck", "spared", "drew", "fired", "ended", "term", "chance", "chance_among",
)  # fmt: skip
(
    PROPOSED, WITHDRAWN, REFUSED, ACCEPTED, UNRATIFIED, WAS_SIGNED, WAS_AMENDED, BACKED_DOWN, WAS_PULLED, CONSENTED,
    WAS_DENOUNCED, TALKS_ENDED, OFFER_LAPSED,
    ENTERED, WAS_RENEWED, HAS_EXPIRED, HAS_COLLAPSED, WAS_SUSPENDED, WAS_RESUMED, DUTY_KEPT, DUTY_BREACHED,
    DUTY_CONTESTED, DUTY_CURED,
    STRUCK, SPARED, DREW, FIRED, ENDED, TERM, CHANCE, CHANCE_AMONG,
) = range(len(EVENT_NAMES))  # fmt: skip

EVENT_CODE, EVENT_A, EVENT_B, EVENT_VALUE, EVENT_ROW = 0, 1, 2, 3, 4


def emit(log: list[float], code: int, a: float, b: float, value: float) -> None:
    """Append one row."""
    at = 1 + int(log[0]) * EVENT_ROW
    if at + EVENT_ROW > len(log):
        return
    log[0] += 1.0
    log[at] = code
    log[at + EVENT_A] = a
    log[at + EVENT_B] = b
    log[at + EVENT_VALUE] = value


def log_size(rows: int) -> int:
    """Length of a log vector that holds ``rows`` rows."""
    return 1 + rows * EVENT_ROW
