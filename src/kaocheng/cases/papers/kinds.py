"""Kinds of papers (文书种类); what each is called and says stands in `forms/<edition>/<kind>.toml`."""

from __future__ import annotations

from enum import StrEnum


class PaperKind(StrEnum):
    """A kind of paper issued in a case (文书种类)."""

    RECEIPT = "receipt"
    """材料接收凭证（收件凭据）."""
    ACCEPTANCE = "acceptance"
    """受理通知书."""
    CORRECTION = "correction"
    """补正告知书, 一次告知."""
    NOT_ACCEPTED = "not_accepted"
    """不予受理决定书."""
    SPECIAL_PROCEDURE = "special_procedure"
    """特别程序告知书."""
    EXTENSION = "extension"
    """延期告知书."""
    TOLERANCE = "tolerance"
    """容缺受理告知书, with the applicant's 承诺."""
    PROMISE = "promise"
    """告知承诺书."""
    APPROVAL = "approval"
    """准予行政许可决定书."""
    REJECTION = "rejection"
    """不予行政许可决定书."""
    SERVICE_RECEIPT = "service_receipt"
    """送达回证."""
    TERMINATION = "termination"
    """终止办理告知书, also after the applicant withdrew (撤回)."""
    JOINT_OPINION = "joint_opinion"
    """联合验收意见书."""
    HANDOVER = "handover"
    """转办函."""
    PREVIEW = "preview"
    """预审意见书."""
