"""Ordinary sentences as bureaus write them draw no error; with one fault planted, it is found.

The sentences stand in `wordings/*.toml`, figures and offices made up. Each entry says a right sentence
in `says`; `planted` names what is replaced in it and, where it differs from the new words, the words
`at` which the fault must be reported, be it as one of several figures that may be wrong. To add a
sentence, add an entry to one of the files.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from kaocheng.disclosure.checking import check
from kaocheng.kernel.findings import Severity
from kaocheng.kernel.reports import Report
from tests.disclosure.texts import read_text

TITLE = "青禾县商务局2023年度部门决算公开"
FOLDER = Path(__file__).with_name("wordings")


@lru_cache(maxsize=1)
def _wordings() -> tuple[tuple[str, Mapping[str, Any]], ...]:
    files = sorted(FOLDER.glob("*.toml"))
    read = [(file.stem, tomllib.loads(file.read_text("utf-8"))["wording"]) for file in files]
    return tuple((f"{stem}-{at}", one) for stem, told in read for at, one in enumerate(told, 1))


def _all(*, planted: bool = False) -> list[object]:
    return [
        pytest.param(one, id=name) for name, one in _wordings() if not planted or "planted" in one
    ]


def _checked(one: Mapping[str, Any], says: str) -> Report:
    return check(read_text(f"{one.get('title', TITLE)}\n一、情况说明\n{says}\n"))


def test_there_are_enough_wordings() -> None:
    """Of many kinds, no sentence twice."""
    said = [one["says"] for _, one in _wordings()]
    assert len(said) >= 120
    assert sorted(set(said)) == sorted(said)


@pytest.mark.parametrize("one", _all())
def test_a_right_sentence_draws_no_error(one: Mapping[str, Any]) -> None:
    """Nor a note on rounding or on a ratio."""
    report = _checked(one, one["says"])
    found = [f for f in report.findings if report.severity(f) is Severity.ERROR]
    noted = [f for f in report.findings if f.code.startswith(("RND", "RAT", "SUM", "DIR"))]
    assert [] == [(f.code, f.quote, f.message) for f in (*found, *noted)]


@pytest.mark.parametrize("one", _all(planted=True))
def test_a_planted_fault_is_found(one: Mapping[str, Any]) -> None:
    """At its place, as a cause or as one of the figures that may be wrong."""
    planted = one["planted"]
    wrong = one["says"].replace(planted["from"], planted["to"], 1)
    at = planted.get("at", planted["to"])
    report = _checked(one, wrong)
    told = [(f.code, f.quote, f.message) for f in report.findings]
    assert at in [quote for _, quote, _ in told], told
