"""What the headings of the table mean, for whoever asks by them; see ``words``."""

from sim.language.sentences import translatable

HEADINGS = {
    "home": ("At home", "home, home front, the home front, ratification, ratified, ratify, vote, votes, factions"),
    "table": ("The table", "table, issues"),
    "draft": ("The draft", "draft, package, packages"),
    "worth": ("Worth on paper", "worth, points, points to you"),
    "offers": ("Offers", "offer, their offer, your offer"),
    "levers": ("Levers", "lever"),
    "state": ("State of play", "state, figures, meters, error, estimate, estimates"),
    "cost": ("Human cost", "human cost so far, cost, killed, deaths, toll"),
    "agreement": ("The agreement", "agreement, obligations, obligation"),
    "signing": (
        "Signing",
        "sign, signed, signature, no signature, sign again, signing again, lockout, locked out, nothing can be signed",
    ),
    "tonight": ("Tonight", "risks, risk, hazards, chances"),
    "advisers": ("Advisers", "adviser, your advisers, advice"),
    "stances": ("Stances", "stance, opponent, doctrine, why they acted"),
    "public": ("In public or in private", "public, private, in public, in private, face, public word, climb-down"),
    "par": ("Par", "score and par"),
    "news": ("News", "since your last turn, before your first turn, this calls for you, calls"),
    "plan": ("Planned for today", "plan, turn, day"),
}  # fmt: skip
"""By id: the heading, and what else it is asked for by, with commas between."""
FIGURES = {
    "2": "two", "3": "three", "5": "five", "7": "seven", "24": "twenty four", "48": "forty eight", "72": "seventy two",
}  # fmt: skip
"""Numbers that are asked for in words, such as `seven days`; written without dashes."""
SAYS = {
    "home": (
        "What you sign must be ratified at home. Each faction has a weight and votes for a package that is worth "
        "enough to it; the weight in favour must reach what is needed. The other side must ratify it as well."
    ),
    "table": (
        "Each row is an issue with its options. Brackets are your draft, a star is their offer; the figures are points "
        "of 100 that the option adds to a package's worth to you."
    ),
    "draft": "The package that you are putting together. Nobody sees it until you propose it.",
    "worth": (
        "What a package would be worth if it were kept to the letter: 0 for the worst there is, 100 for the best. What "
        "comes of it may be worth less, and your score is counted otherwise. What it is worth to the other side hangs "
        "on what that truly wants, which you do not know."
    ),
    "levers": "Acts away from the table. Each costs political capital, and a turn has few of them.",
    "state": (
        "What your capital sees of the world. Shares are told of 100. What is seen only roughly is an estimate: twice "
        "in three times the truth lies within the figure after \u00b1. Each name here can be asked about."
    ),
    "cost": (
        "Ranges, for counts differ and nobody has counted everyone. It stands beside your score and is never part of "
        "it."
    ),
    "signing": (
        "One side offers and the other accepts: only that signs, and two like offers sign nothing. Then both homes "
        "vote; if either does not carry it, the offer falls."
    ),
    "advisers": "Offices that see what you see and judge it otherwise. They play nobody, and know no more than you.",
    "tonight": "What could happen tonight, by your own estimates; its own name gives the terms of each.",
    "stances": "A way of bargaining that the other side may follow.",
    "public": (
        "What is said in private can be moved from without cost. A public word presses harder and binds you: whoever "
        "then offers or signs less has climbed down from it, and pays for that at home."
    ),
    "par": (
        "The score that a seat of your kind has on average in games in which both sides play much as the record went. "
        "It is a mark to measure by, not a good result."
    ),
    "news": (
        "What happened since your last turn, as far as your side heard of it; an exclamation mark stands before what "
        "turns things. What calls for you is why the days stopped passing. All there was stands under cables."
    ),
    "plan": (
        "A turn is one act at the table and some levers. It can be taken back until the day is committed; then the "
        "other side has its turn, and the night comes."
    ),
}
SIGNING_PAID = "Signing costs each capital {cost} of political capital; whoever accepts must have that much."
OFFERS_LAST = "A whole package that a seat has put on the table. It stands for {days}; the next takes its place."
PLAYED_BY = "In this game the other seat is played by the computer: {agent}."
PAR_SET = (
    "What a seat of your kind comes to if nothing is signed, as the author of this crisis has set it; it has no record "
    "to play by. It is a mark to measure by, not a good result."
)
PAR_OF, NO_PAR = "Yours, as {type}: {par:.0f}.", "This scenario has none."
LEVER_ROW = "cost {cost}"

translatable(__name__)
