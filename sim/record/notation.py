"""Text forms of actions, states and observations. Each round-trips: reading what was written gives an equal thing.

``propose short/once private`` · ``propose short/once public span+`` (the public is shown one option more of the issue
``span``) · ``accept o3`` · ``reject o3 too_short`` · ``withdraw`` · ``renew agree`` · ``pull warning`` · ``hold`` ·
``end``.
"""

from collections.abc import Sequence
from typing import NamedTuple

from sim.errors import CessationError
from sim.rules import actions as act
from sim.rules import layout as at
from sim.rules.actions import KIND_NAMES
from sim.rules.packages import face_fits, read_package, write_package
from sim.scenario.tables import Names, RulesTables

STATE_FORM, OBSERVATION_FORM = "cessation-state 1", "cessation-observation 1"


class NotationError(CessationError):
    """A text that is not in the notation."""

    exit_code = 65


class Action(NamedTuple):
    """One decision: a kind of ``sim.rules.actions`` and its two arguments."""

    kind: int
    a: int = 0
    b: int = 0


END = Action(act.END_TURN)


def package_text(tables: RulesTables, number: int) -> str:
    """``short/once``: one option an issue, in order."""
    n = tables.ints[at.N_ISSUES]
    options = [0.0] * n
    write_package(tables.ints, options, 0, number)
    return "/".join(each[int(i)] for each, i in zip(tables.names.issues.values(), options, strict=True))


def read_package_text(tables: RulesTables, text: str) -> int:
    """The number of a package; raises NotationError."""
    issues = tables.names.issues
    words = text.split("/")
    if len(words) != len(issues):
        raise NotationError(f"`{text}` has {len(words)} options; a package has {len(issues)}: {'/'.join(issues)}")
    options = []
    for (issue, known), word in zip(issues.items(), words, strict=True):
        if word not in known:
            raise NotationError(f"`{word}` is not an option of {issue}; its options are {', '.join(known)}")
        options.append(float(known.index(word)))
    return read_package(tables.ints, options, 0)


