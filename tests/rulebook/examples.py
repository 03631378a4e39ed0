"""The examples on the pages of the rulebook, and what checking them gives."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import reduce
from pathlib import Path
from typing import Any

from kaocheng.disclosure.between.judging import between as between_all
from kaocheng.disclosure.between.packing import pack
from kaocheng.disclosure.checking import check
from kaocheng.disclosure.registry import rulebook
from kaocheng.kernel.findings import Finding
from kaocheng.kernel.reports import Report
from kaocheng.kernel.rulebook import Rule
from kaocheng.reading.txt import read_txt

KINDS = ("passes", "fails", "skips")
_FILE = re.compile(r"^=== (\S+) ===\n", re.MULTILINE)  # where each of several documents begins
PARTS = ("quote", "written", "expected", "difference", "severity")


@dataclass(frozen=True, slots=True)
class Example:
    """One example of one rule: `kind` is passes, fails or skips, `told` its entry on the page."""

    rule: Rule
    kind: str
    told: Mapping[str, Any]

    @property
    def name(self) -> str:
        """How pytest calls it."""
        return f"{self.rule.code}-{self.told['name']}"


def written_rules() -> list[Rule]:
    """The rules that are a function with a page beside it, equations left out."""
    return [rule for rule in rulebook().values() if rule.told is None]


def has_page(rule: Rule) -> bool:
    """Whether the page lies beside the function."""
    return (rule.folder / f"{rule.stem}.toml").exists()


def examples(kind: str) -> Iterator[Example]:
    """Every example of that kind in the whole rulebook; a missing page fails a test of its own."""
    for rule in written_rules():
        if not has_page(rule):
            continue
        for told in rule.page().get(kind, []):
            yield Example(rule, kind, told)


def report(example: Example, folder: Path) -> Report:
    """The mini document of an example, checked by the whole rulebook; several of them, held together."""
    parts = _FILE.split(example.told["text"].removeprefix("\n"))
    if len(parts) == 1:
        return _checked(folder / "example.txt", parts[0])
    checked = [_checked(folder / n, text) for n, text in zip(parts[1::2], parts[2::2], strict=True)]
    between = between_all([pack(one.extract) for one in checked if one.extract])
    return reduce(_joined, between, checked[-1])


def _checked(path: Path, text: str) -> Report:
    path.write_text(text, encoding="utf-8")
    return check(read_txt(path))


def _joined(one: Report, two: Report) -> Report:
    return replace(
        one,
        findings=one.findings + two.findings,
        judged=one.judged + two.judged,
        unjudged=one.unjudged + two.unjudged,
    )


def faults(example: Example, checked: Report) -> list[Finding]:
    """What the example's own rule found; what only follows from a finding is not counted again."""
    return [f for f in checked.findings if f.code == example.rule.code and f.cause is None]


def shown(finding: Finding, checked: Report, asked: Mapping[str, Any]) -> dict[str, str]:
    """The parts of a finding that an example asks for."""
    parts = {
        "quote": finding.quote,
        "written": finding.written,
        "expected": finding.expected,
        "difference": finding.difference,
        "severity": checked.severity(finding).value,
    }
    return {key: parts[key] for key in asked if key in parts}
