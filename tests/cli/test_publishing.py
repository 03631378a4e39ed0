"""A year becomes a whole package or nothing, and the package proves itself."""

from __future__ import annotations

import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from kaocheng.cli.main import main
from kaocheng.cli.packages import EVIDENCE, FIGURES, opened
from kaocheng.disclosure.checking import check
from kaocheng.reading.opening import read

ROOT = Path(__file__).parents[2]
YEAR = ROOT / "examples" / "year"
PAYMENTS = "支付-01月.csv"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package of the example year, made once."""
    folder = tmp_path_factory.mktemp("published") / "package"
    assert main(["publish", str(YEAR), "--out", str(folder)]) == 0
    return folder


@pytest.fixture
def package(published: Path, tmp_path: Path) -> Path:
    """A copy of it that may be spoilt."""
    return Path(shutil.copytree(published, tmp_path / "package"))


@pytest.fixture
def year(tmp_path: Path) -> Path:
    """A copy of the example year that may be spoilt."""
    return Path(shutil.copytree(YEAR, tmp_path / "year"))


def _docx(package: Path) -> Path:
    return next(package.glob("*.docx"))


def _edited(docx: Path, edit: Callable[[str], str]) -> None:
    """The text of a docx changed as by hand."""
    with zipfile.ZipFile(docx) as old:
        parts = {item: old.read(item) for item in old.namelist()}
    text = parts["word/document.xml"].decode()
    changed = edit(text)
    assert text != changed
    parts["word/document.xml"] = changed.encode()
    with zipfile.ZipFile(docx, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in parts.items():
            new.writestr(name, content)


def _faults(package: Path, capsys: pytest.CaptureFixture[str]) -> list[dict[str, str]]:
    capsys.readouterr()
    code = main(["verify", str(package), "--format", "json"])
    *faults, last = map(json.loads, capsys.readouterr().out.splitlines())
    assert (1 if faults else 0, len(faults)) == (code, last["summary"]["faults"])
    return faults


def test_the_example_year_publishes_without_a_finding(published: Path) -> None:
    """Four documents, the ledger and the evidence, and every printed figure traced."""
    suffixes = sorted(path.suffix for path in published.iterdir())
    assert [".csv", ".docx", ".html", ".json", ".pdf", ".xlsx"] == suffixes
    figures = opened(published).ledger.figures
    assert [] == [one.id for one in figures if one.spot and not one.expression]


def test_every_figure_of_the_example_year_is_bound(published: Path) -> None:
    """No figure that our checker reads in the docx is left without an independent check."""
    report = check(read(_docx(published)))
    assert [] == [f"{one.place.words()} {one.text}" for one in report.free]
    assert report.figures


def test_the_package_verifies(published: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """From the folder alone, every figure and every file."""
    assert [] == _faults(published, capsys)


def test_nothing_of_a_person_or_payee_is_in_the_evidence(published: Path) -> None:
    """Payees, suppliers, purposes and visitors stay behind."""
    text = (published / EVIDENCE).read_text("utf-8") + (published / FIGURES).read_text("utf-8")
    words = ("自来水公司", "有限公司", "代发户", "数字政务办公室", "月办公用品")
    assert [] == [word for word in words if word in text]


def test_one_digit_changed_in_the_docx_is_named(
    package: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A sentence and a cell: where, what is written, what should be."""
    _edited(_docx(package), lambda text: text.replace("1047.12", "1047.21", 1))
    _edited(_docx(package), lambda text: text.replace("75,508.92", "75,508.93", 1))
    sentence, cell = _faults(package, capsys)
    assert ("1047.21", "1047.12") == (sentence["written"], sentence["should"])
    assert ("75,508.93", "75,508.92") == (cell["written"], cell["should"])
    assert "段第" in sentence["where"]
    assert "《收入决算表》" in cell["where"]


