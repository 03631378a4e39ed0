"""Amounts that only name what another figure is compared with or a part of."""

from __future__ import annotations

import pytest

from tests.disclosure.texts import first_sentence


@pytest.mark.parametrize(
    ("text", "refers"),
    [
        ("支出12.00万元", [""]),
        ("支出12.00万元，比上年10.00万元增加2.00万元", ["", "compared", ""]),
        ("支出12.00万元，较年初预算10.00万元超支2.00万元", ["", "compared", ""]),
        ("与2022年（10.00万元）相比增加2.00万元", ["compared", ""]),
        ("支出12.00万元，与上年12.00万元持平", ["", "compared"]),
        ("支出12.00万元，比上年增加2.00万元", ["", ""]),
        ("评比经费3.00万元，比例2.00万元", ["", ""]),
        ("支出12.00万元（2022年为10.00万元），同比增加", ["", "earlier"]),
        ("支出12.00万元，上年同期10.00万元", ["", "earlier"]),
        ("2023年投入12.00万元", [""]),
        ("上年结转10.00万元", [""]),
        ("完成预算10.00万元的96.00%", ["plan", ""]),
        ("改造3.2万平方米，为年度目标3万平方米的106.67%", ["", "plan", ""]),
        ("接待费3.00万元，占三公经费10.00万元的30%", ["", "whole", ""]),
    ],
)
def test_what_an_amount_refers_to(text: str, refers: list[str]) -> None:
    """By the words before it and right behind it."""
    assert refers == [mention.refers for mention in first_sentence(text + "。").mentions]
