"""Documents held against each other: which belong together, what is said, and where it stands."""

from __future__ import annotations

from pathlib import Path

from kaocheng.disclosure.between.judging import between
from kaocheng.disclosure.between.packing import Packed, pack
from kaocheng.disclosure.checking import check
from kaocheng.kernel.findings import Finding
from kaocheng.kernel.reports import Report
from kaocheng.reading.txt import read_txt

EXAMPLES = Path(__file__).parents[3] / "examples"
CLOSED = "青禾县行政审批局{year}年度单位决算\n一、收支决算情况\n{year}年年末结转和结余{end}万元。\n"
OPENED = "青禾县行政审批局{year}年度单位决算\n一、收支决算情况\n{year}年年初结转和结余{end}万元。\n"


def _packed(folder: Path, **texts: str) -> list[Packed]:
    found = []
    for name, text in texts.items():
        path = folder / f"{name}.txt"
        path.write_text(text, "utf-8")
        extract = check(read_txt(path)).extract
        assert extract is not None
        found.append(pack(extract))
    return found


def _findings(reports: list[Report]) -> list[Finding]:
    return [finding for report in reports for finding in report.findings]


def test_a_finding_names_both_documents(tmp_path: Path) -> None:
    """It stands in the later one, and its other place in the earlier."""
    two = CLOSED.format(year=2021, end="12.50"), OPENED.format(year=2022, end="15.20")
    reports = list(between(_packed(tmp_path, a=two[0], b=two[1])))
    (finding,) = _findings(reports)
    assert str(tmp_path / "b.txt") == finding.place.file
    assert [str(tmp_path / "a.txt")] == [place.file for place in finding.related]
    assert "《a.txt》" in finding.message
    assert [str(tmp_path / "b.txt")] == [r.document.file for r in reports if r.findings]


def test_the_order_of_files_does_not_matter(tmp_path: Path) -> None:
    """The later year is held against the earlier, whichever was read first."""
    two = CLOSED.format(year=2021, end="12.50"), OPENED.format(year=2022, end="15.20")
    packed = _packed(tmp_path, a=two[0], b=two[1])
    forth, back = (_findings(list(between(order))) for order in (packed, packed[::-1]))
    assert [f.message for f in forth] == [f.message for f in back]


def test_other_offices_are_not_compared(tmp_path: Path) -> None:
    """Only documents of one office make a dossier."""
    other = OPENED.replace("行政审批局", "水利局").format(year=2022, end="15.20")
    packed = _packed(tmp_path, a=CLOSED.format(year=2021, end="12.50"), b=other)
    assert [] == list(between(packed))


def test_a_document_that_contradicts_itself_is_no_witness(tmp_path: Path) -> None:
    """Which of its two values holds is told by its own finding."""
    twice = CLOSED.format(year=2021, end="12.50") + "2021年年末结转和结余18.00万元。\n"
    packed = _packed(tmp_path, a=twice, b=OPENED.format(year=2022, end="15.20"))
    assert [] == _findings(list(between(packed)))


def test_one_gap_is_one_finding(tmp_path: Path) -> None:
    """The same difference told in the table and in the text is one cause with a consequence."""
    text = OPENED.format(year=2022, end="15.20") + "2022年年初结转和结余152,000.00元。\n"
    packed = _packed(tmp_path, a=CLOSED.format(year=2021, end="12.50"), b=text)
    found = _findings(list(between(packed)))
    assert [True, False] == [finding.cause is None for finding in found]


def test_rules_may_be_chosen(tmp_path: Path) -> None:
    """As within one document."""
    two = CLOSED.format(year=2021, end="12.50"), OPENED.format(year=2022, end="15.20")
    packed = _packed(tmp_path, a=two[0], b=two[1])
    assert [] == _findings(list(between(packed, ignore=["YEA"])))
    assert [] == _findings(list(between(packed, select=["SET"])))
    assert 1 == len(_findings(list(between(packed, select=["YEA001"]))))


def test_the_tables_of_two_years(tmp_path: Path) -> None:
    """The example one year later begins otherwise than it ended: each chain of the tables tells it."""
    text = (EXAMPLES / "qinghe_2020_clean.txt").read_text("utf-8")
    later = text.replace("2020年", "2021年").replace("2019年", "2020年")
    found = _findings(list(between(_packed(tmp_path, a=text, b=later), select=["YEA001"])))
    assert ["12,600.50"] == [finding.quote for finding in found if finding.cause is None]
    assert ["6,300.50元"] == [finding.expected for finding in found if finding.cause is None]


def test_two_drafts_of_one_paper_do_not_contradict_each_other(tmp_path: Path) -> None:
    """The accounts of a year are published once: where two files differ, one was mended since."""
    one, two = ((EXAMPLES / f"qinghe_2020_{n}.txt").read_text("utf-8") for n in ("clean", "faulty"))
    reports = list(between(_packed(tmp_path, a=one, b=two), select=["SET"]))
    assert [] == _findings(reports)
    because = [said.because for report in reports for said in report.unjudged]
    assert 1 == sum("两稿" in why for why in because)


def test_a_copy_of_a_document_agrees_with_it(tmp_path: Path) -> None:
    """The same figures in another file hold, each of them."""
    text = (EXAMPLES / "qinghe_2020_clean.txt").read_text("utf-8")
    reports = list(between(_packed(tmp_path, a=text, b=text), select=["SET"]))
    assert [] == _findings(reports)
    assert sum(len(report.judged) for report in reports) > 20
