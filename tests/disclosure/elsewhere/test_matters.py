"""One matter told in several places."""

from __future__ import annotations

from kaocheng.disclosure.elsewhere.matters import matters
from tests.disclosure.texts import taken


def _told(text: str) -> dict[str, list[str]]:
    return {
        name: [mention.figure.text for _, mention in told] for name, told in matters(taken(text))
    }


def test_a_project_and_the_receptions_are_gathered_by_name() -> None:
    """From wherever they are told."""
    text = (
        "政务大厅智能化改造项目支出12.30万元。\n二、其他\n政务大厅智能化改造项目支出13.20万元。\n"
        "国内公务接待12批次。\n全年公务接待16批次。\n"
    )
    assert {
        "政务大厅智能化改造项目": ["12.30万元", "13.20万元"],
        "接待批次": ["12批次", "16批次"],
    } == _told(text)


def test_stages_of_the_money_are_not_one_thing() -> None:
    """Budgeted and spent may differ; a nameless project is nobody's."""
    assert {} == _told("智能化改造项目预算20.00万元。\n智能化改造项目支出18.00万元。\n")
    assert {} == _told("该项目支出20.00万元。\n该项目支出18.00万元。\n")
