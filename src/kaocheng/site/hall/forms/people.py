"""Forms of people: shifts, residency, authorisation, devices (人员与进驻表单)."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.utils import timezone

from kaocheng.hall.posts import Role
from kaocheng.hall.residency import Power
from kaocheng.hall.staff import Employment
from kaocheng.site.accounts.models import Account
from kaocheng.site.base.days import DayField
from kaocheng.site.catalogue.services import department_names
from kaocheng.site.hall.forms.fields import (
    ItemsField,
    MomentField,
    department_choices,
)
from kaocheng.site.hall.forms.places import zones_of
from kaocheng.site.hall.models import StoredDevice, StoredHall, StoredResidency, StoredWindow
from kaocheng.site.hall.people import choices_of, staff_of

_AT_WINDOW = (Role.WINDOW_CLERK, Role.ISSUER, Role.CHIEF_REPRESENTATIVE)


class PeopleField(forms.ChoiceField):
    """Somebody of the staff, told by name, department and posts (人员); gives the account."""

    def offer(self, county: str) -> None:
        """Who holds a post today."""
        people = staff_of(county, on=timezone.localdate())
        self.choices = [("", "请选择"), *choices_of(people, department_names(county))]

    def clean(self, value: Any) -> Account | None:
        """The account of the one chosen."""
        key = super().clean(value)
        return Account.objects.filter(pk=key).first() if key else None


class ShiftForm(forms.Form):
    """A shift (排班)."""

    account = PeopleField(label="人员")
    window = forms.ChoiceField(label="窗口")
    post = forms.ChoiceField(label="岗位", choices=[(r.value, r.title) for r in _AT_WINDOW])
    starts_at = MomentField(label="开始")
    ends_at = MomentField(label="结束")

    def __init__(self, *args: Any, hall: StoredHall, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["account"].offer(hall.county)  # type: ignore[attr-defined]
        rows = StoredWindow.objects.filter(county=hall.county, hall=hall)
        self.fields["window"].choices = list(rows.values_list("number", "name"))  # type: ignore[attr-defined]


class StaffForm(forms.Form):
    """Registration of somebody who works in the hall (大厅人员登记)."""

    account = PeopleField(label="人员")
    employment = forms.ChoiceField(
        label="用工性质", choices=[(e.value, e.value) for e in Employment]
    )
    employer = forms.CharField(label="用人单位", max_length=120)
    department = forms.ChoiceField(label="服务部门", required=False)
    since = DayField(label="到岗日")
    until = DayField(label="离岗日", required=False)

    def __init__(self, *args: Any, county: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["account"].offer(county)  # type: ignore[attr-defined]
        choices = [("", "大厅本身"), *department_choices(county)]
        self.fields["department"].choices = choices  # type: ignore[attr-defined]


class ResidencyForm(forms.ModelForm):
    """A department's residency (部门进驻)."""

    department = forms.ChoiceField(label="部门")

    class Meta:
        """Everything but the items, which have fields of their own."""

        model = StoredResidency
        fields = ("department", "mode", "since", "until")
        field_classes: ClassVar = {"since": DayField, "until": DayField}

    def __init__(self, *args: Any, county: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["department"].choices = department_choices(county)  # type: ignore[attr-defined]
        row = self.instance
        given = {"county": county}
        self.fields["due"] = ItemsField(label="应进驻事项", initial=row.due, **given)
        self.fields["items"] = ItemsField(label="已进驻事项", initial=row.items, **given)
        self.fields["excused"] = forms.CharField(
            label="不进驻的事项及理由",
            required=False,
            widget=forms.Textarea(attrs={"rows": 4}),
            help_text="一行一项：事项编号，空格，理由。不计入进驻率。",
            initial="\n".join(f"{item} {reason}" for item, reason in row.excused.items()),
        )

    def clean_excused(self) -> dict[str, str]:
        """Item and reason, line by line; one without a reason is refused."""
        found: dict[str, str] = {}
        for line in filter(None, map(str.strip, self.cleaned_data["excused"].splitlines())):
            item, _, reason = line.partition(" ")
            if not reason.strip():
                raise forms.ValidationError(f"事项{item}没有写不进驻的理由。")
            found[item] = reason.strip()
        return found


class LetterForm(forms.Form):
    """A letter of authorisation (授权书)."""

    number = forms.CharField(label="授权书文号", max_length=60)
    account = PeopleField(label="被授权人")
    powers = forms.MultipleChoiceField(
        label="授权内容",
        choices=[(power.value, power.value) for power in Power],
        widget=forms.CheckboxSelectMultiple,
    )
    all_items = forms.BooleanField(label="本部门全部事项", required=False)
    since = DayField(label="生效日期")
    until = DayField(label="截止日期", required=False)

    def __init__(self, *args: Any, county: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["account"].offer(county)  # type: ignore[attr-defined]
        self.fields["items"] = ItemsField(county=county, label="授权事项")
        self.order_fields(["number", "account", "powers", "all_items", "items", "since", "until"])


class RevokeForm(forms.Form):
    """Revoking a letter (收回授权)."""

    on = DayField(label="收回日期")
    cause = forms.CharField(label="原因", max_length=200)


class DeviceForm(forms.ModelForm):
    """A device (大厅设备)."""

    class Meta:
        """Everything a supervisor sets."""

        model = StoredDevice
        fields = ("number", "kind", "name", "zone", "per_minute")

    def __init__(self, *args: Any, hall: StoredHall, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["zone"].queryset = zones_of(hall)  # type: ignore[attr-defined]
        self.fields["zone"].help_text = "显示屏只显示这个功能区的窗口；不选则显示全厅。"
