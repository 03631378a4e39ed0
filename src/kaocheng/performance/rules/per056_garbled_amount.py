"""PER056: an amount with a stroke between number and unit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaocheng.kernel.findings import Finding
from kaocheng.kernel.rulebook import Said, rule
from kaocheng.performance.records import Performance
from kaocheng.performance.wording import find, passages, skipped

_CODE = "PER056"
_GARBLED = re.compile(r"(?<![\d.-])(\d+(?:\.\d+)?)[-—–~～]+((?:亿|万)?元)")


@rule("金额数字与单位之间有多余符号", family="文字", of=Performance)
def garbled_amount(performance: Performance) -> Iterator[Said]:
    """“100-万元”之类，数字与单位之间多出连字符，可能漏了数字，读不出是多少。"""
    if not performance.forms:
        yield skipped(_CODE, "文件中没有绩效自评表")
        return
    for passage, match in find(_GARBLED, passages(performance)):
        quote = passage.text[match.start() : match.end()]
        yield Finding(
            _CODE,
            passage.at(match.start(), match.end()),
            quote,
            quote,
            f"{match[1]}{match[2]}",
            f"“{quote}”数字与单位之间有多余的符号，看不出是{match[1]}{match[2]}还是漏了数字。",
            remedy="写清金额。",
        )
