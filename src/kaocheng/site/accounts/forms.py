"""Forms of those who manage accounts (账号管理表单)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone

from kaocheng.hall.posts import STAFF, Role
from kaocheng.site.accounts.models import Account, StoredPost
from kaocheng.site.accounts.ranks import givable
from kaocheng.site.base.days import DayField


class PeopleFilter(forms.Form):
    """What narrows the list of accounts."""

    words = forms.CharField(label="登录名或姓名", required=False, max_length=40)
    role = forms.ChoiceField(
        label="岗位",
        required=False,
        choices=[("", "全部"), *((r.value, r.title) for r in Role)],
    )
    state = forms.ChoiceField(
        label="状态", required=False, choices=[("", "全部"), ("on", "正常"), ("off", "停用")]
    )


class PersonForm(forms.ModelForm):
    """Name and department of a member of staff."""

    class Meta:
        """The fields a manager writes."""

        model = Account
        fields = ("username", "display_name", "unit")
        labels = {"username": "登录名"}  # noqa: RUF012  # Django's way
        help_texts = {"username": "由管理员给定，如工号；以后不能改。", "unit": ""}  # noqa: RUF012

    def __init__(self, *args: Any, by: Account, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].validators.append(_long_enough)
        if self.instance.pk:
            del self.fields["username"]
        if Role.SYSTEM_MANAGER not in by.roles:
            self.fields["unit"].initial = by.unit
            self.fields["unit"].disabled = True


class ReasonForm(forms.Form):
    """Why something is done."""

    reason = forms.CharField(label="原因", max_length=200)


class PostForm(forms.ModelForm):
    """A post to be given."""

    class Meta:
        """The fields a manager writes."""

        model = StoredPost
        fields = ("role", "unit", "window", "since", "until")
        field_classes = {"since": DayField, "until": DayField}  # noqa: RUF012  # Django's way

    def __init__(self, *args: Any, by: Account, account: Account, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.instance.account = account
        roles = sorted(givable(by) & STAFF, key=list(Role).index)
        self.fields["role"] = forms.ChoiceField(
            label="岗位", choices=[(role.value, role.title) for role in roles]
        )
        self.fields["unit"].initial = account.unit
        self.fields["window"].help_text = "窗口岗位填写，如 A03。"
        self.fields["since"].initial = timezone.localdate()
        if Role.SYSTEM_MANAGER not in by.roles:
            self.fields["unit"].initial = by.unit
            self.fields["unit"].disabled = True


class EndPostForm(forms.Form):
    """The last day a post is held."""

    last = DayField(label="最后任职日", help_text="立即离任的，填昨天的日期。")


def _long_enough(name: str) -> None:
    if len(name) < 2:
        raise forms.ValidationError("登录名至少 2 个字符。")
