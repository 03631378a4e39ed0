"""Writing the outline (行文): the blocks of an edition in order, each in the wording that fits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from kaocheng.disclosure.compose.charts import chart
from kaocheng.disclosure.compose.evaluating import Evaluator
from kaocheng.disclosure.compose.facts import Facts
from kaocheng.disclosure.compose.glossary import entries
from kaocheng.disclosure.compose.numbering import OF_LEVEL, TITLES, Counter
from kaocheng.disclosure.compose.patterns import Block
from kaocheng.kernel.papers import Heading, Part, Prose, Run, Sheet

_CHART, _ORDER = "chart:", "order:"


@dataclass(slots=True)
class Writer:
    """Writes one paper's blocks, counting headings and charts.

    `sheets` are the account tables; `about` the performance forms with the project code each is
    about ("" for the department as a whole).
    """

    evaluator: Evaluator
    sheets: tuple[Sheet, ...] = ()
    about: tuple[tuple[str, Sheet], ...] = ()
    counter: Counter = field(default_factory=Counter)
    pictures: int = 0

    def parts(self, order: str, facts: Facts) -> Iterator[Part]:
        """Every block of the order, written."""
        patterns = self.evaluator.patterns
        for name in patterns.orders[order]:
            block = patterns.blocks[name]
            for here in self._scopes(block, facts):
                yield from self._block(block, here)

    def _scopes(self, block: Block, facts: Facts) -> Iterator[Facts]:
        if not block.each:
            yield facts
        for member in facts.lists.get(block.each, ()) if block.each else ():
            yield facts.within(member)

    def _block(self, block: Block, facts: Facts) -> Iterator[Part]:
        text = self.evaluator.chosen(block.variants, facts) if block.variants else ""
        if text is None:
            return
        if block.level:
            words = "".join(run.text for run in self.evaluator.runs(text, facts))
            mark = block.mark or OF_LEVEL[block.level]
            yield Heading(block.level, self.counter.next(mark) + words, mark in TITLES)
        elif block.part:
            yield from self._placed(block, facts)
        else:
            yield from self._prose(block, text, facts)

    def _placed(self, block: Block, facts: Facts) -> Iterator[Part]:
        if block.part == "sheets":
            yield from self.sheets
        elif block.part in ("glossary", "terms"):
            yield from self._glossary(facts, block)
        elif block.part == "performance":
            yield from (sheet for _, sheet in self.about)
        elif block.part == "forms":
            about = facts.words.get("项目代码", "")
            yield from (sheet for subject, sheet in self.about if subject == about)
        elif block.part.startswith(_ORDER):
            yield from self.parts(block.part.removeprefix(_ORDER), facts)
        elif block.part.startswith(_CHART):
            pattern = self.evaluator.patterns.charts[block.part.removeprefix(_CHART)]
            drawn = chart(pattern, facts, self.evaluator, self.pictures + 1)
            if drawn:
                self.pictures += 1
                yield drawn
        else:
            raise LookupError(block.part)

    def _prose(self, block: Block, text: str, facts: Facts) -> Iterator[Part]:
        for paragraph in text.strip().splitlines():
            runs = self.evaluator.runs(paragraph.strip(), facts)
            for piece in _paragraphs(runs):
                number = self.counter.next(block.mark) if block.mark else ""
                head = (Run(number),) if number else ()
                yield Prose((*head, *piece), block.role)

    def _glossary(self, facts: Facts, block: Block) -> Iterator[Part]:
        for words in entries(facts, items=block.part == "glossary"):
            yield Prose((Run(self.counter.next(block.mark) + words),))


def _paragraphs(runs: tuple[Run, ...]) -> Iterator[tuple[Run, ...]]:
    """Words the clerk typed may hold several paragraphs; each line is one."""
    piece: list[Run] = []
    for run in runs:
        if run.figure is not None:
            piece.append(run)
            continue
        first, *rest = run.text.split("\n")
        piece += [Run(first)] if first else []
        for line in rest:
            if piece:
                yield tuple(piece)
            piece = [Run(line.strip())] if line.strip() else []
    if piece:
        yield tuple(piece)
