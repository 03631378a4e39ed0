"""A version taken apart into what forms show and put together again is the same version."""

from __future__ import annotations

from datetime import date

import pytest

from kaocheng.catalogue.drafting import (
    NOTHING,
    element_values,
    empty,
    next_version,
    part_rows,
    with_elements,
    with_part,
)
from kaocheng.catalogue.elements import elements, parts
from kaocheng.catalogue.fields import read, shown
from kaocheng.catalogue.records import ItemVersion
from tests.catalogue.versions import immediate, ordinary, tolerant

DAY = date(2026, 5, 6)
VERSIONS = [ordinary(), immediate(), tolerant()]


def rebuilt(version: ItemVersion) -> ItemVersion:
    """Through the texts of every form field, starting from an empty draft."""
    made = empty(version.item, version.version, name="", kind="", level="", body="", on=DAY)
    values = {}
    for element in elements():
        if element.field:
            text = shown(element.field, element_values(version)[element.key])
            values[element.key] = read(element.field, text) if text else None
    made = with_elements(made, values)
    for part in parts().values():
        rows = []
        for row in part_rows(version, part.key):
            texts = {f.name: shown(f, row[f.name]) for f in part.fields}
            rows.append({f.name: read(f, texts[f.name]) for f in part.fields if texts[f.name]})
        made = with_part(made, part.key, rows)
    return made


@pytest.mark.parametrize("version", VERSIONS, ids=lambda v: v.item)
def test_a_version_typed_in_again_is_the_same(version: ItemVersion) -> None:
    """What the forms show is all there is; to the type, for a word is no `Stage`."""
    assert version == rebuilt(version)
    assert repr(version) == repr(rebuilt(version))


def test_taking_an_element_away_leaves_it_blank() -> None:
    """Limits, lists, flags and the remaining elements alike."""
    gone = with_elements(
        ordinary(),
        {"limits.promised": None, "limits.statutory": None, "bases": None, "transact_addr": None},
    )
    assert (NOTHING, None) == (gone.limits.promised, gone.limits.statutory)
    assert ((), "") == (gone.bases, gone.element("transact_addr"))
    values = element_values(gone)
    assert values["limits.promised"] is None
    assert values["transact_addr"] is None


def test_a_revision_begins_as_a_copy() -> None:
    """Under the next number, from another day, without an end."""
    version = ordinary(valid_to=DAY)
    copy = next_version(version, 2, DAY)
    assert (2, DAY, None) == (copy.version, copy.valid_from, copy.valid_to)
    assert (version.materials, version.elements) == (copy.materials, copy.elements)
