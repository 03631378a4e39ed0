"""Who may hand in what, and where (接件资格): applicant, window, town, and no case twice by mistake."""

from __future__ import annotations

from dataclasses import replace

from kaocheng.cases.intakes import Intake, no
from kaocheng.cases.states import State
from kaocheng.hall.posts import Role
from kaocheng.hall.windows import Window, window_kinds
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.applicants.kinds import applicant_kinds
from kaocheng.site.applicants.models import StoredApplicant
from kaocheng.site.applicants.services import unproven
from kaocheng.site.base.bare import read_row
from kaocheng.site.cases.models import StoredCase
from kaocheng.site.cases.renewing import compared
from kaocheng.site.cases.services.acting import Hand, stands_for
from kaocheng.site.catalogue.models import StoredDepartment
from kaocheng.site.catalogue.services import may_take_in
from kaocheng.site.hall.models import StoredWindow

_UNDER_WAY = (State.REGISTERED, State.SUPPLEMENTING, State.EXAMINING, State.DECIDING)


def admitted(intake: Intake, item: str, acting: Hand, *, again: bool) -> Intake:
    """The intake with its hall, type of window and kind of applicant, as they are today.

    Refuses whom the account does not stand for, a window or town that does not take the item in, and the same
    item for the same applicant once more unless `again` says that it is meant.
    """
    if acting.role == Role.APPLICANT and not stands_for(acting, intake.applicant, item):
        raise Refusal("case.scope", "只能为本人或委托您的人申请。", "请先登记委托书。")
    if acting.role != Role.APPLICANT:
        _check_claimed(intake)
    intake = compared(replace(intake, applicant_kind=_kind(intake)))
    units = {acting.by.unit} if acting.by and acting.role != Role.APPLICANT else set()
    if intake.window:
        intake, window = _placed(intake)
        _check_window(window, item)
        units |= set(window.departments)
    _check_towns(intake, item, units, acting)
    if not again:
        _check_once(intake, item)
    return intake


def _check_claimed(intake: Intake) -> None:
    """What is taken in at the hall never goes to an account that only says it is this applicant."""
    rows = StoredApplicant.objects.of(intake.county).filter(number=intake.applicant)
    if rows.claimed().exists():
        raise unproven()


def _kind(intake: Intake) -> str:
    """The code of 服务对象 of the applicant."""
    where = {"county": intake.county, "number": intake.applicant}
    row = read_row(StoredApplicant, where, ("kind",))
    if row is None:
        raise no("applicant", f"没有编号为{intake.applicant}的申请人", "请先登记申请人信息")
    return applicant_kinds()[row[0]].border


def _placed(intake: Intake) -> tuple[Intake, Window]:
    rows = StoredWindow.objects.filter(county=intake.county, number=intake.window)
    row = rows.values_list("hall__number", "name", "kind", "departments", "items").first()
    if row is None:
        raise Refusal("case.window", f"没有编号为{intake.window}的窗口。", "请核对窗口编号。")
    hall, name, kind, departments, items = row
    window = Window(intake.window, name, kind, tuple(departments), tuple(items))
    return replace(intake, hall=hall, window_kind=kind), window


def _check_window(window: Window, item: str) -> None:
    if window.takes(item):
        return
    title = window_kinds()[window.kind].title
    why = f"“{window.name}”（{title}）的受理事项里没有 {item}"
    raise no("window", why, "请到受理这个事项的窗口办理，或由大厅主管在窗口设置里列入")


def _check_towns(intake: Intake, item: str, units: set[str], acting: Hand) -> None:
    """下沉: a town takes in only what has been handed down to it."""
    here = {"county": intake.county, "town": True}
    towns = [
        unit
        for unit in sorted(units)
        if read_row(StoredDepartment, {**here, "code": unit}, ("id",))
    ]
    on = acting.at.date()
    taken = (may_take_in(county=intake.county, item=item, town=town, on=on) for town in towns)
    if towns and not any(taken):
        why = f"事项 {item} 没有下沉到{'、'.join(towns)}，镇（街道）窗口不能受理"
        raise no("delegation", why, "请到县级大厅办理")


def _check_once(intake: Intake, item: str) -> None:
    rows = StoredCase.objects.of(intake.county).filter(
        applicant=intake.applicant, item=item, state__in=_UNDER_WAY
    )
    row = rows.newest().values_list("number", "state", "received_at").first()
    if row is not None:
        why = f"申请人的这个事项已有在办件 {row[0]}（{row[1]}，{row[2]:%Y年%m月%d日}登记）"
        raise no("repeated", why, "请接着办那一件；确需另办一件的，选择“另办一件”后再提交")
