"""Records of papers (文书内容): what a paper says, before any wording.

Every content names its `kind`. The applicant's name is not in it: whoever issues the paper adds it.
"""

from __future__ import annotations

from kaocheng.cases.papers.kinds import PaperKind
from kaocheng.cases.papers.records.deciding import (
    Approval,
    JointOpinion,
    Rectification,
    Rejection,
    Revocation,
)
from kaocheng.cases.papers.records.ending import ServiceReceipt, Termination
from kaocheng.cases.papers.records.examining import (
    Extension,
    Handover,
    MaterialCorrection,
    Preview,
    SpecialProcedure,
)
from kaocheng.cases.papers.records.intake import (
    Acceptance,
    Correction,
    NotAccepted,
    Promise,
    Receipt,
    Tolerance,
)
from kaocheng.cases.papers.records.lines import Delivered, Handed, Lack, Opinion, Owing, Reckoned
from kaocheng.cases.papers.records.matters import Issue, Matter, Office, Tracking

__all__ = [
    "CONTENTS",
    "Acceptance",
    "Approval",
    "Content",
    "Correction",
    "Delivered",
    "Extension",
    "Handed",
    "Handover",
    "Issue",
    "JointOpinion",
    "Lack",
    "MaterialCorrection",
    "Matter",
    "NotAccepted",
    "Office",
    "Opinion",
    "Owing",
    "Preview",
    "Promise",
    "Receipt",
    "Reckoned",
    "Rectification",
    "Rejection",
    "Revocation",
    "ServiceReceipt",
    "SpecialProcedure",
    "Termination",
    "Tolerance",
    "Tracking",
]

Content = (
    Receipt
    | Acceptance
    | Correction
    | MaterialCorrection
    | NotAccepted
    | SpecialProcedure
    | Extension
    | Tolerance
    | Promise
    | Approval
    | Rejection
    | Revocation
    | Rectification
    | ServiceReceipt
    | Termination
    | JointOpinion
    | Handover
    | Preview
)
CONTENTS: dict[PaperKind, type[Content]] = {
    content.kind: content
    for content in (
        Receipt, Acceptance, Correction, MaterialCorrection, NotAccepted, SpecialProcedure, Extension,
        Tolerance, Promise, Approval, Rejection, Revocation, Rectification,
        ServiceReceipt, Termination, JointOpinion, Handover, Preview,
    )
}  # fmt: skip
