"""Correcting papers (更正文书): issued again under the same 文号; the version before no longer stands."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from kaocheng.cases.papers.composing import compose
from kaocheng.cases.papers.records import Content, Issue, Matter
from kaocheng.cases.papers.versions import corrected
from kaocheng.kernel.clocks import local_day
from kaocheng.kernel.papers import Paper
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.hands import Hand
from kaocheng.site.accounts.models import Account
from kaocheng.site.applicants.services import name_for_paper
from kaocheng.site.papers.models import StoredArchive, StoredPaper
from kaocheng.site.papers.services.issuing import form_of, kept, squares
from kaocheng.site.papers.services.offices import office_of
from kaocheng.site.papers.services.standing import standing_paper


def correct_paper(
    *,
    county: str,
    number: str,
    matter: Matter,
    content: Content,
    reason: str,
    by: Account,
    role: str,
    at: datetime,
) -> StoredPaper:
    """Issue a paper again under its 文号 with other words; the version before no longer stands.

    Refused without a reason, or where the kind is another.
    """
    if not reason.strip():
        raise Refusal("paper.reason", "没有写更正理由。", "请写明更正了什么、为什么。")
    with transaction.atomic():
        last = standing_paper(county=county, number=number, lock=True)
        _check(last, matter, content)
        version = last.version + 1
        said = corrected(
            _worded(last, matter, content, at),
            number,
            version,
            local_day(last.issued_at),
        )
        last.superseded = True
        last.save(update_fields=["superseded"])
        row = StoredPaper(
            county=county, number=number, version=version, kind=last.kind, title=last.title,
            case=last.case, slip=last.slip, applicant=last.applicant, unit=last.unit,
            reason=reason.strip(), issued_at=at, issued_by=by.get_username(),
        )  # fmt: skip
        return kept(row, said, Hand(by, role, at))


def _check(last: StoredPaper, matter: Matter, content: Content) -> None:
    if StoredArchive.objects.of_case(last.county, last.case).exists():
        raise Refusal(
            "paper.archived",
            f"{last.number} 所在的办件已归档，文书不能再更正。",
            "请另行出具更正决定。",
        )
    if last.kind != content.kind or last.case != matter.case:
        raise Refusal("paper.kind", f"{last.number} 是另一种文书，不能这样更正。", "请重新选择。")


def _worded(last: StoredPaper, matter: Matter, content: Content, at: datetime) -> Paper:
    name = name_for_paper(county=last.county, number=last.applicant)
    issue = Issue(name, local_day(at), 0, squares(matter))
    office = office_of(county=last.county, unit=last.unit)
    return compose(form_of(content.kind), matter, content, office, issue)
