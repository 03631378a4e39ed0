"""Each example on a rule's page finds, through the whole check, exactly what the page declares.

`given` changes the sound made-up version; `finds` lists part, row, field, written, severity of each
fault of the rule, in order.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from kaocheng.catalogue.checking import check, errors, rulebook
from kaocheng.catalogue.encoding import decode, encode
from kaocheng.catalogue.flaws import Flaw
from kaocheng.catalogue.records import ItemVersion
from kaocheng.kernel.rulebook import Rule
from tests.catalogue.versions import immediate, ordinary, tolerant

PARTS = ("what", "why", "remedy", "basis")


def version_of(given: Mapping[str, Any]) -> ItemVersion:
    """The sound version with these changes."""
    changed = dict(given)
    if "elements" in changed:
        kept = dict(ordinary().elements) | changed["elements"]
        changed["elements"] = [list(pair) for pair in kept.items()]
    return decode(ItemVersion, {**encode(ordinary()), **changed})


def shown(flaw: Flaw, asked: Mapping[str, Any]) -> dict[str, Any]:
    """The parts of a fault that an example asks for."""
    severity = flaw.severity.value if flaw.severity else ""
    told = {"part": flaw.part, "row": flaw.row, "field": flaw.field, "written": flaw.written}
    return {key: {**told, "severity": severity}[key] for key in asked}


def _examples(kind: str) -> list[object]:
    return [
        pytest.param(rule, told, id=f"{rule.code}-{told['name']}")
        for rule in rulebook().values()
        for told in rule.page().get(kind, [])
    ]


@pytest.mark.parametrize(("rule", "told"), _examples("passes"))
def test_passes(rule: Rule, told: Mapping[str, Any]) -> None:
    """Nothing of this rule."""
    assert [] == [f for f in check(version_of(told["given"])) if f.code == rule.code]


@pytest.mark.parametrize(("rule", "told"), _examples("fails"))
def test_fails(rule: Rule, told: Mapping[str, Any]) -> None:
    """Exactly the faults listed, each whole and pointing at something that exists."""
    found = [f for f in check(version_of(told["given"])) if f.code == rule.code]
    wanted = sorted(told["finds"], key=lambda one: one.get("severity") == "note")
    asked = [*wanted, *({} for _ in found[len(wanted) :])]
    assert wanted == [shown(f, one) for f, one in zip(found, asked, strict=False)]
    assert all(f.message and f.remedy and f.where and f.anchor for f in found)


@pytest.mark.parametrize("rule", rulebook().values(), ids=rulebook())
def test_every_rule_explains_itself(rule: Rule) -> None:
    """What, why, remedy, basis, a docstring, an example of each kind; the title names the fault."""
    page = rule.page()
    assert all(str(page[part]).strip() for part in PARTS)
    assert page["version"] >= 1
    assert rule.function.__doc__
    assert page["passes"]
    assert page["fails"]
    assert not rule.title.startswith(("请", "应", "须"))


@pytest.mark.parametrize("version", [ordinary(), immediate(), tolerant()], ids=lambda v: v.item)
def test_the_made_up_versions_can_be_published(version: ItemVersion) -> None:
    """They stand for sound ones everywhere else."""
    assert () == errors(version)


def test_errors_come_before_notes() -> None:
    """So that what blocks is read first."""
    found = check(ordinary(conditions="", max_visits=2))
    assert [True, False] == [found[0].is_error, found[-1].is_error]
    assert "“受理条件”" == found[0].where
