"""Guards of a renewal (延续的前提): the old permit seen, its last day known before silence renews it."""

from __future__ import annotations

from datetime import date

from kaocheng.cases.attempts import Attempt
from kaocheng.cases.limits import permit_checked, renews_after
from kaocheng.kernel.clocks import local_day
from kaocheng.kernel.refusing import Refusal


def original_seen(a: Attempt) -> Refusal | None:
    """延续的原许可不是本厅签发的，照原件核对编号和届满日；届满日以原件为准."""
    if not a.case.renewal_of or a.case.renewal_issue:
        return None
    seen, until = a.facts.get("original", ""), a.facts.get("original_until", "")
    if not seen or not until:
        why = (
            f"原许可 {a.case.renewal_of} 不是本厅签发的，届满日 {a.case.expires_on} 只是申请人所填"
        )
        return a.refusal("original", why, "请核对原许可证件，照原件填写编号和届满日")
    if seen != a.case.renewal_of:
        why = f"原件上的编号 {seen} 与登记的 {a.case.renewal_of} 不同"
        return a.refusal("original", why, "请核对；登记有误的，退件后重新登记")
    if date.fromisoformat(until) >= local_day(a.case.received_at):
        return None
    why = f"照原件，原许可已于 {until} 期满，在收到申请以前，不能再延续"
    return a.refusal("original", why, "请核对；确已期满的，按新申请办理")


def permit_unchecked(a: Attempt) -> Refusal | None:
    """延续申请的原许可还没有核对，才需要核对."""
    if a.case.renewal_of and not permit_checked(a.case):
        return None
    return a.refusal("permit", "没有等待核对的原许可", "请查看办件页面上的“原许可”")


def renewal_expired(a: Attempt) -> Refusal | None:
    """行政许可有效期届满前没有决定，才视为准予延续；届满日须经核对."""
    until = renews_after(a.case, a.calendar) if a.version.permit else None
    if until is None or a.today <= until:
        why = "不是按期提出的延续申请，或者原许可还在有效期内"
        return a.refusal("renewal", why, "请在有效期届满前作出决定")
    if permit_checked(a.case):
        return None
    why = f"届满日 {until} 只是申请人所填，没有核对，不能确定是否已经视为准予延续"
    return a.refusal("renewal_unchecked", why, "请先核对原许可，照原件登记届满日")
