"""Questions about the applicant's situation (情形选择) as form fields, for the window and the citizen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms

from kaocheng.catalogue.records import ItemVersion
from kaocheng.catalogue.situations import questions, valid_answers

PREFIX = "situation-"


def situation_fields(version: ItemVersion) -> dict[str, forms.Field]:
    """One field a question; a follow-up may be left unanswered, it counts only after its cause."""
    every = {situation.key for situation in version.situations}
    first = {question.text for question in questions(version)}
    return {
        f"{PREFIX}{at}": forms.ChoiceField(
            label=question.text,
            choices=[(answer.key, answer.answer) for answer in question.answers],
            widget=forms.RadioSelect,
            required=question.text in first,
        )
        for at, question in enumerate(questions(version, every))
    }


def answers_of(version: ItemVersion, told: Mapping[str, Any]) -> tuple[str, ...]:
    """The keys of the answers that count, in the order of the list."""
    given = {value for name, value in told.items() if name.startswith(PREFIX) and value}
    counted = valid_answers(version, given)
    return tuple(s.key for s in version.situations if s.key in counted)
