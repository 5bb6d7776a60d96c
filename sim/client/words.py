"""Everything the game itself says, in one place, so that a catalogue can translate it; scenarios bring the rest.

Constants are whole sentences with named gaps, never pieces to be glued together.
"""

from sim.language.sentences import Plural, translatable
from sim.rules import actions as act
from sim.rules import layout as at

# ------------------------------------------------------------------------------ names that the rules give by themselves
REGISTERS = {
    "day": "Day",
    "truce": "Truce running",
    "status": "The agreement",
    "stage": "Stage number",
    "age": "Nights of this truce",
    "left": "Days left of the term",
    "promised": "Days of the term",
    "renewals": "Renewals so far",
    "signed": "Agreements signed",
    "since_end": "Days since the last agreement",
    "talks": "Talks going on",
    "fresh": "freshness",
    "ending": "Ending",
}
SEAT_REGISTERS = {
    "capital": "political capital",
    "resolve": "resolve",
    "offers": "offers made",
    "refusals": "offers refused",
    "two_faced": "a public face that differs from the offer",
    "climbdown": "size of the climb-down",
    "type": "what it truly wants",
}
RESOLVE_ABOUT = "How much this capital would bear in private. It belongs to what it truly wants and does not change."
CAPITAL_ABOUT = (
    "What you can still spend at home, on levers and on signing. Every night brings {per_day:g}, up to {most:g}; "
    "signing costs {signing:g}."
)
REGISTER_ABOUT = "Counted by the rules themselves."
STATUSES = {
    "none": "none signed yet",
    "in_force": "in force",
    "suspended": "suspended",
    "expired": "run out",
    "collapsed": "collapsed",
    "denounced": "denounced",
}
WHOSE = {"self": "own side", "other": "other side"}
RUNS = {
    "clause": "{name} in force",
    "happened": "{name} that night",
    "event": "{name} in the past",
    "score": "{name} in the score",
}
IF, TO, TIMES_SIGN = "if", "to", "x"
GRAMMAR = {"max": "max", "if": "if", "in": "in"}
OF_SEAT = "{seat}: {what}"
DUTIES_BY_NAME = {"duty": "{clause}, owed by {seat}", "reading": "{clause}, as {seat} reads it"}
AGREED_ISSUE = "{issue} as agreed"
OFFERED_ISSUE = "{issue} in the offer of {seat}"
NO_STAGE, ANY_STAGE = "no agreement runs", "an agreement runs"
THIS_STAGE, STAGE_FROM = "the stage {stage} runs", "the stage {stage} or a later one runs"
SIGNS = {
    "=": "{name} is {bound}",
    "<=": "{name} at most {bound}",
    ">=": "{name} at least {bound}",
    "<": "{name} below {bound}",
    ">": "{name} above {bound}",
    "in": "{name} in {bound}",
}
YES_OR_NO = {("=", "1"): "{name}: yes", (">=", "1"): "{name}: yes", ("=", "0"): "{name}: no", ("<", "1"): "{name}: no"}
EQUALS = "{name} to be {low} (it is {now})"
AT_LEAST, AT_MOST = "{name} of at least {low} (it is {now})", "{name} of at most {high} (it is {now})"
UNDER, OVER = "{name} under {high} (it is {now})", "{name} over {low} (it is {now})"
BETWEEN = "{name} from {low} to {high} (it is {now})"
BRIEFLY = {
    "EQUALS": "{name}: {low}",
    "AT_LEAST": "{name} \u2265 {low}, now {now}",
    "AT_MOST": "{name} \u2264 {high}, now {now}",
    "UNDER": "{name} < {high}, now {now}",
    "OVER": "{name} > {low}, now {now}",
    "BETWEEN": "{name} {low} \u2013 {high}, now {now}",
}
DAYS = Plural("{n:g} day", "{n:g} days")
YES, NO, CHANGED = "yes", "no", "changed"
AND = " and "
BEYOND_HUNDRED = "{name} is told of 100, as {unit}: {value} is more than all of that, and {most} is the most."
ESTIMATE = "{value} ± {sd}"
DATE, SHORT_DATE = "{weekday} {day} {month} {year}", "{day} {month}"
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
SHORT_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

