"""What the papers of an event say (事件所出文书的内容): from the case as the event left it. Pure.

Whoever stores a move asks `contents_of` for its papers; the same event always gives the same answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from kaocheng.cases.papers.contents import deciding, ending, examining, intake
from kaocheng.cases.papers.kinds import PaperKind
from kaocheng.cases.papers.records import Content
from kaocheng.cases.papers.telling import Told

_CONTENTS: Mapping[PaperKind, Callable[[Told], Iterator[Content]]] = {
    PaperKind.RECEIPT: intake.receipt,
    PaperKind.ACCEPTANCE: intake.acceptance,
    PaperKind.CORRECTION: intake.correction,
    PaperKind.NOT_ACCEPTED: intake.not_accepted,
    PaperKind.SPECIAL_PROCEDURE: examining.special_procedure,
    PaperKind.EXTENSION: examining.extension,
    PaperKind.APPROVAL: deciding.approval,
    PaperKind.REJECTION: deciding.rejection,
    PaperKind.SERVICE_RECEIPT: ending.service_receipt,
    PaperKind.TERMINATION: ending.termination,
    PaperKind.MATERIAL_CORRECTION: examining.material_correction,
    PaperKind.REVOCATION: deciding.revocation,
    PaperKind.RECTIFICATION: deciding.rectification,
    PaperKind.HANDOVER: examining.handover,
    PaperKind.PREVIEW: examining.preview,
}


def contents_of(told: Told) -> tuple[Content, ...]:
    """The papers of an event, none where it issues none; an acceptance may bring 容缺 and 承诺 with it."""
    kind = told.facts.get("paper")
    return tuple(_CONTENTS[PaperKind(kind)](told)) if kind else ()
