"""Papers composed: all slots filled, what the law asks for said, nothing said that does not apply."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kaocheng.cases.papers.composing import compose
from kaocheng.cases.papers.forms import form
from kaocheng.cases.papers.kinds import PaperKind
from kaocheng.cases.papers.records import CONTENTS, Acceptance, Content, NotAccepted
from kaocheng.kernel.papers import Code, Paper, Prose, Sheet
from tests.cases.papers.samples import CONTENTS as SAMPLES
from tests.cases.papers.samples import DAY, ISSUE, MATTER, OFFICE

BY_KIND = {content.kind: content for content in SAMPLES}
STATUTE = "行政许可法"


def made(content: Content, *, permit: bool = True, tracked: bool = True) -> Paper:
    """The paper with that content."""
    matter = replace(MATTER, permit=permit, tracking=MATTER.tracking if tracked else None)
    return compose(form(content.kind), matter, content, OFFICE, ISSUE)


def words(paper: Paper) -> str:
    """All that is printed."""
    found = [paper.title, paper.number]
    for part in paper.parts:
        if isinstance(part, Prose):
            found.append(part.text)
        elif isinstance(part, Sheet):
            rows = (*part.head, *part.body)
            found += [part.title, part.note, *(box.text for row in rows for box in row)]
        elif isinstance(part, Code):
            found += [*part.lines, part.label, part.seal]
    return "\n".join(found)


def test_every_kind_has_a_sample() -> None:
    """So that the tests below see every form."""
    assert set(CONTENTS) == set(BY_KIND)


@pytest.mark.parametrize("permit", [True, False])
@pytest.mark.parametrize("content", SAMPLES, ids=lambda content: str(content.kind))
def test_every_slot_is_filled(content: Content, *, permit: bool) -> None:
    """No bracket is left over; case, office and applicant are named; twice the same."""
    paper = made(content, permit=permit)
    said = words(paper)
    assert "{" not in said
    assert "}" not in said
    assert [] == [word for word in (MATTER.case, OFFICE.name, ISSUE.applicant) if word not in said]
    assert "。。" not in said
    assert paper == made(content, permit=permit)


@pytest.mark.parametrize("content", SAMPLES, ids=lambda content: str(content.kind))
def test_the_permit_law_is_only_named_where_it_applies(content: Content) -> None:
    """A public service is not a permit, and its papers do not call it one."""
    said = words(made(content, permit=False))
    assert STATUTE not in said
    assert "行政许可申请" not in said
    assert "许" not in made(content, permit=False).number


@pytest.mark.parametrize("content", SAMPLES, ids=lambda content: str(content.kind))
def test_without_optional_words_a_paper_still_stands(content: Content) -> None:
    """What is not known is left out, with the sentence that speaks of it."""
    bare = {
        name: type(value)() if isinstance(value, tuple | str) else None
        for name in content.__slots__
        if (value := getattr(content, name)) is not None and name in _optional(type(content))
    }
    said = words(made(replace(content, **bare), tracked=False))
    assert "{" not in said
    assert "None" not in said
    assert "（）" not in said


def _optional(content: type) -> set[str]:
    return {
        name for name, field in content.__dataclass_fields__.items()
        if field.default in ((), "", None)
    }  # fmt: skip


def test_the_number_is_of_its_year_and_kind() -> None:
    """机关代字, the mark of the kind, the year in 六角括号, no leading zeros."""
    assert "示审批许受〔2026〕15号" == made(BY_KIND[PaperKind.ACCEPTANCE]).number
    assert "示审批受〔2026〕15号" == made(BY_KIND[PaperKind.ACCEPTANCE], permit=False).number


def test_an_acceptance_shows_how_its_day_is_reached() -> None:
    """The sum stands below everything, with the notices it rests on."""
    paper = made(BY_KIND[PaperKind.ACCEPTANCE])
    sheet = paper.parts[-1]
    assert isinstance(sheet, Sheet)
    assert ("办结日期的计算", "附") == (sheet.title, sheet.number)
    assert "20" == sheet.body[-1][2].text
    assert any("国办发明电" in box.text for row in sheet.body for box in row)


def test_silence_is_named_as_the_ground_of_acceptance() -> None:
    """行政许可法 §32: not told in time is accepted from the day the papers came."""
    accepted = BY_KIND[PaperKind.ACCEPTANCE]
    assert isinstance(accepted, Acceptance)
    said = words(made(replace(accepted, silent=True)))
    assert "自收到申请材料之日（2026年9月22日）起即为受理" in said
    assert "决定自" not in said


def test_a_correction_tells_everything_once() -> None:
    """Each material with its fault, standard and basis, and that nothing more will be asked."""
    said = words(made(BY_KIND[PaperKind.CORRECTION]))
    for lack in BY_KIND[PaperKind.CORRECTION].lacks:
        assert [] == [
            word
            for word in (lack.name, lack.problem, lack.standard, lack.basis)
            if word not in said
        ]
    assert "共2项" in said
    assert "不再要求补正其他材料" in said


def test_not_accepting_names_the_right_authority() -> None:
    """Or says that no permit is needed; both name the remedies with the terms of the law."""
    away = BY_KIND[PaperKind.NOT_ACCEPTED]
    assert isinstance(away, NotAccepted)
    assert "请向邻近县行政审批局提出申请（联系电话：0000-7654321）" in words(made(away))
    needless = words(made(replace(away, authority="", needless=True)))
    assert "不需要取得行政许可" in needless
    assert "60日内向示范县人民政府申请行政复议" in needless
    assert "仍不齐全或者不符合法定形式" in words(made(replace(away, authority="")))


def test_a_rejection_gives_each_reason_and_the_remedies() -> None:
    """行政许可法 §38: reasons, and where to turn."""
    said = words(made(BY_KIND[PaperKind.REJECTION]))
    assert "一、经现场核查" in said
    assert "二、卫生检测报告" in said
    assert "6个月内依法向示范县人民法院提起行政诉讼" in said


def test_terms_of_remedies_are_those_of_the_day() -> None:
    """A refusal of 2014 gave three months for the court."""
    then = replace(ISSUE, day=DAY.replace(year=2014))
    paper = compose(form(PaperKind.REJECTION), MATTER, BY_KIND[PaperKind.REJECTION], OFFICE, then)
    assert "3个月内依法向" in words(paper)


def test_the_code_stands_beside_the_stamp() -> None:
    """And without a tracking code there is a stamp alone."""
    tracked = [part for part in made(BY_KIND[PaperKind.RECEIPT]).parts if isinstance(part, Code)]
    assert ["示范县行政审批局\n（加盖行政许可专用章）\n2026年9月22日"] == [
        code.seal for code in tracked
    ]
    bare = made(BY_KIND[PaperKind.RECEIPT], tracked=False).parts
    assert not [part for part in bare if isinstance(part, Code)]
    assert [part for part in bare if isinstance(part, Prose) and part.role == "seal"]


def test_only_what_the_law_leaves_out_is_left_out() -> None:
    """An inspection on site is not among §45: the statutory limit goes on."""
    special = BY_KIND[PaperKind.SPECIAL_PROCEDURE]
    assert "第四十五条的规定" in words(made(special))
    assert "法定办理期限不变" in words(made(replace(special, excluded=False)))
