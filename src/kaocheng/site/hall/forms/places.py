"""Forms of places: hall, floor, zone, room, group, window, hours (大厅设置表单)."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms

from kaocheng.kernel.workdays import WEEKDAYS
from kaocheng.site.base.days import DayField
from kaocheng.site.hall.forms.fields import (
    WEEKDAY_CHOICES,
    DepartmentsField,
    ItemsField,
    SpansField,
)
from kaocheng.site.hall.models import (
    StoredFloor,
    StoredGroup,
    StoredHall,
    StoredRoom,
    StoredWindow,
    StoredZone,
)


class HallForm(forms.ModelForm):
    """A hall and the rules of its queue (大厅)."""

    class Meta:
        """Everything a supervisor sets."""

        model = StoredHall
        fields = (
            "number", "name", "address", "area", "opened_on", "calls_before_pass", "rejoin_after",
            "rejoins", "slot_grace", "book_ahead_days", "book_cutoff", "take_before",
        )  # fmt: skip
        field_classes: ClassVar = {"opened_on": DayField}


class FloorForm(forms.ModelForm):
    """A floor (楼层)."""

    class Meta:
        """Number, name, area."""

        model = StoredFloor
        fields = ("number", "name", "area")


class ZoneForm(forms.ModelForm):
    """A functional zone (功能区)."""

    floor = forms.ChoiceField(label="楼层")

    class Meta:
        """Number, name, area."""

        model = StoredZone
        fields = ("number", "name", "area")

    def __init__(self, *args: Any, hall: StoredHall, **options: Any) -> None:
        super().__init__(*args, **options)
        choices = [(row.number, row.name) for row in hall.floors.all()]
        self.fields["floor"].choices = choices  # type: ignore[attr-defined]
        self.order_fields(["floor", "number", "name", "area"])


class RoomForm(forms.ModelForm):
    """A room behind the windows (后台用房)."""

    class Meta:
        """Everything."""

        model = StoredRoom
        fields = ("zone", "number", "name", "kind", "area")

    def __init__(self, *args: Any, hall: StoredHall, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["zone"].queryset = zones_of(hall)  # type: ignore[attr-defined]


class GroupForm(forms.ModelForm):
    """A group of tickets (取号业务类别)."""

    class Meta:
        """Everything but the items, which are told by number or name."""

        model = StoredGroup
        fields = ("letter", "name", "about", "minutes", "active")

    def __init__(self, *args: Any, county: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["items"] = ItemsField(county=county, label="事项", initial=self.instance.items)


class WindowForm(forms.ModelForm):
    """A window (窗口)."""

    class Meta:
        """Everything but items and departments, which have fields of their own."""

        model = StoredWindow
        fields = ("zone", "number", "name", "kind", "groups")
        widgets: ClassVar = {"groups": forms.CheckboxSelectMultiple}

    def __init__(self, *args: Any, hall: StoredHall, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["zone"].queryset = zones_of(hall)  # type: ignore[attr-defined]
        self.fields["groups"].queryset = hall.groups.all()  # type: ignore[attr-defined]
        self.fields["departments"] = DepartmentsField(
            county=hall.county, label="部门", initial=self.instance.departments
        )
        self.fields["items"] = ItemsField(
            county=hall.county,
            label="可受理事项",
            initial=self.instance.items,
            help_text="一行一项，写编号或全称。无差别窗口受理全部事项，不用填。",
        )
        if self.instance.pk is None:
            self.fields["since"] = DayField(label="启用日")


class WeekForm(forms.Form):
    """The weekly table of opening hours (每周开放时间)."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for weekday, name in enumerate(WEEKDAYS):
            self.fields[f"day{weekday}"] = SpansField(label=name)
        self.fields[
            "day0"
        ].help_text = "写法如 9:00-12:00 14:00-17:00，留空为不开放。调休上班日按星期一。"
        self.fields["day5"].help_text = "周末延时服务。放假的周末不开放。"


class SpecialDayForm(forms.Form):
    """One day arranged apart (特别安排)."""

    day = DayField(label="日期")
    spans = SpansField(label="开放时段", help_text="留空为全天不开放。")
    cause = forms.CharField(label="说明", max_length=120, help_text="群众会看到，如：系统升级。")


class SuspendForm(forms.Form):
    """Take a window out of use (停用窗口)."""

    last_day = DayField(label="最后启用日")
    cause = forms.CharField(label="原因", max_length=200)


class ReinstateForm(forms.Form):
    """Put a window to use again (恢复启用)."""

    since = DayField(label="启用日")


class PlanForm(forms.Form):
    """How a group is booked (预约放号); with capacity 0 the group is not booked."""

    opens = forms.TimeField(label="起", widget=forms.TimeInput(attrs={"type": "time"}))
    closes = forms.TimeField(label="止", widget=forms.TimeInput(attrs={"type": "time"}))
    minutes = forms.IntegerField(label="每段分钟数", min_value=5, max_value=240)
    capacity = forms.IntegerField(
        label="每段人数", min_value=0, max_value=200, help_text="写0为不放号。"
    )
    weekdays = forms.MultipleChoiceField(
        label="星期",
        choices=WEEKDAY_CHOICES,
        widget=forms.CheckboxSelectMultiple,
        help_text="只在大厅开放的时段里放号。",
    )


def zones_of(hall: StoredHall) -> Any:
    """The zones of a hall, with their floors."""
    return StoredZone.objects.filter(floor__hall=hall).select_related("floor")
