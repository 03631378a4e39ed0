"""Forms of papers and archives (文书与档案表单)."""

from __future__ import annotations

from django import forms

from kaocheng.cases.papers.kinds import PaperKind
from kaocheng.site.base.days import DayField
from kaocheng.site.papers.models import StoredOffice
from kaocheng.site.papers.services.issuing import form_of


def _kinds() -> list[tuple[str, str]]:
    return [("", "全部"), *((str(kind), form_of(kind).title_otherwise) for kind in PaperKind)]


class PaperFilter(forms.Form):
    """What narrows the list of papers."""

    number = forms.CharField(label="文号", max_length=80, required=False)
    case = forms.CharField(label="办件编号", max_length=40, required=False)
    kind = forms.ChoiceField(label="种类", choices=_kinds, required=False)
    since = DayField(label="签发日期自", required=False)
    until = DayField(label="至", required=False)


class ArchiveFilter(forms.Form):
    """What narrows the list of archives."""

    number = forms.CharField(label="档号", max_length=64, required=False)
    case = forms.CharField(label="办件编号", max_length=40, required=False)
    sound = forms.ChoiceField(
        label="校验",
        required=False,
        choices=[("", "全部"), ("yes", "相符"), ("no", "不符"), ("never", "未校验")],
    )


class ArchivePurposeForm(forms.Form):
    """What an archive is opened for."""

    purpose = forms.ChoiceField(
        label="查阅用途", choices=[("archive", "归档、查阅档案"), ("inspect", "监察、审计检查")]
    )


class OfficeForm(forms.ModelForm):
    """How a department signs."""

    class Meta:
        """All but county and department, which the address tells."""

        model = StoredOffice
        fields = ("name", "mark", "seal", "government", "court", "address", "phone", "fonds")
        help_texts = {  # noqa: RUF012  # Django's way
            "mark": "文号里代表本机关的几个字，如“示审批”；两个部门不能相同。",
            "fonds": "档案馆给的全宗号；没有的留空。",
        }
