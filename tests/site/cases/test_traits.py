"""Rows of traits: kept with every move, and made for cases that were there before."""

from __future__ import annotations

from importlib import import_module

import pytest
from django.apps import apps

from kaocheng.cases.traits import traits_of, written
from kaocheng.site.cases.models import StoredCase, StoredTraits
from tests.catalogue.versions import BUREAU
from tests.site.cases.people import Desk

pytestmark = pytest.mark.django_db
ONE_OFFICE = {"unit": BUREAU, "reason": "职责调整"}


def _stored() -> dict[str, str]:
    return dict(StoredTraits.objects.values_list("case__number", "words"))


def _known() -> dict[str, str]:
    words = {row.number: written(traits_of(row.record())) for row in StoredCase.objects.all()}
    return {number: word for number, word in words.items() if word}


def test_traits_are_kept_with_every_move(desk: Desk) -> None:
    """None at first, one with the acceptance by two departments, more later, none when nothing is left of them."""
    row = desk.open()
    assert {} == _stored() == _known()
    desk.move(row, "accept", desk.clerk)
    assert {row.number: "并联审批"} == _stored() == _known()
    given = {"materials": ["plan"], "reason": "不清", "task": "house"}
    desk.move(row, "request_correction", desk.house, **given)
    assert {row.number: "退回更正 并联审批"} == _stored() == _known()
    other = desk.open()
    desk.move(other, "accept", desk.clerk)
    for who, task in ((desk.house, "house"), (desk.fireman, "fire")):
        desk.move(other, "transfer", who, task=task, **ONE_OFFICE)
    assert {row.number} == set(_stored())
    assert _stored() == _known()


def test_a_trait_of_the_opening_is_kept(desk: Desk) -> None:
    """Handed in by an agent."""
    row = desk.open("P001", channel="帮办代办", agent="helper", letter="委托书1")
    assert {row.number: "帮办代办"} == _stored() == _known()


def test_cases_of_before_get_their_traits(desk: Desk) -> None:
    """The migration writes what the moves would have written."""
    row = desk.open()
    desk.move(row, "accept", desk.clerk)
    desk.open("P002")
    wanted = _stored()
    StoredTraits.objects.all().delete()
    import_module("kaocheng.site.cases.migrations.0003_traits").fill(apps, None)
    assert wanted == _stored()
