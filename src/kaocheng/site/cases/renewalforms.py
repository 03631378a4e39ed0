"""What a renewal asks (延续申请填写项) as form fields, for the window and the citizen."""

from __future__ import annotations

from django import forms

from kaocheng.catalogue.records import ItemVersion
from kaocheng.site.base.days import DayField


def renewal_fields(version: ItemVersion) -> dict[str, forms.Field]:
    """Number and last day of the permit (行政许可法第五十条), nothing for an item that renews none."""
    if not version.renews:
        return {}
    return {
        "renewal_of": forms.CharField(label="原许可证编号", max_length=80),
        "expires_on": DayField(label="原许可有效期届满日"),
    }
