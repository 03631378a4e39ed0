"""What is still missing (缺少的内容): told to the clerk all at once, and nothing is published."""

from __future__ import annotations

from dataclasses import dataclass

from kaocheng.kernel.faults import Fault

_COLUMNS = {
    "原因说明": "说明的数字", "上年数": "数字名称", "year.toml": "[texts]", "补充科目": "科目代码",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing the clerk must still supply: what about, in words, and the register to write it in."""

    about: str
    message: str
    register: str

    @property
    def fault(self) -> Fault:
        """The same as a fault of its register: what is wrong, and after 请 how to mend it."""
        said, _, remedy = self.message.rstrip("。").partition("，请")
        written = self.about.rpartition("|")[2]
        column = _COLUMNS.get(self.register, "")
        mend = f"请{remedy}" if remedy else "请补上"
        return Fault(self.register, "", 0, column, written if column else "", said, mend)


class Refused(Exception):
    """Nothing is composed (不予编制): `missing` and `faults` list all that must be mended first.

    `missing` is what the narrative lacks; `faults` what is wrong with the year's performance.
    """

    def __init__(self, missing: tuple[Missing, ...], faults: tuple[Fault, ...] = ()) -> None:
        """Refuse for want of all these."""
        every = (*(item.fault for item in missing), *faults)
        super().__init__("\n".join(f"{fault.message}，{fault.remedy}。" for fault in every))
        self.missing = missing
        self.faults = faults
