"""Forms of feedback (好差评表单)."""

from __future__ import annotations

from typing import Any

from django import forms

from kaocheng.feedback.channels import RatingChannel
from kaocheng.feedback.levels import Level
from kaocheng.feedback.localrules import Kind, local_rules
from kaocheng.feedback.moves import Move, MoveField
from kaocheng.feedback.reasons import offered
from kaocheng.feedback.records import Origin, Standing, TicketState
from kaocheng.feedback.words import limit
from kaocheng.hall.posts import Role
from kaocheng.site.accounts.models import Account
from kaocheng.site.base.days import DayField
from kaocheng.site.catalogue.services import department_names
from kaocheng.site.feedback.models import StoredBadRating
from kaocheng.site.feedback.reach import HANDLERS
from kaocheng.site.feedback.services.acted import acted_on
from kaocheng.site.hall.people import choices_of, named, people_among

_ALL = ("", "全部")


class RatingForm(forms.Form):
    """Reasons and words of one level (评价内容)."""

    reasons = forms.MultipleChoiceField(
        label="是因为（可多选）", required=False, widget=forms.CheckboxSelectMultiple
    )
    text = forms.CharField(
        label="还想说的",
        required=False,
        widget=forms.Textarea(attrs={"rows": 4, "maxlength": limit()}),
        help_text=f"最多{limit()}个字。请不要写姓名、电话、身份证号。",
    )

    def __init__(self, level: Level, channel: RatingChannel, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(reason.key, reason.text) for reason in offered(level, channel)]
        self.fields["reasons"].choices = choices  # type: ignore[attr-defined]


class MoveForm(forms.Form):
    """What a move asks for (办理内容), made from the table of moves."""

    def __init__(self, move: Move, ticket: StoredBadRating, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in move.fields:
            self.fields[field.name] = _FIELDS[field.kind](field, ticket)
        self.fields["serial"] = forms.IntegerField(
            widget=forms.HiddenInput, required=False, initial=ticket.serial
        )


class TicketFilter(forms.Form):
    """What narrows the list of bad ratings."""

    state = forms.ChoiceField(
        label="状态",
        required=False,
        choices=[("open", "在办"), _ALL, *((s.value, s.value) for s in TicketState)],
    )
    mine = forms.ChoiceField(
        label="负责人", required=False, choices=[_ALL, ("me", "我负责的"), ("none", "还没有人领办")]
    )
    late = forms.ChoiceField(label="时限", required=False, choices=[_ALL, ("late", "已超期")])
    words = forms.CharField(label="编号或办件编号", required=False, max_length=50)


class RatingFilter(forms.Form):
    """What narrows the list of ratings."""

    level = forms.ChoiceField(
        label="等级",
        required=False,
        choices=[_ALL, ("bad", "差评"), *((x.value, x.title) for x in Level)],
    )
    origin = forms.ChoiceField(
        label="来源", required=False, choices=[_ALL, *((o.value, o.value) for o in Origin)]
    )
    standing = forms.ChoiceField(
        label="效力", required=False, choices=[_ALL, *((s.value, s.value) for s in Standing)]
    )
    channel = forms.ChoiceField(
        label="渠道", required=False, choices=[_ALL, *((c.value, c.title) for c in RatingChannel)]
    )
    window = forms.CharField(label="窗口编号", required=False, max_length=40)
    words = forms.CharField(label="编号或办件编号", required=False, max_length=50)


class RuleForm(forms.Form):
    """A value of a local rule (规则取值)."""

    value = forms.CharField(label="取值", max_length=40)
    since = DayField(label="起用日")
    basis = forms.CharField(
        label="依据", max_length=200, help_text="文件名称和文号，例如“某政办〔2026〕1号”。"
    )

    def __init__(self, key: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rule = local_rules()[key]
        if rule.kind is Kind.FLAG:
            self.fields["value"] = _choice("取值", ["是", "否"])
        elif rule.kind is Kind.LEVEL:
            self.fields["value"] = _choice("取值", [x.title for x in Level if not x.bad])
        elif rule.unit:
            self.fields["value"].label = f"取值（{rule.unit}）"


class DeviceForm(forms.Form):
    """A new rating device (登记评价器)."""

    number = forms.CharField(label="设备编号", max_length=40, help_text="贴在设备上的编号。")
    window = forms.ChoiceField(label="窗口")

    def __init__(self, windows: list[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["window"].choices = windows  # type: ignore[attr-defined]


def receivers(ticket: StoredBadRating) -> list[Account]:
    """Who may take a ticket over: who handles bad ratings here, and has nothing to do with the case."""
    barred = {ticket.rated, ticket.handler, *acted_on(ticket.county, ticket.case)}
    rows = Account.objects.filter(county=ticket.county, is_active=True)
    rows = rows.filter(posts__role__in=[role.value for role in HANDLERS]).distinct()
    wide = {Role.HALL_SUPERVISOR, Role.INSPECTOR}
    return [
        account
        for account in rows.order_by("unit", "display_name")
        if account.roles & HANDLERS
        and account.get_username() not in barred
        and (account.roles & wide or account.unit == ticket.unit)
    ]


def _text(field: MoveField, ticket: StoredBadRating) -> forms.Field:
    return forms.CharField(
        label=field.label, max_length=limit(), widget=forms.Textarea(attrs={"rows": 3})
    )


def _choice(label: str, choices: list[str]) -> forms.Field:
    return forms.ChoiceField(label=label, choices=[(one, one) for one in choices])


def _days(field: MoveField, ticket: StoredBadRating) -> forms.Field:
    most = ticket.record().allowed.extend_days
    return forms.IntegerField(
        label=field.label, min_value=1, max_value=most, help_text=f"最多{most}个工作日。"
    )


def _account(field: MoveField, ticket: StoredBadRating) -> forms.Field:
    people = people_among(receivers(ticket), HANDLERS)
    offered = choices_of(people, department_names(ticket.county))
    return forms.TypedChoiceField(
        label=field.label,
        choices=[("", "请选择"), *offered],
        coerce=lambda key: named(people, key),
    )


_FIELDS = {
    "text": _text,
    "choice": lambda field, _: _choice(field.label, list(field.choices)),
    "count": _days,
    "account": _account,
}
