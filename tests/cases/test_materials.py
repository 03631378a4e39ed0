"""Which materials are demanded: by necessity, and by the answers that were really given."""

from __future__ import annotations

from dataclasses import replace

from kaocheng.cases.materials import needed
from kaocheng.catalogue.records import ItemVersion, Necessity
from tests.catalogue.versions import ordinary


def _keys(version: ItemVersion, *answers: str) -> list[str]:
    return [material.key for material in needed(version, answers)]


def test_the_answer_decides() -> None:
    """Owned premises need the deed, rented ones the lease, and without an answer neither."""
    assert ["form", "identity", "plan", "deed"] == _keys(ordinary(), "owned")
    assert ["form", "identity", "plan", "lease"] == _keys(ordinary(), "rented")
    assert ["form", "identity", "plan"] == _keys(ordinary())


def test_a_required_one_of_another_situation_is_not_demanded() -> None:
    """必要 is meant within its situation."""
    version = ordinary()
    strict = tuple(
        replace(m, necessity=Necessity.REQUIRED) if m.key in ("lease", "deed") else m
        for m in version.materials
    )
    assert "lease" not in _keys(replace(version, materials=strict), "owned")
    assert "deed" in _keys(replace(version, materials=strict), "owned")


def test_a_shared_one_is_never_demanded() -> None:
    """What a department supplies is not asked of the applicant."""
    version = ordinary()
    shared = tuple(
        replace(m, necessity=Necessity.SUPPLIED) if m.key == "deed" else m
        for m in version.materials
    )
    assert "deed" not in _keys(replace(version, materials=shared), "owned")
