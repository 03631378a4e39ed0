"""Of whom a paragraph speaks: the titles of reports decide, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from kaocheng.kernel.documents import Paragraph
from kaocheng.performance.readers import read_performance
from kaocheng.performance.records import Performance
from kaocheng.performance.speaking import about_projects, bare, card_about
from kaocheng.reading.opening import read

FORM = """部门预算项目支出绩效自评表
项目名称	XM01-{name}
主管部门	青禾县行政审批局
年度预算数（万元）	年初预算	调整后预算数	预算执行数	预算执行率	权重	得分	原因
总额	100.00	100.00	100.00	100.00%	10	10
一级指标	二级指标	三级指标	指标性质	指标值	度量单位	完成值	权重	得分	数据来源
产出指标	数量指标	窗口	≥	8	个	9	90	90	验收单
合计	100	100
"""
CARD = """{name}评分表
一级指标	二级指标	三级指标	指标分值	指标解释	计分标准	自评得分
决策	立项	程序规范	10	程序	规范得满分	10
"""
TEXT = """部门整体支出绩效评价报告
全年正常运行。

窗口改造绩效评价报告
窗口改造做完了。
本报告提到物业管理。

附件2 物业管理绩效评价报告
按月考核。

"""


def _performance(tmp_path: Path, text: str) -> Performance:
    path = tmp_path / "a.txt"
    path.write_text(text, "utf-8")
    return read_performance(read(path))


def test_a_report_speaks_of_the_project_in_its_title(tmp_path: Path) -> None:
    """Of none before, and not of another that is only mentioned."""
    forms = "\n".join(FORM.format(name=name) for name in ("窗口改造", "物业管理"))
    told = {
        passage.text.strip(): form and bare(form)
        for form, passage in about_projects(_performance(tmp_path, TEXT + forms))
    }
    assert None is told["全年正常运行。"]
    assert "窗口改造" == told["窗口改造做完了。"] == told["本报告提到物业管理。"]
    assert "物业管理" == told["按月考核。"]


def test_a_title_broken_into_two_lines_is_one(tmp_path: Path) -> None:
    """As pages print it; a sentence before a title is no part of it, and of a project unknown nothing is told."""
    text = (
        "附件2 窗口\n改造项目绩效评价报告\n做完了。\n窗口改造已完成。\n部门整体绩效评价报告\n正常。\n"
        "窗口改造见后，另有\n食堂项目绩效评价报告\n开了。\n"
    )
    read_back = _performance(tmp_path, f"{text}\n{FORM.format(name='窗口改造')}")
    told = {p.text.strip(): form and bare(form) for form, p in about_projects(read_back)}
    assert ("窗口改造", None) == (told["做完了。"], told["正常。"])
    assert "开了。" not in told


def test_the_head_of_a_page_is_no_title(tmp_path: Path) -> None:
    """Although it ends like one, the report goes on beyond the page."""
    found = _performance(tmp_path, TEXT + FORM.format(name="窗口改造"))
    head = [
        replace(block, role="header")
        if isinstance(block, Paragraph) and "物业管理绩" in block.text
        else block
        for block in found.document.blocks
    ]
    turned = replace(found, document=replace(found.document, blocks=tuple(head)))
    told = {p.text.strip(): form and bare(form) for form, p in about_projects(turned)}
    assert "窗口改造" == told["按月考核。"]
    assert None is {p.text.strip(): form for form, p in about_projects(found)}.get("按月考核。")


def test_the_scorecard_of_a_project_bears_its_name(tmp_path: Path) -> None:
    """That of the department says 整体; two that could be meant are none."""
    cards = "\n".join(CARD.format(name=name) for name in ("整体绩效", "窗口改造绩效"))
    found = _performance(tmp_path, f"{FORM.format(name='窗口改造')}\n{cards}")
    whole, own = card_about(found, None), card_about(found, found.forms[0])
    assert whole is not None
    assert own is not None
    assert ("整体" in whole.title, "窗口改造" in own.title) == (True, True)
    twice = _performance(tmp_path, f"{cards}\n{CARD.format(name='部门整体')}")
    assert None is card_about(twice, None)