# ----------------------------------------------------------------------------------------------------------- legality
CANNOT_BE_SIGNED = "Nothing can be signed today: it needs {conditions}. {about}."
NOT_SIGNED_FOR = Plural(
    "nothing can be signed for {n} day; from day {day}, {date}, it can",
    "nothing can be signed for {n} days; from day {day}, {date}, it can",
)
NOT_AMENDED_FOR = Plural(
    "no other terms can be signed for {n} day; from day {day}, {date}, they can",
    "no other terms can be signed for {n} days; from day {day}, {date}, they can",
)
COLLAPSE_TONIGHT = "If it collapsed tonight, nothing could be signed for {shut}, until day {day}."
COLLAPSE_SHUTS = "After a collapse nothing can be signed for {shut}."
COLLAPSE_SHUTS_LONGER = (
    "After a collapse nothing can be signed for some time, the longer the more of the term was left: {shut} with "
    "{short} left, {most} with {left}."
)
NEVER_SIGNED_AGAIN = "nothing can be signed before the game ends"
WITH_ABOUT = "{said}. {about}"
ILLEGAL = {
    act.GAME_OVER: "the game is over",
    act.TABLE_TAKEN: "one act at the table a day, and it is taken",
    act.TALKS_OVER: "the talks have ended",
    act.NO_PACKAGE: "there is no such package",
    act.NO_FACE: "there is no option beyond the one you offer, so it cannot be shown as if there were",
    act.NO_OFFER: "no offer of theirs is on the table",
    act.NO_CAPITAL: "it costs {cost} of political capital and you have {capital}",
    act.CONDITIONS_FAIL: "it needs {conditions}",
    act.NOT_IN_FORCE: "no agreement is in force",
    act.LEVERS_SPENT: "you have pulled all the levers that a day allows",
    act.NOT_YOURS: "that lever is not yours",
    act.PULLED_TODAY: "it is pulled already today",
    act.NO_REASON: "there is no such reason",
    act.NO_KIND: "there is no such act",
    act.NOTHING_TO_WITHDRAW: "no offer of yours is on the table",
}
BRIEF_NEEDS = "needs {condition}"
CANNOT = "You cannot {what}: {why}."
ACTS = {
    act.PROPOSE: "propose that",
    act.ACCEPT: "accept",
    act.REJECT: "reject",
    act.WITHDRAW: "withdraw",
    act.RENEW: "speak about renewal",
    act.DENOUNCE: "denounce the agreement",
    act.END_TALKS: "end the talks",
    act.HOLD: "hold",
    act.PULL: "pull that lever",
    act.END_TURN: "end the turn",
}

# --------------------------------------------------------------------------------------------------------------- plan
PLANNED = {
    act.PROPOSE: "You will propose, {face}: {package}.",
    act.ACCEPT: "You will accept their offer o{offer}: {package}.",
    act.REJECT: "You will reject their offer o{offer}: {reason}.",
    act.WITHDRAW: "You will withdraw your offer.",
    act.DENOUNCE: "You will denounce the agreement.",
    act.END_TALKS: "You will end the talks for good.",
    act.HOLD: "You will say nothing at the table.",
    act.PULL: "You will pull the lever {lever}.",
}
LEVER_AND_COST = "{lever}, for {cost} of political capital"
WILL_AGREE, WILL_OBJECT = "You will agree to a renewal.", "You will object to a renewal."
UNDONE = "Taken back: \u201c{what}\u201d"
NOTHING_TO_UNDO = "There is nothing to take back: what was committed stays."
INSTEAD = "That takes the place of what you had planned at the table."
DROPPED = "The rest of your plan was dropped. {why}"
ASKED = {
    act.DENOUNCE: (
        "Denouncing the agreement ends it, and this cannot be undone once the day is committed. Do you mean it?"
    ),
    act.END_TALKS: (
        "Ending the talks is for good: no offer can be made or accepted for the rest of the game. Do you mean it?"
    ),
}
NOT_MEANT = "Then that is left undone."

