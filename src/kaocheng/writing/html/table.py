"""The summary of several documents (汇总页): one row each, with a link."""

from __future__ import annotations

from collections.abc import Sequence

from kaocheng.writing import summary as lines_of
from kaocheng.writing.html.escaping import esc, key
from kaocheng.writing.summary import Summary

_CLASSES = {
    "有错误": "error",
    "有提示": "note",
    "未发现问题": "clean",
    "未能核对": "note",
    "未作核对": "note",
    "核对不足": "note",
    "无法读取": "unread",
}


def overview(summaries: Sequence[Summary], links: Sequence[str] | None = None) -> str:
    """The table; links lead into this page unless others are given."""
    targets = links or [f"#{key(item.file)}" for item in summaries]
    heads = "".join(
        f'<th scope="col"{_number(i)}>{esc(head)}</th>' for i, head in enumerate(lines_of.HEADS)
    )
    rows = "\n".join(_row(item, link) for item, link in zip(summaries, targets, strict=True))
    return (
        '<section class="overview" id="overview" aria-label="汇总"><h2>汇总</h2>'
        f"<p>{esc(lines_of.totals(summaries))}</p>"
        f'<div class="wide"><table><thead><tr>{heads}</tr></thead><tbody>\n{rows}\n'
        "</tbody></table></div></section>\n"
    )


def _row(item: Summary, link: str) -> str:
    first, *cells, verdict = lines_of.row(item)
    name = f'<a href="{esc(link)}">{esc(first)}</a>' if link else esc(first)
    middle = "".join(f"<td{_number(i)}>{esc(cell)}</td>" for i, cell in enumerate(cells, 1))
    return (
        f'<tr><th scope="row">{name}</th>{middle}'
        f'<td><span class="verdict {_CLASSES[verdict]}">{verdict}</span></td></tr>'
    )


def _number(index: int) -> str:
    return ' class="n"' if index in lines_of.NUMERIC else ""
