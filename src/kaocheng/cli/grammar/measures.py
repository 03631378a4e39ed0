"""What may be typed after `kaocheng measures` (运行指标的命令语法)."""

from __future__ import annotations

from pathlib import Path

from kaocheng.cli.arguments import positive
from kaocheng.cli.chinese import Parser
from kaocheng.cli.grammar.parts import Commands, command, takes_format, takes_store

_EXAMPLES = (
    "--year 2026",
    "--store 数据文件夹 --year 2026 --department 行政审批局 --format xlsx --out 指标.xlsx",
    "--year 2026 --cases 办结率 --format csv --out 办结率办件.csv",
    "--year 2026 --evidence 2026年度账",
)


def measures(commands: Commands[Parser]) -> None:
    """Add the command."""
    parser = command(
        commands,
        "measures",
        "办件运行指标：办结率、按时办结率、网办率等，各有计算式，可列出依据的每一件。",
        examples=_EXAMPLES,
        codes="退出码：0 已算出；2 数据读不出来，或命令无法执行。",
    )
    takes_store(parser)
    parser.add_argument("--year", type=positive, required=True, metavar="年", help="统计年度")
    parser.add_argument(
        "--department", default="", metavar="部门", help="只算这个部门（编码或全称），默认全部"
    )
    parser.add_argument(
        "--cases", default="", metavar="指标", help="列出这个指标依据的办件编号（指标名称或标识）"
    )
    parser.add_argument(
        "--evidence",
        type=Path,
        metavar="年度文件夹",
        help="给数据来源写着“办件指标：…”的绩效指标写出证据和办件清单",
    )
    takes_format(parser, "json", "csv", "xlsx")
    parser.add_argument("--out", type=Path, metavar="文件", help="写入这个文件，不写到屏幕")
