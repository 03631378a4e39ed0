"""Web pages (html): one file that holds all it needs; each figure opens its lineage."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from kaocheng.kernel.papers import Paper, Shape
from kaocheng.writing.papers.files import put
from kaocheng.writing.papers.html.lineage import lineage
from kaocheng.writing.papers.html.parts import element
from kaocheng.writing.papers.marks import attribute, text
from kaocheng.writing.papers.planning import contents, cover_lines, sections

_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; "
    "base-uri 'none'; form-action 'none'"
)


def write_html(paper: Paper, path: Path) -> None:
    """Write the paper as one html file to `path`, whole or not at all.

    Raises Unwritable when the disk says no.
    """
    put(path, page(paper).encode())


def page(paper: Paper) -> str:
    """The whole page."""
    plan = sections(paper)
    parts = "".join(element(item) for section in plan for item in section.items)
    entries = "".join(
        f'<li class="d{item.level}"><a href="#e{item.entry}">{text(item.title)}</a></li>'
        for item in contents(plan)
    )
    listed = f'<nav aria-label="目录"><b>目　录</b><ul>{entries}</ul></nav>' if entries else ""
    number = f'<p class="centre number">{text(paper.number)}</p>\n' if paper.number else ""
    hint = _HINT if next(paper.figures(), None) else ""
    return (
        f"{_head(paper)}<body>\n"
        '<a class="skip" href="#text">跳到正文</a>\n<main>\n'
        f"<h1>{_title(paper)}</h1>\n"
        f'{number}{hint}{listed}\n<div id="text">\n{parts}</div>\n</main>\n{_DIALOG}\n'
        f'<script type="application/json" id="lineage">{lineage(paper)}</script>\n'
        f"<script>{_part('page.js')}</script>\n</body></html>\n"
    )


def _title(paper: Paper) -> str:
    lines = cover_lines(paper) if paper.shape is Shape.LETTER else (paper.title,)
    return "<br>".join(text(line) for line in lines)


_HINT = '<p class="hint">点选任一数字，可查看它的计算式、来自哪些数字和记录。</p>\n'
_DIALOG = (
    '<dialog aria-labelledby="of"><header><h2 id="of"></h2>'
    '<button type="button" class="back">返回</button>'
    '<button type="button" class="close">关闭</button></header><div class="inside"></div></dialog>'
)


def _head(paper: Paper) -> str:
    return (
        '<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="author" content="{attribute(paper.office)}">\n'
        f"<title>{text(paper.title)}</title>\n<style>{_part('page.css')}</style></head>\n"
    )


@lru_cache(maxsize=2)
def _part(name: str) -> str:
    return files(__package__).joinpath(name).read_text("utf-8")
