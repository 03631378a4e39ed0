"""A year published in 万元: the sums that miss by rounding are declared, so nothing is found."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kaocheng.cli.main import main
from kaocheng.disclosure.checking import check
from kaocheng.kernel.reports import Report
from kaocheng.reading.opening import read

_EXAMPLE = Path(__file__).parents[2] / "examples" / "year"
_EDITION = "shanghai_2024"
_OTHER_CARD = "DG-2023"
"""The evidence for the scorecard of the example's own edition."""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """What is said of the example year as published in an edition in 万元."""
    year, out = tmp_path_factory.mktemp("rounded") / "year", tmp_path_factory.mktemp("out") / "pkg"
    shutil.copytree(_EXAMPLE, year)
    for name, old, new in (("year.toml", "sichuan_2023", _EDITION), ("绩效证据.csv", "", "")):
        lines = (year / name).read_text("utf-8-sig").splitlines(keepends=True)
        kept = "".join(line for line in lines if _OTHER_CARD not in line)
        (year / name).write_text(kept.replace(old, new) if old else kept, "utf-8")
    assert 0 == main(["publish", str(year), "--out", str(out), "--no-progress"])
    return check(read(next(out.glob("*.docx"))), edition=_EDITION)


def test_nothing_is_found(report: Report) -> None:
    """No sum is doubted that the table itself declares, and no figure stands for itself."""
    assert [] == [f"{one.code} {one.message}" for one in report.findings]
    assert () == tuple(f"{one.place.words()} {one.name} {one.text}" for one in report.free)


def test_sums_do_miss_by_rounding_and_the_reason_is_told(report: Report) -> None:
    """Otherwise the page would prove nothing."""
    because = {one.because for one in report.unjudged if one.code == "RND002"}
    assert {"原文已声明因四舍五入合计与各项之和有尾差"} == because
