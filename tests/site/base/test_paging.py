"""Paging by key: every row once, both ways, whatever the order and the ties."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode

import pytest
from django.test import RequestFactory

from kaocheng.site.base import paging
from kaocheng.site.base.models import StoredFile
from kaocheng.site.base.paging import Page, page_of

ORDERS = [
    ("number",),
    ("-number",),
    ("kept_at", "-number"),
    ("-kept_at", "-id"),
    ("size", "kept_at", "id"),
]


@pytest.fixture
def files(db: None, county: str) -> list[StoredFile]:
    """23 rows, of which many share a size and a moment that has microseconds."""
    start = datetime(2026, 1, 1, microsecond=123457, tzinfo=UTC)
    rows = [
        StoredFile(
            county=county, number=f"F{at:03}", sha256="0", name="甲", kind="pdf", size=at % 3,
            purpose="x", kept_by="甲", kept_at=start + timedelta(microseconds=at // 4),
        )
        for at in range(23)
    ]  # fmt: skip
    return StoredFile.objects.bulk_create(rows)


def _page(by: tuple[str, ...], address: str) -> Page[StoredFile]:
    request = RequestFactory().get(f"/{address}")
    return page_of(StoredFile.objects.filter(county__gt=""), request, by=by, size=5)


@pytest.mark.parametrize("by", ORDERS)
def test_every_row_is_met_once_both_ways(files: list[StoredFile], by: tuple[str, ...]) -> None:
    """Forwards to the end and backwards to the start."""
    wanted = [file.number for file in StoredFile.objects.order_by(*by)]
    page = _page(by, "?purpose=x")
    assert "" == page.previous
    met = [page]
    while page.next:
        page = _page(by, page.next)
        met.append(page)
    assert wanted == [file.number for page in met for file in page]
    back = [page]
    while page.previous:
        page = _page(by, page.previous)
        back.insert(0, page)
    assert [list(p) for p in met] == [list(p) for p in back]
    assert "" == back[0].previous


def test_other_parts_of_the_address_stay(files: list[StoredFile]) -> None:
    """A filter is kept from page to page."""
    page = _page(("number",), "?purpose=x")
    assert "purpose=x" in page.next
    assert "purpose=x" in _page(("number",), page.next).previous


@pytest.mark.parametrize("key", ["", "%%", "bnVsbA", "WzFd", "WyJ4Il0", "WyJ4IiwieSJd", "x" * 999])
def test_a_forged_key_gives_the_first_page(files: list[StoredFile], key: str) -> None:
    """No error, no leak."""
    address = "?" + urlencode({"after": key})
    assert [f"F{at:03}" for at in range(5)] == [
        file.number for file in _page(("kept_at", "number"), address)
    ]


def test_counting_stops(files: list[StoredFile], monkeypatch: pytest.MonkeyPatch) -> None:
    """A million rows are not counted for a line of text."""
    assert "共 23 条" == _page(("number",), "").said
    monkeypatch.setattr(paging, "MOST_COUNTED", 10)
    page = _page(("number",), "")
    assert (11, "超过 10 条，请用筛选缩小范围") == (page.counted, page.said)


def test_an_empty_list(db: None) -> None:
    """Nothing, and nowhere to turn."""
    page = _page(("number",), "")
    assert (0, False, "共 0 条") == (len(page), page.has_other_pages, page.said)
