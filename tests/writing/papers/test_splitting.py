"""Splitting: a table too wide for its page is parted, and read back as the one table it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from kaocheng.kernel.documents import Grid
from kaocheng.kernel.papers import Box, Paper, Sheet
from kaocheng.reading.asides import read_with_asides
from kaocheng.reading.opening import read
from kaocheng.writing.papers import write_docx, write_html, write_pdf
from kaocheng.writing.papers.fitting import SMALLEST, WIDE
from kaocheng.writing.papers.grids import anchored
from kaocheng.writing.papers.planning import Item, contents, sections
from kaocheng.writing.papers.splitting import strips
from tests.writing.papers.papers_fixture import OFFICE, SUBJECTS, cell, figure, head, wide

WRITERS: dict[str, Callable[[Paper, Path], None]] = {
    "docx": write_docx,
    "pdf": write_pdf,
    "html": write_html,
}
GROUPS = (("工资福利支出", 12), ("商品和服务支出", 18), ("资本性支出", 6))


def detailed(times: int = 1) -> Sheet:
    """A table of 36 columns of amounts in groups, behind code and name; a total row spans both."""
    names = [f"{group[:2]}{n}" for group, count in GROUPS for n in range(1, count + 1)]
    rows = [
        (
            cell("合计", column_span=2),
            *(cell(figure("合计", f"{n}34567.89")) for n in range(10, 46)),
        )
    ]
    rows += [
        (
            cell(code), cell(name),
            *(cell(figure(name, f"{n}{index}.5") if n % 3 else "") for n in range(10, 46)),
        )
        for index, (code, name, _) in enumerate(SUBJECTS * times)
    ]  # fmt: skip
    heads = (
        (head("科目编码", rows=2), head("科目名称", rows=2),
         *(head(group, columns=count) for group, count in GROUPS)),
        tuple(map(head, names)),
        (head("栏次", columns=2), *(head(str(n)) for n in range(1, 37))),
    )  # fmt: skip
    return Sheet(
        "detail", "财政拨款支出决算明细表", "公开05表", "元", OFFICE, heads, tuple(rows),
        (6.0, 14.0, *[5.0] * 36), note="注：本表列示明细。", landscape=True,
    )  # fmt: skip


def items(sheet: Sheet) -> list[Item]:
    """The parts of a sheet in their places."""
    return [item for section in sections(paper(sheet)) for item in section.items]


def paper(*parts: Sheet) -> Paper:
    """A paper of tables only."""
    return Paper("2023年度部门决算", OFFICE, 2023, "sichuan_2023", parts)


def texts(rows: tuple[tuple[Box, ...], ...]) -> list[str]:
    """The words of the boxes row by row."""
    return [spot.box.text for spot in anchored(rows)]


def printed(path: Path) -> Grid:
    """The one table of a file."""
    (grid,) = read(path).grids()
    (again,) = read_with_asides(path)[0].grids()
    assert grid == again
    return grid


def test_a_table_that_fits_its_page_is_left_whole() -> None:
    """Thirteen columns of amounts stand on one page in a readable type."""
    sheet = wide()
    (only,) = strips(sheet)
    assert only.sheet is sheet
    assert only.figures == tuple(range(len(list(paper(sheet).figures()))))


def test_each_part_names_its_rows_and_says_that_it_goes_on() -> None:
    """Code, name, unit and number on each; the note below the last only."""
    parts = [strip.sheet for strip in strips(detailed())]
    assert ["", "（续表）", "（续表）"] == [p.title.removeprefix(detailed().title) for p in parts]
    assert {("公开05表", "元", OFFICE)} == {(p.number, p.unit, p.office) for p in parts}
    assert ["", "", "注：本表列示明细。"] == [part.note for part in parts]
    for part in parts:
        assert [code for code, *_ in SUBJECTS] == [row[0].text for row in part.body[1:]]
        assert [name for _, name, _ in SUBJECTS] == [row[1].text for row in part.body[1:]]


def test_each_figure_stands_once_and_keeps_its_number() -> None:
    """The numbers of all parts together are those of the table."""
    held = [number for item in items(detailed()) for number in item.numbers]
    numbers = {id(f): n for n, f in enumerate(paper(detailed()).figures(), 1)}
    assert sorted(held) == list(range(1, len(numbers) + 1))
    every = [figure.text for figure in paper(detailed()).figures()]
    for item in items(detailed()):
        assert isinstance(item.part, Sheet)
        own = [spot.box.text for spot in anchored(item.part.body) if spot.box.figure]
        assert own == [every[number - 1] for number in item.numbers]


def test_the_parts_are_read_with_ease() -> None:
    """All on turned A4 pages in one type that is not too small, each but the first unlisted."""
    parts = items(detailed())
    assert {WIDE} == {item.page for item in parts}
    layouts = [item.layout for item in parts if item.layout]
    (look,) = {(layout.size, layout.pad) for layout in layouts}
    assert look[0] >= SMALLEST
    assert (297, 210) == (WIDE.width, WIDE.height)
    assert all(sum(layout.widths) <= WIDE.across + 0.5 for layout in layouts)
    assert [detailed().title] == [i.title for i in contents(sections(paper(detailed())))]


def test_groups_of_columns_are_kept_together_where_they_fit() -> None:
    """The first cut stands after 工资福利支出; the head of a group that is cut stands on both."""
    first, second, third = (strip.sheet for strip in strips(detailed()))
    groups = [[box.text for box in part.head[0][2:]] for part in (first, second, third)]
    assert [["工资福利支出"], ["商品和服务支出"]] == groups[:2]
    assert "资本性支出" == groups[2][-1]


def test_rows_without_a_name_are_not_parted() -> None:
    """A table whose first column holds figures stays whole."""
    bare = detailed()
    bare = replace(bare, body=tuple(row[2:] for row in bare.body[1:]), head=(), widths=(1.0,) * 36)
    assert 1 == len(strips(bare))


@pytest.mark.parametrize("kind", WRITERS)
@pytest.mark.parametrize("times", [1, 4])
def test_what_was_parted_is_read_as_one_table(kind: str, times: int, tmp_path: Path) -> None:
    """Every word of head and body once, in its row and column; also over several pages."""
    sheet = detailed(times)
    WRITERS[kind](paper(sheet), tmp_path / f"p.{kind}")
    grid = printed(tmp_path / f"p.{kind}")
    said = ["".join(c.text.split()) for c in grid.cells()]
    assert [*texts(sheet.head), *texts(sheet.body)] == said
    assert (len(sheet.head) + len(sheet.body), 38) == (grid.height, grid.width)
