"""Printing papers (打印文书): the first print is kept, every later one is that same file."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction

from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.models import Account
from kaocheng.site.applicants.models import StoredApplicant
from kaocheng.site.audit.services import append, log_read
from kaocheng.site.base.files import Kind, Purpose, keep_upload, path_of
from kaocheng.site.base.models import StoredFile
from kaocheng.site.papers.models import StoredPaper
from kaocheng.site.papers.services.standing import words_of
from kaocheng.writing.papers import write_docx, write_pdf

PURPOSE = "paper"


def _nobody(file: StoredFile, account: object) -> bool:
    """Printed papers name people: they are opened through their own page, which logs it."""
    del file, account
    return False


def _refers(county: str, files: Sequence[StoredFile]) -> set[str]:
    """Those that are the print of an issued paper."""
    rows = StoredPaper.objects.filter(county=county, pdf__in=[file.number for file in files])
    return set(rows.values_list("pdf", flat=True))


PRINTED = Purpose(
    PURPOSE, "文书打印件", may_open=_nobody, kinds=frozenset({Kind.PDF}), refers=_refers
)
"""How printed papers are kept (see `base.files`)."""


def printed(*, row: StoredPaper, account: Account, at: datetime) -> StoredFile:
    """The PDF of an issued paper; made at the first call, afterwards the same bytes, checked by hash.

    That somebody else than the applicant opens it is logged: it names the applicant.
    """
    note_look(row, account, f"打印文书 {row.number}", at)
    return pdf_of(row=row, by=account, role="", at=at)


def note_look(row: StoredPaper, account: Account, purpose: str, at: datetime) -> None:
    """Have it logged that somebody looked at a paper; nobody is logged for looking at its own."""
    own = StoredApplicant.objects.of(row.county).filter(number=row.applicant, account=account)
    if own.exists():
        return
    log_read(account=account, subject=f"applicant/{row.applicant}", purpose=purpose, at=at)


def pdf_of(*, row: StoredPaper, by: Account | str, role: str, at: datetime) -> StoredFile:
    """The kept PDF of a paper, made now where it has not been printed yet."""
    if row.pdf:
        return _held(row)
    with transaction.atomic():
        locked = StoredPaper.objects.select_for_update().get(pk=row.pk)
        if not locked.pdf:
            kept = _made(locked, by, at)
            locked.pdf, locked.pdf_digest = kept.number, kept.sha256
            locked.save(update_fields=["pdf", "pdf_digest"])
            append(
                county=row.county, stream=f"dossier/{row.case}", kind="paper.printed",
                facts={"number": row.number, "version": row.version, "sha256": kept.sha256},
                actor=by, role=role, at=at,
            )  # fmt: skip
    row.pdf, row.pdf_digest = locked.pdf, locked.pdf_digest
    return _held(row)


def _made(row: StoredPaper, by: Account | str, at: datetime) -> StoredFile:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "paper.pdf"
        write_pdf(words_of(row), path)
        upload = SimpleUploadedFile(f"{row.title}.pdf", path.read_bytes(), "application/pdf")
    return keep_upload(upload=upload, by=by, purpose=PURPOSE, at=at, subject=str(row.pk))


def _held(row: StoredPaper) -> StoredFile:
    file = StoredFile.objects.get(county=row.county, number=row.pdf)
    if file.sha256 != row.pdf_digest or not path_of(file).is_file():
        raise Refusal(
            "paper.file",
            f"{row.number} 的打印件丢失或被改动。",
            "请联系系统管理员从档案或备份恢复。",
        )
    return file


def docx_of(row: StoredPaper) -> bytes:
    """The paper as a Word document, for departments that put their stamp on by other means."""
    with tempfile.TemporaryDirectory(dir=getattr(settings, "FILE_UPLOAD_TEMP_DIR", None)) as folder:
        path = Path(folder) / "paper.docx"
        write_docx(words_of(row), path)
        return path.read_bytes()
