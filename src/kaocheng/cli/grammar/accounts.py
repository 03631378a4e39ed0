"""What may be typed about a year's accounts (年度账的命令语法)."""

from __future__ import annotations

from pathlib import Path

from kaocheng.cli.arguments import positive
from kaocheng.cli.chinese import Parser
from kaocheng.cli.grammar.parts import Commands, command, takes_format, takes_year

_CODES = (
    "退出码：0 没有错误；1 有错误（一笔也不收）或公开以前还要补；2 有文件无法读取，或命令无法执行。"
)


def new_year(commands: Commands[Parser]) -> None:
    """Add `kaocheng new-year` (新建年度账)."""
    parser = command(
        commands,
        "new-year",
        "建一个年度账文件夹，里面是带下拉选项和说明的登记表模板。",
        examples=(
            "2023年度账 --edition sichuan_2023",
            "2020年度账 --edition yunnan_2020 --department 某县行政审批局",
        ),
        codes="退出码：0 已建好；2 没有这个版式或年度，或文件夹已有内容。",
    )
    parser.add_argument("path", type=Path, metavar="文件夹", help="要建的文件夹，不能已有内容")
    parser.add_argument("--edition", required=True, metavar="版式", help=_EDITION)
    parser.add_argument("--year", type=positive, metavar="年", help="年度，默认为版式的年份")
    parser.add_argument("--department", metavar="名称", help="部门全称，也可以以后写进 year.toml")


_EDITION = "公开文件的版式，如 sichuan_2023；写一个没有的名称，会列出全部版式"


def check_year(commands: Commands[Parser]) -> None:
    """Add `kaocheng check-year` (核对年度账)."""
    parser = command(
        commands,
        "check-year",
        "核对年度账文件夹，一次列出全部填错的行。",
        examples=("2023年度账", "2023年度账 --format json"),
        codes=_CODES,
    )
    parser.add_argument("path", type=Path, metavar="文件夹", help="年度账文件夹")
    takes_format(parser)


def import_year(commands: Commands[Parser]) -> None:
    """Add `kaocheng import` (收账存档)."""
    parser = command(
        commands,
        "import",
        "核对年度账，没有错误时写成一个规范的存档文件；有错误时什么也不写。",
        examples=("2023年度账 --out 2023.jsonl",),
        codes=_CODES,
    )
    parser.add_argument("path", type=Path, metavar="文件夹", help="年度账文件夹")
    parser.add_argument("--out", type=Path, required=True, metavar="文件", help="写入这个文件")


def forecast(commands: Commands[Parser]) -> None:
    """Add `kaocheng forecast` (绩效预测)."""
    parser = command(
        commands,
        "forecast",
        "按6、9、11月的运行监控预测全年绩效得分，列出有风险和难以完成的指标。",
        examples=("2023年度账", "2023年度账 --month 9"),
        codes="退出码：0 都正常；1 有须关注的指标；2 账上有问题，或没有绩效登记表。",
    )
    takes_year(parser)
    parser.add_argument(
        "--month",
        type=int,
        choices=range(1, 13),
        action="append",
        metavar="月",
        help="按这个月底的监控预测，可写几次；默认为已有监控的 6、9、11 月",
    )
    takes_format(parser)


def spot_check(commands: Commands[Parser]) -> None:
    """Add `kaocheng spot-check` (绩效抽查)."""
    parser = command(
        commands,
        "spot-check",
        "抽查得分与自评得分的差异、“自评准确”因此扣几分得几分，以及整改和反馈。",
        examples=("2023年度账",),
        codes="退出码：0 没有扣分；1 有扣分；2 账上有问题，或没有绩效登记表。",
    )
    takes_year(parser)
    takes_format(parser)


def chain(commands: Commands[Parser]) -> None:
    """Add `kaocheng chain` (年度衔接)."""
    parser = command(
        commands,
        "chain",
        "结转结余的年度衔接：年初＋收入－支付＝年末，上年年末是不是本年年初。",
        examples=("2023年度账", "2022年度账 2023年度账 2024年度账"),
        codes="退出码：0 都衔接；1 有衔接不上的；2 账上有问题，或中间缺了年度。",
    )
    parser.add_argument(
        "years", nargs="+", type=Path, metavar="年度文件夹", help="一年或连续几年的账，次序不拘"
    )
    takes_format(parser)
