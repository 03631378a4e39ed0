"""Which materials an applicant needs (情形选材): the answers chosen give the list."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from kaocheng.catalogue.records import ItemVersion, Material, Situation


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its answers (情形问题), in the order of the list."""

    text: str
    answers: tuple[Situation, ...]


def questions(version: ItemVersion, chosen: Collection[str] = ()) -> tuple[Question, ...]:
    """The questions to ask when these answers have been given: a follow-up only after its cause."""
    asked: dict[str, list[Situation]] = {}
    for situation in version.situations:
        if not situation.when or any(key in chosen for key in situation.when):
            asked.setdefault(situation.question, []).append(situation)
    return tuple(Question(text, tuple(answers)) for text, answers in asked.items())


def valid_answers(version: ItemVersion, chosen: Collection[str]) -> frozenset[str]:
    """The chosen answers that count: of a question that is really asked, one of each question.

    An answer whose cause was taken back no longer counts, nor what followed from it.
    """
    given: dict[str, str] = {}
    while True:
        new = {
            question.text: answer.key
            for question in questions(version, given.values())
            for answer in question.answers
            if question.text not in given and answer.key in chosen
        }
        if not new:
            return frozenset(given.values())
        given |= new


def open_questions(version: ItemVersion, chosen: Collection[str]) -> tuple[Question, ...]:
    """The questions still to be answered."""
    given = valid_answers(version, chosen)
    return tuple(
        question
        for question in questions(version, given)
        if not any(answer.key in given for answer in question.answers)
    )


def needed_materials(version: ItemVersion, chosen: Collection[str]) -> tuple[Material, ...]:
    """The materials for these answers, in the order of the list.

    A material named by some answer is needed only when such an answer was given; every other one
    always, a 非必要 one then under its own condition.
    """
    given = valid_answers(version, chosen)
    selected = {key for s in version.situations for key in s.materials}
    wanted = {key for s in version.situations if s.key in given for key in s.materials}
    return tuple(m for m in version.materials if m.key not in selected or m.key in wanted)
