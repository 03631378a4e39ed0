"""The encoding of a web page (网页编码): byte order mark, then what it says, then what fits."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

DECLARED = re.compile(
    rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_\-]{2,20})""", re.IGNORECASE
)
HEAD = 4096
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
CHINESE = frozenset(["gb2312", "gbk", "gb18030", "x-gbk", "gb_2312-80", "hz-gb-2312", "cp936"])


def decoded(data: bytes) -> str:
    """The text of a page; bytes that fit no encoding become a replacement mark."""
    for mark, name in MARKS:
        if data.startswith(mark):
            return data.decode(name, errors="replace")
    match = DECLARED.search(data[:HEAD])
    named = match[1].decode("ascii").lower() if match else ""
    for name in (_known(named), "utf-8", "gb18030"):
        try:
            return data.decode(name)
        except ValueError:
            continue
    if match:
        return data.decode(_known(named), errors="replace")
    best = from_bytes(data[: HEAD * 16]).best()
    return data.decode(best.encoding if best else "utf-8", errors="replace")


def _known(name: str) -> str:
    """The name under which Python knows an encoding; a GB page is read with the largest GB set."""
    if name in CHINESE:
        return "gb18030"
    try:
        "".encode(name)
    except (LookupError, ValueError):
        return "utf-8"
    return "utf-8" if "16" in name or "32" in name else name
