"""Grades (评价等级): the bands a document prints, and the grade of a score in them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from kaocheng.kernel.numerals import plain

_BAND = re.compile(
    r"(?:得分|分数|分)?(?:≥|>=|≧|大于等于|不低于)(\d+(?:\.\d+)?)分?(?:\(含\))?[的为,，]*[“\"]?(优秀?|良好?|中等?|合格|差)"
)
_REST = re.compile(r"(?:得分|分数)?(?:<|＜|低于|小于)(\d+(?:\.\d+)?)分[的为,，]*[“\"]?(差|不合格)")
_NAMES = r"优秀?|良好?|中等?|合格|差"
_NAMED = re.compile(r"[优良中合差]")
_CLOSING = r"分?(?:\(含\))?(?:及|或)?以上[的者]?[为,，:：]*[“\"]?"
_FROM = re.compile(rf"(?<![\d.])(\d+(?:\.\d+)?){_CLOSING}({_NAMES})")
_RANGE = re.compile(
    rf"(?<![\d.])(\d+(?:\.\d+)?)分?(?:\(含\))?分?(?:[-—–~～至到]+)\d+(?:\.\d+)?分?(?:\(不?含\))?分?[的者为,，:：]+[“\"]?({_NAMES})"
)
_BELOW = re.compile(
    r"(?<![\d.])(\d+(?:\.\d+)?)分?(?:\(不含\))?以下[的者]?[为,，:：]*[“\"]?(差|不合格)"
)


@dataclass(frozen=True, slots=True)
class Band:
    """A grade (等级) and the least score that earns it."""

    name: str
    least: Decimal


def bands_in(text: str) -> list[Band]:
    """The bands printed in a text, such as 得分≥90分为“优”; empty when there are none."""
    if not _NAMED.search(text):  # as nearly all cells, which are numbers
        return []
    bare = re.sub(r"\s", "", plain(text))
    found = [Band(m[2], Decimal(m[1])) for m in _BAND.finditer(bare)]
    found += [Band(m[2], Decimal(m[1])) for form in (_FROM, _RANGE) for m in form.finditer(bare)]
    found += [Band(m[2], Decimal(0)) for form in (_REST, _BELOW) for m in form.finditer(bare)]
    return sorted(set(found), key=lambda band: -band.least)


def agreed(bands: list[Band]) -> list[Band]:
    """The bands of a whole document, each once; none where a grade begins in two places."""
    once = sorted(set(bands), key=lambda band: -band.least)
    return once if len({band.name[:1] for band in once}) == len(once) else []


def grade_of(score: Decimal, bands: list[Band]) -> str:
    """The grade of a score, "" when it lies in no band."""
    return next((band.name for band in bands if score >= band.least), "")
