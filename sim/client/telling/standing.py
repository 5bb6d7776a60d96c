"""How things stand, in sentences: the agreement in force, the offers on the table, what was refused, the home front."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from sim.client import words as w
from sim.client.figures import days, range_words
from sim.client.model import Model
from sim.client.naming import (
    condition_of,
    duty_name,
    faction_name,
    package_words,
    seat_name,
)
from sim.client.page import Row
from sim.client.telling.calls import next_renewal, own_standing, renewal_needs
from sim.client.weighing.clocks import collapse_says
from sim.client.weighing.judging import Vote, carried, quota, short_by, votes, worth_to_rival, worth_to_self
from sim.client.weighing.planning import face_words, forbidden, signing_barred
from sim.client.weighing.reading import clauses_in, conditions_of, is_truce
from sim.record.notation import Action
from sim.rules import actions as act
from sim.rules import layout as at
from sim.rules.arithmetic import logistic
from sim.rules.clauses import needs_met
from sim.rules.hazards import logit

CHANGES_TERMS = ("signed", "amended", "entered", "resumed")
"""Events after which the terms of an agreement are told anew."""


class Standing(NamedTuple):
    """An obligation of the running agreement: whose it is, in words, how it stands, and how as one reads it oneself."""

    duty: int
    name: str
    standing: int
    own: int

    @property
    def says(self) -> str:
        """``contested (as you read it, kept)``."""
        said, own = w.STANDING[self.standing], w.STANDING[self.own]
        if self.by_you_alone:
            return w.JUDGED_BY_YOU.format(own=own)
        return said if self.own == self.standing else w.AS_YOU_READ_IT.format(standing=said, own=own)

    @property
    def by_you_alone(self) -> bool:
        """Whether one's own reading has judged what by the other side's reading is not due yet."""
        return self.standing == at.OWED and self.own != at.OWED


def standings(model: Model) -> list[Standing]:
    """Obligations that are owed, judged or contested."""
    first = model.tables.ints[at.FIRST_DUTY]
    runs = model.values[at.STATUS] in (at.IN_FORCE, at.SUSPENDED)
    found = []
    for duty in range(len(model.names.duties)):
        value = int(model.values[first + duty])
        if value != at.NOT_OWED and (
            _in_force(model, duty) if runs else value == at.CONTESTED and _was_owed(model, duty)
        ):
            own = own_standing(model, duty) if runs else value
            found.append(Standing(duty, duty_name(model.book, duty), value, own))
    return found


def duty_changes(model: Model) -> list[str]:
    """The obligations that stand otherwise than at the turn before, or in a line that none does."""
    now = duty_says(model)
    before = duty_says(replace(model, looks=model.looks[:-1])) if len(model.looks) > 1 else []
    changed = [sentence for sentence in now if sentence not in before]
    if changed or not now:
        return changed
    counts = Counter(each.own if each.by_you_alone else each.standing for each in standings(model))
    said = (w.COUNTED_SO.format(n=counts[how], standing=w.STANDING[how]) for how in w.DUTIES if counts[how])
    return [w.DUTIES_AS_BEFORE.format(counts="; ".join(said))]


def duty_says(model: Model) -> list[str]:
    """The obligations of the running agreement, by how they stand."""
    if model.values[at.STATUS] != at.IN_FORCE:
        return []
    by_standing: dict[int, list[str]] = {}
    by_you: list[str] = []
    for each in standings(model):
        if each.by_you_alone:
            by_you.append(w.DUTY_BY_YOU.format(duty=each.name, own=w.STANDING[each.own]))
            continue
        as_read = each.own not in (each.standing, at.OWED)
        said = w.AS_YOU_READ_IT.format(standing=each.name, own=w.STANDING[each.own]) if as_read else each.name
        by_standing.setdefault(each.standing, []).append(said)
    order = (at.BREACHED, at.OWED, at.KEPT, at.CONTESTED)
    said_by_you = [w.DUTIES_BY_YOU.format(duties="; ".join(by_you))] if by_you else []
    return [
        *(w.DUTIES[how].format(duties="; ".join(by_standing[how])) for how in order if how in by_standing), *said_by_you
    ]  # fmt: skip


def _in_force(model: Model, duty: int) -> bool:
    clause = model.names.duties[duty].partition(".")[0]
    return model.values[model.tables.ints[at.FIRST_CLAUSE] + model.names.clauses.index(clause)] > 0


def _was_owed(model: Model, duty: int) -> bool:
    """Whether an obligation was one of the agreement signed last: a stage began in which its terms have the clause."""
    kinds = [event.kind for _, event in model.log]
    if "signed" not in kinds:
        return True  # that agreement was before the game
    since = model.log[len(kinds) - 1 - kinds[::-1].index("signed") :]
    begun = {int(event.row[1]) for _, event in since if event.kind == "entered"}
    clause = model.names.clauses.index(model.names.duties[duty].partition(".")[0])
    return any(clause in clauses_in(model, list(model.values), stage) for stage in begun)


def agreement_says(model: Model, *, briefly: bool = False) -> list[str]:
    """The agreement in force, or what became of the last one, as sentences."""
    status = int(model.values[at.STATUS])
    if status not in (at.IN_FORCE, at.SUSPENDED):
        if status == at.NO_AGREEMENT:
            return [w.STATUS[status]]
        ago = model.values[at.SINCE_END]
        said = f"{w.STATUS[status]} {w.SINCE_END.format(days=days(ago)) if ago else w.ENDED_TODAY}"
        barred = signing_barred(model)
        if briefly:
            return [said, barred] if barred else [said]
        return [
            said,
            *([barred] if barred else []),
            w.ITS_TERMS_WERE.format(package=package_words(model.book, model.agreed)),
            *_contested(model),
        ]
    stage = model.names.stages[int(model.values[at.STAGE]) - 1]
    about = w.STAGE_RUNS.format(
        stage=model.book.word("stages", stage),
        night=model.values[at.STAGE_DAY] + 1,
        of=model.values[at.STAGE_DAY] + model.values[at.LEFT],
        left=days(model.values[at.LEFT]),
    )
    terms = w.TERMS_OF_IT.format(package=package_words(model.book, model.agreed))
    known = briefly and not any(event.kind in CHANGES_TERMS for _, event in model.look.events)
    barred = signing_barred(model)
    return [
        f"{w.STATUS[status]} {about}",
        *([] if known else [terms]),
        *_what_follows(model),
        *([] if known else filter(None, [collapse_says(model, model.agreed)])),
        *([barred] if barred else []),
    ]


def _what_follows(model: Model) -> list[str]:
    """Later stages with what opens them, and how the term may be renewed."""
    ints = model.tables.ints
    said = []
    for number in range(int(model.values[at.STAGE]), len(model.names.stages)):
        row = ints[at.STAGES] + number * at.STAGE_WIDTH
        fits = needs_met(ints, list(model.values), ints[row + at.STAGE_NEED], ints[row + at.STAGE_NEEDS])
        name = model.names.stages[number]
        if ints[row + at.STAGE_OPENS] and fits:
            when = w.AND.join(condition_of(model.book, i, model.values) for i in conditions_of(model, number))
            said.append(w.STAGE_OPENS.format(stage=model.book.word("stages", name), conditions=when))
            break
    renewals = _renewal_says(model)
    if said and not renewals and not is_truce(model, int(model.values[at.STAGE]) - 1):
        return [w.NO_TRUCE_YET, *said, w.LULL_ENDS.format(days=days(model.values[at.LEFT]))]
    return [*said, *(renewals or [w.ENDS_UNLESS if said else w.NO_RENEWAL])]


def _contested(model: Model) -> list[str]:
    names = [each.name for each in standings(model) if each.standing == at.CONTESTED]
    return [w.CONTESTED_DUTIES.format(duties="; ".join(names))] if names else []


def _renewal_says(model: Model) -> list[str]:
    """How the term may be renewed and who has said what."""
    renewal = next_renewal(model)
    if renewal < 0:
        return []
    name = model.names.renewals[renewal]
    rule = model.tables.ints[model.tables.ints[at.RENEWALS] + renewal * at.RENEWAL_WIDTH + at.RENEWAL_CONSENT]
    said = w.RENEWAL_BOTH if rule == at.BOTH_AGREE else w.RENEWAL_UNLESS
    own, other = (w.CONSENTS[int(model.own(at.CONSENT, seat))] for seat in (model.seat, 1 - model.seat))
    rival = seat_name(model.book, 1 - model.seat)
    wanted = renewal_needs(model, renewal)
    text = said.format(renewal=model.book.word("renewals", name), own=own, rival=rival, other=other, needs=wanted)
    return [text + _lapse_says(model, renewal)]


def _lapse_says(model: Model, renewal: int) -> str:
    """The risk that a renewal which is due comes to nothing."""
    ints = model.tables.ints
    risk = ints[ints[at.RENEWALS] + renewal * at.RENEWAL_WIDTH + at.RENEWAL_RISK]
    if risk < 0:
        return ""
    return w.RENEWAL_RISK.format(chance=100 * logistic(logit(ints, model.tables.reals, list(model.values), risk)))


def offer_says(model: Model, seat: int, *, briefly: bool = False) -> str:
    """A seat's standing offer as a sentence, ``briefly`` without its terms; nothing if there is none."""
    offer = int(model.own(at.OFFER_ID, seat))
    if not offer:
        return ""
    options = model.package(at.OFFER_PACKAGE, seat)
    face = face_words(model, int(model.own(at.OFFER_FACE, seat)), options)
    made = int(model.own(at.OFFER_DAY, seat))
    last = made + model.tables.ints[at.OFFER_LASTS] - 1
    said = w.OWN_OFFER if seat == model.seat else w.THEIR_OFFER
    terms = "" if briefly else w.ITS_TERMS.format(package=package_words(model.book, options))
    text = said.format(seat=seat_name(model.book, seat), id=offer, face=face, made=made, day=last, terms=terms)
    if seat == model.seat:
        return f"{text} {same_as_theirs(model, options)}".rstrip()
    why = _why_not_accept(model)
    return w.NOT_TODAY.format(offer=text, why=why) if why else text


