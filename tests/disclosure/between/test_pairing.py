"""Which document of a year a figure is held against."""

from __future__ import annotations

from decimal import Decimal

from kaocheng.disclosure.between.dossiers import dossiers
from kaocheng.disclosure.between.packing import pack
from kaocheng.disclosure.between.pairing import pairs
from kaocheng.kernel.extracts import EARLIER, OWN, Extract, Told
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.places import Place
from kaocheng.kernel.units import MONEY


def _told(via: str, year: int, value: str = "1.00", key: str = "k") -> Told:
    figure = Figure("", Decimal(value), MONEY["万元"], 2, value, Place("x"))
    return Told(key, key, year, via, figure, "")


def _extract(file: str, year: int, *told: Told, kind: str = "决算公开", level: str = "") -> Extract:
    return Extract(file, kind, "青禾县水利局", year, level, told=told)


def _pairs(via: str, *extracts: Extract) -> list[tuple[str, str]]:
    found = dossiers([pack(one) for one in extracts])
    return [(p.here.file, p.there.file) for dossier in found for p in pairs(dossier, via)]


def _over(*extracts: Extract) -> list[tuple[str, str]]:
    return _pairs(EARLIER, *extracts)


def _within(*extracts: Extract) -> list[tuple[str, str]]:
    return _pairs(OWN, *extracts)


def test_accounts_are_held_against_accounts() -> None:
    """Never against a budget, nor against another year than the one they speak of."""
    later = _extract("b", 2022, _told(EARLIER, 2021))
    assert [("b", "a")] == _over(_extract("a", 2021, _told(OWN, 2021)), later)
    assert [] == _over(_extract("a", 2021, _told(OWN, 2021), kind="预算公开"), later)
    assert [] == _over(_extract("a", 2020, _told(OWN, 2020)), later)


def test_a_document_of_the_same_level_comes_first() -> None:
    """A department's against the department's where both were given."""
    own = _told(OWN, 2021)
    both = _extract("单位", 2021, own, level="单位"), _extract("部门", 2021, own, level="部门")
    later = _extract("b", 2022, _told(EARLIER, 2021), level="部门")
    assert [("b", "部门")] == _over(*both, later)


def test_published_accounts_come_first_within_a_year() -> None:
    """What else speaks of the year is held against them, and nothing twice."""
    own = _told(OWN, 2022)
    report = _extract("自评", 2022, own, kind="绩效自评")
    accounts = _extract("决算", 2022, own)
    assert [("自评", "决算")] == _within(report, accounts)
    assert [("自评", "决算")] == _within(accounts, report)


def test_one_that_contradicts_itself_is_passed_over() -> None:
    """The next document that prints the amount is taken."""
    torn = _extract("a", 2021, _told(OWN, 2021), _told(OWN, 2021, "5.00"))
    whole = _extract("c", 2021, _told(OWN, 2021))
    assert [("b", "c")] == _over(torn, whole, _extract("b", 2022, _told(EARLIER, 2021)))


def test_what_is_kept_does_not_grow_with_the_documents() -> None:
    """A hundred documents that print the same amounts leave as much behind as two."""
    extracts = [_extract(str(n), 2021, _told(OWN, 2021)) for n in range(100)]
    kept = [len(one.known.prints) for one in dossiers([pack(one) for one in extracts])]
    assert {2} == set(kept)
