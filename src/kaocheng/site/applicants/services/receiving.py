"""Who stands at the window (窗口登记申请人): known by the paper, and never mixed up with whom an account says it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.models import Account
from kaocheng.site.applicants.identities import checked_id, checked_kind, checked_name
from kaocheng.site.applicants.models import StoredApplicant
from kaocheng.site.applicants.services.claiming import unlink_account, unproven, verify_identity
from kaocheng.site.applicants.services.registering import (
    change_applicant,
    known_by,
    register_applicant,
)
from kaocheng.site.applicants.services.telling import Acting, tell

OWN, CUT = "own", "cut"
"""What a clerk may say of an unverified account: it is this person's (核验码 shown), or it is to be cut off."""
RENAMED: Mapping[str, str] = {
    "changed": "已依法变更姓名（名称），看过证明",
    "wrong": "原来登记有误，看过证件原件",
}
"""Why the name is another than was registered; a closed list, for events hold no names."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What the clerk says beside the paper (窗口核对): of the account with its code, and of another name."""

    account: str = ""
    code: str = ""
    renamed: str = ""


@transaction.atomic
def receive_applicant(
    *, county: str, person: Mapping[str, str], seen: Seen, by: Account, role: str, at: datetime
) -> StoredApplicant:
    """The applicant of the paper shown: as known, brought up to date, or new.

    Refused while an unverified account says it is this one, and for another name without a reason. A person with
    an account keeps name and contact as they are: they are that person's to change.
    """
    kind = checked_kind(person["kind"])
    number = checked_id(kind, person["id_kind"], person["id_number"], at.date())
    acting = Acting(by, role, at)
    known = known_by(county=county, id_kind=person["id_kind"], id_number=number)
    if known is not None:
        cut = known.claimed and seen.account == CUT
        known = _settled(known, seen, acting)
        _check_name(known, person["name"], "wrong" if cut else seen.renamed, acting)
        if known.account_id is not None:
            return known
    return register_applicant(county=county, at=at, by=by, role=role, **person)


@transaction.atomic
def rename_applicant(
    *, county: str, number: str, name: str, renamed: str, by: Account, role: str, at: datetime
) -> StoredApplicant:
    """Write another name for a known person, the paper seen, for one of the reasons there are (更正姓名)."""
    if renamed not in RENAMED:
        raise Refusal("applicant.other_name", "没有选择更正的原因。", "请照证件核对后选择。")
    row = change_applicant(county=county, number=number, name=name, at=at, by=by, role=role)
    tell(row, "applicant.renamed", Acting(by, role, at), why=RENAMED[renamed])
    return row


def _settled(row: StoredApplicant, seen: Seen, acting: Acting) -> StoredApplicant:
    """Whose account it is: proven with the paper and the code, or cut off."""
    if not row.claimed:
        return row
    assert acting.by is not None  # noqa: S101  # a clerk
    if seen.account == OWN:
        return verify_identity(
            county=row.county, number=row.number, how="窗口接件时核对证件原件和核验码", code=seen.code,
            at=acting.at, by=acting.by, role=acting.role,
        )  # fmt: skip
    if seen.account == CUT:
        return unlink_account(
            county=row.county, number=row.number, at=acting.at, by=acting.by, role=acting.role
        )
    raise unproven()


def _check_name(row: StoredApplicant, name: str, renamed: str, acting: Acting) -> None:
    if row.name == checked_name(name):
        return
    if row.account_id is not None:
        raise Refusal(
            "applicant.name",
            f"这个证件号码登记的是{row.masked_name}，与所填的姓名（名称）不同。",
            "请照证件核对号码和姓名；有网上账号的，接件时不改姓名。",
        )
    if renamed not in RENAMED:
        raise Refusal(
            "applicant.other_name",
            f"这个证件号码登记的是{row.masked_name}，与所填的姓名（名称）不同。",
            "请照证件核对号码；确要改登记的，选择原因后再提交。",
        )
    tell(row, "applicant.renamed", acting, why=RENAMED[renamed])
