"""Findings in one self-contained web page (网页报告): the document itself with every fault marked.

The functions of the protocol give one file for any number of documents. For a folder of pages:
`page(report)` is a whole file for one document, `index(entries)` the file that links to them.
"""

from __future__ import annotations

from collections.abc import Sequence

from kaocheng.kernel.reports import Report
from kaocheng.writing.html.article import article, refused
from kaocheng.writing.html.page import closing, opening
from kaocheng.writing.html.table import overview
from kaocheng.writing.summary import Summary, summary

BETWEEN = "\n"

__all__ = ["BETWEEN", "body", "head", "index", "page", "tail", "unreadable"]


def head() -> str:
    """The page as far as the first document."""
    return opening("考成核对报告")


def body(report: Report) -> str:
    """One document with its findings, charts and filters."""
    return article(report)


def unreadable(file: str, why: str) -> str:
    """A document that could not be read."""
    return refused(file, why)


def tail(summaries: Sequence[Summary]) -> str:
    """The summary, which the page puts on top when there are several documents."""
    return (overview(summaries) if len(summaries) > 1 else "") + closing()


def page(report: Report) -> str:
    """A whole file for one document."""
    return head() + body(report) + tail([summary(report)])


def index(entries: Sequence[tuple[Summary, str]]) -> str:
    """A whole file that lists documents, each with the address of its page ("" for none)."""
    links = [link for _, link in entries]
    return opening("考成核对汇总") + overview([item for item, _ in entries], links) + closing()
