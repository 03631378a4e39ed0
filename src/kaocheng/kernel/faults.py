"""What is wrong with an entry (差错): where it stands, what is written, why, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass

from kaocheng.kernel.findings import Severity


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault of one entry (差错): a value, gathered and never raised.

    `file`, `sheet` and the 1-based `row` say where; `sheet` is "" and `row` 0 where there is none;
    `column` is the Chinese head of the column, `written` what stands there. An error keeps the
    whole year out; a note does not.
    """

    file: str
    sheet: str
    row: int
    column: str
    written: str
    message: str
    remedy: str
    severity: Severity = Severity.ERROR

    @property
    def is_error(self) -> bool:
        """Whether it keeps the year out."""
        return self.severity is Severity.ERROR

    @property
    def where(self) -> str:
        """The place as a person would say it: 支付.xlsx 第5行“金额”."""
        sheet = f"工作表“{self.sheet}”" if self.sheet else ""
        row = f"第{self.row}行" if self.row else ""
        column = f"“{self.column}”" if self.column else ""
        return f"{self.file} {sheet}{row}{column}".rstrip()
