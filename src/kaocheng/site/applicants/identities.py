"""Checking who somebody says to be (身份核对): id numbers, credit codes, phones, names."""

from __future__ import annotations

import re
from datetime import date

from stdnum.cn import uscc
from stdnum.exceptions import ValidationError

from kaocheng.kernel import idnumbers
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.applicants.kinds import ApplicantKind, IdKind, applicant_kinds, id_kinds

_PHONE = re.compile(r"1[3-9]\d{9}|0\d{9,11}(?:-\d{1,6})?|[48]00\d{7}")
_LONGEST_NAME = 120


def checked_kind(key: str) -> ApplicantKind:
    """The kind of applicant of that key; refused where there is none."""
    try:
        return applicant_kinds()[key]
    except KeyError:
        names = "、".join(kind.name for kind in applicant_kinds().values())
        raise Refusal("applicant.kind", "没有这种申请人类型。", f"请选择：{names}。") from None


def checked_id(kind: ApplicantKind, paper: str, number: str, on: date) -> str:
    """The number in its normal form, or a refusal that says what is wrong with it."""
    if paper not in kind.papers:
        names = "、".join(id_kinds()[key].name for key in kind.papers)
        raise Refusal("applicant.paper", f"{kind.name}不能用这种证件登记。", f"请用：{names}。")
    told, found = id_kinds()[paper], idnumbers.normal(number)
    wrong = _wrong(told, kind, found, on)
    if wrong:
        raise Refusal(
            "applicant.id_number", f"{told.name}号码有误：{wrong}", "请对照证件重新填写。"
        )
    return found


def _wrong(paper: IdKind, kind: ApplicantKind, number: str, on: date) -> str:
    if paper.check == "citizen" and len(number) == 18:
        said = idnumbers.fault(number, on)
        if said:
            return said
    if not paper.pattern.fullmatch(number):
        return f"应为{paper.hint}。"
    if paper.check == "credit":
        return _wrong_code(number, kind)
    return ""


def _wrong_code(number: str, kind: ApplicantKind) -> str:
    try:
        uscc.validate(number)
    except ValidationError:
        return "校验码不对，请核对是否抄错。"
    if kind.begins and number[:2] not in kind.begins:
        return f"{kind.name}的代码以{'、'.join(kind.begins)}开头，请核对申请人类型。"
    return ""


def checked_phone(phone: str) -> str:
    """The phone number in its normal form, "" where none is given."""
    found = re.sub(r"[\s()（）]+", "", phone)
    if "-" in found and found.startswith("0"):
        area, _, rest = found.partition("-")
        found = area + rest
    if found and not _PHONE.fullmatch(found):
        raise Refusal(
            "applicant.phone",
            "联系电话的写法不对。",
            "手机号为11位；固定电话请带区号，如 0830-1234567。",
        )
    return found


def checked_name(name: str) -> str:
    """The name without needless blanks; refused where it is empty or longer than any."""
    found = " ".join(name.split())
    if not found or len(found) > _LONGEST_NAME:
        raise Refusal("applicant.name", "姓名（名称）没有填，或者太长。", "请按证件上的写法填写。")
    return found


def masked_name(name: str, *, natural: bool) -> str:
    """A name for lists: 张*, 欧**; bodies are shown in full, as their register is public."""
    return name[:1] + "*" * max(len(name) - 1, 1) if natural and name else name


def masked_number(number: str) -> str:
    """A number of which only the ends are shown."""
    if len(number) < 8:
        return "*" * len(number)
    ends = 4 if len(number) >= 15 else 2
    return number[:ends] + "*" * (len(number) - 2 * ends) + number[-ends:]