def test_a_payment_changed_in_the_evidence_is_named(
    package: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """By its number, and with the printed figures that no longer follow."""
    path = package / EVIDENCE
    lines = path.read_text("utf-8").split("\n")
    at = next(n for n, line in enumerate(lines) if line.startswith("ZF0185,"))
    lines[at] = lines[at].replace(",支付,2023-01-2", ",支付,2023-01-1")
    path.write_text("\n".join(lines), "utf-8")
    assert ["evidence.csv", "编号ZF0185"] == [
        _faults(package, capsys)[1][key] for key in ("file", "where")
    ]


def test_a_lost_file_is_named(package: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A package without its docx is not whole."""
    _docx(package).unlink()
    assert ["file"] == [fault["kind"] for fault in _faults(package, capsys)]


def test_a_figure_is_traced_to_its_entries(
    published: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The reception expenses of the year: sixteen payments, and no payee."""
    assert main(["trace", str(published), "公务接待费", "--format", "json"]) == 0
    told = capsys.readouterr().out
    figure = next(
        one for one in opened(published).ledger.figures if one.name == "公务接待费" and one.spot
    )
    assert main(["trace", str(published), figure.id, "--all"]) == 0
    tree = capsys.readouterr().out
    assert 16 == tree.count("支付 ZF")
    assert "食堂" not in tree + told


def test_an_unknown_figure_is_refused(published: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With a sentence and exit code 2."""
    assert main(["trace", str(published), "没有这个数"]) == 2
    assert "没有找到" in capsys.readouterr().err


@pytest.mark.parametrize(
    "spoilt",
    [
        ("2010301,30101", "2010399999,30101", "功能科目"),
        ("一般公共预算财政拨款", "某种拨款", "资金来源"),
        (".00\n", "x\n", "金额"),
    ],
)
def test_a_faulty_year_publishes_nothing(
    year: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    spoilt: tuple[str, str, str],
) -> None:
    """The clerk sees what is wrong; no folder and no half-written file is left."""
    old, new, said = spoilt
    path = year / PAYMENTS
    text = path.read_text("utf-8-sig")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8-sig")
    assert main(["publish", str(year), "--out", str(tmp_path / "out")]) == 2
    assert said in capsys.readouterr().err
    assert [year] == list(tmp_path.iterdir())


def test_a_missing_reason_is_asked_for(
    year: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A change of an amount cannot be published without its reason."""
    (year / "原因说明.csv").unlink()
    assert main(["publish", str(year), "--out", str(tmp_path / "out")]) == 2
    assert "原因说明" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def _without(year: Path, name: str, word: str) -> None:
    """The file without the rows that hold a word."""
    lines = (year / name).read_text("utf-8-sig").splitlines(keepends=True)
    (year / name).write_text("".join(line for line in lines if word not in line), "utf-8-sig")


def _no_evidence(year: Path) -> None:
    (year / "绩效证据.csv").unlink()


def _no_indicators(year: Path) -> None:
    _without(year, "绩效指标.csv", "XM2304")
    for name in ("绩效监控.csv", "绩效证据.csv", "绩效自评.csv"):
        _without(year, name, "ZB04")


def _no_goal(year: Path) -> None:
    for name in (
        "绩效目标.csv",
        "绩效指标.csv",
        "绩效环节.csv",
        "事前绩效评估.csv",
        "绩效证据.csv",
    ):
        _without(year, name, "XM2305")
    _without(year, "绩效监控.csv", "ZB05")


def _no_monitoring(year: Path) -> None:
    (year / "绩效监控.csv").unlink()


def _another_edition(year: Path) -> None:
    path = year / "year.toml"
    path.write_text(path.read_text("utf-8").replace("sichuan_2023", "yunnan_2020"), "utf-8")
    for stage in ("目标制定", "自评公开", "DG-2023"):
        _without(year, "绩效证据.csv", stage)


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (_no_evidence, "“免费复印份数”未取得数据"),
        (_no_indicators, "“政务服务大厅物业管理经费”没有设绩效指标"),
        (_no_goal, "本年支出1,294,838.50元，没有编绩效目标"),
        (_no_monitoring, "的监控，没有监控数据"),
        (_another_edition, "“青禾县行政审批局”没有设绩效指标"),
    ],
)
def test_a_half_filled_year_publishes_nothing(
    year: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    spoil: Callable[[Path], None],
    said: str,
) -> None:
    """No score is made of the parts that are there; what is wanting is listed instead."""
    spoil(year)
    assert main(["publish", str(year), "--out", str(tmp_path / "out")]) == 2
    assert said in capsys.readouterr().err
    assert [year] == list(tmp_path.iterdir())


def test_papers_our_own_checker_faults_are_not_published(
    year: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A date that does not exist in a text: exit code 1, the finding, and no folder."""
    path = year / "year.toml"
    text = path.read_text("utf-8")
    at = text.index("部门职责")
    start = text.index('"', text.index("=", at)) + 1
    path.write_text(text[:start] + "自2023年2月30日起施行。" + text[start:], "utf-8")
    assert main(["publish", str(year), "--out", str(tmp_path / "out")]) == 1
    told = capsys.readouterr().out
    assert "什么也没有写出" in told
    assert "WRD012" in told
    assert [year] == list(tmp_path.iterdir())


def test_a_published_gap_has_no_score(year: Path, tmp_path: Path) -> None:
    """One value truly not measured, with its reason: 不能评分 in the form and in every sentence."""
    _without(year, "绩效证据.csv", "ZB0101")
    with (year / "绩效自评.csv").open("a", encoding="utf-8") as file:
        file.write("XM2301,ZB0101,,维修台账在搬迁中遗失，没有留下面积记录,,,\n")
        file.write("部门整体,目标实现,,维修面积没有记录,,,\n")
        file.write("XM2301,目标完成,,维修面积没有记录,,,\n")
    out = tmp_path / "out"
    assert main(["publish", str(year), "--out", str(out)]) == 0
    words = "\n".join(block.text for block in read(_docx(out)).paragraphs())
    assert "政务服务大厅运转经费绩效自评因维修维护面积未取得数据，不能评分。" in words
    assert "政务服务大厅运转经费绩效自评得分" not in words


def test_two_scores_of_a_project_are_told_apart(published: Path) -> None:
    """Self-evaluation and department evaluation are two phases, each with its own form."""
    words = "\n".join(block.text for block in read(_docx(published)).paragraphs())
    assert "综合楼信息化建设和装修经费绩效自评得分为99.74分" in words
    assert "综合楼信息化建设和装修经费部门评价得分为97.9分" in words
    assert "两个环节的指标和分值不同" in words


def test_an_older_package_gives_way_only_when_told(
    published: Path, package: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Then wholly, and two runs give the same bytes; a folder with anything else never does."""
    assert main(["publish", str(YEAR), "--out", str(package)]) == 2
    assert "--replace" in capsys.readouterr().err
    (package / "old.txt").write_text("", "utf-8")
    assert main(["publish", str(YEAR), "--out", str(package), "--replace"]) == 0
    assert {p.name: p.read_bytes() for p in published.iterdir()} == {
        p.name: p.read_bytes() for p in package.iterdir()
    }
    (package / FIGURES).unlink()
    assert main(["publish", str(YEAR), "--out", str(package), "--replace"]) == 2


def test_what_is_no_package_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An empty folder, a torn ledger, a file."""
    for command in ("verify", "trace"):
        more = ["x"] if command == "trace" else []
        assert main([command, str(tmp_path), *more]) == 2
        (tmp_path / FIGURES).write_text("{", "utf-8")
        (tmp_path / EVIDENCE).write_text("", "utf-8")
        assert main([command, str(tmp_path), *more]) == 2
        assert main([command, str(tmp_path / FIGURES), *more]) == 2
        (tmp_path / FIGURES).unlink()
    assert "Traceback" not in capsys.readouterr().err
