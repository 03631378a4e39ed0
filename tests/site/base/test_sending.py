"""A file is sent to be kept, under a name every browser reads."""

from __future__ import annotations

import pytest
from django.http import HttpResponse

from kaocheng.site.base.sending import CSV, attached


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("cases.csv", 'attachment; filename="cases.csv"'),
        ("办件.csv", "attachment; filename*=utf-8''%E5%8A%9E%E4%BB%B6.csv"),
    ],
)
def test_the_name_is_told(name: str, told: str) -> None:
    """In Latin letters as it is, in Chinese by RFC 5987."""
    assert told == attached(HttpResponse(content_type=CSV), name)["Content-Disposition"]
