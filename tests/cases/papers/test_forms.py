"""Forms: every kind has one, all they ask for is there, a place lays its own words over them."""

from __future__ import annotations

from pathlib import Path

import pytest

from kaocheng.cases.papers.forms import editions, form
from kaocheng.cases.papers.kinds import PaperKind
from kaocheng.cases.papers.records import CONTENTS
from kaocheng.law.figures import figure_names

KINDS = tuple(PaperKind)


def test_every_kind_has_its_content() -> None:
    """Neither more nor fewer."""
    assert set(KINDS) == set(CONTENTS)


@pytest.mark.parametrize("edition", editions())
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_form_with_a_basis(kind: PaperKind, edition: str) -> None:
    """Its stamp is one of three, its figures of law exist."""
    found = form(kind, edition)
    assert found.title
    assert found.mark
    assert found.basis
    assert found.seal in {"special", "official", "none"}
    assert set(found.law.values()) <= set(figure_names())


def test_marks_tell_papers_apart() -> None:
    """Two kinds never share a series of numbers, in either kind of matter."""
    permits = [form(kind).mark for kind in KINDS]
    others = [form(kind).mark_otherwise for kind in KINDS]
    assert (len(KINDS), len(KINDS)) == (len(set(permits)), len(set(others)))


def test_a_place_lays_its_own_words_over(tmp_path: Path) -> None:
    """Key by key; what it does not say stays."""
    (tmp_path / "acceptance.toml").write_text('title = "受理单"\n[law]\n', "utf-8")
    (tmp_path / "edition.toml").write_text('[foot]\nspecial = "{office}"\n', "utf-8")
    laid, common = form(PaperKind.ACCEPTANCE, local=str(tmp_path)), form(PaperKind.ACCEPTANCE)
    assert ("受理单", common.mark, common.parts) == (laid.title, laid.mark, laid.parts)
    assert ("{office}", common.foot["official"]) == (laid.foot["special"], laid.foot["official"])
    assert form(PaperKind.RECEIPT, local=str(tmp_path)).parts == form(PaperKind.RECEIPT).parts


def test_an_unknown_edition_has_no_forms() -> None:
    """Rather than the common ones under a wrong name."""
    with pytest.raises(KeyError):
        form(PaperKind.RECEIPT, "nowhere")
