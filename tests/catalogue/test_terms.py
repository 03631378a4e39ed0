"""A guide's limits come with the article they stand in, and only where that law applies."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kaocheng.catalogue.records import Limits
from kaocheng.catalogue.terms import counting, terms
from kaocheng.kernel.clocks import Budget, Span
from tests.catalogue.versions import immediate, ordinary

ON = date(2026, 5, 6)


def test_a_licence_is_explained_by_its_law() -> None:
    """Missing papers, decision, promise, special procedure, extension, delivery, each with its basis."""
    found = terms(ordinary(), ON)
    assert ["5个工作日", "20个工作日", "10个工作日", "另行告知", "10个工作日", "10个工作日"] == [
        t.limit for t in found
    ]
    assert all(term.basis for term in found)
    assert "第四十二条" in found[1].basis


def test_a_public_service_has_only_its_own() -> None:
    """行政许可法 says nothing of it."""
    (promise,) = terms(immediate(), ON)
    assert ("承诺办结时限", "30分钟") == (promise.title, promise.limit)
    assert "办公时间" in promise.text


def test_what_the_department_wrote_goes_first() -> None:
    """Its own note and basis in place of the general ones."""
    limits = Limits(Budget(30), Budget(9), "《示范条例》第九条", "自材料补齐之日起算。")
    found = {term.title: term for term in terms(replace(ordinary(), limits=limits), ON)}
    assert "《示范条例》第九条" == found["法定办结时限"].basis
    assert "自材料补齐之日起算。" == found["承诺办结时限"].text


def test_the_general_article_is_cited_for_its_own_length_only() -> None:
    """Seven days stand in another law: which, is left open and not guessed."""
    limits = Limits(Budget(7), Budget(5))
    found = {term.title: term for term in terms(replace(ordinary(), limits=limits), ON)}
    assert "出处待补" == found["法定办结时限"].basis


@pytest.mark.parametrize("span", Span)
def test_every_unit_says_how_it_is_counted(span: Span) -> None:
    """In a sentence."""
    assert counting(Budget(1, span)).endswith("。")


def test_a_visit_of_the_place_is_counted_by_the_law() -> None:
    """行政许可法第四十五条 names expert reviews and not visits: two lines, each with what is so."""
    found = [
        t
        for t in terms(replace(ordinary(), special=("现场勘验", "专家评审")), ON)
        if "特别" in t.title
    ]
    assert ["特别程序：专家评审", "特别程序：现场勘验"] == [t.title for t in found]
    assert ["不计算在法定时限和承诺时限内" in t.text for t in found] == [True, False]
    assert "法定时限照常计算" in found[1].text
    assert all("第四十五条" in t.basis for t in found)


def test_minutes_begin_at_once() -> None:
    """A limit of half an hour does not begin the day after."""
    (promise,) = terms(immediate(), ON)
    assert "自受理时起算" in promise.text
    assert "次日" in {t.title: t for t in terms(ordinary(), ON)}["承诺办结时限"].text
