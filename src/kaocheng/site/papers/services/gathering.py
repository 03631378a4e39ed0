"""Gathering what belongs into an archive (归档范围): papers, materials of every round, records."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from kaocheng.cases.archive.records import Piece
from kaocheng.cases.archive.verifying import event_lines
from kaocheng.cases.encoding import encode_case
from kaocheng.cases.records import Case
from kaocheng.catalogue.records import ItemVersion
from kaocheng.kernel.clocks import local_day
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.models import Account
from kaocheng.site.audit.models import StoredEvent
from kaocheng.site.base.files import path_of
from kaocheng.site.base.models import StoredFile
from kaocheng.site.papers.models import StoredPaper
from kaocheng.site.papers.services.outstanding import issue_outstanding
from kaocheng.site.papers.services.printing import pdf_of


def pieces_of(
    case: Case, version: ItemVersion, by: Account | str, role: str, at: datetime
) -> list[Piece]:
    """Everything that is kept of a case; papers that were never issued or printed are so now."""
    issue_outstanding(county=case.county, case=case.number, at=at)
    return [
        *_papers(case, by, role, at),
        *_materials(case, version),
        *_records(case, at),
    ]


def _papers(case: Case, by: Account | str, role: str, at: datetime) -> Iterator[Piece]:
    rows = StoredPaper.objects.of_case(case.county, case.number).order_by("issued_at", "id")
    for row in rows:
        file = pdf_of(row=row, by=by, role=role, at=at)
        title = row.title if row.version == 1 else f"{row.title}（第{row.version}版）"
        day = local_day(row.issued_at)
        yield Piece("文书", title, day, path_of(file), "pdf", row.number)


def _materials(case: Case, version: ItemVersion) -> Iterator[Piece]:
    """The files of every round, as the events name them: also those a corrected one has replaced."""
    names = {material.key: material.name for material in version.materials}
    for event in _events(case, "case"):
        for row in event.told.get("received", ()):
            if isinstance(row, dict) and row.get("file"):
                yield _material(case, str(names.get(row["key"], row["key"])), row, event.at)


def _material(case: Case, name: str, row: dict[str, Any], at: datetime) -> Piece:
    file = StoredFile.objects.filter(county=case.county, number=row["file"]).first()
    if file is None or file.sha256 != row.get("digest", file.sha256) or not path_of(file).is_file():
        raise Refusal(
            "archive.material",
            f"办件 {case.number} 的“{name}”的文件缺失或被改动，不能归档。",
            "请联系系统管理员从备份恢复后再归档。",
        )
    return Piece("材料", name, local_day(at), path_of(file), file.kind, file.number)


def _records(case: Case, at: datetime) -> Iterator[Piece]:
    day = local_day(at)
    events = (row.as_event() for name in ("case", "dossier") for row in _events(case, name))
    yield Piece("记录", "办件事件", day, event_lines(events), "jsonl", "events")
    told = json.dumps(encode_case(case), ensure_ascii=False, sort_keys=True, indent=1)
    yield Piece("记录", "办件记录", day, told.encode(), "json", "case")


def _events(case: Case, stream: str) -> Iterator[StoredEvent]:
    rows = StoredEvent.objects.filter(county=case.county, stream=f"{stream}/{case.number}")
    return rows.order_by("serial").iterator()
