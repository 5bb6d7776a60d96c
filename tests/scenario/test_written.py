"""One-line values keep their citation apart, say what is wrong, and are written back as they were."""

import pytest

from sim.scenario.phrases import Do, Face, Lasts, Need, Sight
from sim.scenario.written import Citation, Cited, Line, Written


@pytest.mark.parametrize(
    ("raw", "cited"),
    [
        (0.9, Cited(0.9)),
        (3, Cited(3.0)),
        ("1.80 @N31,F19", Cited(1.8, ("N31", "F19"))),
        ("-2.44 @N31 , F19", Cited(-2.44, ("N31", "F19"))),
        ("0.45 @? three pauses held", Cited(0.45, (), "three pauses held")),
        ("3 @?", Cited(3.0, (), "")),
    ],
)
def test_a_number_may_carry_its_source(raw: object, cited: Cited) -> None:
    assert Cited.read(raw) == cited
    assert Cited.read(cited.plain()) == cited
    assert Cited.read(str(cited)) == cited


@pytest.mark.parametrize(
    "raw", [True, None, "half", "1 2", "0.5 @", "0.5 @N", "0.5 @n31", "@N31", [1], "1e999", float("inf")]
)
def test_what_is_no_finite_number_is_refused(raw: object) -> None:
    with pytest.raises(ValueError, match=r"should be a (finite )?number|cites no fact"):
        Cited.read(raw)


def test_a_statement_keeps_its_text_apart_from_its_citation() -> None:
    assert Line.read(" trucks + 20 * permits  @N4,N5 ") == Line("trucks + 20 * permits", ("N4", "N5"))
    assert Line.read("self.audience - 0.1 @? words cost something") == Line(
        "self.audience - 0.1", (), "words cost something"
    )


@pytest.mark.parametrize("raw", ["", "  ", "@N4", "F19", "tension + max(0", "x - 1)", "[air >= 1", 5, None])
def test_what_cannot_be_a_statement_is_refused(raw: object) -> None:
    with pytest.raises(ValueError, match=r"is empty|no statement|not a statement|brackets do not pair|should be text"):
        Line.read(raw)


def test_a_citation_is_facts_or_an_assumption() -> None:
    assert Citation.read("N31") == Citation(("N31",))
    assert Citation.read(["N31", "F09"]) == Citation(("N31", "F09"))
    assert Citation.read("assumption: why not") == Citation((), "why not")
    for wrong in ("because", [], ["N31", 5], 5, None):
        with pytest.raises(ValueError, match="fact"):
            Citation.read(wrong)


@pytest.mark.parametrize(
    "value",
    [
        Sight(),
        Sight(Cited(0.2, ("N3",))),
        Face("public"),
        Face("deniable", Cited(0.6)),
        Lasts(days=Cited(10.0, ("N3",))),
        Lasts(issue="pause"),
        Need("separation", "list_5_days"),
        Need("separation", "list_5_days", or_after=True),
        Do("hold"),
        Do("lever", "suspend"),
        Line("truce = 1"),
    ],
)
def test_phrases_are_written_back_as_they_are_read(value: Written) -> None:
    assert type(value).read(value.plain()) == value


@pytest.mark.parametrize(
    ("phrase", "raw"),
    [
        (Sight, "noise"),
        (Sight, "noise 0"),
        (Sight, "exactly"),
        (Face, "deniable"),
        (Face, "deniable 1.5"),
        (Face, "public 0.5"),
        (Lasts, 0),
        (Lasts, "Pause"),
        (Need, "separation"),
        (Need, "separation.a.b"),
        (Do, "lever"),
        (Do, "hold on"),
        (Do, 5),
    ],
)
def test_phrases_that_make_no_sense_are_refused(phrase: type[Written], raw: object) -> None:
    with pytest.raises(ValueError, match=r"should be|should match"):
        phrase.read(raw)