# -------------------------------------------------------------------------------------------------------------- faces
PRIVATELY, PUBLICLY = "in private", "in public"
SHOWN_OTHERWISE = "in public, where it is shown as {option} on {issue}"
LEVER_FACES = {
    at.PUBLIC_LEVER: "public",
    at.PRIVATE_LEVER: "private",
    at.COVERT_LEVER: "covert",
    at.DENIABLE_LEVER: "deniable",
}
LEVER_SEEN_BY = {
    at.PUBLIC_LEVER: "Public: everybody sees it.",
    at.PRIVATE_LEVER: "Private: the two capitals know of it, the public does not.",
    at.COVERT_LEVER: "Covert: only your own side knows of it.",
    at.DENIABLE_LEVER: "Deniable: the other capital finds out with a chance of {chance:.0f} in 100.",
}

# ------------------------------------------------------------------------------------------------------------- events
TOLD = {
    "proposed": "{seat} offered, {face}: {package}.",
    "withdrawn": "{seat} withdrew its offer.",
    "refused": "{seat} refused the offer: {reason}.",
    "accepted": "{seat} accepted the offer.",
    "unratified": "The deal found no majority at home in {seat}, and the offer fell.",
    "signed": "The agreement was signed.",
    "amended": "The running agreement was amended: {package}.",
    "backed_down": "{seat} backed down from its public word, by {points:.0f} of 100.",
    "pulled": "{seat}: {lever}. {about}",
    "agreed": "{seat} said that it would renew.",
    "objected": "{seat} objected to a renewal.",
    "denounced": "{seat} denounced the agreement with {left} left.",
    "talks_ended": "{seat} ended the talks.",
    "offer_lapsed": "The offer of {seat} lapsed unanswered.",
    "entered": "A stage began: {stage}, for {days}.",
    "entered_lull": "A stage began: {stage}, for {days}. It is no truce yet.",
    "renewed": "The agreement was renewed for {days} ({renewal}).",
    "expired": "The agreement ran out; nights of truce: {nights:g}.",
    "collapsed": "The agreement collapsed; nights of truce: {nights:g}.",
    "suspended": "The agreement was suspended with {days} left.",
    "resumed": "The agreement was taken up again, with {days} left.",
    "duty_kept": "{seat} kept: {clause}.",
    "duty_breached": "{seat} breached: {clause}.",
    "duty_contested": "Contested: {duty}. One capital says that it is broken, the other that it is not.",
    "duty_cured": "Made good: {duty}.",
    "drew": "{draw}: {outcome}.",
    "ended": "The game ended: {ending}.",
}
ASIDE = "({about}.)"
TRACED = " It was traced to {seat}."
ENTERED_NEXT = "That same night its next stage began: {stage}, for {days}."
PULLED_AGAIN = "{seat} again: {lever}."
OFFERED_AGAIN = "{seat} offered the same again, {face} (o{id}); you have its terms."
NEWS_WITHOUT_WORDS = "{name}."

# -------------------------------------------------------------------------------------------- what calls for a decision
CALL_TERM_BOTH = "The term ends tonight. It is renewed only if both agree{needs}; you have said nothing."
CALL_TERM_UNLESS = "The term ends tonight. It is renewed unless somebody objects{needs}."
CALL_DUTY = "Tonight it is judged whether you kept “{duty}”, and as things stand you have not."
CALL_CAN_SIGN = "An agreement could be signed again."
CALL_CLOCK = "{name}: {value}."
CALL_CAPITAL = "Your political capital is as high as it goes ({most}); what comes in now is lost."
CALL_OVER = "The game is over."

# ---------------------------------------------------------------------------------------------------- the table, duties
STATUS = {
    at.NO_AGREEMENT: "No agreement has been signed.",
    at.IN_FORCE: "An agreement is in force.",
    at.SUSPENDED: "An agreement is suspended.",
    at.EXPIRED: "No agreement is in force. The last one ran out.",
    at.COLLAPSED: "No agreement is in force. The last one collapsed.",
    at.DENOUNCED: "No agreement is in force. The last one was denounced.",
}
STANDING = {
    at.NOT_OWED: "not owed",
    at.OWED: "owed, not yet judged",
    at.KEPT: "kept",
    at.BREACHED: "breached",
    at.CONTESTED: "contested",
}
CONSENTS = {at.UNSAID: "silent", at.AGREES: "agrees", at.OBJECTS: "objects"}
VISIBLE_EXACTLY, ESTIMATED, HIDDEN = "exact", "estimate", "hidden"

