"""Registering applicants (申请人登记): once for each paper, changed afterwards, never twice."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import datetime

from django.db import IntegrityError, transaction

from kaocheng.site.accounts.models import Account
from kaocheng.site.applicants.identities import (
    checked_id,
    checked_kind,
    checked_name,
    checked_phone,
)
from kaocheng.site.applicants.kinds import consent_text
from kaocheng.site.applicants.models import StoredApplicant, StoredConsent
from kaocheng.site.applicants.sealing import digest, digests, seal, unseal
from kaocheng.site.applicants.services.telling import Acting, tell

_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def register_applicant(
    *,
    county: str,
    kind: str,
    name: str,
    id_kind: str,
    id_number: str,
    at: datetime,
    phone: str = "",
    address: str = "",
    representative: str = "",
    by: Account | None = None,
    role: str = "",
) -> StoredApplicant:
    """The applicant of that paper: the one already known, brought up to date, or a new one.

    Refused where number, phone or name cannot be right.
    """
    found = checked_id(checked_kind(kind), id_kind, id_number, at.date())
    words = _words(checked_name(name), phone, address, representative)
    acting = Acting(by, role, at)
    row = StoredApplicant(county=county, kind=kind, id_kind=id_kind)
    with transaction.atomic():
        known = _known(row, found)
        return _new(row, found, words, acting) if known is None else _changed(known, words, acting)


def _words(name: str, phone: str, address: str, representative: str) -> dict[str, str]:
    """What is to be filled in; what was left empty is not among it."""
    words = {
        "name": name,
        "phone": checked_phone(phone),
        "address": " ".join(address.split()),
        "representative": " ".join(representative.split()),
    }
    return {field: word for field, word in words.items() if word}


def known_by(*, county: str, id_kind: str, id_number: str) -> StoredApplicant | None:
    """The applicant of a paper whose number is in its normal form, locked; None for one not known."""
    return _known(StoredApplicant(county=county, id_kind=id_kind), id_number)


def _known(like: StoredApplicant, id_number: str) -> StoredApplicant | None:
    held = StoredApplicant.objects.of(like.county).filter(
        id_kind=like.id_kind, id_digest__in=digests(id_number, like.id_kind)
    )
    return held.select_for_update().first()


def _new(
    row: StoredApplicant, id_number: str, words: Mapping[str, str], acting: Acting
) -> StoredApplicant:
    row.number = new_number(row.county, "P")
    row.registered_at = row.changed_at = acting.at
    row.id_sealed = seal(id_number, row.place("id"))
    row.id_digest = digest(id_number, row.id_kind)
    for field, word in words.items():
        _put(row, field, word)
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:  # somebody else registered the same paper at this moment
        known = _known(row, id_number)
        if known is None:
            raise
        return _changed(known, words, acting)
    tell(row, "applicant.registered", acting, kind=row.kind, id_kind=row.id_kind)
    return row


def _changed(row: StoredApplicant, words: Mapping[str, str], acting: Acting) -> StoredApplicant:
    fields = [field for field, word in words.items() if _differs(row, field, word)]
    if fields:
        for field in fields:
            _put(row, field, words[field])
        row.changed_at, row.changes = acting.at, row.changes + 1
        row.save()
        tell(row, "applicant.changed", acting, fields=fields)
    return row


def _differs(row: StoredApplicant, field: str, word: str) -> bool:
    if field == "name":
        return row.name != word
    if field == "phone":
        return row.phone_digest not in digests(word, "phone")
    return unseal(getattr(row, f"{field}_sealed"), row.place(field)) != word


def _put(row: StoredApplicant, field: str, word: str) -> None:
    if field == "name":
        row.name = word
        return
    setattr(row, f"{field}_sealed", seal(word, row.place(field)))
    if field == "phone":
        row.phone_digest = digest(word, "phone")


def change_applicant(
    *,
    county: str,
    number: str,
    at: datetime,
    name: str = "",
    phone: str = "",
    address: str = "",
    representative: str = "",
    by: Account,
    role: str,
) -> StoredApplicant:
    """Bring name, phone, address or representative up to date; what is left empty stays."""
    words = _words(checked_name(name) if name else "", phone, address, representative)
    with transaction.atomic():
        row = StoredApplicant.objects.of(county).select_for_update().get(number=number)
        return _changed(row, words, Acting(by, role, at))


def give_consent(
    *, county: str, number: str, channel: str, at: datetime, by: Account | None = None
) -> StoredConsent:
    """Note that the applicant was told how its data are used, in the version in force."""
    with transaction.atomic():
        row = StoredApplicant.objects.of(county).get(number=number)
        held, made = StoredConsent.objects.get_or_create(
            county=county,
            applicant=row,
            version=consent_text()["version"],
            defaults={"channel": channel, "given_at": at},
        )
        if made:
            tell(row, "applicant.told", Acting(by, "", at), version=held.version)
        return held


def new_number(county: str, letter: str) -> str:
    """A number that is unique in the nation and tells nothing about anybody."""
    return f"{county}{letter}{''.join(secrets.choice(_LETTERS) for _ in range(12))}"
