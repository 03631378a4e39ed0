"""A document's performance records (绩效记录的读取): forms, scorecards and scores in prose."""

from __future__ import annotations

from kaocheng.kernel.documents import Document
from kaocheng.performance.forms import read_form
from kaocheng.performance.prose import read_prose
from kaocheng.performance.records import Performance
from kaocheng.performance.rows import stacks
from kaocheng.performance.scorecards import read_scorecards


def read_performance(document: Document) -> Performance:
    """Everything about performance in a document as read; empty where there is nothing."""
    forms = tuple(form for stack in stacks(document) if (form := read_form(stack)))
    return Performance(
        document=document,
        forms=forms,
        scorecards=read_scorecards(document),
        prose=read_prose(document),
    )
