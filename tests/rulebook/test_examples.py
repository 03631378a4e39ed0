"""Each example on a rule's page says, through the whole check, exactly what the page declares.

`passes` gives no finding of the rule. `fails` gives the findings listed under `finds`, in order and
one to one, each some of quote, written, expected, difference and severity; consequences are not listed.
`skips` gives no finding, and a reason for not judging that holds the words of `because`.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from kaocheng.kernel.findings import Finding
from kaocheng.kernel.reports import Report
from tests.rulebook.examples import PARTS, Example, examples, faults, report, shown


def _of(kind: str) -> list[object]:
    return [pytest.param(example, id=example.name) for example in examples(kind)]


@pytest.mark.parametrize("example", _of("passes"))
def test_passes(example: Example, tmp_path: Path) -> None:
    """An example that passes gives no finding of its rule, which was applied and said how that ended."""
    checked = report(example, tmp_path)
    assert [] == faults(example, checked)
    assert _is_told(example, checked)


@pytest.mark.parametrize("example", _of("fails"))
def test_fails(example: Example, tmp_path: Path) -> None:
    """An example that fails gives exactly the findings it lists, in their order, and each is whole."""
    checked = report(example, tmp_path)
    found = faults(example, checked)
    finds = example.told["finds"]
    asked = [*finds, *({"quote": ""} for _ in found[len(finds) :])]
    told = [shown(f, checked, entry) for f, entry in zip(found, asked, strict=False)]
    assert list(finds) == told
    assert _is_told(example, checked)
    for finding in found:
        _is_whole(example, finding)


def _is_told(example: Example, checked: Report) -> bool:
    """Whether the rule was applied and said how that ended."""
    return example.rule.code in {one.code for one in (*checked.judged, *checked.unjudged)}


def _is_whole(example: Example, finding: Finding) -> None:
    """It says where, what is written and what is wrong; what it quotes stands there."""
    assert finding.place.line is not None
    assert finding.written
    assert finding.message
    assert finding.quote.split("\n")[0] in example.told["text"]


@pytest.mark.parametrize("example", _of("skips"))
def test_skips(example: Example, tmp_path: Path) -> None:
    """An example that is skipped gives no finding, and the reason it declares."""
    checked = report(example, tmp_path)
    reasons = [one.because for one in checked.unjudged if one.code == example.rule.code]
    assert [] == faults(example, checked)
    assert [] != [because for because in reasons if example.told["because"] in because], reasons


@pytest.mark.parametrize("kind", ["fails", "passes", "skips"])
def test_examples_say_what_they_show(kind: str) -> None:
    """Every example has a name and a text; what it finds are parts of a finding; a skip a reason."""
    odd = [
        example.name
        for example in examples(kind)
        if not example.told["text"].strip()
        or (kind == "skips" and not example.told["because"].strip())
        or any(not entry or set(entry) - set(PARTS) for entry in example.told.get("finds", []))
        or (kind == "fails") != ("finds" in example.told)
    ]
    assert [] == odd
