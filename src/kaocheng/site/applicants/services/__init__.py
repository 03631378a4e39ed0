"""What is done with applicants (申请人服务): register, link, mandate, read, search, reseal."""

from __future__ import annotations

from kaocheng.site.applicants.services.claiming import (
    account_code,
    holder_code,
    join_account,
    link_account,
    register_self,
    unlink_account,
    unproven,
    verify_identity,
)
from kaocheng.site.applicants.services.mandates import (
    grant_mandate,
    mandate_in_force,
    revoke_mandate,
)
from kaocheng.site.applicants.services.reading import (
    Person,
    applicant_of,
    find_applicant,
    name_for_paper,
    read_person,
)
from kaocheng.site.applicants.services.receiving import receive_applicant, rename_applicant
from kaocheng.site.applicants.services.registering import (
    change_applicant,
    give_consent,
    register_applicant,
)
from kaocheng.site.applicants.services.resealing import reseal_applicants

__all__ = [
    "Person",
    "account_code",
    "applicant_of",
    "change_applicant",
    "find_applicant",
    "give_consent",
    "grant_mandate",
    "holder_code",
    "join_account",
    "link_account",
    "mandate_in_force",
    "name_for_paper",
    "read_person",
    "receive_applicant",
    "register_applicant",
    "register_self",
    "rename_applicant",
    "reseal_applicants",
    "revoke_mandate",
    "unlink_account",
    "unproven",
    "verify_identity",
]
