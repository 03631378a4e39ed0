"""Batches put together piece by piece."""

from __future__ import annotations

import json
import tracemalloc
from dataclasses import replace

import pytest

from kaocheng.kernel.reports import Report
from kaocheng.writing import html, jsonl, markdown, sarif, text
from kaocheng.writing.stream import Format, Stream
from kaocheng.writing.summary import Summary, summary


@pytest.mark.parametrize("form", [html, jsonl, markdown, sarif, text])
def test_flat_memory(report: Report, form: Format) -> None:
    """Hundreds of documents take no more memory than their summaries."""
    kept: list[Summary] = []
    tracemalloc.start()
    stream = Stream(form, len)
    for number in range(300):
        made = replace(report, document=replace(report.document, file=f"{number}.pdf"))
        stream.add(form.body(made))
        kept.append(summary(made))
    held = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    stream.close(kept)
    assert held < 1_500_000


def test_between_only_where_needed(report: Report) -> None:
    """Empty pieces get nothing between them."""
    pieces: list[str] = []
    stream = Stream(sarif, pieces.append)
    for piece in ("", sarif.body(report), "", sarif.body(report), ""):
        stream.add(piece)
    stream.close([summary(report)])
    assert 12 == len(json.loads("".join(pieces))["runs"][0]["results"])