def same_as_theirs(model: Model, options: Sequence[int]) -> str:
    """That a package is what the other side offers, so that accepting would sign it; nothing if it would not."""
    if tuple(options) != model.package(at.OFFER_PACKAGE, 1 - model.seat) or _why_not_accept(model):
        return ""
    rival = seat_name(model.book, 1 - model.seat)
    return w.SAME_AS_THEIRS.format(seat=rival, id=int(model.own(at.OFFER_ID, 1 - model.seat)))


def _why_not_accept(model: Model) -> str:
    """Why the other side's offer cannot be accepted today, whatever is planned; nothing if it can."""
    offer = int(model.own(at.OFFER_ID, 1 - model.seat))
    return "; ".join(forbidden(replace(model, plan=()), Action(act.ACCEPT, offer)))


def refusal_says(model: Model) -> list[str]:
    """Who has refused how many offers, the last of them, and the reason given."""
    said = []
    for seat in (model.seat, 1 - model.seat):
        times = int(model.own(at.REFUSALS, seat))
        if not times:
            continue
        package = package_words(model.book, model.package(at.REFUSED_PACKAGE, seat))
        reason = int(model.own(at.LAST_REASON, seat))
        why = (
            w.REASON_GIVEN.format(reason=model.book.word("reasons", model.names.reasons[reason - 1])) if reason else ""
        )
        said.append(
            w.HAS_REFUSED.format(n=times, seat=seat_name(model.book, seat), package=package)
            + why
            + _before_the_game(model, seat, times)
        )
    return said