def face_text(names: Names, face: int) -> str:
    """``private``, ``public``, or ``public span+`` when the public is shown one option more (or less) of an issue."""
    if face < act.FIRST_SHIFT:
        return ("private", "public")[face]
    issue = list(names.issues)[(face - act.FIRST_SHIFT) // 2]
    return f"public {issue}{'+' if face % 2 else '-'}"


def read_face_text(names: Names, text: str) -> int:
    """The number of a face; raises NotationError."""
    word, _, shifted = text.partition(" ")
    if word == "private" and not shifted:
        return act.PRIVATE
    if word == "public" and not shifted:
        return act.PUBLIC
    issues = list(names.issues)
    if word == "public" and shifted[-1:] in ("+", "-") and shifted[:-1] in issues:
        return act.FIRST_SHIFT + 2 * issues.index(shifted[:-1]) + (shifted[-1] == "+")
    raise NotationError(f"`{text}` is not a face; write `private`, `public`, or `public {issues[0]}+`")


def write_action(tables: RulesTables, action: Action) -> str:
    """The text of an action."""
    kind, a, b = action
    if kind == act.PROPOSE:
        return f"propose {package_text(tables, a)} {face_text(tables.names, b)}"
    if kind == act.ACCEPT:
        return f"accept o{a}"
    if kind == act.REJECT:
        return f"reject o{a} {tables.names.reasons[b]}"
    if kind == act.RENEW:
        return f"renew {'agree' if a else 'object'}"
    if kind == act.PULL:
        return f"pull {tables.names.levers[a].partition('.')[2]}"
    return KIND_NAMES[kind]


def read_action(tables: RulesTables, text: str, seat: int) -> Action:
    """The action that a text means when ``seat`` (a number) says it; raises NotationError with what would be right."""
    verb, _, rest = " ".join(text.split()).partition(" ")
    if verb not in KIND_NAMES:
        raise NotationError(f"`{verb}` is not an action; actions are {', '.join(KIND_NAMES)}")
    kind = KIND_NAMES.index(verb)
    if kind == act.PROPOSE:
        package, _, face = rest.partition(" ")
        number = read_package_text(tables, package)
        shown = read_face_text(tables.names, face or "private")
        if not face_fits(tables.ints, number, shown):
            raise NotationError(f"`{face}`: there is no option beyond the one proposed")
        return Action(kind, number, shown)
    if kind in (act.ACCEPT, act.REJECT):
        return _read_answer(tables.names, kind, rest)
    if kind == act.RENEW:
        if rest not in ("agree", "object"):
            raise NotationError("write `renew agree` or `renew object`")
        return Action(kind, int(rest == "agree"))
    if kind == act.PULL:
        lever = f"{tables.names.seats[seat]}.{rest}"
        if lever not in tables.names.levers:
            known = [
                each.partition(".")[2]
                for each in tables.names.levers
                if each.startswith(tables.names.seats[seat] + ".")
            ]
            raise NotationError(
                f"`{rest}` is not a lever of {tables.names.seats[seat]}; its levers are {', '.join(known)}"
            )
        return Action(kind, tables.names.levers.index(lever))
    if rest:
        raise NotationError(f"`{verb}` takes nothing after it")
    return Action(kind)


def _read_answer(names: Names, kind: int, rest: str) -> Action:
    offer, _, reason = rest.partition(" ")
    if not (offer[:1] == "o" and offer[1:].isascii() and offer[1:].isdigit() and len(offer) < 10):
        raise NotationError(f"write the offer's id, such as `o3`, not `{offer}`")
    if kind == act.ACCEPT:
        if reason:
            raise NotationError("`accept` takes an offer's id and nothing else")
        return Action(kind, int(offer[1:]))
    if reason not in names.reasons:
        raise NotationError(f"`{reason}` is not a reason; reasons are {', '.join(names.reasons)}")
    return Action(kind, int(offer[1:]), names.reasons.index(reason))


def write_state(tables: RulesTables, state: Sequence[float]) -> str:
    """A state on one line: every slot that is not 0, by name, exactly."""
    shown = ((name, repr(float(x))) for name, x in zip(tables.names.slots, state, strict=True))
    parts = [f"{name}={x}" for name, x in shown if x != "0.0"]  # but -0.0 is said, for it is another number
    return f"{STATE_FORM} {tables.id} {tables.digest[:16]} {' '.join(parts)}"


def _read_slots(tables: RulesTables, text: str, form: str) -> tuple[list[str], list[str]]:
    """Words after the form, id and digest, which must fit the tables."""
    words = text.split()
    if words[:2] != form.split():
        raise NotationError(f"this is not a `{form}`")
    if words[2:4] != [tables.id, tables.digest[:16]]:
        raise NotationError(f"this was written under another scenario than {tables.id} {tables.digest[:16]}")
    return words[:4], words[4:]


def _slot_and_number(tables: RulesTables, word: str) -> tuple[int, float]:
    name, _, number = word.partition("=")
    try:
        return tables.slot[name], float(number)
    except (KeyError, ValueError):
        raise NotationError(f"`{word}` is not a slot of this scenario and a number") from None


def read_state(tables: RulesTables, text: str) -> list[float]:
    """The state that ``write_state`` wrote; raises NotationError."""
    state = [0.0] * tables.n_state
    for word in _read_slots(tables, text, STATE_FORM)[1]:
        slot, number = _slot_and_number(tables, word)
        state[slot] = number
    return state


def write_observation(tables: RulesTables, seat: int, seen: Sequence[float]) -> str:
    """An observation on one line. An estimate carries its deviation; what is hidden shows what all may assume."""
    parts = []
    for name, x, sd in zip(tables.names.slots, seen, tables.names.sd, strict=True):
        mark = "" if sd[seat] == 0.0 else "~unseen" if sd[seat] == float("inf") else f"~{sd[seat]!r}"
        if x != 0.0 or mark:
            parts.append(f"{name}={float(x)!r}{mark}")
    return f"{OBSERVATION_FORM} {tables.id} {tables.digest[:16]} seat={tables.names.seats[seat]} {' '.join(parts)}"


def read_observation(tables: RulesTables, text: str) -> tuple[int, list[float]]:
    """Seat and numbers of an observation that ``write_observation`` wrote; raises NotationError."""
    _, words = _read_slots(tables, text, OBSERVATION_FORM)
    if not words or words[0].removeprefix("seat=") not in tables.names.seats:
        raise NotationError("an observation names its seat")
    seen = [0.0] * tables.n_state
    for word in words[1:]:
        slot, number = _slot_and_number(tables, word.partition("~")[0])
        seen[slot] = number
    return tables.names.seats.index(words[0].removeprefix("seat=")), seen
