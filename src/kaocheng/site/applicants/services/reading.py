"""Reading personal data (查看个人信息): for a purpose, by somebody who may, and never without a trace."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kaocheng.hall.posts import Role
from kaocheng.kernel.idnumbers import normal
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.models import Account
from kaocheng.site.applicants.identities import checked_phone
from kaocheng.site.applicants.kinds import id_kinds, purposes
from kaocheng.site.applicants.models import StoredApplicant
from kaocheng.site.applicants.sealing import digests, unseal
from kaocheng.site.audit.services import log_read


@dataclass(frozen=True, slots=True)
class Person:
    """An applicant in the clear (申请人信息); keep it no longer than the page that shows it."""

    number: str
    kind: str
    name: str
    id_kind: str
    id_number: str
    phone: str
    address: str
    representative: str


def applicant_of(*, county: str, number: str) -> StoredApplicant:
    """The row of that number; refused where there is none."""
    row = StoredApplicant.objects.of(county).filter(number=number).first()
    if row is None:
        raise Refusal("applicant.unknown", f"没有编号为 {number} 的申请人。", "请核对编号。")
    return row


def read_person(
    *,
    account: Account,
    county: str,
    number: str,
    purpose: str,
    at: datetime,
    case: str = "",
) -> Person:
    """An applicant in the clear for one of the purposes of `purposes.toml`; the read is logged.

    Applicants read themselves and whom they stand for without a purpose.
    """
    row = applicant_of(county=county, number=number)
    if not _own(row, account, at):
        _check(account, county, purpose)
        why = purposes()[purpose].name + (f"（办件 {case}）" if case else "")
        log_read(account=account, subject=f"applicant/{number}", purpose=why, at=at)
    return _opened(row)


def _own(row: StoredApplicant, account: Account, at: datetime) -> bool:
    if row.account_id == account.pk:
        return True
    held = row.mandates.in_force(at.date())
    return Role.APPLICANT in account.roles and held.filter(agent__account=account).exists()


def _check(account: Account, county: str, purpose: str) -> None:
    told = purposes().get(purpose)
    if told is None:
        names = "、".join(purpose.name for purpose in purposes().values())
        raise Refusal("applicant.purpose", "查看个人信息必须说明用途。", f"请选择：{names}。")
    if account.county != county or not account.roles & told.roles:
        raise Refusal(
            "applicant.reader",
            f"您的岗位不能为“{told.name}”查看个人信息。",
            "确有需要的，请由承办岗位查看。",
        )


def _opened(row: StoredApplicant) -> Person:
    told = {
        field: unseal(getattr(row, f"{field}_sealed"), row.place(field))
        for field in ("id", "phone", "address", "representative")
    }
    return Person(
        row.number,
        row.kind,
        row.name,
        row.id_kind,
        told["id"],
        told["phone"],
        told["address"],
        told["representative"],
    )


def name_for_paper(*, county: str, number: str) -> str:
    """The name alone, to be put on a paper; the paper's own event tells that it was used."""
    return applicant_of(county=county, number=number).name


def find_applicant(
    *, account: Account, county: str, at: datetime, id_number: str = "", phone: str = ""
) -> StoredApplicant | None:
    """The applicant of exactly this paper or phone number; looking it up is logged, found or not."""
    rows = StoredApplicant.objects.of(county).visible_to(account)
    if id_number:
        words = normal(id_number)
        wanted = [found for kind in id_kinds() for found in digests(words, kind)]
        found = rows.filter(id_digest__in=wanted).first()
    else:
        found = rows.filter(phone_digest__in=digests(checked_phone(phone), "phone")).first()
    log_read(
        account=account,
        subject=f"applicant/{found.number}" if found else "applicant/",
        purpose="按证件号码检索" if id_number else "按电话检索",
        at=at,
    )
    return found
