"""`kaocheng new-year PATH` (新建年度账): a folder of templates to fill in, made whole or not at all."""

from __future__ import annotations

import shutil
import sys
import tempfile
from argparse import Namespace
from pathlib import Path

from kaocheng.cli.refusals import Refused
from kaocheng.cli.years import write
from kaocheng.disclosure.compose import DECLARATIONS
from kaocheng.editions.limits import large_sum
from kaocheng.editions.loading import edition, publishable
from kaocheng.editions.texts import text_names
from kaocheng.money.records import AccountsYear
from kaocheng.money.registers import all_registers
from kaocheng.reading.disk import spoken

_DECLARED = tuple(one.name for one in DECLARATIONS)


def run(options: Namespace) -> int:
    """Make the folder.

    Raises Refused when it is there already, or the edition or year cannot be.
    """
    keys = publishable()
    if options.edition not in keys:
        raise Refused(f"没有版式 {options.edition}，可选：{'、'.join(keys)}。")
    folder: Path = options.path
    if folder.exists() and not (folder.is_dir() and not any(folder.iterdir())):
        raise Refused(f"{folder} 已经有内容了，不能盖掉；请换一个文件夹。")
    year = options.year or _year(options.edition)
    blank = AccountsYear(
        year,
        options.edition,
        options.department or "",
        (),
        texts=dict.fromkeys((*text_names(options.edition), *_DECLARED), ""),
        large_sum=large_sum(year).amount * 100,
    )
    _made(folder, blank)
    _say(folder, blank)
    return 0


def _year(key: str) -> int:
    """The year in the name of the edition, else the last it was for."""
    named = key.rpartition("_")[2]
    return int(named) if named.isdigit() else max(edition(key).years)


def _made(folder: Path, blank: AccountsYear) -> None:
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".kaocheng-", dir=folder.parent) as beside:
            draft = Path(beside) / "year"
            write(draft, blank)
            if folder.is_dir():
                folder.rmdir()
            shutil.move(draft, folder)
    except OSError as error:
        raise Refused(f"建不了 {folder}：{spoken(error)}。") from error


def _say(folder: Path, blank: AccountsYear) -> None:
    needed = "、".join(register.name for register in all_registers() if register.needed)
    lines = (
        f"已建好 {folder}（{edition(blank.edition).title}，{blank.year} 年度）。",
        "接下来：",
        "  1. 打开 year.toml，写部门名称、本单位的大额资金标准和要写进说明的文字；",
        f"  2. 照各表的“说明”填写，{needed}必须填，其余没有的留空或删去；",
        f"  3. 核对：kaocheng check-year {folder}",
    )
    sys.stdout.writelines(f"{line}\n" for line in lines)