# ---------------------------------------------------------------------------------------------------- how things stand
SINCE_END, ENDED_TODAY = "That was {days} ago.", "That was today."
ITS_TERMS_WERE = "It said: {package}."
STAGE_RUNS = "Stage: {stage}, night {night:g} of {of:g}, {left} left."
DUTIES = {
    at.BREACHED: "Breached: {duties}.",
    at.OWED: "Owed, not yet judged: {duties}.",
    at.KEPT: "Kept so far: {duties}.",
    at.CONTESTED: "Contested: {duties}.",
}
DUTIES_AS_BEFORE, COUNTED_SO = "Obligations as before: {counts}. `agreement` lists them.", "{n} {standing}"
DUTIES_BY_YOU = "Judged so far by your own reading alone: {duties}."
DUTY_BY_YOU = "{duty} ({own})"
JUDGED_FROM = "judged from night {night:g} on, that of day {day}"
DUE_WELL = "You owe {clause}, judged on the night of day {day}; as things stand you keep it."
DUE_NEEDS = "You owe {clause}, judged on the night of day {day}: it needs {needs}."
DUE_MISSED = "At the pace of the last days it is missed: by then {paces}."
WOULD_BE = "{name} would be {value}"
READ_SO = "as you read it, {reading}: {judged}"
AS_YOU_READ_IT = "{standing} (as you read it, {own})"
JUDGED_BY_YOU = "{own} by your own reading; not yet due by theirs"
TERMS_OF_IT = "Its terms: {package}."
CONTESTED_DUTIES = "Whether this was kept is contested: {duties}."
STAGE_OPENS = "The stage {stage} comes as soon as it can: it needs {conditions}."
NO_TRUCE_YET = "There is no truce yet, and the fighting goes on."
LULL_ENDS = "If the truce has not come in {days}, the agreement ends without one."
ENDS_UNLESS = "If that stage has not begun when the term ends, the agreement ends with it: no renewal is left in it."
NO_RENEWAL = "It ends with its term: no renewal is left in it."
BROUGHT_BY = "What brought it about: {what}."
TRUCE_NEVER_CAME = "Its term was over before its truce had come, which needed {conditions}."
NO_RENEWAL_IN_IT = "Its term was over, and no renewal had been agreed for it."
RENEWED_ENOUGH = Plural(
    "Its term was over; it had been renewed {n} time, and its terms allow no more.",
    "Its term was over; it had been renewed {n} times, and its terms allow no more.",
)
OBJECTED_TO_IT = "Its term was over; against a renewal: {seats}."
NOBODY_AGREED = "Its term was over, both had to agree to another, and neither said so."
DID_NOT_AGREE = "Its term was over, both had to agree to another, and {seat} did not say so."
RENEWAL_ASKED_FOR = "Its term was over, and another asks for {conditions}."
CAME_TO_NOTHING = "Its term was over, and its renewal came to nothing ({hazard})."
NOTHING_SIGNED_THEN = "Nothing could be signed on those days."
COULD_NOT_PAY = "{seat} could not have paid for a signature, which costs {cost} of political capital."
BOTH_OFFERED_IT = (
    "{seat} had offered the same (o{id}), and neither side accepted. Only that signs, and whoever accepts must have "
    "{cost} of political capital."
)
RENEWAL_BOTH = "{renewal}: only if both agree (you: {own}; {rival}: {other}){needs}."
RENEWAL_UNLESS = "{renewal}: unless somebody objects (you: {own}; {rival}: {other}){needs}."
RENEWAL_NEEDS = ", and only if then {conditions}"
RENEWAL_RISK = " Even then, by your estimates, {chance:.0f} in 100 such renewals come to nothing."
AGREEMENT, CLAUSES, OBLIGATIONS, REFUSALS = "The agreement", "Clauses in force", "Obligations", "Offers refused"
PAST_AGREEMENT = "It was signed on {signed} and ended on {ended}, before this game began."
OWN_OFFER = "Your offer o{id} of day {made}, {face}, is not answered yet; it lapses on the night of day {day}{terms}."
THEIR_OFFER = "Offer o{id} by {seat}, {face}, stands to the night of day {day} at the latest{terms}."
NOT_TODAY = "{offer} It cannot be accepted today: {why}."
SAME_AS_THEIRS = "It is what {seat} offers (o{id}): to accept that would sign it, while two like offers sign nothing."
ITS_TERMS = ": {package}"
HAS_REFUSED = Plural(
    "{seat} has refused one offer: {package}.", "{seat} has refused {n} offers, the last of them: {package}."
)
REASON_GIVEN = " Reason given: {reason}."
BEFORE_THE_GAME = " That was before this game."
DENIED_BY_ITSELF = " That was before this game, and {seat} denies having refused it."
DENIED_BY_OTHER = " That was before this game, and {seat} denies that it was refused."
AT_HOME = "At home: {votes}. In favour {weight:.0f} of 100, needed {quota:.0f}: it would {verdict}."
VOTE_FOR, VOTE_AGAINST = "{faction} for", "{faction} against (short by {short:.0f} of 100)"
CARRIED, NOT_CARRIED = "be ratified", "fail"
WORTH = "Worth on paper, of 100: {own:.0f} to you. To {rival}: {kinds}."
WORTH_IF = "{worth:.0f} if “{type}”"
ADDED = "+{range}"

