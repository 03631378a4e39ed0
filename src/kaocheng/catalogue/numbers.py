"""Numbers of items (事项编号): what may stand in one, so that it also fits into an address."""

from __future__ import annotations

import re

NUMBER = re.compile(r"\A[A-Za-z0-9][A-Za-z0-9._-]{0,39}\Z")
WORDING = "事项编号只能用字母、数字、点、横线和下划线，最多40位。"


def is_number(text: str) -> bool:
    """Whether a text may be an item's number."""
    return NUMBER.match(text) is not None
