"""The public calendar and the calculator."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

pytestmark = pytest.mark.django_db


def shown(client: Client, name: str, *args: object, **asked: object) -> str:
    """The text of a page."""
    reply = client.get(reverse(f"law:{name}", args=args), asked)
    assert reply.status_code == 200
    return reply.content.decode()


def test_the_year_shows_days_and_notice(client: Client) -> None:
    """Anybody sees 2026: 248 working days, the worked Saturday and which notice says so."""
    page = shown(client, "year", 2026)
    assert "2026年工作日历" in page
    assert "全年工作日 248 天" in page
    assert "国办发明电〔2025〕7号" in page
    assert '<td class="day-made" title="春节调休上班' in page


def test_a_year_not_announced_is_not_shown(client: Client) -> None:
    """404 with a sentence."""
    reply = client.get(reverse("law:year", args=[2031]))
    assert reply.status_code == 404
    assert "2031年的放假安排尚未公布" in reply.content.decode()


def test_without_a_year_there_is_one(client: Client) -> None:
    """The year it is, or the last one announced."""
    assert "年工作日历" in shown(client, "calendar")


def test_an_old_number_that_is_not_known_says_so(client: Client) -> None:
    """2004: the days are compared, the number was not found."""
    assert "文号未查得" in shown(client, "year", 2004)


def test_the_calculator_counts_day_by_day(client: Client) -> None:
    """Twenty working days from 11 February 2026, over the Spring Festival."""
    page = shown(client, "deadline", start="2026-02-11", amount=20, span="工作日")
    assert "2026年3月17日" in page
    assert "起算当日不计入" in page
    assert "第20日" in page
    assert "春节放假，《国务院办公厅关于2026年部分节假日安排的通知》" in page


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ({}, "推算"),
        ({"start": "x", "amount": 1, "span": "工作日"}, "起算日"),
        ({"start": "2026-12-30", "amount": 45, "span": "工作日"}, "到期日现在不能确定"),
        ({"start": "1999-12-30", "amount": 5, "span": "工作日"}, "起算日要在2004年1月1日至"),
        ({"start": "2026-01-31", "amount": 1, "span": "月"}, "2026年2月28日"),
        ({"start": "2026-01-31", "amount": 5000, "span": "工作日"}, "1000"),
    ],
)
def test_the_calculator_answers_everything(
    client: Client, asked: dict[str, object], says: str
) -> None:
    """Nothing asked, nonsense, a year to come, before the calendar, months, too long."""
    assert says in shown(client, "deadline", **asked)


def test_the_figures_of_law_are_shown_with_their_basis(client: Client) -> None:
    """Value, article, what it was before, and which still want comparing."""
    page = shown(client, "figures")
    assert "《行政许可法》第四十二条第一款、第八十二条" in page
    assert "此前：15工作日" in page
    assert "待核" in page
