"""The rules on performance say exactly what the examples beside them say."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kaocheng.kernel.findings import Finding, Unjudged
from kaocheng.kernel.relations import Ratio, Sum, total
from kaocheng.kernel.rulebook import Rule, Said, rules_in
from kaocheng.performance import rules
from kaocheng.performance.readers import read_performance
from kaocheng.reading.txt.reader import read_txt

_RULES = tuple(rules_in(rules))
_KINDS = ("passes", "fails", "skips")


def _examples(kind: str) -> list[Any]:
    return [
        pytest.param(rule, example, id=f"{rule.code}-{example['name']}")
        for rule in _RULES
        for example in rule.page()[kind]
    ]


def _said(rule: Rule, text: str, folder: Path) -> list[Said]:
    path = folder / "example.txt"
    path.write_text(text, encoding="utf-8")
    performance = read_performance(read_txt(path))
    return [said for record in performance.records(rule.of) for said in rule.function(record)]


def _fault(said: Said) -> dict[str, str] | None:
    if isinstance(said, Finding):
        return {
            "quote": said.quote,
            "written": said.written,
            "expected": said.expected,
            "difference": said.difference,
        }
    if isinstance(said, Sum):
        holds = said.stated.interval.meets(total(said.terms))
        return None if holds else {"quote": said.stated.text}
    if isinstance(said, Ratio):
        quotient = said.quotient()
        holds = quotient is None or said.stated.interval.meets(quotient)
        return None if holds else {"quote": said.stated.text}
    return None


def _faults(said: list[Said]) -> list[dict[str, str]]:
    return [fault for item in said if (fault := _fault(item))]


@pytest.mark.parametrize("kind", _KINDS)
def test_each_rule_has_examples(kind: str) -> None:
    """Every rule shows what passes, what fails and what is skipped."""
    assert [] == [rule.code for rule in _RULES if not rule.page().get(kind)]


@pytest.mark.parametrize(("rule", "example"), _examples("passes"))
def test_passes(rule: Rule, example: dict[str, Any], tmp_path: Path) -> None:
    """An example that passes gives no fault."""
    assert [] == _faults(_said(rule, example["text"], tmp_path))


@pytest.mark.parametrize(("rule", "example"), _examples("fails"))
def test_fails(rule: Rule, example: dict[str, Any], tmp_path: Path) -> None:
    """An example that fails gives exactly the faults it declares."""
    faults = _faults(_said(rule, example["text"], tmp_path))
    shown = [
        {key: fault.get(key) for key in declared}
        for fault, declared in zip(faults, example["finds"], strict=False)
    ]
    assert example["finds"] == shown
    assert len(example["finds"]) == len(faults)


@pytest.mark.parametrize(("rule", "example"), _examples("skips"))
def test_skips(rule: Rule, example: dict[str, Any], tmp_path: Path) -> None:
    """An example that is skipped gives no fault, and says the reason."""
    said = _said(rule, example["text"], tmp_path)
    reasons = [item.because for item in said if isinstance(item, Unjudged)]
    assert [] == _faults(said)
    assert any(example["because"] in reason for reason in reasons)


@pytest.mark.parametrize(("rule", "example"), _examples("fails"))
def test_findings_are_whole(rule: Rule, example: dict[str, Any], tmp_path: Path) -> None:
    """Each finding bears its rule's code and says what is written, what it should be and why."""
    for said in _said(rule, example["text"], tmp_path):
        if isinstance(said, Finding):
            assert rule.code == said.code
            assert all((said.quote, said.written, said.expected, said.message, said.remedy))


def test_titles_differ() -> None:
    """No two rules bear the same title."""
    titles = [rule.title for rule in _RULES]
    assert len(set(titles)) == len(titles)
