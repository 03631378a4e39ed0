"""Forms of themes (一件事表单): composing one, choosing what it holds, the one form and the one set."""

from __future__ import annotations

from typing import Any

from django import forms

from kaocheng.catalogue.themes.compiling import Compiled
from kaocheng.catalogue.themes.lists import theme_lists
from kaocheng.catalogue.themes.planning import Plan
from kaocheng.catalogue.themes.records import MergedField, Theme
from kaocheng.site.base.days import DayField
from kaocheng.site.catalogue.services import department_titles

_AUDIENCES = [("经营主体", "经营主体"), ("个人", "个人")]
_WIDGETS: dict[str, type[forms.Field]] = {"date": DayField, "number": forms.DecimalField}


def _listed() -> list[tuple[str, str]]:
    entries = [(e.key, f"{told.title}：{e.name}") for told in theme_lists() for e in told.entries]
    return [("", "本县自定"), *entries]


class ThemeForm(forms.Form):
    """The head of a theme."""

    number = forms.RegexField(
        r"[A-Za-z0-9-]{1,40}\Z", label="主题编号", help_text="字母、数字和短横线，如 YJS-001"
    )
    name = forms.CharField(label="主题名称", max_length=120, help_text="如：开办餐饮店")
    audience = forms.ChoiceField(label="服务对象", choices=_AUDIENCES)
    lead = forms.ChoiceField(label="牵头单位", required=False)
    stage = forms.CharField(
        label="阶段", max_length=40, required=False, help_text="如：准入准营、出生、退休"
    )
    listed = forms.ChoiceField(label="重点事项清单", choices=_listed, required=False)
    summary = forms.CharField(
        label="说明", required=False, widget=forms.Textarea(attrs={"rows": 3}), max_length=500
    )

    def __init__(self, *args: Any, county: str, fixed: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = sorted(department_titles(county).items(), key=lambda pair: pair[1])
        self.fields["lead"].choices = [("", "未定"), *names]  # type: ignore[attr-defined]
        self.fields["number"].disabled = fixed


class ItemForm(forms.Form):
    """One item in a theme."""

    item = forms.CharField(label="事项编号", max_length=40)
    optional = forms.BooleanField(label="可选（申请人需要时才办）", required=False)
    fields_text = forms.CharField(
        label="申请表栏目", required=False, widget=forms.Textarea(attrs={"rows": 6}),
        help_text="每行一个，如“经营范围”“开业日期：日期”“从业人员数：数字（可不填）”。不同事项的同名栏目合并为一项。",
    )  # fmt: skip
    situations = forms.CharField(
        label="固定的情形",
        required=False,
        max_length=200,
        help_text="在本主题里总是成立的情形标识，用空格分开",
    )


class ChoosingForm(forms.Form):
    """Which of the optional items, and the answers to the items' questions."""

    def __init__(self, *args: Any, theme: Theme, compiled: Compiled, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        optional = [(item.item, compiled.names[item.item]) for item in theme.items if item.optional]
        if optional:
            self.fields["chosen"] = forms.MultipleChoiceField(
                label="同时办理",
                choices=optional,
                required=False,
                widget=forms.CheckboxSelectMultiple,
            )
        fixed = {item.item: item.situations for item in theme.items}
        for version in compiled.versions:
            for question in dict.fromkeys(s.question for s in version.situations):
                answers = [(s.key, s.answer) for s in version.situations if s.question == question]
                if not {key for key, _ in answers} & set(fixed[version.item]):
                    self.fields[f"{version.item}·{question}"] = forms.ChoiceField(
                        label=question, choices=answers, widget=forms.RadioSelect,
                        help_text=version.name,
                    )  # fmt: skip

    @property
    def chosen(self) -> tuple[str, ...]:
        """The optional items asked for."""
        return tuple(self.cleaned_data.get("chosen", ()))

    @property
    def answers(self) -> dict[str, list[str]]:
        """The answers by item."""
        given: dict[str, list[str]] = {}
        for name, value in self.cleaned_data.items():
            item, mark, _ = name.partition("·")
            if mark and value:
                given.setdefault(item, []).append(value)
        return given


class OneForm(forms.Form):
    """The one form (一张表单)."""

    def __init__(self, *args: Any, merged: tuple[MergedField, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.merged = merged
        for number, field in enumerate(merged):
            self.fields[f"field-{number}"] = _field(field)

    @property
    def values(self) -> dict[str, str]:
        """What was filled in, by the label of the one form."""
        found = {}
        for number, field in enumerate(self.merged):
            value = self.cleaned_data.get(f"field-{number}")
            if value not in (None, ""):
                found[field.label] = str(value)
        return found


class OneSet(forms.Form):
    """The one set of materials (一套材料)."""

    def __init__(self, *args: Any, plan: Plan, online: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.plan, self.online = plan, online
        for number, material in enumerate(plan.asked):
            self.fields[f"file-{number}"] = forms.FileField(
                label=material.name,
                required=online and not material.deferrable,
                help_text=_about(material.standards, len(material.demands)),
            )

    @property
    def handed(self) -> dict[str, dict[str, Any]]:
        """What was handed in; at the window also on paper, without a file."""
        found: dict[str, dict[str, Any]] = {}
        for number, material in enumerate(self.plan.asked):
            upload = self.cleaned_data.get(f"file-{number}")
            if upload:
                found[material.name] = {"form": "电子", "upload": upload}
            elif not self.online:
                copies = {"originals": material.originals, "copies": material.copies}
                found[material.name] = {"form": "纸质", **copies}
        return found


def _field(field: MergedField) -> forms.Field:
    said = "" if len(field.targets) == 1 else f"填一次，用于{len(field.targets)}张申请表"
    made = _WIDGETS.get(field.kind, forms.CharField)
    more: dict[str, Any] = {} if field.kind in _WIDGETS else {"max_length": 200}
    if field.kind == "date":
        more["widget"] = forms.DateInput(attrs={"type": "date"})
    return made(label=field.label, required=field.required, help_text=said, **more)


def _about(standards: tuple[str, ...], items: int) -> str:
    told = "；".join(standards)
    used = f"交一次，用于{items}个事项" if items > 1 else ""
    return "。".join(part for part in (told, used) if part)
