"""Keeping themes (主题维护): saved while they are drafts, moved on step by step, every change an event."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from kaocheng.catalogue.themes.compiling import compile_theme
from kaocheng.catalogue.themes.encoding import encoded
from kaocheng.catalogue.themes.moving import moved
from kaocheng.catalogue.themes.records import Theme, ThemeState
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.models import Account
from kaocheng.site.audit.services import append
from kaocheng.site.themes.models import StoredTheme
from kaocheng.site.themes.services.compiling import versions_of

_STEPS = ("enter", "publish")


def save_theme(
    *,
    county: str,
    theme: Theme,
    by: Account,
    role: str,
    at: datetime,
    expected_serial: int | None = None,
) -> StoredTheme:
    """Save a theme, new or changed; what is online is not changed but taken offline first."""
    if not theme.name.strip() or not theme.number.strip():
        raise Refusal("theme.name", "主题没有编号或名称。", "请填写后再保存。")
    with transaction.atomic():
        row = StoredTheme.objects.of(county).select_for_update().filter(number=theme.number).first()
        if row is None:
            row = StoredTheme(county=county, number=theme.number, state=ThemeState.DRAFT.value)
        elif row.state == ThemeState.ONLINE.value:
            raise Refusal(
                "theme.online", f"“{row.name}”已上线，不能改动。", "请先下线，改好后再上线。"
            )
        elif expected_serial is not None and row.serial != expected_serial:
            raise Refusal(
                "theme.race", "刚才有人改过这个主题，您的改动没有保存。", "请刷新后再改。"
            )
        _kept(row, replace(theme, state=ThemeState(row.state)), at)
        _tell(row, "theme.saved", by, role, at)
        return row


def move_theme(
    *, county: str, number: str, move: str, by: Account, role: str, at: datetime
) -> StoredTheme:
    """Move a theme on; before it is entered or goes online it must compile."""
    with transaction.atomic():
        row = StoredTheme.objects.of(county).select_for_update().filter(number=number).first()
        if row is None:
            raise Refusal("theme.none", f"没有编号为 {number} 的主题。", "请核对编号。")
        theme = moved(row.record(), move)
        if move in _STEPS:
            versions = versions_of(county, theme, timezone.localdate(at))
            compile_theme(theme, versions)
        _kept(row, theme, at)
        _tell(row, f"theme.{move}", by, role, at)
        return row


def _kept(row: StoredTheme, theme: Theme, at: datetime) -> None:
    row.name, row.audience, row.lead = theme.name, theme.audience, theme.lead
    row.listed, row.state = theme.listed, theme.state.value
    row.facts = json.dumps(encoded(theme), ensure_ascii=False)
    row.serial, row.changed_at = row.serial + 1, at
    row.full_clean(validate_constraints=False)
    row.save()


def _tell(row: StoredTheme, kind: str, by: Account, role: str, at: datetime) -> None:
    append(
        county=row.county, stream=f"theme/{row.number}", kind=kind,
        facts={"serial": row.serial, "state": row.state, "theme": json.loads(row.facts)},
        actor=by, role=role, at=at,
    )  # fmt: skip
