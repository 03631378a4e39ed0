"""The plan: page breaks, turned pages, bookmarks without gaps, numbered figures."""

from __future__ import annotations

from dataclasses import replace

from kaocheng.kernel.papers import Heading, Paper, Part, Prose, Run
from kaocheng.writing.papers.planning import attachments, contents, cover_lines, sections
from tests.writing.papers.papers_fixture import OFFICE, overview, paper, said, wide


def _of(*parts: Part, **more: object) -> Paper:
    return Paper("题", OFFICE, 2023, "", parts, **more)  # type: ignore[arg-type]


def test_headings_go_with_the_table_below_them() -> None:
    """A heading is not left alone on an upright page before a turned one."""
    plan = sections(_of(Prose((Run("文"),)), Heading(2, "一、附表"), wide()))
    assert [("upright", 1), ("turned", 2)] == [(s.page.name, len(s.items)) for s in plan]


def test_numbered_tables_begin_a_page() -> None:
    """Unless a heading before them does so."""
    plan = sections(_of(Heading(2, "一、附表"), overview(), overview()))
    assert [True, False, True] == [item.breaks for item in plan[0].items]


def test_a_high_form_begins_a_page_with_its_heading() -> None:
    """So that it is not cut in two; a low one goes on where the text stops."""
    form = replace(overview(), number="")
    low = replace(form, body=form.body[:3])
    plan = sections(_of(Prose((Run("文"),)), Heading(2, "一、自评表"), form, low))
    assert [False, True, False, False] == [item.breaks for item in plan[0].items]


def test_bookmarks_do_not_skip_a_level() -> None:
    """A paper that begins with （一） has it at the top."""
    plan = sections(_of(Heading(3, "（一）甲"), Heading(3, "（二）乙"), Heading(1, "第一部分")))
    assert [1, 2, 1] == [item.level for item in plan[0].items]


def test_bookmarks_begin_at_the_first_level() -> None:
    """A booklet of reports without parts lists its titles alike."""
    plan = sections(
        _of(
            Heading(2, "甲报告", opens=True), Heading(3, "一、概况"), said("文字。"),
            Heading(2, "乙报告", opens=True), Heading(3, "一、概况"), said("文字。"),
        )
    )  # fmt: skip
    assert [1, 2, 0, 1, 2, 0] == [item.level for item in plan[0].items]


def test_a_report_begins_a_page_of_its_own() -> None:
    """But not right below the heading of the part it opens."""
    plan = sections(
        _of(
            Heading(1, "第四部分 附件"), Heading(2, "附件1 甲报告", opens=True), said("文字。"),
            Heading(2, "附件2 乙报告", opens=True), said("文字。"),
        )
    )  # fmt: skip
    assert [True, False, False, True, False] == [item.breaks for item in plan[0].items]


def test_a_table_is_listed_once() -> None:
    """Not again where the heading above it already names it."""
    plan = sections(_of(Heading(2, "一、收入支出决算总表"), overview()))
    assert ["一、收入支出决算总表"] == [item.title for item in contents(plan)]


def test_figures_are_numbered_as_the_paper_counts_them() -> None:
    """The last item begins after all figures of the tables."""
    items = [item for section in sections(paper()) for item in section.items]
    firsts = [item.first for item in items]
    assert sorted(firsts) == firsts
    assert len(list(paper().figures())) + 1 == firsts[-1]


def test_attachments_are_listed() -> None:
    """One alone has no number."""
    one, two = _of(attachments=("甲",)), _of(attachments=("甲", "乙"))
    assert ["附件：甲"] == [line.text for line in attachments(one)]
    assert ["附件：1. 甲", "　　　2. 乙"] == [line.text for line in attachments(two)]


def test_the_cover_breaks_after_the_office() -> None:
    """The office on its own line where the title begins with it."""
    assert (OFFICE, "2023年度部门决算") == cover_lines(paper())
    assert ("题",) == cover_lines(_of())
