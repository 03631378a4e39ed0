"""Forms of the desk (工作台表单)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from django import forms

from kaocheng.cases.moves import Field
from kaocheng.cases.states import Channel, State, Verdict
from kaocheng.catalogue.records import ItemVersion
from kaocheng.site.accounts.models import StoredPost
from kaocheng.site.applicants.kinds import applicant_kinds, id_kinds, kinds_served
from kaocheng.site.applicants.services.receiving import CUT, OWN, RENAMED, Seen
from kaocheng.site.base.days import DayField
from kaocheng.site.cases.assisting import assistant, assistants
from kaocheng.site.cases.moveforms.parts import read_rows, received_rows
from kaocheng.site.cases.renewalforms import renewal_fields
from kaocheng.site.cases.situationforms import PREFIX, answers_of, situation_fields
from kaocheng.site.hall.people import Person, choices_of, named

_AT_WINDOW = (Channel.WINDOW, Channel.AGENT, Channel.CROSS_REGION, Channel.POST, Channel.KIOSK)


class IntakeForm(forms.Form):
    """Everything the clerk asks when somebody brings an application."""

    kind = forms.ChoiceField(
        label="申请人类型", choices=[(k.key, k.name) for k in applicant_kinds().values()]
    )
    id_kind = forms.ChoiceField(
        label="证件类型", choices=[(k.key, k.name) for k in id_kinds().values()]
    )
    id_number = forms.CharField(label="证件号码", max_length=40)
    name = forms.CharField(label="姓名（名称）", max_length=120)
    phone = forms.CharField(label="联系电话", max_length=30, required=False)
    address = forms.CharField(label="通信地址", max_length=200, required=False)
    representative = forms.CharField(label="法定代表人", max_length=80, required=False)
    channel = forms.ChoiceField(
        label="渠道", choices=[(c.value, c.value) for c in _AT_WINDOW], initial=Channel.WINDOW.value
    )
    window = forms.ChoiceField(label="窗口", required=False)
    ticket = forms.CharField(label="号票编号", max_length=40, required=False)
    agent = forms.ChoiceField(label="代办人员", required=False)
    letter = forms.CharField(label="委托书编号", max_length=80, required=False)
    region = forms.RegexField(r"\d{6}\Z", label="对方行政区划代码", required=False)
    reference = forms.CharField(label="对方编号", max_length=80, required=False)
    account = forms.ChoiceField(
        label="网上账号",
        required=False,
        choices=[
            ("", "还没有核对"), (OWN, "是本人的：看过证件原件，核验码相符"),
            (CUT, "不是本人的，或者出示不了核验码：断开账号"),
        ],
    )  # fmt: skip
    code = forms.CharField(label="核验码（本人在“我的信息”里出示）", max_length=12, required=False)
    renamed = forms.ChoiceField(
        label="姓名（名称）与登记不同的原因",
        required=False,
        choices=[("", "请照证件核对"), *RENAMED.items()],
    )
    again = forms.BooleanField(label="已有在办的同一事项，仍另办一件", required=False)

    refused = ""
    """The code of the refusal the form met (拒绝代码)."""
    PERSON = ("kind", "id_kind", "id_number", "name", "phone", "address", "representative")
    EXTRA = ("agent", "letter", "region", "reference")

    def __init__(
        self,
        *args: Any,
        version: ItemVersion,
        windows: Sequence[str],
        assisting: Sequence[StoredPost],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.version, self.assisting = version, assisting
        self.fields["agent"].choices = [("", "没有代办"), *assistants(assisting)]  # type: ignore[attr-defined]
        self.fields["window"].choices = [("", "不在窗口"), *((w, w) for w in windows)]  # type: ignore[attr-defined]
        self.fields["window"].initial = windows[0] if windows else ""
        self._offer_served()
        self.fields |= renewal_fields(version)
        self.fields |= situation_fields(version)
        self._received = Field("received", "收到的材料", "received")
        self.fields |= received_rows(self._received.name, version.materials)

    def _offer_served(self) -> None:
        """Only the kinds of applicants the item serves, and their papers: what stands first is right."""
        kinds = kinds_served(self.version.applicants)
        papers = dict.fromkeys(paper for kind in kinds for paper in kind.papers)
        offered = {
            "kind": [(kind.key, kind.name) for kind in kinds],
            "id_kind": [(paper, id_kinds()[paper].name) for paper in papers],
        }
        for name, choices in offered.items():
            self.fields[name].choices = choices  # type: ignore[attr-defined]

    @property
    def person_fields(self) -> list[forms.BoundField]:
        """Who applies."""
        return [self[name] for name in self.PERSON]

    @property
    def way_fields(self) -> list[forms.BoundField]:
        """How it came."""
        return [self[name] for name in ("channel", "window", "ticket")]

    @property
    def extra_fields(self) -> list[forms.BoundField]:
        """What only agents and partner regions fill in."""
        return [self[name] for name in self.EXTRA]

    @property
    def renewal_fields(self) -> list[forms.BoundField]:
        """Number and last day of the permit that is to be renewed."""
        return [self[name] for name in renewal_fields(self.version)]

    @property
    def situation_fields(self) -> list[forms.BoundField]:
        """The questions."""
        return [self[name] for name in self.fields if name.startswith(PREFIX)]

    @property
    def material_rows(self) -> list[list[forms.BoundField]]:
        """The materials, a row each."""
        names = list(received_rows(self._received.name, self.version.materials))
        return [[self[name] for name in names[at : at + 4]] for at in range(0, len(names), 4)]

    @property
    def person(self) -> dict[str, str]:
        """The applicant as `register_applicant` takes it."""
        return {name: self.cleaned_data[name] for name in self.PERSON}

    @property
    def extra(self) -> dict[str, Any]:
        """What is said of agent, partner region and the permit to be renewed; whether it is meant again."""
        names = (*self.EXTRA, *renewal_fields(self.version), "again")
        told = {name: self.cleaned_data[name] for name in names}
        told["agent"] = assistant(self.assisting, told["agent"])
        return {name: value for name, value in told.items() if value}

    @property
    def seen(self) -> Seen:
        """What is said of an account and of another name."""
        told = self.cleaned_data
        return Seen(told["account"], told["code"], told["renamed"])

    @property
    def asked_further(self) -> list[forms.BoundField]:
        """What is asked only where the number is known already: of an account, of another name."""
        names = {
            "applicant.unproven": ("account", "code"), "applicant.code": ("account", "code"),
            "applicant.other_name": ("renamed",),
        }.get(self.refused, ())  # fmt: skip
        filled = [n for n in ("account", "code", "renamed") if self[n].data]
        return [self[name] for name in dict.fromkeys((*filled, *names))]

    @property
    def situations(self) -> tuple[str, ...]:
        """The answers that count."""
        return answers_of(self.version, self.cleaned_data)

    @property
    def received(self) -> list[dict[str, Any]]:
        """The materials that came."""
        return read_rows(self._received.name, self.version.materials, self.cleaned_data)


class CaseFilter(forms.Form):
    """What narrows the list of cases."""

    number = forms.CharField(label="办件编号", max_length=40, required=False)
    item = forms.CharField(label="事项编号或名称", max_length=60, required=False)
    state = forms.ChoiceField(
        label="状态",
        required=False,
        choices=[("", "全部"), *((s.value, s.value) for s in State)],
    )
    channel = forms.ChoiceField(
        label="渠道",
        required=False,
        choices=[("", "全部"), *((c.value, c.value) for c in Channel)],
    )
    due = forms.ChoiceField(
        label="时限",
        required=False,
        choices=[
            ("", "全部"), ("late", "已超期"), ("today", "今天到期"), ("soon", "三日内到期"),
            ("paused", "特别程序中"), ("owing", "容缺未补"),
        ],
    )  # fmt: skip
    unit = forms.ChoiceField(label="参与部门", required=False)
    applicant = forms.CharField(label="申请人编号", max_length=24, required=False)
    taker = forms.TypedChoiceField(label="受理人", required=False)
    verdict = forms.ChoiceField(
        label="决定", required=False, choices=[("", "全部"), *((v.value, v.value) for v in Verdict)]
    )
    since = DayField(label="接件日期自", required=False)
    until = DayField(label="至", required=False)
    order = forms.ChoiceField(
        label="排序", required=False, choices=[("", "最近接件在前"), ("oldest", "最早接件在前")]
    )

    def __init__(
        self, *args: Any, units: Mapping[str, str], takers: Sequence[Person], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].choices = [("", "全部"), *units.items()]  # type: ignore[attr-defined]
        taker: Any = self.fields["taker"]
        taker.choices = [("", "全部"), *choices_of(takers, units)]
        taker.coerce = partial(named, takers)
