"""A whole register left out is asked for, unless the year says why."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kaocheng.disclosure.compose import DECLARATIONS, drafted
from kaocheng.kernel.papers import Chart, Prose
from kaocheng.money.records import AccountsYear, LastYear
from kaocheng.performance.lifecycle import PerformanceYear
from tests.disclosure.compose.years import ANJU, built

_NAMES = {one.name for one in DECLARATIONS}


def _bare(*declared: str) -> AccountsYear:
    """A year with neither last year nor posts nor performance, saying why of some of them."""
    made = built(ANJU)
    texts = {key: words for key, words in made.texts.items() if key not in _NAMES - {*declared}}
    return replace(made, texts=texts, last_year=(), establishments=())


def _asked(year: AccountsYear) -> set[str]:
    kept = (item for item in drafted(year).missing if item.about.startswith("未填|"))
    return {item.register for item in kept}


def test_everything_left_out_is_asked_for() -> None:
    """Each register once, with the words that would declare it."""
    assert {"上年数", "编制", "绩效目标"} == _asked(_bare())
    said = {item.message for item in drafted(_bare()).missing}
    assert any('"没有上年数" = "新设立单位，无上年数"' in words for words in said)


@pytest.mark.parametrize("one", DECLARATIONS, ids=lambda one: one.register)
def test_a_declaration_settles_its_own_register(one: object) -> None:
    """And only its own; blank words declare nothing."""
    register, name = one.register, one.name  # type: ignore[attr-defined]
    assert register not in _asked(_bare(name))
    assert 2 == len(_asked(_bare(name)))
    blank = _bare(name)
    assert register in _asked(replace(blank, texts={**blank.texts, name: " "}))


def test_no_projects_need_no_evaluation() -> None:
    """An office with 基本支出 only has nothing to evaluate project by project."""
    year = _bare()
    payments = tuple(replace(paid, project="") for paid in year.payments)
    budget = tuple(replace(line, project="") for line in year.budget)
    assert "绩效目标" not in _asked(replace(year, payments=payments, budget=budget, projects=()))


def test_a_first_year_draws_no_change() -> None:
    """One column compares nothing: no chart is called 变动情况图."""
    assert not any("变动" in caption for caption in _captions(_bare(*_NAMES)))
    known = LastYear("收支总计", 100_00)
    assert any("变动" in c for c in _captions(replace(_bare(*_NAMES), last_year=(known,))))


def _captions(year: AccountsYear) -> list[str]:
    parts = (part for paper in drafted(year).papers for part in paper.parts)
    return [part.caption for part in parts if isinstance(part, Chart)]


def test_a_year_without_evaluation_says_so_to_its_readers() -> None:
    """The reason stands in the paper, not only in the year's file."""
    year = built(ANJU)
    parts = (part for paper in drafted(year).papers for part in paper.parts)
    told = [
        part.text for part in parts if isinstance(part, Prose) and "未开展绩效自评" in part.text
    ]
    assert [f"{year.department}2023年度未开展绩效自评，原因：没有布置自评。"] == told


def test_empty_registers_of_a_year_without_evaluation_ask_for_nothing() -> None:
    """The templates lie in every folder; a year that declares it was not evaluated needs none."""
    money = _bare("未开展绩效自评", "没有上年数", "没有编制")
    none = replace(money, texts={**money.texts, "未开展绩效自评": "财政部门没有布置"})
    empty = PerformanceYear(money.year, money.edition, money.department)
    assert drafted(none).missing == drafted(none, empty).missing
    assert () == drafted(none, empty).errors
    assert drafted(_bare(), empty).errors


def test_a_report_about_nothing_is_told() -> None:
    """Where the edition publishes projects alone and there is none, no file could be written."""
    money = replace(built(ANJU), edition="hunan_2020", projects=(), budget=(), payments=())
    told = [one.about for one in drafted(money).missing]
    assert "版式|hunan_2020" in told
    assert not any(one.about.startswith("版式|") for one in drafted(built(ANJU)).missing)
