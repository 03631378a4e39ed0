"""The labels made by hand load, and what they quote stands where they say."""

import pytest

from bench.corpus import LABELS, labelled
from bench.labelled import FAMILIES, Label, Sound, judged, load

_KEYS = sorted(path.stem for path in LABELS.glob("[0-9]*.toml"))
_SHORT = 30


@pytest.mark.parametrize("key", _KEYS)
def test_labels_are_well_formed(key: str) -> None:
    """Every label has a family of the rulebook, a severity, lines and a short quote; ids differ."""
    labels, sounds = load(LABELS / f"{key}.toml")
    ids = [entry.id for entry in (*labels, *sounds)]
    assert len(set(ids)) == len(ids)
    assert set() == {label.family for label in labels} - FAMILIES
    assert set() == {label.severity for label in labels} - {"error", "note"}
    assert [] == [e.id for e in (*labels, *sounds) if not e.lines or len(e.quote) > _SHORT]


@pytest.mark.parametrize("key", _KEYS)
def test_quotes_stand_on_their_lines(key: str) -> None:
    """What a label quotes is printed on one of its lines of the real document."""
    paths = labelled()
    if key not in paths:
        pytest.skip(f"真实文件不在检出目录旁边，文档 {key} 的标注没有核对原文。")
    lines = paths[key].read_text(encoding="utf-8").split("\n")
    labels, sounds = load(LABELS / f"{key}.toml")
    assert [] == [entry.id for entry in (*labels, *sounds) if not _stands(entry, lines)]


def _stands(entry: Label | Sound, lines: list[str]) -> bool:
    quotes = entry.quotes if isinstance(entry, Label) else (entry.quote,)
    return all(any(quote in lines[number - 1] for number in entry.lines) for quote in quotes)


def test_judgements_load() -> None:
    """The findings judged by hand are true or false by fingerprint."""
    assert {bool} >= {type(verdict) for verdict in judged(LABELS / "judged.toml").values()}
