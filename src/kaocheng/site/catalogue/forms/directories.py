"""Forms of the lists (清单表单): one for each way of changing them, and one to publish."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from kaocheng.catalogue.directories import Entry, ListKind, Order, OrderKind
from kaocheng.site.base.days import DayField
from kaocheng.site.catalogue.forms.boxes import Choices

_MOST = 500


class OrderForm(forms.Form):
    """A change of a list: fields by the way it is changed."""

    serial = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(
        self, data: Any, *, order: OrderKind, kind: ListKind, departments: Choices, serial: int
    ) -> None:
        super().__init__(data, initial={"serial": serial, "on": timezone.localdate()})
        self.order, self._kind = order, kind
        if order is OrderKind.ADD:
            self.fields["lines"] = _lines()
        if order in (OrderKind.AMEND, OrderKind.MERGE, OrderKind.CANCEL, OrderKind.TRANSFER):
            self.fields["numbers"] = _numbers(order)
        if order in (OrderKind.ADD, OrderKind.AMEND, OrderKind.MERGE):
            self._entry(departments)
        if order is OrderKind.TRANSFER:
            self.fields["unit"] = _unit(departments, "接收部门", required=True)
        self.fields["on"] = DayField(label="调整日期")
        self.fields["basis"] = forms.CharField(
            label="依据", max_length=300, help_text="批准调整的文件"
        )

    def orders(self) -> tuple[Order, ...]:
        """The change as orders: several when several lines were added."""
        given = self.cleaned_data
        entries = [*given.get("lines", ()), *([self._given()] if given.get("number") else [])]
        single: list[Entry | None] = list(entries) or [None]
        return tuple(
            Order(
                self.order,
                given["on"],
                given["basis"],
                tuple(given.get("numbers", ())),
                entry,
                given.get("unit", "") if self.order is OrderKind.TRANSFER else "",
            )
            for entry in single
        )

    def clean_numbers(self) -> list[str]:
        """Numbers as they were separated."""
        text = self.cleaned_data["numbers"]
        for mark in "、，;；\n\t":
            text = text.replace(mark, ",")
        return [part.strip() for part in text.split(",") if part.strip()]

    def clean_lines(self) -> list[Entry]:
        """One entry a line: number, name, department, item."""
        entries = []
        for at, line in enumerate(self.cleaned_data["lines"].splitlines(), 1):
            parts = [
                part.strip() for part in line.replace("，", "\t").replace(",", "\t").split("\t")
            ]
            if not any(parts):
                continue
            if len(parts) < 2 or not all(parts[:2]):
                raise ValidationError(f"第{at}行要有编号和名称，用逗号或制表符隔开。")
            entries.append(Entry(*parts[:4]))
        if len(entries) > _MOST:
            raise ValidationError(f"一次最多 {_MOST} 条。")
        return entries

    def _entry(self, departments: Choices) -> None:
        one = self.order is not OrderKind.ADD
        after = "合并后的" if self.order is OrderKind.MERGE else ""
        self.fields["number"] = forms.CharField(label=f"{after}编号", max_length=60, required=one)
        self.fields["name"] = forms.CharField(label=f"{after}名称", max_length=300, required=one)
        self.fields["entry_unit"] = _unit(departments, "责任部门", required=False)
        self.fields["item"] = forms.CharField(label="关联事项编号", max_length=40, required=False)
        for key, title in self._kind.fields:
            self.fields[f"own_{key}"] = forms.CharField(
                label=title, max_length=1000, required=False
            )
        self.fields["note"] = forms.CharField(label="备注", max_length=500, required=False)

    def _given(self) -> Entry:
        given = self.cleaned_data
        own = [(key, given[f"own_{key}"]) for key, _ in self._kind.fields if given[f"own_{key}"]]
        return Entry(
            given["number"].strip(),
            given["name"].strip(),
            given["entry_unit"],
            given["item"],
            tuple(own),
            given["note"],
        )


class PublishForm(forms.Form):
    """A version of a list made public."""

    serial = forms.IntegerField(widget=forms.HiddenInput)
    on = DayField(label="公布日期")
    basis = forms.CharField(label="依据", max_length=300, help_text="批准公布的文件")


def _lines() -> forms.Field:
    return forms.CharField(
        label="一次写多条",
        required=False,
        widget=forms.Textarea({"rows": 5, "placeholder": "QL001，食品经营许可，D004"}),
        help_text="一行一条：编号、名称、部门编码、关联事项编号，用逗号隔开；可从表格里整列复制过来。",
    )


def _numbers(order: OrderKind) -> forms.Field:
    about = "只写一个" if order is OrderKind.AMEND else "几个之间用顿号隔开"
    return forms.CharField(label=f"要{order}的编号", max_length=2000, help_text=about)


def _unit(departments: Choices, label: str, *, required: bool) -> forms.Field:
    return forms.ChoiceField(label=label, choices=[("", "—"), *departments], required=required)
