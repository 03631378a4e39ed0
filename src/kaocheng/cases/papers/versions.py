"""Corrected papers (更正的文书): the number stays, the version and what it replaces are said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kaocheng.kernel.dates import official_date
from kaocheng.kernel.papers import Paper, Prose, Run

_NOTE = "本件为第{version}版，更正{day}签发的第{before}版；第{before}版同时停止使用。"


def corrected(paper: Paper, number: str, version: int, before: date) -> Paper:
    """The paper under its first 文号, headed by a line on which version it replaces."""
    said = _NOTE.format(version=version, before=version - 1, day=official_date(before))
    return replace(paper, number=number, parts=(Prose((Run(said),), "note"), *paper.parts))
