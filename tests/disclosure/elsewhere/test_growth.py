"""Growth between amounts of other sections: only where each year has one amount of that name."""

from __future__ import annotations

from kaocheng.disclosure.elsewhere.growth import growth_elsewhere
from tests.disclosure.elsewhere.texts import found

NOW = "一、运行情况\n2023年全年受理办件120件。\n"
WAS = "二、上年情况\n2022年受理办件100件。\n"
SAID = "三、小结\n受理办件比上年增长20%。\n"


def test_the_one_amount_of_each_year_is_compared() -> None:
    """Whatever section it stands in."""
    ((over, under),) = found(growth_elsewhere, NOW + WAS + SAID)
    assert "100件" in under
    assert "120件" in over


def test_two_amounts_of_one_year_leave_it_open() -> None:
    """Nobody can tell which is meant; nor without the year before."""
    assert [] == found(growth_elsewhere, NOW + "2023年受理办件130件。\n" + WAS + SAID)
    assert [] == found(growth_elsewhere, NOW + SAID)
