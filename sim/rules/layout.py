"""Where everything stands: the table header, the rows of each table, and the registers of a state.

``ints`` opens with a header of ``HEADER_SIZE`` slots. A slot named after a table (``EFFECTS``) holds the offset of
that table's first row in ``ints``; the slot ``..._REALS`` the offset of its float columns in ``reals``; a slot
``N_...`` a count. A row's columns are named ``EFFECT_TARGET`` and so on; ``EFFECT_WIDTH`` is the length of the row.
"""

# ---------------------------------------------------------------------------------------------------------- header
HEADER = (
    "N_STATE HORIZON OPENER LEVERS_A_TURN OFFER_LASTS "
    "RANGES_REALS "
    "CONDITIONS CONDITIONS_REALS FACTORS FACTORS_REALS TERMS TERMS_REALS N_EFFECTS EFFECTS "
    "BLOCKS DRAW_LISTS N_DRAWS DRAWS OUTCOMES OUTCOMES_REALS N_HAZARDS HAZARDS HAZARDS_REALS FIRST_HAPPENED "
    "N_EVENTS EVENTS FIRST_FIRED PROGRAM N_PROGRAM "
    "N_ISSUES ISSUES OPTIONS_REALS N_OPTIONS VALUES_REALS FIRST_PACKAGE N_REASONS REASONS "
    "NEEDS N_STAGES STAGES STAGES_REALS N_CLAUSES CLAUSES FIRST_CLAUSE N_DUTIES DUTIES FIRST_DUTY "
    "FIRST_OWED READINGS FIRST_READING "
    "N_RENEWALS RENEWALS RENEWALS_REALS SIGNING SIGNING_REALS HOOKS "
    "N_LEVERS LEVERS LEVERS_REALS FIRST_LEVER "
    "SEATS SEATS_REALS PRIORS_REALS TYPES_REALS N_FACTIONS FACTIONS FACTIONS_REALS "
    "N_COMPONENTS COMPONENTS SETTLE N_ENDINGS ENDINGS "
    "N_STARTS STARTS STARTS_REALS VIEWS VIEWS_REALS NORMAL_REALS "
    "DOCTRINES RULES RULES_REALS FIXED FIXED_REALS BARRED N_DOCTRINES"
).split()
(
    N_STATE, HORIZON, OPENER, LEVERS_A_TURN, OFFER_LASTS,
    RANGES_REALS,
    CONDITIONS, CONDITIONS_REALS, FACTORS, FACTORS_REALS, TERMS, TERMS_REALS, N_EFFECTS, EFFECTS,
    BLOCKS, DRAW_LISTS, N_DRAWS, DRAWS, OUTCOMES, OUTCOMES_REALS, N_HAZARDS, HAZARDS, HAZARDS_REALS, FIRST_HAPPENED,
    N_EVENTS, EVENTS, FIRST_FIRED, PROGRAM, N_PROGRAM,
    N_ISSUES, ISSUES, OPTIONS_REALS, N_OPTIONS, VALUES_REALS, FIRST_PACKAGE, N_REASONS, REASONS,
    NEEDS, N_STAGES, STAGES, STAGES_REALS, N_CLAUSES, CLAUSES, FIRST_CLAUSE, N_DUTIES, DUTIES, FIRST_DUTY,
    FIRST_OWED, READINGS, FIRST_READING,
    N_RENEWALS, RENEWALS, RENEWALS_REALS, SIGNING, SIGNING_REALS, HOOKS,
    N_LEVERS, LEVERS, LEVERS_REALS, FIRST_LEVER,
    SEATS, SEATS_REALS, PRIORS_REALS, TYPES_REALS, N_FACTIONS, FACTIONS, FACTIONS_REALS,
    N_COMPONENTS, COMPONENTS, SETTLE, N_ENDINGS, ENDINGS,
    N_STARTS, STARTS, STARTS_REALS, VIEWS, VIEWS_REALS, NORMAL_REALS,
    DOCTRINES, RULES, RULES_REALS, FIXED, FIXED_REALS, BARRED, N_DOCTRINES,
) = range(len(HEADER))  # fmt: skip
HEADER_SIZE = len(HEADER)

