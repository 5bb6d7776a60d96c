"""How the window tells variables: shares of 100, whole numbers, and changes that agree with what is shown."""

from math import inf

from sim.client.explaining.codex import is_open, later_events
from sim.client.naming import unit_of
from sim.client.telling.meters import is_of_hundred, shown_meter, shown_value, visible_names
from tests.client.view.gallery import FLAGSHIP, models


def test_a_share_is_told_of_100_and_a_count_in_whole_numbers() -> None:
    model = models(FLAGSHIP, 0)["days"]
    shares = [name for name in visible_names(model) if unit_of(model.book, name).startswith("share")]
    assert shares
    for name in shares:
        assert is_of_hundred(model, name)
        assert shown_value(model, name, 0.804) == "80"
        assert shown_value(model, name, -0.001) == "0", "never minus nothing"
    long = [n for n in visible_names(model) if unit_of(model.book, n) == "people"]
    assert shown_value(model, long[0], 1234.4) == "1,234"


def test_a_change_is_that_between_the_numbers_shown() -> None:
    model = models(FLAGSHIP, 0)["days"]
    assert model.before is not None
    for name in visible_names(model):
        slot = model.tables.slot[name]
        each = shown_meter(model, name)
        if each.sd == 0 and not unit_of(model.book, name).startswith("yes or no"):
            now, then = (shown_value(model, name, look[slot]) for look in (model.values, model.before))
            assert (each.change == "") == (now == then), name
        assert each.sd < inf


def test_the_record_of_later_days_is_dated_and_closed_in_play() -> None:
    model = models(FLAGSHIP, 0)["days"]
    found = later_events(model)
    assert found == sorted(found)
    for day, id_ in found:
        assert 2 < day <= model.tables.horizon
        assert model.book.facts[id_]["kind"] == "event"
        assert not is_open(model, id_), "nobody is told in play what the record did later"
    assert found
