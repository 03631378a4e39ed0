"""Issuing papers (签发文书): composed, numbered, sealed and told in one transaction."""

from __future__ import annotations

import hashlib
from datetime import datetime

import segno
from django.conf import settings
from django.db import IntegrityError, transaction

from kaocheng.cases.papers.composing import compose, title_of
from kaocheng.cases.papers.encoding import encoded
from kaocheng.cases.papers.forms import Form, form
from kaocheng.cases.papers.kinds import PaperKind
from kaocheng.cases.papers.records import Content, Issue, Matter
from kaocheng.kernel.clocks import local_day
from kaocheng.kernel.events.canonical import canonical
from kaocheng.kernel.papers import Paper
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.hands import Hand
from kaocheng.site.accounts.models import Account
from kaocheng.site.applicants.sealing import seal
from kaocheng.site.applicants.services import name_for_paper
from kaocheng.site.audit.services import append
from kaocheng.site.audit.services.appending import SYSTEM
from kaocheng.site.papers.models import StoredPaper
from kaocheng.site.papers.services.offices import office_of
from kaocheng.site.papers.services.series import next_serial


def issue_paper(
    *,
    county: str,
    matter: Matter,
    content: Content,
    applicant: str,
    unit: str,
    by: Account | None,
    role: str,
    at: datetime,
    slip: str = "",
    dated: datetime | None = None,
    signer: str = "",
) -> StoredPaper:
    """Issue a paper and give it its 文号, inside the caller's transaction or its own.

    `slip` is the paper's number within the case; a slip that has been issued already gives that paper again,
    so that a repeated call never issues twice, also not two at the same moment. `by` None is the law itself.
    `dated` and `signer` are when and by whom the step was made that the paper tells of, where it is put into
    words afterwards.
    """
    known = _known(county, matter.case, slip, content.kind)
    if known is not None:
        return known
    when = dated or at
    row = StoredPaper(
        county=county, kind=content.kind, case=matter.case, slip=slip, applicant=applicant, unit=unit,
        issued_at=when, issued_by=signer or (by.get_username() if by else SYSTEM),
    )  # fmt: skip
    try:
        with transaction.atomic():
            return _issued(row, matter, content, Hand(by or SYSTEM, role, at))
    except (
        IntegrityError,
        Refusal,
    ):  # somebody else issued it, or wrote into the dossier, just now
        known = _known(county, matter.case, slip, content.kind)
        if known is None:
            raise
        return known


def _issued(row: StoredPaper, matter: Matter, content: Content, hand: Hand) -> StoredPaper:
    told, office = form_of(content.kind), office_of(county=row.county, unit=row.unit)
    day = local_day(row.issued_at)
    mark = told.mark if matter.permit else told.mark_otherwise
    serial = next_serial(row.county, office.mark + mark, day.year)
    name = name_for_paper(county=row.county, number=row.applicant)
    paper = compose(told, matter, content, office, Issue(name, day, serial, squares(matter)))
    row.number, row.slip = paper.number, row.slip or paper.number
    row.title = title_of(told, permit=matter.permit)
    return kept(row, paper, hand)


def form_of(kind: PaperKind) -> Form:
    """The form of a kind as this site has it: its edition, and the place's own folder over it."""
    edition = settings.PAPER_EDITION
    return form(kind, edition, settings.PAPER_FORMS)


def squares(matter: Matter) -> tuple[str, ...]:
    """The rows of the QR code that leads to the case, () where nothing is to be tracked."""
    tracking = matter.tracking
    if tracking is None:
        return ()
    said = tracking.address or f"办件编号：{matter.case} 查询码：{tracking.code}"
    made = segno.make(said, error="m", micro=False)
    return tuple("".join("1" if dark else "0" for dark in row) for row in made.matrix)


def _known(county: str, case: str, slip: str, kind: PaperKind) -> StoredPaper | None:
    if not slip:
        return None
    held = StoredPaper.objects.of_case(county, case).standing()
    return held.filter(slip=slip, kind=kind).first()


def kept(row: StoredPaper, paper: Paper, hand: Hand) -> StoredPaper:
    """The row with its words sealed, stored, and told in an event."""
    text = canonical(encoded(paper))
    row.words, row.digest = seal(text, row.place), digest_of(text)
    row.save(force_insert=True)
    append(
        county=row.county,
        stream=f"dossier/{row.case}",
        kind="paper.issued" if row.version == 1 else "paper.corrected",
        facts={
            "number": row.number, "version": row.version, "paper": row.kind, "slip": row.slip,
            "title": row.title, "digest": row.digest, "reason": row.reason,
            "dated": row.issued_at, "signer": row.issued_by,
        },
        actor=hand.by,
        role=hand.role,
        at=hand.at,
    )  # fmt: skip
    return row


def digest_of(text: str) -> str:
    """The digest over the words of a paper."""
    return hashlib.sha256(text.encode()).hexdigest()
