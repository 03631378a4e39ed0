"""Scorecards written as text (文字评分): headings with （N分） and sentences that say 得N分."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kaocheng.kernel.documents import Document, Paragraph, Passage
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.numerals import plain
from kaocheng.performance.entries import POINTS
from kaocheng.performance.quantities import figure_at
from kaocheng.performance.records import ProseScore, ProseScorecard

_NUMBERING = (
    (1, re.compile(r"\s*\([一二三四五六七八九十]+\)")),
    (3, re.compile(r"\s*\(\d+\)")),
    (2, re.compile(r"\s*\d+[、.．](?!\d)")),
    (0, re.compile(r"\s*[一二三四五六七八九十]+、")),
)
_MAXIMUM = re.compile(r"\((\d+(?:\.\d+)?)\s*分\)")
_AWARD = re.compile(
    r"(?:该项|此项|本项|标准|标准该|计算)[^。；;\d]{0,12}?(?:得分?|扣后得分)[^。；;\d扣]{0,4}?(\d+(?:\.\d+)?)"
    r"(?:\s*分|(?=[。；;]|\s*$))"
)
_PART = re.compile(r"([\u4e00-\u9fff]{2,12}?)(?:绩效)?(?:得分)?为(\d+(?:\.\d+)?)\s*分")
_TOTAL = re.compile(
    r"(?:综合[^。；;\d]{0,16}?得分|总得分|总分|最终得分|合计得分|自评得分)[^\d。；;]{0,3}(\d+(?:\.\d+)?)\s*分"
)
_GRADE = re.compile(r"[“\"]?(优秀|良好|优|良|中等|中|合格|不合格|差)[”\"]?\s*(?:等次|等级|。|，|$)")
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class _Node:
    depth: int
    title: str
    maximum: Figure | None
    passages: list[Passage]


def read_prose(document: Document) -> tuple[ProseScorecard, ...]:
    """The scorecard written as text, if at least three headings carry points and awards follow."""
    nodes: list[_Node] = []
    ending: Passage | None = None
    for paragraph in document.paragraphs():
        node = _node(paragraph)
        ending = paragraph.content if _TOTAL.search(plain(paragraph.text)) else ending
        if node is not None:
            nodes.append(node)
        elif nodes:
            nodes[-1].passages.append(paragraph.content)
    scores = tuple(_scores(_relevant(nodes)))
    counted = [s for s in scores if s.maximum]
    if len(counted) < _FEWEST or not any(s.awarded for s in scores):
        return ()
    return (_card(scores, ending, counted[0]),)


def _node(paragraph: Paragraph) -> _Node | None:
    text = plain(paragraph.text)
    for depth, pattern in _NUMBERING:
        if match := pattern.match(text):
            rest = text[match.end() :]
            points = _MAXIMUM.search(text, match.end(), match.end() + 60)
            title = re.split(r"[(:：。，,\n]", rest, maxsplit=1)[0].strip()
            figure = (
                figure_at(paragraph.content, points.start(1), points.end(1), "分值", POINTS)
                if points and depth
                else None
            )
            return _Node(depth, title, figure, [paragraph.content])
    return None


def _relevant(nodes: list[_Node]) -> list[_Node]:
    """From the first part that holds points on, to the last chapter of the same kind."""
    marked = [i for i, node in enumerate(nodes) if node.maximum]
    if not marked:
        return []
    start = marked[0]
    while start > 0 and nodes[start - 1].depth in (1, 2) and nodes[start].depth > 1:
        start -= 1
    end = marked[-1] + 1
    while end < len(nodes) and nodes[end].depth != 0:
        end += 1
    return nodes[start:end]


def _scores(nodes: list[_Node]) -> Iterator[ProseScore]:
    open_titles: list[tuple[int, str]] = []
    for node in nodes:
        open_titles = [pair for pair in open_titles if pair[0] < node.depth]
        path = tuple(title for _, title in open_titles)
        text, awarded = _award(node.passages)
        yield ProseScore(
            node.title, node.depth, path, node.passages[0], node.maximum, awarded, text
        )
        open_titles.append((node.depth, node.title))


def _award(passages: list[Passage]) -> tuple[Passage, Figure | None]:
    for passage in passages:
        matches = list(_AWARD.finditer(plain(passage.text)))
        if matches and not _TOTAL.search(plain(passage.text)):
            last = matches[-1]
            return passage, figure_at(passage, last.start(1), last.end(1), "得分", POINTS)
    return passages[0], None


def _card(
    scores: tuple[ProseScore, ...], ending: Passage | None, first: ProseScore
) -> ProseScorecard:
    parts: list[tuple[str, Figure]] = []
    total: Figure | None = None
    grade = ""
    if ending is not None:
        text = plain(ending.text)
        found = list(_TOTAL.finditer(text))[-1]
        total = figure_at(ending, found.start(1), found.end(1), "总分", POINTS)
        titles = {s.title for s in scores}
        for match in _PART.finditer(text):
            name = next((t for t in titles if t and match[1].removesuffix("绩效").endswith(t)), "")
            if name and match.start(2) != found.start(1):
                figure = figure_at(ending, match.start(2), match.end(2), f"{name}得分", POINTS)
                parts.append((name, figure))
        graded = _GRADE.search(text, found.end())
        grade = graded[1] if graded else ""
    return ProseScorecard(scores, tuple(parts), total, grade, first.heading.place)
