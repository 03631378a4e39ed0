"""Setting a local figure (设定本地取值): entered with its document by one, approved by another, for days to come."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import transaction

from kaocheng.kernel.clocks import SHANGHAI
from kaocheng.kernel.refusing import Refusal
from kaocheng.law.figures import NoSuchFigure, standing_values
from kaocheng.site.accounts.models import Account
from kaocheng.site.audit.services import append
from kaocheng.site.law.models import NoticeState, StoredFigure
from kaocheng.site.law.services.owning import forget_own

MOST = 1000
"""The largest amount that is no slip of the pen (取值上限)."""


def propose_figure(
    *,
    name: str,
    value: int,
    since: date,
    document: str,
    basis: str,
    by: Account,
    role: str,
    at: datetime,
) -> StoredFigure:
    """Enter a value for the county of the account; nothing changes yet. Raises Refusal where it cannot be right."""
    _settable(name)
    _ahead(since, at)
    if not 1 <= value <= MOST:
        raise Refusal("law.figure_value", f"取值要在1至{MOST}之间。", "请核对文件上的数。")
    if not document.strip() or not basis.strip():
        raise Refusal("law.figure_basis", "没有写明依据和文号。", "请照文件填写名称和文号。")
    row = StoredFigure(
        county=by.county, name=name, value=value, since=since, document=document.strip(),
        basis=basis.strip(), state=NoticeState.PROPOSED, proposed_by=by.get_username(), proposed_at=at,
    )  # fmt: skip
    with transaction.atomic():
        row.full_clean(exclude=["decided_by"])
        row.save()
        _tell(row, "录入本地取值", (by, role), at)
    return row


def approve_figure(
    *, figure: int, by: Account, role: str, remark: str = "", at: datetime
) -> StoredFigure:
    """Have a value count from its day on. Raises Refusal for who entered it, a second time, and a day that has come."""
    with transaction.atomic():
        row = _undecided(figure, by)
        _ahead(row.since, at)
        _once(row)
        _decide(row, NoticeState.APPROVED, by, remark, at)
        _tell(row, "批准本地取值", (by, role), at)
    forget_own()
    return row


def reject_figure(
    *, figure: int, by: Account, role: str, remark: str, at: datetime
) -> StoredFigure:
    """Turn a value down, with a reason."""
    if not remark.strip():
        raise Refusal("law.reason", "没有写明不批准的理由。", "请写明理由，录入人才知道改什么。")
    with transaction.atomic():
        row = _undecided(figure, by)
        _decide(row, NoticeState.REJECTED, by, remark, at)
        _tell(row, "不批准本地取值", (by, role), at)
    return row


def _settable(name: str) -> None:
    try:
        bundled = standing_values(name)[-1]
    except NoSuchFigure:
        bundled = None
    if bundled is None or not bundled.local:
        why = (
            "法律、法规和国务院文件规定了的数，本地不能另定。" if bundled else "没有这个本地取值。"
        )
        raise Refusal("law.figure", why, "请从“本地取值”页面上选择。")


def _ahead(since: date, at: datetime) -> None:
    """What has been done stays as it was: a value begins on a day to come."""
    today = at.astimezone(SHANGHAI).date()
    if since <= today:
        raise Refusal(
            "law.figure_day",
            f"起用日{since}不在今天（{today}）以后，已经办了的不能改按新的取值。",
            "请把起用日定在今天以后；录入后拖过了起用日的，重新录入。",
        )


def _once(row: StoredFigure) -> None:
    same = StoredFigure.objects.filter(
        county=row.county, name=row.name, since=row.since, state=NoticeState.APPROVED
    )
    if other := same.first():
        raise Refusal(
            "law.figure_twice", f"{row.since}起已经定为{other.value}{other.unit}（{other.document}）。",
            "请另定起用日。",
        )  # fmt: skip


def _undecided(key: int, by: Account) -> StoredFigure:
    row = StoredFigure.objects.select_for_update().filter(pk=key, county=by.county).first()
    if row is None:
        raise Refusal("law.missing", "没有这一条。", "请返回本地取值。")
    if row.state != NoticeState.PROPOSED:
        raise Refusal("law.decided", f"已经办理过（{row.get_state_display()}）。", "请刷新页面。")
    if row.proposed_by == by.get_username():
        raise Refusal("law.same_person", "录入人不能批准自己录入的取值。", "请由另一人批准。")
    return row


def _decide(row: StoredFigure, state: NoticeState, by: Account, remark: str, at: datetime) -> None:
    row.state, row.remark = state, remark
    row.decided_by, row.decided_at = by.get_username(), at
    row.full_clean()
    row.save()


def _tell(row: StoredFigure, kind: str, who: tuple[Account, str], at: datetime) -> None:
    facts: dict[str, Any] = {
        "name": row.name, "value": row.value, "unit": row.unit, "since": row.since.isoformat(),
        "document": row.document, "basis": row.basis, "remark": row.remark,
    }  # fmt: skip
    append(
        county=row.county, stream=f"figure/{row.pk}", kind=kind, facts=facts,
        actor=who[0], role=who[1], at=at,
    )  # fmt: skip