# ------------------------------------------------------------------------------------------------------------ rows
# A condition: lowest <= state[var] <= highest.
CONDITION_VAR, CONDITION_WIDTH = 0, 1
CONDITION_LOW, CONDITION_HIGH, CONDITION_REALS = 0, 1, 2
# A factor: a + b*x, or 1 if a <= x <= b else 0, or max(0, a + b*x).
FACTOR_VAR, FACTOR_KIND, FACTOR_WIDTH = 0, 1, 2
FACTOR_A, FACTOR_B, FACTOR_REALS = 0, 1, 2
AFFINE, INDICATOR, POSITIVE_PART = 0, 1, 2
# A term: a coefficient times factors.
TERM_FACTOR, TERM_FACTORS, TERM_WIDTH = 0, 1, 2
# An effect: target := or += term; a move takes it from source, no more than there is or than fits.
EFFECT_TARGET, EFFECT_KIND, EFFECT_SOURCE, EFFECT_TERM, EFFECT_WIDTH = 0, 1, 2, 3, 4
SET, ADD, MOVE = 0, 1, 2
# A block: conditions, then effects, then draws, then a change of the agreement's status.
(
    BLOCK_CONDITION, BLOCK_CONDITIONS, BLOCK_EFFECT, BLOCK_EFFECTS, BLOCK_DRAW, BLOCK_DRAWS, BLOCK_AGREEMENT,
    BLOCK_WIDTH,
) = range(8)  # fmt: skip
KEEP, COLLAPSE, EXPIRE, SUSPEND, RESUME = 0, 1, 2, 3, 4
DRAW_CONDITION, DRAW_CONDITIONS, DRAW_OUTCOME, DRAW_OUTCOMES, DRAW_WIDTH = 0, 1, 2, 3, 4
OUTCOME_EFFECT, OUTCOME_EFFECTS, OUTCOME_WIDTH = 0, 1, 2
HAZARD_CONDITION, HAZARD_CONDITIONS, HAZARD_TERM, HAZARD_TERMS, HAZARD_BLOCK, HAZARD_WIDTH = 0, 1, 2, 3, 4, 5
EVENT_BLOCK, EVENT_ONCE, EVENT_WIDTH = 0, 1, 2
PROGRAM_KIND, PROGRAM_ARGUMENT, PROGRAM_WIDTH = 0, 1, 2
RUN_FLOW, RUN_HAZARD, RUN_DRAW, RUN_EVENT, RUN_AGREEMENT = 0, 1, 2, 3, 4
ISSUE_OPTIONS, ISSUE_FIRST, ISSUE_WIDTH = 0, 1, 2
REASON_ISSUE, REASON_DIRECTION, REASON_WIDTH = 0, 1, 2
NEED_ISSUE, NEED_LOW, NEED_HIGH, NEED_WIDTH = 0, 1, 2, 3
STAGE_NEED, STAGE_NEEDS, STAGE_ISSUE, STAGE_TRUCE, STAGE_OPENS, STAGE_CONDITION, STAGE_CONDITIONS, STAGE_WIDTH = range(
    8
)
CLAUSE_NEED, CLAUSE_NEEDS, CLAUSE_STAGES, CLAUSE_BLOCK, CLAUSE_DUTY, CLAUSE_DUTIES, CLAUSE_WIDTH = range(7)
# An obligation: its readings, one unless it is ambiguous; for an ambiguous one its number among them, else -1.
(
    DUTY_SEAT, DUTY_READING, DUTY_READINGS, DUTY_AMBIGUOUS, DUTY_BREACH, DUTY_CONTESTED, DUTY_CURE, DUTY_WIDTH,
) = range(8)  # fmt: skip
READING_DUE, READING_CONDITION, READING_CONDITIONS, READING_WIDTH = range(4)
(
    RENEWAL_STAGE, RENEWAL_NEED, RENEWAL_NEEDS, RENEWAL_CONDITION, RENEWAL_CONDITIONS, RENEWAL_CONSENT, RENEWAL_AT_MOST,
    RENEWAL_RISK, RENEWAL_BLOCK, RENEWAL_WIDTH,
) = range(10)  # fmt: skip
BOTH_AGREE, UNLESS_OBJECTED = 0, 1
SIGNING_CONDITION, SIGNING_CONDITIONS = 0, 1
LEVER_SEAT, LEVER_FACE, LEVER_CONDITION, LEVER_CONDITIONS, LEVER_BLOCK, LEVER_WIDTH = range(6)
LEVER_COST, LEVER_SEEN_CHANCE, LEVER_REALS = 0, 1, 2
PUBLIC_LEVER, PRIVATE_LEVER, COVERT_LEVER, DENIABLE_LEVER = 0, 1, 2, 3
SEAT_TYPE, SEAT_TYPES, SEAT_FACTION, SEAT_FACTIONS, SEAT_PUBLIC_OWNER, SEAT_ROW = range(6)
SEAT_QUOTA, SEAT_PER_DAY, SEAT_REALS = 0, 1, 2
TYPE_RESOLVE, TYPE_WEIGHTS = 0, 1  # then one weight a component
FACTION_OWNER, FACTION_TERM, FACTION_TERMS, FACTION_WIDTH = 0, 1, 2, 3
FACTION_WEIGHT, FACTION_THRESHOLD, FACTION_REALS = 0, 1, 2
ENDING_CONDITION, ENDING_CONDITIONS, ENDING_WIDTH = 0, 1, 2
# A start: n values then n probabilities in STARTS_REALS, from the given offset.
START_VAR, START_VALUES, START_FIRST, START_WIDTH = 0, 1, 2, 3
# Views: for each seat how many slots are hidden, where they start, how many are noisy, where they start.
VIEW_HIDDEN, VIEW_FIRST_HIDDEN, VIEW_NOISY, VIEW_FIRST_NOISY, VIEW_WIDTH = 0, 1, 2, 3, 4
NORMAL_POINTS = 9
# Doctrines: for each (doctrine, seat) how many rules and the first. After the last doctrine come the seats' habits.
DOCTRINE_RULE, DOCTRINE_RULES, DOCTRINE_WIDTH = 0, 1, 2
RULE_CONDITION, RULE_CONDITIONS, RULE_KIND, RULE_A, RULE_B, RULE_WIDTH = range(6)
RULE_CHANCE, RULE_AT_LEAST, RULE_AT_LAST, RULE_PATIENCE, RULE_REALS = range(5)
# For each rule: in FIXED an option for every issue, or -1, and in FIXED_REALS how many times as dear as its worth the
# issue is held; in BARRED for every option whether it is beyond a red line.

