"""Labels (名目) made comparable: blanks, quotes, brackets and numbering do not count."""

from __future__ import annotations

import re
from functools import lru_cache

from kaocheng.kernel.numerals import plain

_BLANK = re.compile(r"[\s\u3000\xa0\u200b]+")
_SAME = str.maketrans(
    {
        **dict.fromkeys("(﹙[【", "（"),
        **dict.fromkeys(")﹚]】", "）"),
        **dict.fromkeys("\uff02\"'”‘’「」『』《》", "“"),
        "、": "，",
        ",": "，",
        ":": "：",
    }
)
_NUMBER = re.compile(
    r"(?:（?[一二三四五六七八九十]{1,3}(?:）|，|[.．](?!\d))|（\d{1,2}）|\d{1,2}(?:，|[.．](?!\d))|[①-⑳])"
)
_LEAD = re.compile(r"(?:其中|减|加)：")


@lru_cache(maxsize=4096)
def squeezed(text: str) -> str:
    """The text without blanks, brackets and quotes made alike."""
    return _BLANK.sub("", plain(text)).translate(_SAME)


def bare(text: str) -> str:
    """A row label (行名) without numbering such as 一、 or （二） and without 其中：."""
    rest = squeezed(text)
    while match := _NUMBER.match(rest) or _LEAD.match(rest):
        rest = rest[match.end() :]
    return rest.strip("：")
