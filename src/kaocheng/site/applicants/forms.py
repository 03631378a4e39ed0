"""Forms of applicants (申请人表单)."""

from __future__ import annotations

from typing import Any

from django import forms

from kaocheng.hall.posts import Role
from kaocheng.site.applicants.kinds import purposes
from kaocheng.site.applicants.services.receiving import RENAMED
from kaocheng.site.base.days import DayField


def _day(label: str, *, required: bool = True) -> DayField:
    return DayField(label=label, required=required)


class SearchForm(forms.Form):
    """One whole number: part of one finds nobody."""

    id_number = forms.CharField(label="证件号码", max_length=40, required=False)
    phone = forms.CharField(label="联系电话", max_length=30, required=False)

    def clean(self) -> dict[str, Any]:
        """One of the two."""
        told: dict[str, Any] = super().clean() or {}
        if not told.get("id_number") and not told.get("phone"):
            raise forms.ValidationError("请填写完整的证件号码或联系电话。")
        return told


class PurposeForm(forms.Form):
    """Why personal data are looked at."""

    purpose = forms.ChoiceField(label="查看用途", choices=[])

    def __init__(self, *args: Any, roles: frozenset[Role], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["purpose"].choices = [  # type: ignore[attr-defined]
            (key, purpose.name) for key, purpose in purposes().items() if purpose.roles & roles
        ]


class VerifyForm(forms.Form):
    """How an identity was proven."""

    how = forms.CharField(
        label="怎样核验的",
        max_length=80,
        initial="窗口核对证件原件",
        help_text="例如：窗口核对身份证原件",
    )
    code = forms.CharField(
        label="核验码",
        max_length=12,
        required=False,
        help_text="有网上账号的，由本人登录后在“我的信息”里出示",
    )


class JoinForm(forms.Form):
    """The account of a person at the window."""

    username = forms.CharField(label="登录名", max_length=150)
    code = forms.CharField(
        label="核验码", max_length=12, help_text="由本人登录后在“我的信息”里出示"
    )


class RenameForm(forms.Form):
    """Another name, as the paper says."""

    name = forms.CharField(label="姓名（名称）", max_length=120)
    renamed = forms.ChoiceField(label="更正的原因", choices=list(RENAMED.items()))


class ContactForm(forms.Form):
    """What an applicant may change itself."""

    phone = forms.CharField(label="联系电话", max_length=30, required=False)
    address = forms.CharField(label="通信地址", max_length=200, required=False)


class MandateForm(forms.Form):
    """A mandate: to whom, for what, from when until when, with the 委托书."""

    agent = forms.CharField(
        label="受托人的申请人编号",
        max_length=24,
        help_text="受托人在“我的信息”里可以看到自己的编号",
    )
    scope = forms.CharField(
        label="只限哪个事项或办件",
        max_length=64,
        required=False,
        help_text="填事项编号或办件编号；不填为全部",
    )
    powers = forms.CharField(label="委托权限", max_length=200, initial="代为提交材料、接收文书")
    since = _day("自")
    until = _day("至", required=False)
    letter = forms.FileField(label="委托书", help_text="经委托人签字（盖章）的委托书，PDF 或图片")
