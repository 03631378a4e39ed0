"""Proposing a notice (录入通知): read, checked, kept beside what is in force; nothing moves yet."""

from __future__ import annotations

import tomllib
from datetime import date, datetime

from django.db import transaction

from kaocheng.kernel.refusing import Refusal
from kaocheng.kernel.workdays import Notice
from kaocheng.law.calendar import notice_from
from kaocheng.law.calendar.parsing import read_notice
from kaocheng.law.calendar.writing import notice_faults, written_notice
from kaocheng.site.accounts.models import Account
from kaocheng.site.audit.services import append
from kaocheng.site.law.models import NoticeState, StoredNotice
from kaocheng.site.law.services.calendars import calendar_in_force

_FORM = "请按 law/calendar 里各年文件的格式填写。"


def propose_words(
    *,
    year: int,
    title: str,
    document: str,
    issued: date | None,
    words: str,
    by: Account,
    role: str,
    at: datetime,
) -> StoredNotice:
    """Enter a notice by the words of its text (一、元旦：…); raises Refusal with every slip found."""
    draft = read_notice(year, words)
    if draft.faults:
        raise Refusal(
            "law.words", "正文与日期不符：" + "".join(draft.faults), "请对照原文核对后再录入。"
        )
    text = written_notice(year, title, document, issued, draft.holidays)
    return propose_file(text=text, by=by, role=role, at=at)


def propose_file(*, text: str, by: Account, role: str, at: datetime) -> StoredNotice:
    """Enter a notice by its file (TOML); raises Refusal where it cannot be right."""
    notice = _checked(text)
    row = StoredNotice(
        year=notice.year,
        title=notice.title,
        document=notice.number,
        issued=notice.issued,
        text=text,
        state=NoticeState.PROPOSED,
        proposed_by=by.get_username(),
        proposed_at=at,
    )
    with transaction.atomic():
        row.full_clean(exclude=["decided_by"])
        row.save()
        append(
            county=by.county,
            stream=f"notice/{row.pk}",
            kind="录入放假安排通知",
            facts={"year": row.year, "title": row.title, "document": row.document},
            actor=by,
            role=role,
            at=at,
        )
    return row


def _checked(text: str) -> Notice:
    """The one notice of the file; what cannot be right is refused."""
    try:
        data = tomllib.loads(text)
        (raw,) = data["notice"]
        notice = notice_from(int(data["year"]), raw)
        faults = "".join(notice_faults(notice))
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError, AttributeError) as error:
        raise Refusal("law.file", f"文件读不出来：{error}。", _FORM) from error
    if faults:
        raise Refusal("law.notice", faults, "请对照通知原文改正。")
    years = calendar_in_force().years
    if not years[0] <= notice.year <= years[-1] + 1:
        raise Refusal(
            "law.year",
            f"现有{years[0]}年至{years[-1]}年的安排，不能直接录入{notice.year}年。",
            f"请先录入{years[-1] + 1}年。",
        )
    return notice
