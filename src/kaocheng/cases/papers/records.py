"""Records of papers (文书内容): what a paper says, before any wording.

Every content names its `kind`. The applicant's name is not in it: whoever issues the paper adds it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from kaocheng.cases.papers.kinds import PaperKind
from kaocheng.kernel.clocks import Budget


@dataclass(frozen=True, slots=True)
class Office:
    """The authority that issues (发文机关): `mark` is its 机关代字, `seal` the stamp put on receipts.

    `government` decides on 行政复议, `court` on 行政诉讼.
    """

    name: str
    mark: str
    government: str
    court: str
    seal: str = "行政许可专用章"
    address: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Tracking:
    """How the applicant follows the case (进度查询): a code, and the address the QR code leads to."""

    code: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Matter:
    """The case a paper is about (所涉办件).

    `permit` says that 行政许可法 applies; `agent` is who hands in for the applicant, "" for nobody.
    """

    case: str
    item: str
    received: date
    permit: bool = True
    item_code: str = ""
    agent: str = ""
    tracking: Tracking | None = None


@dataclass(frozen=True, slots=True)
class Issue:
    """What is fixed at the moment of issuing (签发信息): to whom, on which day, under which serial.

    `squares` are the rows of the QR code, () for none.
    """

    applicant: str
    day: date
    serial: int
    squares: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Handed:
    """A material as it was handed in (已收材料)."""

    name: str
    form: str = "纸质"
    originals: int = 0
    copies: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True)
class Lack:
    """A material that is missing or wrong (需补正的材料): what about it, by which standard and basis."""

    name: str
    problem: str
    standard: str = ""
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Owing:
    """A material that may follow (容缺材料), and until when."""

    name: str
    until: date
    standard: str = ""


@dataclass(frozen=True, slots=True)
class Opinion:
    """A department's opinion (部门意见): 合格, 整改 or 不合格, its words and day."""

    unit: str
    conclusion: str
    text: str
    day: date


@dataclass(frozen=True, slots=True)
class Delivered:
    """A paper or licence that is handed over (送达的文书)."""

    title: str
    number: str
    count: int = 1


@dataclass(frozen=True, slots=True)
class Reckoned:
    """Days that count or do not for one reason (连续日期): the lines of “此日期如何得出”."""

    first: date
    last: date
    counted: int
    total: int
    why: str
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Receipt:
    """材料接收凭证: what was handed in, at which window, to be looked at until when."""

    kind: ClassVar = PaperKind.RECEIPT
    materials: tuple[Handed, ...]
    window: str = ""
    answer_by: date | None = None


@dataclass(frozen=True, slots=True)
class Acceptance:
    """受理通知书: accepted when, to be decided until when, and how that day is reached.

    `silent` says that the day came without a word, so that the case counts as accepted (视为受理).
    """

    kind: ClassVar = PaperKind.ACCEPTANCE
    accepted: date
    budget: Budget
    due: date
    reckoning: tuple[Reckoned, ...] = ()
    materials: tuple[Handed, ...] = ()
    silent: bool = False


@dataclass(frozen=True, slots=True)
class Correction:
    """补正告知书: everything that is missing or wrong, once; `until` is when it should be there."""

    kind: ClassVar = PaperKind.CORRECTION
    lacks: tuple[Lack, ...]
    until: date | None = None


@dataclass(frozen=True, slots=True)
class MaterialCorrection:
    """材料更正通知书: after acceptance, which materials are wrong and how; asked by which department, in which step."""

    kind: ClassVar = PaperKind.MATERIAL_CORRECTION
    lacks: tuple[Lack, ...]
    unit: str = ""
    step: str = ""
    due: date | None = None


@dataclass(frozen=True, slots=True)
class NotAccepted:
    """不予受理决定书: why, on what basis.

    `needless` says that no permit is needed; `authority` is the right one where this is not. With neither
    the papers are still incomplete or wrong after they were completed.
    """

    kind: ClassVar = PaperKind.NOT_ACCEPTED
    reason: str
    bases: tuple[str, ...] = ()
    needless: bool = False
    authority: str = ""
    authority_contact: str = ""
    remedies: str = ""


