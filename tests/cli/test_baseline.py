"""A known finding is known again after lines have moved, and only then."""

from __future__ import annotations

from pathlib import Path

import pytest

from kaocheng.cli.baseline import dump, fingerprint, load
from kaocheng.cli.refusals import Refused
from tests.cli.reports import document, in_sentence, in_table


@pytest.mark.parametrize("where", [in_sentence, in_table])
def test_shifted_lines_do_not_matter(where) -> None:
    """Three paragraphs more before it, another folder: the same finding."""
    here, there = document(), document("elsewhere/a.txt", before=3)
    assert fingerprint(where(here), here) == fingerprint(where(there), there)


def test_what_makes_another_finding() -> None:
    """Another file name, another quote, another rule, another place in the document."""
    taken, other = document(), document("docs/b.txt")
    prints = {
        fingerprint(in_sentence(taken), taken),
        fingerprint(in_sentence(other), other),
        fingerprint(in_sentence(taken, "2.00万元"), taken),
        fingerprint(in_sentence(taken, code="TYP001"), taken),
        fingerprint(in_table(taken), taken),
    }
    assert len(prints) == 5


def test_neighbouring_figures_do_not_matter() -> None:
    """A corrected figure beside it does not make a finding new."""
    here, there = document(amount="5.00"), document(amount="3.00")
    assert fingerprint(in_sentence(here, "2.00万元"), here) == fingerprint(
        in_sentence(there, "2.00万元"), there
    )


def test_a_baseline_is_written_and_read(tmp_path: Path) -> None:
    """Equal fingerprints are counted; the order of findings leaves no trace in the file."""
    path = tmp_path / "baseline.json"
    path.write_bytes(dump(["b", "a", "b"]))
    assert load(path) == {"a": 1, "b": 2}
    assert dump(["b", "a", "b"]) == dump(["b", "b", "a"])


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"findings": 1}', '{"findings": {"a": "x"}}'])
def test_another_file_is_refused(tmp_path: Path, text: str) -> None:
    """What is no baseline is not taken for an empty one."""
    path = tmp_path / "baseline.json"
    path.write_text(text)
    with pytest.raises(Refused, match="不是考成写出的基线文件"):
        load(path)
    with pytest.raises(Refused, match="打不开"):
        load(tmp_path / "gone.json")
