"""Saving a statistic (保存统计): a page of supervision with its filter, under a name of one's own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from urllib.parse import urlsplit

from django.urls import reverse

from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.models import Account
from kaocheng.site.supervision.models import StoredStatistic

MOST = 50
_LONGEST = 500


def save_statistic(*, account: Account, name: str, address: str, at: datetime) -> StoredStatistic:
    """Keep this page under this name; the same name again means the new page."""
    told = name.strip()
    if not told:
        raise Refusal("statistic.name", "没有写名称。", "请给这个统计起个名字。")
    mine = StoredStatistic.objects.filter(county=account.county, account=account)
    if not mine.filter(name=told).exists() and mine.count() >= MOST:
        raise Refusal("statistic.most", f"最多保存 {MOST} 个统计。", "请先删去不用的。")
    values = {"address": _own_page(address), "saved_at": at}
    row, _ = mine.update_or_create(
        county=account.county, account=account, name=told[:40], defaults=values
    )
    return row


def drop_statistic(*, account: Account, number: int) -> None:
    """Forget one of mine; one of somebody else's is not there."""
    StoredStatistic.objects.filter(county=account.county, account=account, pk=number).delete()


def statistics_of(account: Account) -> Sequence[StoredStatistic]:
    """What this account has saved, by name."""
    rows = StoredStatistic.objects.filter(county=account.county, account=account)
    return list(rows.order_by("name"))


def _own_page(address: str) -> str:
    """The path and query, if it is a page of supervision; nothing else is kept."""
    parts = urlsplit(address)
    home = reverse("supervision:board")
    kept = f"{parts.path}?{parts.query}" if parts.query else parts.path
    if parts.scheme or parts.netloc or not parts.path.startswith(home) or len(kept) > _LONGEST:
        raise Refusal("statistic.page", "这个页面不能保存为统计。", "请在运行看板、超期件里保存。")
    return kept
