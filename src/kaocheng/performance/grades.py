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


@dataclass(frozen=True, slots=True)
class Band:
    """A grade (等级) and the least score that earns it."""

    name: str
    least: Decimal


def bands_in(text: str) -> list[Band]:
    """The bands printed in a text, such as 得分≥90分为“优”; empty when there are none."""
    bare = re.sub(r"\s", "", plain(text))
    found = [Band(m[2], Decimal(m[1])) for m in _BAND.finditer(bare)]
    found += [Band(m[2], Decimal(0)) for m in _REST.finditer(bare)]
    return sorted(found, key=lambda band: -band.least)


def grade_of(score: Decimal, bands: list[Band]) -> str:
    """The grade of a score, "" when it lies in no band."""
    return next((band.name for band in bands if score >= band.least), "")