def _before_the_game(model: Model, seat: int, times: int) -> str:
    """That the last refusal belongs to the history, while it does, and who denies it."""
    own = model.names.seats[seat]
    past = [each for each in model.book.outline.get("history", {}).get("refusals", []) if each["by"] == own]
    if len(past) != times:
        return ""
    denier = past[-1].get("disputed_by")
    if not denier:
        return w.BEFORE_THE_GAME
    said = w.DENIED_BY_ITSELF if denier == own else w.DENIED_BY_OTHER
    return said.format(seat=model.book.word("seats", denier))


def home_says(model: Model, options: tuple[int, ...]) -> str:
    """How the factions at home would vote on a package."""
    ballot = votes(model, options)
    if not ballot:
        return ""
    said = ", ".join(_vote_words(model, vote) for vote in ballot)
    weight = sum(vote.weight for vote in ballot if vote.in_favour)
    verdict = w.CARRIED if carried(model, ballot) else w.NOT_CARRIED
    return w.AT_HOME.format(votes=said, weight=100 * weight, quota=100 * quota(model), verdict=verdict)


def _vote_words(model: Model, vote: Vote) -> str:
    said = w.VOTE_FOR if vote.in_favour else w.VOTE_AGAINST
    return said.format(faction=faction_name(model.book, vote.faction), short=short_by(vote))


def worth_says(model: Model, options: tuple[int, ...]) -> str:
    """What a package is worth on paper, to oneself and to whatever the rival may want."""
    kinds = ", ".join(
        w.WORTH_IF.format(worth=worth, type=model.book.word("types", kind))
        for kind, _, worth in worth_to_rival(model, options)
    )
    rival = seat_name(model.book, 1 - model.seat)
    return w.WORTH.format(own=worth_to_self(model, options), rival=rival, kinds=kinds)


def cost_rows(model: Model) -> list[Row]:
    """The human cost so far, as ranges, with what was added since the last turn."""
    found = []
    for row in model.names.human_cost:
        slot = model.tables.slot[row.of]
        if model.names.sd[slot][model.seat] != 0.0:
            continue
        value = model.values[slot]
        more = value - model.before[slot] if model.before else 0.0
        added = w.ADDED.format(range=range_words(more * row.low, more * row.high)) if more * row.high >= 1 else ""
        if value:
            label = model.book.word("human_cost", row.id)
            found.append(Row(label, range_words(value * row.low, value * row.high), added))
    return found
