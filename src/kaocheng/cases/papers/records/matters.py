"""Whom and what a paper is about (发文机关、所涉办件、签发信息)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


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