# ------------------------------------------------------------------------------------------------- what you believe
KIND_AND_CHANCE = "{kind} {chance}"
BELIEVE_TYPES = "What {rival} truly wants, by your belief, of 100: {kinds}."
BELIEVE_EVENT = {
    "accepts": "You give it {chance} in 100 that {rival} accepts your offer.",
    "holds": "You give it {chance} in 100 that the agreement lasts out its present term.",
    "prepares": "You give it {chance} in 100 that the agreement lasts out the stage that only prepares its truce.",
}
ASK_EVENT = {
    "accepts": "that {rival} accepts your offer before it lapses or is replaced",
    "holds": "that the agreement lasts out its present term, without collapse or denunciation",
    "prepares": (
        "that the agreement lasts out its present stage, which only prepares the truce, without collapse or "
        "denunciation; that a truce comes of it is not asked"
    ),
}
NOTHING_TO_FORECAST = {
    "offer": "No offer of yours stands or is planned, so there is nothing for them to accept.",
    "agreement": "No agreement is in force or about to be signed, so there is nothing that could hold.",
}
BELIEF_KEPT = "It is put on record with this turn, for you alone. The debrief holds it against the truth."
BELIEFS_DROPPED = "What you stated today is taken back. What was committed stays."
NO_BELIEF_TODAY = "You have stated no belief today."

# --------------------------------------------------------------------------------------------------- who can be played
AGENT_NAMES = {
    "random": "Chance", "hold": "Silence", "boulware": "Boulware", "linear": "Linear", "conceder": "Conceder",
    "tit-for-tat": "Tit for tat", "micro": "Micro", "hardliner": "Hardliner", "dove": "Dove",
}  # fmt: skip
SEARCHER = "Search {n}"
LOOKS_AHEAD = Plural(
    "Believes, and plays on {n:,} time in its head before it acts.",
    "Believes, and plays on {n:,} times in its head before it acts.",
)
INSTALLED = "An agent that was installed beside the game."

# ------------------------------------------------------------------------------------------------------------ settings
TEXTS_IN_ENGLISH = "The texts of this scenario are in English so far; what the game itself says is not."
BAD_SETTINGS = "The settings in {path} cannot be used ({why}); the usual ones hold until you change them."
NOT_SETTINGS = "they are not what this game writes"

# ------------------------------------------------------------------------------------------------- games that are kept
NO_COURSE = "{scenario} has no lessons"
NOBODYS_SEAT = "nobody's seat in that record is free to be played on: both were played by agents"
NO_NAME_OF_SAVE = "`{name}` cannot be the name of a save: use up to 40 letters, figures, spaces, dots and dashes"
NO_SAVE = "there is no save `{name}`; saves with a name: {known}"
NO_SAVES_KNOWN = "none"
NO_SEAT = "no seat `{seat}`; the seats are {seats}"
EXACT_LATER = "exact terms are for the debrief: they tell what is hidden"
NOT_REPLAYED = "this record does not replay: {where}"

translatable(__name__)
