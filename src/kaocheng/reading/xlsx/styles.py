"""What the cells of a workbook look like (单元格样式): the format code of each style."""

from __future__ import annotations

from kaocheng.reading.archive import Archive
from kaocheng.reading.markup import Element, attribute, child, local, optional, whole

GENERAL = "General"
BUILT_IN = {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    5: '"¥"#,##0;-"¥"#,##0',
    6: '"¥"#,##0;-"¥"#,##0',
    7: '"¥"#,##0.00;-"¥"#,##0.00',
    8: '"¥"#,##0.00;-"¥"#,##0.00',
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    14: "yyyy/m/d",
    15: "d-m-yy",
    16: "d-m",
    17: "m-yy",
    18: "h:mm",
    19: "h:mm:ss",
    20: "h:mm",
    21: "h:mm:ss",
    22: "yyyy/m/d h:mm",
    27: 'yyyy"年"m"月"',
    28: 'm"月"d"日"',
    29: 'm"月"d"日"',
    30: "m-d-yy",
    31: 'yyyy"年"m"月"d"日"',
    32: 'h"时"mm"分"',
    33: 'h"时"mm"分"ss"秒"',
    36: 'yyyy"年"m"月"',
    37: "#,##0;-#,##0",
    38: "#,##0;-#,##0",
    39: "#,##0.00;-#,##0.00",
    40: "#,##0.00;-#,##0.00",
    41: '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ',
    42: '_ "¥"* #,##0_ ;_ "¥"* -#,##0_ ;_ "¥"* "-"_ ',
    43: '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ',
    44: '_ "¥"* #,##0.00_ ;_ "¥"* -#,##0.00_ ;_ "¥"* "-"??_ ',
    45: "mm:ss",
    46: "h:mm:ss",
    47: "mm:ss",
    48: "##0.0E+0",
    49: "@",
    50: 'yyyy"年"m"月"',
    57: 'yyyy"年"m"月"',
    58: 'm"月"d"日"',
}
"""Format codes that workbooks name by number only, as in Chinese Excel (ECMA-376 18.8.30)."""


def format_codes(archive: Archive, name: str | None) -> tuple[str, ...]:
    """The format code of each cell style, in the order in which cells name them."""
    root = optional(archive, name)
    if root is None:
        return ()
    own = {
        whole(attribute(item, "numFmtId"), -1): attribute(item, "formatCode") or GENERAL
        for item in _items(root, "numFmts")
    }
    numbers = (whole(attribute(item, "numFmtId"), 0) for item in _items(root, "cellXfs"))
    return tuple(own.get(number) or BUILT_IN.get(number, GENERAL) for number in numbers)


def _items(root: Element, name: str) -> list[Element]:
    group = child(root, name)
    return [] if group is None else [item for item in group if local(item)]
