"""Evaluating patterns (套用句式): slots become runs that carry their figures; gaps are collected."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from kaocheng.disclosure.compose.conditions import holds
from kaocheng.disclosure.compose.facts import Facts
from kaocheng.disclosure.compose.grammar import Slot, Unparsable, filled_in, parsed
from kaocheng.disclosure.compose.missing import Missing
from kaocheng.disclosure.compose.patterns import Patterns, Variant
from kaocheng.disclosure.compose.printing import Printer
from kaocheng.disclosure.compose.typed import (
    FOUND,
    WRITTEN,
    of_goal,
    of_reason,
    of_text,
    trimmed,
    typed_pieces,
    typed_runs,
)
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.papers import Run
from kaocheng.performance.wording import evades

AGAINST = "预算差异"
"""What a reason is about that tells why the outcome is not the budget: 名称 and this word."""
POSTS = "实有人数"
"""What a reason is about that tells why more people are in service than posts are established."""
REASONS, TEXTS = "原因说明", "year.toml"
"""Where the office writes its reasons and its free texts."""


class UnknownName(LookupError):
    """A pattern names a total that no table and no entry gives (句式引用了没有的数)."""


@dataclass(slots=True)
class Evaluator:
    """Writes patterns of one edition; `missing` gathers what the clerk must still supply."""

    patterns: Patterns
    printer: Printer
    missing: dict[str, Missing] = field(default_factory=dict)

    def chosen(self, variants: Sequence[Variant], facts: Facts) -> str | None:
        """The first wording whose conditions all hold, None when none fits."""
        for variant in variants:
            if all(holds(condition, facts) for condition in variant.when):
                return variant.text
        return None

    def runs(self, pattern: str, facts: Facts) -> tuple[Run, ...]:
        """A pattern written out, neighbouring words joined, shares of a list by the declared rule."""
        return tuple(_joined(self._squeezed(list(self._pieces(pattern, facts)))))

    def _pieces(self, pattern: str, facts: Facts) -> Iterator[Run]:
        for piece in parsed(pattern):
            if isinstance(piece, str):
                yield Run(piece)
            else:
                yield from self._slot(piece, facts)

    def _slot(self, slot: Slot, facts: Facts) -> Iterator[Run]:
        if slot.action == "phrase":
            yield from self._phrase(slot.operands[0], slot.operands[1:], facts)
        elif slot.action == "each":
            yield from self._each(slot.operands, facts)
        elif slot.action == "names":
            yield Run("、".join(facts.names.get(slot.operands[0], ())))
        elif slot.action == "reason":
            yield from self._reason(slot.operands, facts)
        elif slot.action == "text":
            yield from self._text(slot.operands[0], facts)
        else:
            yield from self._number(slot, facts)

    def _phrase(self, name: str, operands: tuple[str, ...], facts: Facts) -> Iterator[Run]:
        variants = tuple(
            Variant(filled_in(v.text, operands), tuple(filled_in(w, operands) for w in v.when))
            for v in self.patterns.phrases[name]
        )
        text = self.chosen(variants, facts)
        if text:
            yield from self._pieces(text, facts)

    def _each(self, operands: tuple[str, ...], facts: Facts) -> Iterator[Run]:
        name, phrase, *between = operands
        for number, member in enumerate(facts.lists.get(name, ())):
            if number:
                yield Run(between[0] if between else "；")
            yield from self._phrase(phrase, (), facts.within(member))

    def _number(self, slot: Slot, facts: Facts) -> Iterator[Run]:
        first = slot.operands[0]
        if not slot.action and (word := first.removeprefix("@")) in facts.words:
            yield from self._word(word, facts)
            return
        known = [self._figure(operand, facts) for operand in slot.operands]
        figures = [figure for figure in known if figure is not None]
        if len(figures) == len(known):
            figure = self._worked_out(slot, figures)
            yield Run(figure.text, figure)

    def _word(self, word: str, facts: Facts) -> Iterator[Run]:
        """A plain word; what a unit wrote of its goal is typed, and its numbers are figures."""
        if word in WRITTEN:
            yield from typed_runs(facts.words[word], of_goal(facts.words["绩效目标"], word))
        elif word in FOUND:
            yield from typed_runs(facts.words[word], facts.words[f"{word}出处"])
        else:
            yield Run(facts.words[word])

    def _worked_out(self, slot: Slot, figures: list[Figure]) -> Figure:
        if not slot.action:
            return self.printer.plain(figures[0], slot.unit, slot.decimals)
        if slot.action == "change":
            return self.printer.change(figures[0], figures[1], slot.unit)
        work = {
            "share": self.printer.share,
            "growth": self.printer.growth,
            "completion": self.printer.completion,
        }
        return work[slot.action](figures[0], figures[1])

    def _figure(self, operand: str, facts: Facts) -> Figure | None:
        figure = facts.figure(operand)
        if figure is None and operand.startswith("^"):
            name = operand[1:]
            message = f"缺“{name}”的上年数，请在“上年数”表中补填。"
            self._lacks(f"上年|{name}", message, "上年数")
        elif figure is None:
            raise UnknownName(operand)
        return figure

    def _reason(self, operands: tuple[str, ...], facts: Facts) -> Iterator[Run]:
        abouts = [facts.words.get(name[1:], "") if name[0] == "@" else name for name in operands]
        given = next((found for about in abouts if (found := facts.reason(about))), None)
        if given:
            yield from self._typed(trimmed(given.words), of_reason(given.about), facts)
        elif f"上年|{abouts[0]}" not in self.missing:
            # whether there is a change to explain is not known before last year is
            self._lacks(abouts[0], self._wanted(abouts[0], facts), REASONS)

    def _wanted(self, about: str, facts: Facts) -> str:
        """What to write, with the two numbers where they are known."""
        if about == POSTS:
            return (
                f"{about}超过核定编制，请核对；确有超编的在“{REASONS}”表中写明原因和消化办法，"
                f"说明的数字填“{about}”。"
            )
        kind, now, before = "本年比上年有增减", facts.figure(about), facts.figure("^" + about)
        words = ("本年", "上年")
        if about.endswith(AGAINST) or facts.words.get("项") == about:
            name = "决算" if facts.words.get("项") == about else about.removesuffix(AGAINST)
            kind, now, before = "决算数与预算数不同", facts.figure(name), facts.figure("~" + name)
            words = ("决算", "预算")
        told = ""
        if now and before:
            one, two = self.printer.plain(now), self.printer.plain(before)
            told = f"（{words[0]}{one.text}，{words[1]}{two.text}）"
        subject = about.removesuffix(AGAINST)
        return f"“{subject}”{kind}{told}，请在“原因说明”表中写明主要原因，说明的数字填“{about}”。"

    def _text(self, name: str, facts: Facts) -> Iterator[Run]:
        words = facts.year.texts.get(name, "").strip()
        if words and not evades(words):
            yield from self._typed(words, of_text(name), facts)
        else:
            message = f"缺“{name}”一段文字，请在{TEXTS}的[texts]里补写。"
            self._lacks(f"文字|{name}", message, TEXTS)

    def _typed(self, words: str, source: str, facts: Facts) -> Iterator[Run]:
        """Words the clerk typed; they may hold slots, and their own numbers become figures."""
        try:
            pieces = typed_pieces(words)
        except Unparsable:
            register = REASONS if source.startswith(REASONS) else TEXTS
            self._lacks(source, f"“{source}”里的花括号写错了：{words}", register)
            return
        first = 1
        for piece in pieces:
            if isinstance(piece, str):
                runs = tuple(typed_runs(piece, source, first))
                first += sum(run.figure is not None for run in runs)
                yield from runs
            else:
                yield from self._number(piece, facts)

    def _lacks(self, about: str, message: str, register: str) -> None:
        self.missing.setdefault(about, Missing(about, message, register))

    def _squeezed(self, runs: list[Run]) -> list[Run]:
        """末项倒挤: the last share that is not nil takes what the others leave of 100%."""
        if self.patterns.style.shares != "last":
            return runs
        groups: dict[tuple[str, Decimal], list[int]] = {}
        for index, run in enumerate(runs):
            if run.figure and run.figure.name.endswith("占比"):
                whole = run.figure.sources[1]
                groups.setdefault((whole.name, whole.base), []).append(index)
        for group in groups.values():
            self._squeeze(runs, group)
        return runs

    def _squeeze(self, runs: list[Run], group: list[int]) -> None:
        shares = [(index, figure) for index in group if (figure := runs[index].figure)]
        parts = sum((figure.sources[0].base for _, figure in shares), Decimal(0))
        filled = [(index, figure) for index, figure in shares if figure.value]
        if len(filled) < 2 or parts != shares[0][1].sources[1].base:
            return
        index, last = filled[-1]
        others = tuple(figure for at, figure in shares if at != index)
        rest = replace(self.printer.rest(last.name, others), year=last.year)
        if rest.value != last.value:
            runs[index] = Run(rest.text, rest)


def _joined(runs: Sequence[Run]) -> Iterator[Run]:
    words = ""
    for run in runs:
        if run.figure is None:
            words += run.text
            continue
        if words:
            yield Run(words)
        words = ""
        yield run
    if words:
        yield Run(words)
