"""What people type is read forgivingly, and what is unclear is asked about."""

import pytest

from sim.client.text.commands import Reply, read_line
from sim.client.text.matching import Draft, MisreadError, read_lever, read_option, read_reason
from sim.client.update import EndTurn, PlanAction, SetDraft, SetFace, update
from sim.record.notation import Action
from sim.rules import actions as act
from tests.client.play import WIDTH, started


def drafted(*words: str) -> tuple[tuple[int, ...], int]:
    """The draft and face after words, on the flagship."""
    _, model = started("aleppo-2016", 0)
    draft = Draft(model)
    draft.read(words)
    return tuple(draft.options), draft.face


@pytest.mark.parametrize(
    "words",
    [("d7",), ("pause", "d7"), ("pause", "7"), ("1", "7"), ("1", "d7"), ("168",), ("PAUSE", "D7"), ("pause", "168")],
)
def test_an_option_is_known_by_id_number_or_issue(words: tuple[str, ...]) -> None:
    assert drafted(*words)[0][0] == 4


def test_several_options_are_set_at_once() -> None:
    options, face = drafted("h72", "rolling", "list", "free", "syrian", "joint", "towns", "public", "pause+")
    assert options == (2, 2, 1, 2, 1, 1, 1)
    assert face == act.FIRST_SHIFT + 1


def test_an_option_of_two_issues_is_asked_about() -> None:
    with pytest.raises(MisreadError, match=r"renewal none, linkage none"):
        drafted("none")
    assert drafted("linkage", "none")[0][6] == 0


def test_an_issue_without_an_option_is_asked_about() -> None:
    with pytest.raises(MisreadError, match=r"\(h24\), 48 hours \(h48\)"):
        drafted("pause")
    with pytest.raises(MisreadError, match="no option of Pause"):
        drafted("pause", "forever")


def test_a_number_means_the_one_in_an_id_before_a_place_in_the_row() -> None:
    _, model = started("aleppo-2016", 0)
    assert read_option(model, 0, "5") == 3  # five days, not the fifth option
    assert read_option(model, 0, "2") == 1  # no id holds a 2 alone, so the second
    assert read_option(model, 0, "99") is None


def test_levers_and_reasons_are_known_by_number_or_part() -> None:
    _, model = started("aleppo-2016", 0)
    assert model.names.levers[read_lever(model, "1")] == "us.ultimatum"
    assert model.names.levers[read_lever(model, "press")] == "us.press_factions"
    assert model.names.reasons[read_reason(model, "too short")] == "too_short"
    with pytest.raises(MisreadError, match="could be"):
        read_reason(model, "too")
    with pytest.raises(MisreadError, match="no lever of yours"):
        read_lever(model, "halt_air")


def reply(line: str) -> Reply:
    """What a line means at the start of the flagship."""
    _, model = started("aleppo-2016", 0)
    return read_line(model, line, WIDTH)


def test_enter_alone_lets_days_pass() -> None:
    assert reply("").messages == (EndTurn(7),)
    assert reply("end").messages == (EndTurn(1),)
    assert reply("pass 3").messages == (EndTurn(3),)
    assert reply("pass -1").messages == ()


def test_enter_with_something_planned_ends_the_day_and_no_more() -> None:
    _, model = started("aleppo-2016", 0)
    planned, _ = update(model, PlanAction(Action(act.PULL, model.names.levers.index("us.press_factions"))))
    assert read_line(planned, "", WIDTH).messages == (EndTurn(1),)


def test_a_proposal_may_change_the_draft_and_choose_its_face() -> None:
    messages = reply("propose d5 public").messages
    assert isinstance(messages[0], SetDraft)
    assert messages[0].options[0] == 3
    assert messages[1] == SetFace(act.PUBLIC)
    assert isinstance(messages[2], PlanAction)
    assert messages[2].action.kind == act.PROPOSE
    assert messages[2].action.b == act.PUBLIC


def test_offer_private_sets_the_face_and_offer_with_options_is_a_proposal() -> None:
    assert [type(message) for message in reply("offer public").messages] == [SetDraft, SetFace]
    assert isinstance(reply("offer d7").messages[-1], PlanAction)


def test_options_alone_change_the_draft() -> None:
    assert [type(message) for message in reply("d7 rolling").messages] == [SetDraft, SetFace]


def test_ending_the_talks_is_not_ending_the_day() -> None:
    (message,) = reply("end talks").messages
    assert isinstance(message, PlanAction)
    assert message.action.kind == act.END_TALKS


def test_a_refusal_needs_no_reason() -> None:
    (message,) = reply("reject").messages
    assert isinstance(message, PlanAction)
    assert started("aleppo-2016", 0)[1].names.reasons[message.action.b] == "unwilling"


@pytest.mark.parametrize(
    "line", ["prpose", "xyzzy", "why", "why xyzzy", "pull", "reject x", "draft pause", "12345678901"]
)
def test_what_is_not_understood_is_answered_in_words(line: str) -> None:
    found = reply(line)
    assert found.messages == ()
    assert found.lines


def test_a_misspelt_command_is_guessed() -> None:
    assert "propose" in " ".join(reply("propse d7").lines)


@pytest.mark.parametrize("word", ["hidden", "debrief", "night 1"])
def test_what_is_for_the_debrief_says_so(word: str) -> None:
    assert "debrief" in " ".join(reply(word).lines)


def test_a_word_that_may_mean_several_options_leaves_the_rest_in_the_draft_and_offers_nothing() -> None:
    found = reply("propose d5 none public")
    assert [type(message) for message in found.messages] == [SetDraft, SetFace]
    assert isinstance(found.messages[0], SetDraft)
    assert found.messages[0].options[0] == 3
    assert found.messages[1] == SetFace(act.PUBLIC)
    said = " ".join(found.lines)
    assert "renewal none, linkage none" in said
    assert "nothing is offered yet" in said
    assert reply("propose none").messages == ()
    assert isinstance(reply("propose linkage none d5").messages[-1], PlanAction)


@pytest.mark.parametrize(
    "said", ["lead_convoys", "Back the convoys", "back convoys", "CONVOYS BACK", "back the conv", "6"]
)
def test_a_lever_is_known_by_id_by_its_shown_name_or_by_parts_of_its_words(said: str) -> None:
    _, model = started("aleppo-2016", 0)
    assert model.names.levers[read_lever(model, said)] == "us.lead_convoys"


def test_what_is_none_is_answered_with_shown_names_and_ids_the_likest_first() -> None:
    _, model = started("aleppo-2016", 0)
    with pytest.raises(MisreadError, match=r"The nearest: Back the convoys \(lead_convoys\), "):
        read_lever(model, "bakc convois")
    with pytest.raises(MisreadError, match=r"could be Accuse|could be .*Suspend the terms \(suspend_terms\)"):
        read_lever(model, "the terms")
    with pytest.raises(MisreadError, match=r"nearest: Too long \(too_long\)"):
        read_reason(model, "tolong")
    with pytest.raises(MisreadError, match="options are Rolling, "):
        drafted("renewal", "rol-ing-on")
