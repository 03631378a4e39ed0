"""Sections (章节): headings found by their numbering, each paragraph under its path of headings."""

from __future__ import annotations

from dataclasses import dataclass

from kaocheng.kernel.documents import Block, Paragraph


@dataclass(frozen=True, slots=True)
class Section:
    """One heading and the blocks under it up to the next heading.

    `number` is the printed numbering ("一、", "（二）", "3.", "第二部分"), `level` its depth from 1,
    `title` the heading without numbering, `path` the titles from the outermost down to this one.
    A heading whose sentence goes on in the same paragraph keeps that paragraph among its blocks.
    """

    number: str
    level: int
    title: str
    path: tuple[str, ...]
    heading: Paragraph | None
    blocks: tuple[Block, ...]