# Hooks that a seat's act pulls (one block for each seat), then hooks of the agreement (one block).
HOOK_NAMES = (
    "proposed", "proposed_public", "backed_down", "refused", "unratified", "denounced", "talks_ended",
    "signed", "amended", "opened", "renewed", "expired", "collapsed", "suspended", "ended",
)  # fmt: skip
(
    ON_PROPOSED, ON_PROPOSED_PUBLIC, ON_BACKED_DOWN, ON_REFUSED, ON_UNRATIFIED, ON_DENOUNCED, ON_TALKS_ENDED,
    ON_SIGNED, ON_AMENDED, ON_OPENED, ON_RENEWED, ON_EXPIRED, ON_COLLAPSED, ON_SUSPENDED, ON_ENDED,
) = range(len(HOOK_NAMES))  # fmt: skip
SEAT_HOOKS = ON_SIGNED

# ----------------------------------------------------------------------------------------------------------- state
(
    DAY, TO_MOVE, OPENS_TODAY, TURN, TABLED, PULLED, ENDING, NEXT_OFFER, TALKS,
    STATUS, STAGE, STAGE_DAY, LEFT, PROMISED, RENEWAL_COUNT, SIGNED_COUNT, AGE, SINCE_END, TRUCE,
) = range(19)  # fmt: skip
NO_ENDING = -1
# The agreement's status, by the names that conditions use.
STATUS_NAMES = ("none", "in_force", "suspended", "expired", "collapsed", "denounced")
NO_AGREEMENT, IN_FORCE, SUSPENDED, EXPIRED, COLLAPSED, DENOUNCED = range(6)
# A seat's block of registers starts at SEAT_BASE + seat * SEAT_WIDTH.
SEAT_BASE, SEAT_WIDTH = 20, 14
(
    TYPE, RESOLVE, CAPITAL, OFFERS, REFUSALS, OFFER_ID, OFFER_DAY, OFFER_FACE, TWO_FACED, CONSENT, SPOKE, CLIMBDOWN,
    LAST_REASON,
) = range(13)  # fmt: skip
UNSAID, AGREES, OBJECTS = 0, 1, 2
FIRST_DYNAMIC = SEAT_BASE + 2 * SEAT_WIDTH
# Packages in the state, each one option number an issue: the agreement's, then a seat's standing offer, its first
# offer, its last public word and the offer it last refused.
AGREED_PACKAGE, OFFER_PACKAGE, FIRST_OFFER_PACKAGE, WORD_PACKAGE, REFUSED_PACKAGE = 0, 1, 2, 3, 4
PACKAGES_A_SEAT, N_PACKAGES = 4, 9
# Three slots a lever: freshness, the day it was last pulled, how often the other seat saw it pulled.
LEVER_FRESH, LEVER_DAY, LEVER_SEEN, LEVER_SLOTS = 0, 1, 2, 3
# An obligation's standing; from OWED on, all but CONTESTED are also its standing under one reading.
NOT_OWED, OWED, KEPT, BREACHED, CONTESTED = range(5)
# Four slots an ambiguous obligation: each seat's reading of it, then its standing by the reading of each seat.
HELD_READING, OWN_STANDING, AMBIGUOUS_SLOTS = 0, 2, 4
