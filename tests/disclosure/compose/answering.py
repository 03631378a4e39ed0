"""Answering what composing asks for, as a clerk would, until it composes."""

from __future__ import annotations

from dataclasses import replace

from kaocheng.disclosure.compose import Refused, compose
from kaocheng.kernel.papers import Paper
from kaocheng.money.records import AccountsYear, LastYear, Reason

WORDS = "人员和业务量有变化"


def answered(year: AccountsYear) -> AccountsYear:
    """The year with every reason, text and last year's figure that composing asks for."""
    for _ in range(3):
        try:
            compose(year)
        except Refused as refused:
            year = _with_answers(year, [item.about for item in refused.missing])
    return year


def _with_answers(year: AccountsYear, abouts: list[str]) -> AccountsYear:
    texts = {about[3:]: "大厅日常工作" for about in abouts if about.startswith("文字|")}
    before = [about[3:] for about in abouts if about.startswith("上年|")]
    reasons = [about for about in abouts if "|" not in about]
    return replace(
        year,
        texts={**year.texts, **texts},
        last_year=(*year.last_year, *(LastYear(name, 1_000_000_00) for name in before)),
        reasons=(*year.reasons, *(Reason(about, WORDS) for about in reasons)),
    )


def composed(year: AccountsYear) -> Paper:
    """The main paper of a year after all questions are answered."""
    return compose(answered(year))[0]
