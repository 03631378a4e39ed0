"""Traits of a case (办件特征): what happened to it once and stays true, for counting and for lists."""

from __future__ import annotations

from enum import StrEnum

from kaocheng.cases.records import Case
from kaocheng.cases.states import Channel

_REFUSALS = frozenset({"refuse_authority", "refuse_incomplete"})
"""The moves that refuse to accept; 不需办理 is no refusal."""


_RETURNS = frozenset({"return_case", "confirm_return", "lapse_supplement"})
"""The moves that give an application back before it is accepted (退件)."""


class Trait(StrEnum):
    """A trait (办件特征); the value is the field's word and what is stored."""

    REFUSED = "不予受理"
    RETURNED = "退件"
    TOLERATED = "容缺受理"
    PROMISED = "告知承诺"
    SPECIAL = "特别程序"
    CORRECTED = "退回更正"
    JOINT = "并联审批"
    ASSISTED = "帮办代办"
    CROSSED = "跨域通办"


def traits_of(case: Case) -> tuple[Trait, ...]:
    """The traits of a case, in the order of the list above."""
    made = {paper.move for paper in case.papers}
    held = {
        Trait.REFUSED: not made.isdisjoint(_REFUSALS),
        Trait.RETURNED: not made.isdisjoint(_RETURNS),
        Trait.TOLERATED: bool(case.owed),
        Trait.PROMISED: bool(case.promises),
        Trait.SPECIAL: bool(case.specials),
        Trait.CORRECTED: bool(case.corrections),
        Trait.JOINT: len({task.unit for task in case.tasks}) > 1,
        Trait.ASSISTED: case.channel is Channel.AGENT or case.agent is not None,
        Trait.CROSSED: case.channel is Channel.CROSS_REGION or bool(case.hand_overs),
    }
    return tuple(trait for trait in Trait if held[trait])


def written(traits: tuple[Trait, ...]) -> str:
    """The traits as they are stored: words in their order with blanks between; no word is part of another."""
    return " ".join(traits)


def read(words: str) -> tuple[Trait, ...]:
    """The traits that were stored. Raises ValueError for a word that is none."""
    return tuple(Trait(word) for word in words.split())
