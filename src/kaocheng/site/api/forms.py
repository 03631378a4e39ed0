"""Forms of the API's pages (接口表单)."""

from __future__ import annotations

from datetime import timedelta

from django import forms
from django.db.models import Q

from kaocheng.site.accounts.models import Account
from kaocheng.site.api.services.tokens import LONGEST


class TokenForm(forms.Form):
    """For whom a token is, what for, how long."""

    person = forms.CharField(
        label="账号（姓名）",
        max_length=150,
        help_text="人员账号里的姓名，同名的写账号编号。令牌的权限就是这个账号的权限，不多也不少。",
    )
    purpose = forms.CharField(
        label="用途", max_length=120, help_text="哪个系统用它做什么，例如：县小程序查进度。"
    )
    days = forms.IntegerField(label="有效天数", min_value=1, max_value=LONGEST.days, initial=180)

    def account(self, by: Account) -> Account | None:
        """The only account of this name or number among those this manager manages."""
        told = self.cleaned_data["person"].strip()
        one = Q(display_name=told) | Q(pk=int(told) if told.isdecimal() and len(told) < 19 else 0)
        found: list[Account] = list(Account.objects.visible_to(by).filter(one)[:2])
        return found[0] if len(found) == 1 else None

    @property
    def lasts(self) -> timedelta:
        """How long the token is good for."""
        return timedelta(days=self.cleaned_data["days"])
