"""A year as it stood at the end of a month (截至月底): what came later left out."""

from __future__ import annotations

from dataclasses import replace

from kaocheng.money.records import AccountsYear


def until(year: AccountsYear, month: int) -> AccountsYear:
    """The year with only what was decided, received and paid by the end of a month."""
    return replace(
        year,
        adjustments=tuple(one for one in year.adjustments if one.on.month <= month),
        income=tuple(one for one in year.income if one.on.month <= month),
        payments=tuple(one for one in year.payments if one.on.month <= month),
    )
