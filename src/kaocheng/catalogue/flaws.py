"""What is wrong with an implementing list (填报问题): where it stands, what is written, how to mend it."""

from __future__ import annotations

from dataclasses import dataclass

from kaocheng.catalogue.elements import elements, parts
from kaocheng.kernel.findings import Severity


@dataclass(frozen=True, slots=True)
class Flaw:
    """One fault (问题): an error keeps the version from being published, a note does not.

    `part` and the 0-based `row` name a row of a part; an element stands under part "" with its key as
    `field`. Row -1 means the part as a whole. `code` is the rule's; `severity` None means the rule's own.
    """

    part: str
    row: int
    field: str
    written: str
    message: str
    remedy: str
    code: str = ""
    severity: Severity | None = None

    @property
    def is_error(self) -> bool:
        """Whether it keeps the version from being published."""
        return self.severity is not Severity.NOTE

    @property
    def where(self) -> str:
        """The place as a clerk would say it: 申请材料第2行“容缺补交工作日”."""
        if not self.part:
            return f"“{_title(self.field)}”"
        row = f"第{self.row + 1}行" if self.row >= 0 else ""
        field = f"“{_head(self.part, self.field)}”" if self.field else ""
        return f"{parts()[self.part].title}{row}{field}"

    @property
    def anchor(self) -> str:
        """Where the form field stands on the page of the draft."""
        return f"id_{self.part}-{self.row}-{self.field}" if self.part else f"id_{self.field}"


def of_element(
    field: str, written: str, message: str, remedy: str, *, severity: Severity | None = None
) -> Flaw:
    """A fault of an element that is filled in by itself."""
    return Flaw("", -1, field, written, message, remedy, severity=severity)


def _title(key: str) -> str:
    return next((e.title for e in elements() if e.key == key), key)


def _head(part: str, name: str) -> str:
    return next((f.head for f in parts()[part].fields if f.name == name), name)
