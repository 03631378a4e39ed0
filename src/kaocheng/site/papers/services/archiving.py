"""Archiving (归档): a closed case is packed, sealed by its hash in an event, and checked ever after."""

from __future__ import annotations

import secrets
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import transaction

from kaocheng.cases.archive.packing import pack
from kaocheng.cases.archive.records import Flaw, Head, Sealed
from kaocheng.cases.archive.retention import Term, archive_number, term_of
from kaocheng.cases.archive.verifying import verify
from kaocheng.cases.records import Case
from kaocheng.cases.states import OPEN, State
from kaocheng.catalogue.records import ItemVersion
from kaocheng.kernel.clocks import local_day
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.models import Account
from kaocheng.site.applicants.kinds import purposes
from kaocheng.site.applicants.services import name_for_paper
from kaocheng.site.audit.models import StoredEvent
from kaocheng.site.audit.services import append, log_read
from kaocheng.site.audit.services.appending import SYSTEM
from kaocheng.site.papers.models import StoredArchive, StoredOffice
from kaocheng.site.papers.services.gathering import pieces_of
from kaocheng.site.papers.services.offices import office_of
from kaocheng.site.papers.services.series import next_serial

_SEALED = "archive.sealed"
_WAITING = (State.CLOSED,)
"""Ended, but the result has not been handed out."""


def seal_archive(
    *, case: Case, version: ItemVersion, by: Account | None, role: str, at: datetime
) -> StoredArchive:
    """Pack a case that is over and note its hash in an event; what has happened since makes a further version.

    Refused while the case is open or its result has not been handed out, or where a file of it is missing. The
    number of the archive and its hash are what the move 归档 asks for.
    """
    if case.state in OPEN or case.state in _WAITING:
        raise Refusal(
            "archive.open",
            f"办件 {case.number} 现在是“{case.state}”，还不能归档。",
            "办结并送达（或依法终止）以后再归档。",
        )
    path: Path | None = None
    try:
        with transaction.atomic():
            row, term = _numbered(case, version, at)
            pieces = pieces_of(case, version, by or SYSTEM, role, at)
            path = _place(row)
            sealed = pack(path, _head(row, case, version, term, at), pieces)
            path.chmod(0o400)
            return _kept(row, sealed, by, role, at)
    except BaseException:
        if path is not None:
            path.unlink(missing_ok=True)
        raise


def _numbered(case: Case, version: ItemVersion, at: datetime) -> tuple[StoredArchive, Term]:
    outcome = str(case.outcome.verdict) if case.outcome else str(case.state)
    term = term_of("撤销" if case.state is State.REVOKED else outcome, version.kind, _local())
    day = local_day(at)
    held = StoredArchive.objects.of_case(case.county, case.number).order_by("-version")
    last = held.select_for_update().first()
    if last is None:
        fonds = _fonds(case.county, case.unit)
        serial = next_serial(case.county, f"档案 {fonds}-{term.mark}", day.year)
        number = archive_number(fonds, day.year, term, serial, _local())
    else:
        number = last.number
    row = StoredArchive(
        county=case.county, number=number, version=last.version + 1 if last else 1,
        case=case.number, title=version.name, applicant=case.applicant, unit=case.unit,
        term=term.name, until=term.until(day),
    )  # fmt: skip
    return row, term


def _local() -> str:
    """The place's own table of terms, "" for the common one."""
    folder = settings.PAPER_FORMS
    path = Path(folder) / "retention.toml" if folder else None
    return str(path) if path and path.exists() else ""


def _fonds(county: str, unit: str) -> str:
    row = StoredOffice.objects.filter(county=county, unit=unit).first()
    return row.fonds if row and row.fonds else county


def _head(row: StoredArchive, case: Case, version: ItemVersion, term: Term, at: datetime) -> Head:
    applicant = name_for_paper(county=row.county, number=row.applicant)
    return Head(
        number=row.number,
        case=row.case,
        title=f"{applicant}{version.name}",
        county=row.county,
        unit=office_of(county=row.county, unit=row.unit).name,
        term=term.name,
        until=row.until,
        sealed_at=at,
        more={
            "applicant": applicant,
            "item": case.item,
            "item_version": case.version,
            "outcome": str(case.outcome.verdict) if case.outcome else str(case.state),
            "received_at": case.received_at,
            "ended_at": case.ended_at,
            "version": row.version,
        },
    )


def _place(row: StoredArchive) -> Path:
    """Where the package lies; its name tells nothing and is never used twice."""
    folder = Path(settings.STORE) / "archives" / row.county
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    row.file = f"{secrets.token_hex(16)}.zip"
    return folder / row.file


def path_of(row: StoredArchive) -> Path:
    """The package of an archive."""
    return Path(settings.STORE) / "archives" / row.county / row.file


def _kept(
    row: StoredArchive, sealed: Sealed, by: Account | None, role: str, at: datetime
) -> StoredArchive:
    row.digest, row.index_digest, row.size = sealed.sha256, sealed.index_sha256, sealed.size
    row.entries, row.sealed_at = len(sealed.lines), at
    row.sealed_by = by.get_username() if by else SYSTEM
    row.save(force_insert=True)
    append(
        county=row.county, stream=f"dossier/{row.case}", kind=_SEALED,
        facts={
            "archive": row.number, "version": row.version, "sha256": row.digest,
            "index_sha256": row.index_digest, "size": row.size, "entries": row.entries,
            "term": row.term, "until": row.until.isoformat() if row.until else "",
        },
        actor=by or SYSTEM, role=role, at=at,
    )  # fmt: skip
    return row


def check_archive(*, row: StoredArchive, at: datetime) -> tuple[Flaw, ...]:
    """What of an archive is not as it was sealed: file, index, and the hashes kept of them.

    The hashes that count are those of the event, which is chained to all others, not those of the row.
    """
    said = _sealed_as(row)
    if said is None:
        found: tuple[Flaw, ...] = (Flaw("", "没有找到归档事件，无从核对摘要。"),)
    elif not path_of(row).is_file():
        found = (Flaw("", "归档文件包不在了。请从备份恢复。"),)
    else:
        found = verify(path_of(row), sha256=said["sha256"], index_sha256=said["index_sha256"])
        if (row.digest, row.index_digest) != (said["sha256"], said["index_sha256"]):
            found = (*found, Flaw("", "档案登记的摘要与归档事件不符，登记被改过。"))
    StoredArchive.objects.filter(pk=row.pk).update(checked_at=at, sound=not found)
    row.checked_at, row.sound = at, not found
    return found


def _sealed_as(row: StoredArchive) -> dict[str, str] | None:
    events = StoredEvent.objects.filter(
        county=row.county, stream=f"dossier/{row.case}", kind=_SEALED
    )
    facts = (event.told for event in events.order_by("serial"))
    return next((told for told in facts if told.get("version") == row.version), None)


def open_archive(*, row: StoredArchive, account: Account, purpose: str, at: datetime) -> Path:
    """The package, for one of the purposes for which archives are opened; that it was opened is logged."""
    told = purposes().get(purpose)
    if purpose not in ("archive", "inspect") or told is None or not account.roles & told.roles:
        raise Refusal("archive.purpose", "您的岗位不能为这个用途查阅档案。", "请由档案岗位办理。")
    log_read(
        account=account,
        subject=f"applicant/{row.applicant}",
        purpose=f"查阅档案 {row.number}：{told.name}",
        at=at,
    )
    return path_of(row)
