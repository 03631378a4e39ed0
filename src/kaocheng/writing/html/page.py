"""The frame of the page (页面框架): head with style and script, header, end."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from kaocheng.writing.html.escaping import esc

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:"


@lru_cache(maxsize=2)
def _file(name: str) -> str:
    return files("kaocheng.writing.html").joinpath(name).read_text("utf-8")


def opening(title: str) -> str:
    """From the first byte to the first document."""
    return (
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{esc(title)}</title>\n<style>\n{_file('style.css')}</style>\n</head>\n<body>\n"
        '<a class="skip" href="#main">跳到正文</a>\n'
        f'<header class="top"><h1>{esc(title)}</h1>'
        "<p>点文中带底色的字，或右边的问题，可以互相跳转。</p></header>\n"
        '<main id="main">\n'
    )


def closing() -> str:
    """From the last document to the last byte."""
    return (
        '</main>\n<div id="tip" role="status" hidden></div>\n'
        f"<script>\n{_file('script.js')}</script>\n</body>\n</html>\n"
    )
