"""Why the other side acted, as a sentence: what it noted as it chose, in the scenario's words, and nothing besides."""

from typing import Any

from sim.ai.registry import own_stances, resolved
from sim.client.figures import short
from sim.client.model import Model
from sim.client.naming import condition_words, lever_name, package_words
from sim.client.opponents import opponent_name
from sim.client.telling import motives_words as w
from sim.client.weighing.planning import package_of
from sim.record.notes import Terms
from sim.rules import actions as act

TERM = "term."
MOST_APART = 3  # issues in which two packages differ and the second is still told by its differences
LEAST_TERM = 0.05  # points, below which a component says nothing


def why(model: Model, seat: int, agent: str, reasons: Terms) -> str:
    """The reasons that an agent at a seat noted under a ply."""
    told = dict(reasons)
    if "rule" in told:
        rule = _rule(model, ("doctrines", resolved(model.tables, agent)), seat, int(told["rule"]))
        return w.BY_RULE.format(n=told["rule"], rule=_rule_words(model, rule), **_worths(told))
    if "habit" in told:
        rule = _rule(model, ("habits",), seat, int(told["habit"]))
        return w.BY_HABIT.format(n=told["habit"], rule=_rule_words(model, rule))
    if "aspiration" in told:
        return w.LIST.join(_said(told))
    if "expected" in told:
        return w.UNWEIGHED if {"owed", "stance"} <= told.keys() else _prospects(model, told)
    return w.LIST.join(f"{name} {short(value)}" for name, value in reasons)


def _rule(model: Model, path: tuple[str, ...], seat: int, number: int) -> dict[str, Any]:
    """A rule as it is written, by its number from 1; an empty one if the scenario has none there."""
    found: Any = model.book.outline
    for key in (*path, model.names.seats[seat]):
        found = found.get(key, {})
    return dict(found[number - 1]) if number <= len(found) else {}


def _rule_words(model: Model, rule: dict[str, Any]) -> str:
    """``when the truce is running: accept what is worth at least 85``."""
    if not rule:
        return w.UNKNOWN_RULE
    verb, _, argument = str(rule["do"]).partition(" ")
    name = model.book.word({"lever": "levers", "reject": "reasons"}.get(verb, ""), argument) if argument else ""
    does = w.DOES[verb].format(name=name)
    if "at_least" in rule:
        does += w.AT_LEAST.format(share=_shown(rule["at_least"]))
    if "at_last" in rule:
        does += w.COMES_DOWN.format(share=_shown(rule["at_last"]), days=str(rule["patience"]).partition("@")[0].strip())
    when = w.AND.join(condition_words(model.book, str(line)) for line in rule.get("when", []))
    does = w.WHEN.format(when=when, does=does) if when else does
    chance = _number(rule.get("chance", 1.0))
    return does + (w.BY_CHANCE.format(chance=short(100 * chance)) if chance < 1.0 else "")


def _number(written: Any) -> float:
    return float(str(written).partition("@")[0])


def _shown(written: Any) -> str:
    return short(100 * _number(written))


def _worths(told: dict[str, float]) -> dict[str, str]:
    """What a rule weighed, as the gap of its sentence."""
    said = w.LIST.join(_said(told))
    return {"weighed": w.WEIGHED.format(said=said) if said else ""}


def _said(told: dict[str, float]) -> list[str]:
    said = [w.REASONS[name].format(share=100 * told[name]) for name in w.REASONS if name in told]
    return said + [w.YES_OR_NO[name][told[name] >= 1.0] for name in w.YES_OR_NO if name in told]


def _prospects(model: Model, told: dict[str, float]) -> str:
    """What a search expected of what it did, and of the next best; of one of them, if it did what a stance would."""
    stance = _stance(model, told)
    since = w.AS_BEFORE if "ago" in told else w.BY_STANCE
    followed = w.BY_PRACTICE if "practice" in told else since
    sentence = followed if stance else w.EXPECTED
    error, day = told.get("expected.error", 0.0), told.get("searched", 0.0)
    said = [sentence.format(points=told["expected"], error=error, stance=stance, day=day)]
    for name in ("second",) if stance else ("second", "third"):
        if name in told:
            what = _otherwise(model, told, name)
            said.append(w.OTHERWISE.format(points=told[name], error=told.get(f"{name}.error", 0.0), what=what))
    if "owed" in told:
        said.insert(0, w.OWED)
    if not stance:
        said += _terms(model, told)
    if "after" in told:
        said.append(w.AFTER)
    return w.LIST.join(said)


def _terms(model: Model, told: dict[str, float]) -> list[str]:
    """The components that spoke most for an action and against it."""
    weighed = {name.removeprefix(TERM): value for name, value in told.items() if name.startswith(TERM)}
    said = []
    for sentence, side in ((w.MOST, 1.0), (w.AGAINST, -1.0)):
        terms = [
            w.TERM.format(points=value, component=model.book.word("components", name))
            for name, value in weighed.items()
            if side * value >= LEAST_TERM
        ]
        if terms:
            said.append(sentence.format(terms=w.AND.join(terms)))
    return said


def _stance(model: Model, told: dict[str, float]) -> str:
    """The name of the stance that was followed, if one was."""
    known, number = own_stances(model.tables), told.get("stance", -1.0)
    return opponent_name(model.book, known[int(number)]) if 0 <= number < len(known) else ""


def _otherwise(model: Model, told: dict[str, float], name: str) -> str:
    """What else might have been done. Of a package only what sets it apart from the one named before it, if little."""
    kind, a = int(told[f"{name}.kind"]), int(told[f"{name}.a"])
    if kind != act.PROPOSE:
        return _action(model, kind, a)
    sentence, before = w.ITS_PROPOSAL, told.get("proposed")
    if before is None and name == "third" and told["second.kind"] == act.PROPOSE:
        sentence, before = w.OTHER_PROPOSAL, told["second.a"]
    if before is None or before == a:
        return _action(model, kind, a)
    one, other = package_of(model, a), package_of(model, int(before))
    apart = [x if x != y else -1 for x, y in zip(one, other, strict=True)]
    if sum(option >= 0 for option in apart) > MOST_APART:
        return _action(model, kind, a)
    return sentence.format(points=package_words(model.book, apart))


def _action(model: Model, kind: int, a: int) -> str:
    if kind == act.PULL:
        return w.A_LEVER.format(lever=lever_name(model.book, a))
    if kind == act.PROPOSE:
        return w.A_PROPOSAL.format(package=package_words(model.book, package_of(model, a)))
    if kind == act.RENEW:
        return w.RENEWING if a else w.OBJECTING
    return w.ACTIONS.get(kind, act.KIND_NAMES[kind] if 0 <= kind < act.N_KINDS else w.ITS_STANCE)
