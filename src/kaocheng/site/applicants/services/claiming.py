"""Whose account is whose (账号关联与身份核验).

An account that fills in somebody's number proves nothing. So a paper that is already known can only
be joined to an account at the window, and what an applicant has filled in counts as unproven until
a member of staff has seen the paper or a platform has vouched for it.
"""

from __future__ import annotations

from base64 import b32encode
from datetime import datetime

from django.db import transaction
from django.utils.crypto import constant_time_compare, salted_hmac

from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.models import Account
from kaocheng.site.applicants.identities import checked_id, checked_kind
from kaocheng.site.applicants.models import StoredApplicant
from kaocheng.site.applicants.sealing import digests
from kaocheng.site.applicants.services.registering import register_applicant
from kaocheng.site.applicants.services.telling import Acting, tell

_AT_WINDOW = "请持证件原件到政务服务中心窗口关联账号。"


def register_self(
    *,
    account: Account,
    kind: str,
    name: str,
    id_kind: str,
    id_number: str,
    at: datetime,
    phone: str = "",
    address: str = "",
    representative: str = "",
) -> StoredApplicant:
    """What an applicant fills in about itself online; refused where the paper is known already."""
    number = checked_id(checked_kind(kind), id_kind, id_number, at.date())
    with transaction.atomic():
        held = StoredApplicant.objects.of(account.county).filter(
            id_kind=id_kind, id_digest__in=digests(number, id_kind)
        )
        if held.exclude(account=account).exists():
            raise Refusal(
                "applicant.claimed", "这个证件号码已经登记过，不能在网上关联。", _AT_WINDOW
            )
        row = register_applicant(
            county=account.county,
            kind=kind,
            name=name,
            id_kind=id_kind,
            id_number=number,
            at=at,
            phone=phone,
            address=address,
            representative=representative,
            by=account,
            role="applicant",
        )
        return link_account(county=account.county, number=row.number, account=account, at=at)


def link_account(*, county: str, number: str, account: Account, at: datetime) -> StoredApplicant:
    """Join an applicant's account to its person, once; refused where either has another."""
    with transaction.atomic():
        row = StoredApplicant.objects.of(county).select_for_update().get(number=number)
        if row.account_id == account.pk:
            return row
        taken = StoredApplicant.objects.filter(account=account).exists()
        if row.account_id is not None or taken:
            raise Refusal("applicant.account", "这个账号或这位申请人已经关联过了。", _AT_WINDOW)
        row.account = account
        row.save(update_fields=["account"])
        tell(row, "applicant.linked", Acting(account, "applicant", at))
        return row


def verify_identity(
    *, county: str, number: str, how: str, at: datetime, by: Account, role: str, code: str = ""
) -> StoredApplicant:
    """Note that the identity has been proven: by the paper seen at the window, or by a platform.

    An account that says it is this applicant is proven with it only if whoever shows the paper also shows the
    account's code (核验码): the paper alone says nothing of whose account it is.
    """
    if not how.strip():
        raise Refusal("applicant.proof", "没有写明怎样核验的。", "例如：窗口核对身份证原件。")
    with transaction.atomic():
        row = StoredApplicant.objects.of(county).select_for_update().get(number=number)
        _check_code(row, code)
        row.verified_at, row.verified_by = at, how.strip()
        row.save(update_fields=["verified_at", "verified_by"])
        tell(row, "applicant.verified", Acting(by, role, at), how=row.verified_by)
        return row


def unlink_account(
    *, county: str, number: str, at: datetime, by: Account, role: str
) -> StoredApplicant:
    """Cut an account off that nobody has verified, with the contact it has filled in; what is proven stays."""
    with transaction.atomic():
        row = StoredApplicant.objects.of(county).select_for_update().get(number=number)
        if not row.claimed:
            raise Refusal("applicant.unlink", "没有未核验的网上账号可以断开。", "请核对申请人。")
        row.account = None
        row.phone_sealed = row.phone_digest = row.address_sealed = row.representative_sealed = ""
        row.changed_at, row.changes = at, row.changes + 1
        row.save()
        tell(row, "applicant.unlinked", Acting(by, role, at))
        return row


def join_account(
    *, county: str, number: str, username: str, code: str, at: datetime, by: Account, role: str
) -> StoredApplicant:
    """Join the account of a person known already, at the window: the paper seen, the account's code shown."""
    account = Account.objects.filter(
        county=county, username=username.strip(), is_active=True
    ).first()
    if account is None or not constant_time_compare(code.strip().upper(), holder_code(account)):
        raise Refusal(
            "applicant.code",
            "没有这个账号，或者核验码不对。",
            "请本人登录网上大厅，在“我的信息”里出示登录名和核验码。",
        )
    with transaction.atomic():
        row = link_account(county=county, number=number, account=account, at=at)
        return verify_identity(
            county=county, number=number, how="窗口核对证件原件，关联网上账号", at=at, by=by, role=role,
            code=account_code(row),
        )  # fmt: skip


def account_code(row: StoredApplicant) -> str:
    """What the account's holder shows at the window to prove that the account is his (核验码)."""
    return _code(f"{row.county}/{row.number}/{row.account_id}")


def holder_code(account: Account) -> str:
    """The same for an account that is nobody yet, to be joined at the window (核验码)."""
    return _code(f"{account.county}//{account.pk}")


def _code(told: str) -> str:
    return b32encode(salted_hmac(_SALT, told).digest())[:8].decode("ascii")


def unproven() -> Refusal:
    """Why nothing is taken in for an applicant an unverified account says it is."""
    return Refusal(
        "applicant.unproven",
        "这个证件号码有人在网上登记过，账号还没有核验，不知道是不是本人。",
        "请看证件原件，并请本人登录“我的信息”出示核验码；出示不了的，断开这个账号再登记。",
    )


def _check_code(row: StoredApplicant, code: str) -> None:
    if row.account_id is None or row.verified_at is not None:
        return
    if not constant_time_compare(code.strip().upper(), account_code(row)):
        raise Refusal(
            "applicant.code",
            "核验码不对，不能确定网上账号是本人的。",
            "请本人登录网上大厅，在“我的信息”里出示核验码；出示不了的，断开这个账号。",
        )


_SALT = "kaocheng.site.applicants.account_code"
