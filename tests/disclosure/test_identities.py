"""Identities are found only where each name stands once, or always with one value."""

from __future__ import annotations

import pytest

from kaocheng.disclosure.identities import called, identities
from tests.disclosure.texts import first_sentence


def _found(text: str) -> list[tuple[str, str]]:
    mentions = called(first_sentence(text).mentions)
    return [
        (identity.name, match[0].figure.text)
        for identity in identities()
        if (match := identity.find(mentions))
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("合同金额9.00万元，已付4.00万元，尚欠5.00万元。", [("投入 = 已付 + 尚欠", "9.00万元")]),
        ("合同金额9.00万元，已付4.00万元。", []),
        ("合同金额9.00万元，已付4.00万元，已付3.00万元，尚欠5.00万元。", []),
        (
            "基本支出9.00万元，人员经费7.00万元，公用经费2.00万元。",
            [("基本支出 = 人员经费 + 公用经费", "9.00万元")],
        ),
        ("基本支出增加9.00万元，人员经费7.00万元，公用经费2.00万元。", []),
    ],
)
def test_identities(text: str, found: list[tuple[str, str]]) -> None:
    """A part missing, named twice with two values, or only a change: no identity."""
    assert found == _found(text)


def test_every_identity_is_well_formed() -> None:
    """A name, a known scope, something to add."""
    scopes = {"sentence", "paragraph", "section", "chapter"}
    assert scopes >= {identity.scope for identity in identities()}
    assert all(identity.name and identity.plus for identity in identities())


def test_terms_that_need_not_be_named_count_where_they_are() -> None:
    """结余分配 is subtracted where it is written, and is no reason to be silent where it is not."""
    year = (
        "年初结转和结余5.00万元，本年收入12.00万元，本年支出11.00万元，{}年末结转和结余5.00万元。"
    )
    ends = next(i for i in identities() if i.whole.match("年末结转和结余"))
    for words, count in (("", 1), ("结余分配1.00万元，", 2)):
        match = ends.find(called(first_sentence(year.format(words)).mentions))
        assert match
        assert len(match[2]) == count
