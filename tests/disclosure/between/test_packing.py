"""Extracts made small and read again."""

from __future__ import annotations

from pathlib import Path

from kaocheng.disclosure.between.packing import pack, unpack
from kaocheng.disclosure.checking import check
from kaocheng.reading.txt import read_txt

EXAMPLE = Path(__file__).parents[3] / "examples/qinghe_2020_clean.txt"
_MOST = 6_000  # bytes of one document: a thousand of them must not be felt


def test_nothing_is_lost() -> None:
    """Every amount comes back with its value, its place and what it is compared under."""
    extract = check(read_txt(EXAMPLE)).extract
    assert extract is not None
    again = unpack(pack(extract))
    keys = [(one.key, one.year, one.via, one.quote, one.sign) for one in extract.told]
    assert keys == [(one.key, one.year, one.via, one.quote, one.sign) for one in again.told]
    for one, two in zip(extract.told, again.told, strict=True):
        assert one.interval == two.interval
        assert one.figure.place == two.figure.place
    assert (extract.file, extract.body, extract.units) == (again.file, again.body, again.units)


def test_it_is_small() -> None:
    """A few kilobytes for a whole set of account tables."""
    extract = check(read_txt(EXAMPLE)).extract
    assert extract is not None
    assert len(extract.told) > 50
    assert len(pack(extract).data) < _MOST
