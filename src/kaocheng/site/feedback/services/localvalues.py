"""Local rules on the site (本地规则): what holds on a day, and setting a value from a day on."""

from __future__ import annotations

from datetime import date, datetime

from django.db import IntegrityError, transaction

from kaocheng.feedback.localrules import LocalRules, in_force, local_rules
from kaocheng.kernel.clocks import local_day
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.models import Account
from kaocheng.site.audit.services import append
from kaocheng.site.feedback.models import StoredLocalValue


def rules_on(county: str, day: date) -> LocalRules:
    """The local rules of a county as they stand on a day."""
    rows = StoredLocalValue.objects.filter(county=county, since__lte=day)
    return in_force(day, [value for row in rows if (value := row.record())])


def set_local_value(
    *,
    county: str,
    key: str,
    value: str,
    since: date,
    basis: str,
    by: Account,
    role: str,
    at: datetime,
) -> StoredLocalValue:
    """Set a rule from a day on, today at the earliest: what was decided under the old value stands."""
    rule = local_rules().get(key)
    if rule is None:
        raise Refusal("feedback.rule", "没有这条本地规则。", "请从列表里选择。")
    if not basis.strip():
        raise Refusal("feedback.basis", f"没有写明“{rule.title}”的依据。", "请填写文件名称和文号。")
    if since < local_day(at):
        raise Refusal(
            "feedback.since", "起用日不能早于今天。", "以前的评价按当时的规则，不再改动。"
        )
    rule.read(value)
    row = StoredLocalValue(
        county=county, key=key, since=since, value=value.strip(), basis=basis.strip(),
        set_by=by.get_username(), set_at=at,
    )  # fmt: skip
    row.clean_fields()
    with transaction.atomic():
        _insert(row)
        append(
            county=county,
            stream=f"rating_rule/{key}",
            kind="rating_rule.set",
            facts={"value": row.value, "since": since.isoformat(), "basis": row.basis},
            actor=by,
            role=role,
            at=at,
        )
    return row


def _insert(row: StoredLocalValue) -> None:
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as error:
        raise Refusal(
            "feedback.since", f"这条规则在{row.since}已经定过一次。", "请换一个起用日。"
        ) from error
