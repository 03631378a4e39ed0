"""The form citizens search items with (事项检索)."""

from __future__ import annotations

from typing import Any

from django import forms

from kaocheng.catalogue.codes import code_list
from kaocheng.site.catalogue.querysets import VersionQuerySet
from kaocheng.site.catalogue.services import department_names

_ALL = ("", "全部")


class SearchForm(forms.Form):
    """Words, and what narrows them down; every field may be left out."""

    q = forms.CharField(label="想办什么", required=False, max_length=60)
    applicant = forms.ChoiceField(label="谁来办", required=False)
    theme = forms.ChoiceField(label="主题", required=False)
    kind = forms.ChoiceField(label="事项类型", required=False)
    unit = forms.ChoiceField(label="部门", required=False)
    way = forms.ChoiceField(
        label="办理方式",
        required=False,
        choices=[_ALL, ("online", "可以网上办"), ("zero", "一次不跑"), ("immediate", "当场办结")],
    )

    def __init__(self, *args: Any, county: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, key in (("applicant", "applicant"), ("theme", "theme"), ("kind", "kind")):
            self._choose(name, list(code_list(key).choices))
        self._choose("unit", sorted(department_names(county).items()))
        self.fields["q"].widget.attrs.update(
            {"placeholder": "如：开饭店、身份证、施工", "type": "search"}
        )

    def narrowed(self, items: VersionQuerySet) -> VersionQuerySet:
        """Those of the items that are asked for, the nearest first; what is no choice is left out."""
        given = self.cleaned_data if self.is_valid() else self.cleaned_data or {}
        text = str(given.get("q", ""))
        found = items.searched(text)
        if code := given.get("applicant"):
            found = found.for_applicant(code)
        if theme := given.get("theme"):
            found = found.on_theme(theme)
        if kind := given.get("kind"):
            found = found.filter(kind=kind)
        if unit := given.get("unit"):
            found = found.of_department(unit)
        return found.handled(str(given.get("way", ""))).nearest(text)

    @property
    def narrowing(self) -> list[forms.BoundField]:
        """The choices that narrow the list, without the words."""
        return [field for field in self if field.name != "q"]

    @property
    def is_narrowed(self) -> bool:
        """Whether any of them was chosen."""
        given = getattr(self, "cleaned_data", {})
        return any(value for name, value in given.items() if name != "q")

    @property
    def is_asked(self) -> bool:
        """Whether anything narrows the list."""
        return self.is_bound and any(getattr(self, "cleaned_data", {}).values())

    def _choose(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = [_ALL, *choices]
