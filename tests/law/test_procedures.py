"""What the law leaves out of its limits: dated, cited, the same for guide and clock."""

from __future__ import annotations

from datetime import date

import pytest

from kaocheng.law.procedures import not_counted


def test_article_45_names_eight() -> None:
    """听证、招标、拍卖、检验、检测、检疫、鉴定和专家评审."""
    found = not_counted(date(2026, 3, 2))
    assert 8 == len(found.names)
    assert "第四十五条" in found.basis
    assert "现场勘验" not in found.names


def test_before_the_law_there_is_no_list() -> None:
    """Rather than a guess."""
    with pytest.raises(LookupError, match="2004-07-01"):
        not_counted(date(2004, 6, 30))
