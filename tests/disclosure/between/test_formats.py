"""Two formats of one publication are recognised by what they print, and compared figure by figure."""

from __future__ import annotations

from pathlib import Path

from kaocheng.disclosure.between.formats import format_of, is_draft
from kaocheng.disclosure.between.judging import between
from kaocheng.disclosure.between.packing import Packed, pack
from kaocheng.disclosure.checking import check
from kaocheng.kernel.findings import Finding
from kaocheng.reading.txt import read_txt

HEAD = "青禾县行政审批局2022年度部门决算\n一、办件情况\n"
LINES = [f"{at}号窗口受理{300 + at}件，收费{at}.{at:02}万元。" for at in range(10, 25)]


def _packed(path: Path, lines: list[str]) -> Packed:
    path.write_text(HEAD + "\n".join(lines), "utf-8")
    extract = check(read_txt(path)).extract
    assert extract is not None
    return pack(extract)


def _found(*packed: Packed) -> list[Finding]:
    reports = between(packed, select=["SET002"])
    return [finding for report in reports for finding in report.findings]


def test_a_figure_that_differs_is_told_with_both_places(tmp_path: Path) -> None:
    """The finding stands in the second, whatever the order of the lines."""
    wrong = [LINES[0], LINES[1].replace("311件", "331件"), *LINES[2:]]
    (finding,) = _found(_packed(tmp_path / "a.html", LINES), _packed(tmp_path / "a.txt", wrong))
    assert ("331件", "311件") == (finding.quote, finding.expected)
    assert [str(tmp_path / "a.html")] == [place.file for place in finding.related]


def test_many_differences_make_two_versions(tmp_path: Path) -> None:
    """Beyond one figure in ten it is not one publication; nor is it with few figures in common."""
    other = [line.replace("件", "0件") for line in LINES]
    assert [] == _found(_packed(tmp_path / "a.html", LINES), _packed(tmp_path / "a.txt", other))
    few = [*LINES[:5], "另受理4000件。"]
    assert [] == _found(_packed(tmp_path / "a.html", few), _packed(tmp_path / "a.txt", LINES[:6]))


def test_formats_and_drafts_are_known_by_name() -> None:
    """Old and new Word are one format; 送审稿 is a draft."""
    assert format_of("甲/决算.docx") == format_of("乙.DOC") != format_of("乙.pdf")
    assert is_draft("决算（送审稿）.docx")
    assert not is_draft("2022年度部门决算.docx")
