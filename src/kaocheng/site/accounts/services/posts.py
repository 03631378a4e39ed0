"""Posts given and ended (任职、离任)."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from kaocheng.hall.posts import STAFF, Role
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.models import Account, StoredPost
from kaocheng.site.accounts.ranks import check_may_give, check_may_manage
from kaocheng.site.accounts.services.noting import note


def give_post(
    *,
    account: Account,
    role: Role,
    unit: str,
    window: str = "",
    since: date,
    until: date | None = None,
    by: Account | str,
    at: datetime,
) -> StoredPost:
    """Give a post from a day on; the same post is not held twice at a time."""
    check_may_manage(by, account)
    check_may_give(by, role, unit)
    if role not in STAFF:
        raise Refusal("post.kind", "申请人不是岗位，不能授予。")
    if until is not None and until < since:
        raise Refusal("post.days", "离任日早于任职日。", "请改正日期。")
    with transaction.atomic():
        Account.objects.select_for_update().get(pk=account.pk)
        post = StoredPost(
            account=account, role=role.value, unit=unit, window=window, since=since, until=until
        )
        _check_free(post)
        post.full_clean()
        post.save(force_insert=True)
        days = {"since": since, **({"until": until} if until else {})}
        note(account, "post.given", by=by, at=at, role=role.value, unit=unit, window=window, **days)
    account.__dict__.pop("_roles", None)
    return post


def end_post(*, post: StoredPost, last: date, by: Account | str, at: datetime) -> StoredPost:
    """End a post; `last` is the last day it is held, the day before today ends it at once."""
    check_may_manage(by, post.account)
    check_may_give(by, Role(post.role), post.unit)
    with transaction.atomic():
        post = StoredPost.objects.select_for_update().get(pk=post.pk)
        if post.until is not None and post.until <= last:
            raise Refusal("post.ended", f"这个岗位已在 {post.until:%Y-%m-%d} 离任。")
        _check_not_the_last(post, last)
        post.until = last
        post.save(update_fields=["until"])
        note(
            post.account, "post.ended", by=by, at=at,
            role=post.role, unit=post.unit, window=post.window, until=last,
        )  # fmt: skip
    return post


def _check_free(post: StoredPost) -> None:
    same = post.account.posts.filter(role=post.role, unit=post.unit, window=post.window)
    overlapping = same.exclude(until__lt=post.since)
    if post.until is not None:
        overlapping = overlapping.filter(since__lte=post.until)
    if overlapping.exists():
        raise Refusal("post.held", "这段时间已经担任这个岗位。", "请先办理离任，或改正日期。")


def _check_not_the_last(post: StoredPost, last: date) -> None:
    """Somebody must remain who can give posts."""
    if post.role != Role.SYSTEM_MANAGER.value:
        return
    others = StoredPost.objects.filter(role=post.role, account__county=post.account.county)
    staying = others.exclude(pk=post.pk).exclude(until__lte=last).filter(account__is_active=True)
    if not staying.exists():
        raise Refusal(
            "post.last", "这是最后一名系统管理，不能离任。", "请先授予另一人系统管理岗位。"
        )
