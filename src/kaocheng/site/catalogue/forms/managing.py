"""Forms of the catalogue's keepers (目录管理表单): lists, new items, imports, departments, delegations."""

from __future__ import annotations

from typing import Any

from django import forms

from kaocheng.catalogue.codes import code_list
from kaocheng.catalogue.numbers import NUMBER, WORDING
from kaocheng.catalogue.states import State
from kaocheng.site.base.days import DayField
from kaocheng.site.catalogue.forms.boxes import Choices
from kaocheng.site.catalogue.querysets import ItemQuerySet
from kaocheng.site.catalogue.services import Taking

_ALL = ("", "全部")


class ItemFilter(forms.Form):
    """What the keepers' list shows."""

    q = forms.CharField(label="名称或编号", required=False, max_length=60)
    state = forms.ChoiceField(
        label="状态", required=False, choices=[_ALL, *((s.value, s.value) for s in State)]
    )
    unit = forms.ChoiceField(label="部门", required=False)
    kind = forms.ChoiceField(
        label="事项类型", required=False, choices=[_ALL, *code_list("kind").choices]
    )

    def __init__(self, *args: Any, departments: Choices, **given: Any) -> None:
        super().__init__(*args, **given)
        unit = self.fields["unit"]
        if isinstance(unit, forms.ChoiceField):
            unit.choices = [_ALL, *departments]

    def narrowed(self, items: ItemQuerySet) -> ItemQuerySet:
        """Those that are asked for."""
        self.is_valid()
        given = self.cleaned_data
        wanted = {name: given[name] for name in ("state", "unit", "kind") if given.get(name)}
        return items.searched(given.get("q", "")).filter(**wanted)


class ItemForm(forms.Form):
    """A new item of the directory."""

    number = forms.RegexField(
        NUMBER,
        label="事项编号",
        error_messages={"invalid": WORDING},
        help_text="本县给事项的编号，如 P001",
    )
    name = forms.CharField(label="事项名称", max_length=300)
    kind = forms.ChoiceField(label="事项类型", choices=code_list("kind").choices)
    level = forms.ChoiceField(label="行使层级", choices=code_list("level").choices, initial="4")
    source = forms.CharField(
        label="目录来源", max_length=40, required=False, help_text="国家目录、省级目录等"
    )
    basic = forms.CharField(label="基本编码", max_length=120, required=False)


class SeveralFiles(forms.FileInput):
    """A box several files can be chosen in at once."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files at once; one at least."""

    widget = SeveralFiles

    def clean(self, data: Any, initial: Any = None) -> Any:
        """Every file for itself."""
        files = data if isinstance(data, list | tuple) else [data]
        return [super(FilesField, self).clean(file, initial) for file in files or [None]]


class ImportForm(forms.Form):
    """A workbook, or several csv files, and what its items become."""

    upload = FilesField(
        label="文件",
        help_text="用模板填好的 .xlsx；或一次选一组 .csv，文件名就是工作表名。",
    )
    taking = forms.ChoiceField(
        label="导入成",
        choices=[
            (Taking.DIRECTORY, "目录：只收名称和编码，等部门认领"),
            (Taking.DRAFTS, "草稿：部门再核对、送审"),
            (Taking.PUBLISHED, "已发布：先过全部检查，从生效日期起施行"),
        ],
        widget=forms.RadioSelect,
        initial=Taking.DRAFTS,
    )
    source = forms.CharField(label="目录来源", max_length=40, required=False)
    on = DayField(
        label="生效日期",
        required=False,
        help_text="文件里没有写生效日期的，从这一天起；不写就是今天。",
    )


class DepartmentForm(forms.Form):
    """A department or town."""

    code = forms.RegexField(
        r"\A[A-Za-z0-9._-]{1,40}\Z",
        label="部门编码",
        help_text="账号、事项、窗口都写它，登记后不能改",
    )
    name = forms.CharField(label="全称", max_length=120)
    short = forms.CharField(label="简称", max_length=40, required=False)
    credit_code = forms.RegexField(
        r"\A[0-9A-Z]{18}\Z", label="统一社会信用代码", required=False, help_text="18位"
    )
    nature = forms.ChoiceField(label="实施主体性质", choices=code_list("nature").choices)
    town = forms.BooleanField(label="是镇（街道）", required=False)


class DelegationForm(forms.Form):
    """An item handed down to a town."""

    item = forms.CharField(label="事项编号", max_length=40)
    target = forms.ChoiceField(label="承接镇街")
    since = DayField(label="起始日")
    until = DayField(label="终止日", required=False)
    powers = forms.ChoiceField(
        label="权限", choices=[("受理", "只受理"), ("受理和办理", "受理和办理")]
    )
    basis = forms.CharField(label="依据", max_length=300, help_text="批准下沉的文件")

    def __init__(self, *args: Any, towns: Choices, **given: Any) -> None:
        super().__init__(*args, **given)
        target = self.fields["target"]
        if isinstance(target, forms.ChoiceField):
            target.choices = [("", "请选"), *towns]


class EndForm(forms.Form):
    """A delegation taken back."""

    until = DayField(label="终止日")
    basis = forms.CharField(label="依据", max_length=300)
