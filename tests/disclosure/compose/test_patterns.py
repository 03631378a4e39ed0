"""The patterns of every edition can be used: nothing they refer to is missing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kaocheng.disclosure.compose.conditions import UnknownCondition, holds
from kaocheng.disclosure.compose.gathering import gathered
from kaocheng.disclosure.compose.grammar import Slot, filled_in, parsed
from kaocheng.disclosure.compose.numbering import OF_LEVEL, Counter
from kaocheng.disclosure.compose.patterns import Patterns, Variant, patterns
from kaocheng.editions.loading import editions
from kaocheng.money.books import Books
from tests.disclosure.compose.years import ANJU, built

KEYS = [item.key for item in editions() if "narrative" in patterns(item.key).orders]


def _variants(known: Patterns) -> Iterator[Variant]:
    for block in known.blocks.values():
        yield from block.variants
    for phrase in known.phrases.values():
        operands = tuple(f"操作数{n}" for n in range(1, 4))
        yield from (
            Variant(filled_in(v.text, operands), tuple(filled_in(w, operands) for w in v.when))
            for v in phrase
        )


def _slots(known: Patterns) -> Iterator[Slot]:
    for variant in _variants(known):
        yield from (piece for piece in parsed(variant.text) if isinstance(piece, Slot))


def test_the_editions_that_compose() -> None:
    """Those of Sichuan, Yunnan and Shanghai, and the two reports of Hunan."""
    wanted = {"sichuan_2020", "sichuan_2023", "yunnan_2020", "shanghai_2024", "hunan_2019"}
    assert wanted <= set(KEYS)


@pytest.mark.parametrize("key", KEYS)
def test_every_order_names_blocks_that_are_there(key: str) -> None:
    """An order of blocks names no block, chart or order that nobody wrote."""
    known = patterns(key)
    for order in known.orders.values():
        blocks = [known.blocks[name] for name in order]
        for block in blocks:
            kind, _, name = block.part.partition(":")
            assert not name or name in {"chart": known.charts, "order": known.orders}[kind]
            assert not block.level or (block.mark or OF_LEVEL[block.level])


@pytest.mark.parametrize("key", KEYS)
def test_every_slot_and_condition_is_known(key: str) -> None:
    """Every phrase that is used is written, and every condition has a meaning."""
    known = patterns(key)
    assert all(
        s.operands[s.action == "each"] in known.phrases
        for s in _slots(known)
        if s.action in ("phrase", "each")
    )
    year = built(ANJU)
    facts = gathered(year, Books(year))
    for variant in _variants(known):
        for condition in variant.when:
            assert isinstance(holds(condition, facts), bool)
    with pytest.raises(UnknownCondition):
        holds("maybe 甲", facts)


def test_an_edition_without_sentences_has_those_of_its_parent() -> None:
    """shanghai_2025 writes none of its own."""
    assert patterns("shanghai_2025").orders == patterns("shanghai_2024").orders


def test_headings_are_numbered_by_kind() -> None:
    """A heading starts the numbers inside it anew; an attachment starts 一、 again."""
    counter = Counter()
    marks = ["part", "chinese", "chinese", "bracket", "arabic", "chinese", "attachment", "chinese"]
    numbers = ["第一部分 ", "一、", "二、", "（一）", "1.", "三、", "附件1 ", "一、"]
    assert [counter.next(mark) for mark in marks] == numbers
    assert [counter.next("chinese") for _ in range(11)][-1] == "十二、"
