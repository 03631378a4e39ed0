"""Stored records come back as they were, and nothing else is taken for one."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given

from kaocheng.catalogue.encoding import Undecodable, canonical, decode, digest, encode
from kaocheng.catalogue.records import Fee, ItemVersion, Material
from kaocheng.kernel.clocks import Budget
from tests.catalogue.versions import immediate, ordinary, tolerant, versions


@given(versions)
def test_what_is_encoded_comes_back(version: ItemVersion) -> None:
    """Through real JSON text, equal in every field and with the same digest."""
    back = decode(ItemVersion, json.loads(canonical(version)))
    assert version == back
    assert digest(version) == digest(back)


@pytest.mark.parametrize("version", [ordinary(), immediate(), tolerant()])
def test_the_made_up_versions_come_back(version: ItemVersion) -> None:
    """The ones other tests stand on, too."""
    assert version == decode(ItemVersion, encode(version))


def test_another_version_has_another_digest() -> None:
    """A changed word changes the digest; an unchanged field written out does not."""
    version = ordinary()
    assert digest(version) != digest(replace(version, name=version.name + "改"))
    assert digest(version) == digest(replace(version, promise_allowed=False))


def test_a_field_added_later_does_not_change_what_is_stored() -> None:
    """A default is not written, and is filled in again when read."""

    @dataclass(frozen=True, slots=True)
    class Older:
        key: str

    @dataclass(frozen=True, slots=True)
    class Newer:
        key: str
        note: str = ""

    assert digest(Older("a")) == digest(Newer("a"))
    assert Newer("a") == decode(Newer, encode(Older("a")))


@pytest.mark.parametrize(
    ("kind", "stored"),
    [
        (Budget, {"amount": "5"}),
        (Budget, {"amount": True}),
        (Budget, {"amount": 5, "span": "年"}),
        (Budget, {}),
        (Budget, {"amount": 5, "colour": "红"}),
        (Budget, []),
        (Fee, {"name": "费", "amount": "一元", "basis": ""}),
        (Fee, {"name": "费", "amount": 1.5, "basis": ""}),
        (Material, {"key": "a", "name": None}),
        (ItemVersion, None),
    ],
)
def test_what_is_no_such_record_is_refused(kind: type[Any], stored: Any) -> None:
    """Wrong types, unknown and missing fields: never a half-filled record."""
    with pytest.raises(Undecodable, match=kind.__name__):
        decode(kind, stored)


def test_amounts_stay_exact() -> None:
    """Money is text on the way, so no cent is lost."""
    fee = Fee("费", Decimal("0.10"), "依据")
    assert '"0.10"' in canonical(fee)
    assert fee == decode(Fee, encode(fee))