@dataclass(frozen=True, slots=True)
class SpecialProcedure:
    """特别程序告知书: which procedure, why, how long.

    `excluded` says that this time is left out of the statutory limit too (行政许可法第四十五条), not only of
    the promised one.
    """

    kind: ClassVar = PaperKind.SPECIAL_PROCEDURE
    procedure: str
    reason: str
    since: date
    budget: Budget
    bases: tuple[str, ...] = ()
    due: date | None = None
    excluded: bool = True


@dataclass(frozen=True, slots=True)
class Extension:
    """延期告知书: how much longer, why, who approved it, the new day and how it is reached."""

    kind: ClassVar = PaperKind.EXTENSION
    reason: str
    extra: Budget
    before: date
    due: date
    approver: str
    reckoning: tuple[Reckoned, ...] = ()
    approval: str = ""


@dataclass(frozen=True, slots=True)
class Tolerance:
    """容缺受理告知书 with 承诺: what is owed until when, and what happens if it does not come."""

    kind: ClassVar = PaperKind.TOLERANCE
    accepted: date
    owed: tuple[Owing, ...]
    consequence: str
    due: date | None = None


@dataclass(frozen=True, slots=True)
class Promise:
    """告知承诺书: what is required, what the applicant promises, how it is checked, what a breach costs."""

    kind: ClassVar = PaperKind.PROMISE
    requirements: tuple[str, ...]
    promises: tuple[str, ...]
    checking: str
    consequence: str
    bases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Approval:
    """准予行政许可决定书: what is permitted, the licence given, from when until when."""

    kind: ClassVar = PaperKind.APPROVAL
    decided: date
    content: str
    bases: tuple[str, ...] = ()
    result: str = ""
    result_number: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    conditions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rejection:
    """不予行政许可决定书: reasons and basis; the remedies come from the law of the day, `remedies` adds to them."""

    kind: ClassVar = PaperKind.REJECTION
    decided: date
    reasons: tuple[str, ...]
    bases: tuple[str, ...] = ()
    remedies: str = ""


@dataclass(frozen=True, slots=True)
class Revocation:
    """撤销行政许可决定书: which decision of which day is revoked, why, on what basis other than 行政许可法.

    `decision` is the 文号 of the decision, `certificate` the number of the licence that loses its force with it.
    """

    kind: ClassVar = PaperKind.REVOCATION
    revoked: date
    decided: date
    reasons: tuple[str, ...]
    decision: str = ""
    certificate: str = ""
    bases: tuple[str, ...] = ()
    remedies: str = ""


@dataclass(frozen=True, slots=True)
class Rectification:
    """更正决定书: what the decision said, what it should say, why; the rest of it stands."""

    kind: ClassVar = PaperKind.RECTIFICATION
    rectified: date
    decided: date
    subject: str
    before: str
    after: str
    reason: str
    decision: str = ""


@dataclass(frozen=True, slots=True)
class ServiceReceipt:
    """送达回证: what is handed over, how and where; the receiver signs on paper."""

    kind: ClassVar = PaperKind.SERVICE_RECEIPT
    papers: tuple[Delivered, ...]
    mode: str
    place: str = ""
    waybill: str = ""


@dataclass(frozen=True, slots=True)
class Termination:
    """终止办理告知书: why the case ends without a decision; `withdrawn` by the applicant on that day."""

    kind: ClassVar = PaperKind.TERMINATION
    reason: str
    ended: date
    withdrawn: date | None = None
    bases: tuple[str, ...] = ()
    returned: tuple[Handed, ...] = ()


@dataclass(frozen=True, slots=True)
class JointOpinion:
    """联合验收意见书: every department's opinion and the one conclusion."""

    kind: ClassVar = PaperKind.JOINT_OPINION
    project: str
    opinions: tuple[Opinion, ...]
    conclusion: str
    lead: str
    remedies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Handover:
    """转办函: to which authority, why, with which materials, answer until when."""

    kind: ClassVar = PaperKind.HANDOVER
    to: str
    reason: str
    until: date | None = None
    materials: tuple[Handed, ...] = ()


@dataclass(frozen=True, slots=True)
class Preview:
    """预审意见书: what was looked at before acceptance, what is still to come, until when it holds."""

    kind: ClassVar = PaperKind.PREVIEW
    opinion: str
    lacks: tuple[Lack, ...] = ()
    valid_to: date | None = None


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
