"""Forms for applicants (网上大厅表单)."""

from __future__ import annotations

from typing import Any

from django import forms

from kaocheng.catalogue.records import ItemVersion, Material
from kaocheng.catalogue.situations import needed_materials
from kaocheng.site.applicants.kinds import applicant_kinds, id_kinds
from kaocheng.site.cases.renewalforms import renewal_fields
from kaocheng.site.cases.situationforms import answers_of, situation_fields


class ProfileForm(forms.Form):
    """Who I am, asked once before the first application."""

    kind = forms.ChoiceField(
        label="申请人类型", choices=[(k.key, k.name) for k in applicant_kinds().values()]
    )
    name = forms.CharField(label="姓名（名称）", max_length=120)
    id_kind = forms.ChoiceField(
        label="证件类型", choices=[(k.key, k.name) for k in id_kinds().values()]
    )
    id_number = forms.CharField(label="证件号码", max_length=40)
    phone = forms.CharField(label="联系电话", max_length=30)
    address = forms.CharField(label="通信地址", max_length=200, required=False)
    representative = forms.CharField(label="法定代表人", max_length=80, required=False)
    told = forms.BooleanField(label="我已阅读个人信息处理告知")


class SituationForm(forms.Form):
    """The questions that decide which materials are needed."""

    def __init__(self, *args: Any, version: ItemVersion, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.version = version
        self.fields |= situation_fields(version)

    def answers(self) -> tuple[str, ...]:
        """The answers that count."""
        return answers_of(self.version, self.cleaned_data)


class MaterialsForm(forms.Form):
    """One file for each material; a deferrable one may follow."""

    agreed = forms.BooleanField(
        label="我对提交材料实质内容的真实性负责（《行政许可法》第三十一条）"
    )

    def __init__(
        self, *args: Any, version: ItemVersion, situations: tuple[str, ...], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.materials: tuple[Material, ...] = needed_materials(version, situations)
        self.version = version
        agreed = self.fields.pop("agreed")
        self.fields |= renewal_fields(version)
        for material in self.materials:
            self.fields[f"file-{material.key}"] = forms.FileField(
                label=material.name, required=False, help_text=_told(material)
            )
        self.fields["agreed"] = agreed
        self.fields["again"] = forms.BooleanField(
            label="已有在办的同一事项，仍另办一件", required=False
        )

    def more(self) -> dict[str, Any]:
        """What a renewal says, and whether another case is meant."""
        names = (*renewal_fields(self.version), "again")
        return {name: self.cleaned_data[name] for name in names if self.cleaned_data[name]}

    def received(self) -> list[dict[str, Any]]:
        """The materials that were uploaded."""
        return [
            {"key": m.key, "form": "电子", "upload": self.cleaned_data[f"file-{m.key}"]}
            for m in self.materials
            if self.cleaned_data[f"file-{m.key}"]
        ]


class TrackForm(forms.Form):
    """Number and code of a receipt."""

    number = forms.CharField(label="办件编号", max_length=40)
    code = forms.CharField(label="查询码", max_length=16, help_text="印在收件凭据上")


def _told(material: Material) -> str:
    """What is said beside a material: its standard, where to get it, whether it may follow."""
    parts = [material.standard, f"来源：{material.source}" if material.source else ""]
    if material.deferrable:
        parts.append("可以容缺，受理后补交")
    parts.append("PDF、JPG、PNG、OFD，不超过 20 MB")
    return "；".join(part for part in parts if part)
