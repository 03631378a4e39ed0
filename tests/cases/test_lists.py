"""The lists of cases say what the law says, with figures of law by name and a basis each."""

from __future__ import annotations

from datetime import date

import pytest

from kaocheng.cases.lists import (
    channel_kinds,
    deferring,
    opinion_sets,
    opinions_of_step,
    promising,
    special_kinds,
)
from kaocheng.cases.states import Channel
from kaocheng.law.figures import legal
from kaocheng.law.procedures import not_counted

ON = date(2026, 3, 2)


def test_every_channel_has_its_nature() -> None:
    """None is forgotten."""
    assert set(Channel) == set(channel_kinds())


@pytest.mark.parametrize("kind", special_kinds().values(), ids=lambda kind: kind.name)
def test_a_special_procedure_names_its_basis_and_figures(kind: object) -> None:
    """What the law excludes is in its article 45; officers and days are figures of law."""
    assert "《行政许可法》" in kind.basis
    for name in filter(None, (kind.officers, kind.at_most)):
        assert legal(name, ON).value > 0
    if kind.name in not_counted(ON).names:
        assert "第四十五条" in kind.basis
    else:
        assert "不在" in kind.basis


def test_what_article_45_does_not_name_is_counted() -> None:
    """A visit of the place is left out of the promise only; what the article names is one of the list."""
    named = set(not_counted(ON).names)
    assert {"听证", "专家评审"} <= named <= set(special_kinds())
    assert "现场勘验" not in named


def test_opinions_pass_or_block_or_ask_for_mending() -> None:
    """Each word at most one of them."""
    for kind in opinion_sets().values():
        assert set(kind.passes) | set(kind.blocks) <= set(kind.words)
        assert not set(kind.passes) & set(kind.blocks)
    assert "联合验收" == opinions_of_step("消防验收")
    assert "审查" == opinions_of_step("消防意见")


def test_the_rules_of_deferring_and_promising() -> None:
    """A consequence, a basis, and days for the check."""
    assert "撤销" in deferring().consequence
    assert legal(promising().check_within, ON).local
    assert promising().basis
