"""What may be typed after `kaocheng measures` (运行指标的命令语法)."""

from __future__ import annotations

import argparse
from pathlib import Path

from kaocheng.cli.arguments import positive
from kaocheng.cli.chinese import Parser

_SUMMARY = "办件运行指标：办结率、按时办结率、网办率等，各有计算式，可列出依据的每一件。"
_EXAMPLE = """例：
  kaocheng measures --year 2026
  kaocheng measures --store 数据 --year 2026 --department 行政审批局 --format xlsx --out 指标.xlsx
  kaocheng measures --year 2026 --cases 办结率 --format csv --out 办结率办件.csv
  kaocheng measures --year 2026 --evidence 2026年度账

退出码：0 已算出；2 数据读不出来，或命令无法执行。"""


def measures(commands: argparse._SubParsersAction[Parser]) -> None:  # no public name
    """Add the command."""
    parser = commands.add_parser("measures", help=_SUMMARY, description=_SUMMARY, epilog=_EXAMPLE)
    parser.add_argument("--store", type=Path, metavar="文件夹", help="数据文件夹，默认同网上大厅")
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
    parser.add_argument(
        "--format",
        choices=("text", "json", "csv", "xlsx"),
        default="text",
        help="输出格式，默认 text",
    )
    parser.add_argument("--out", type=Path, metavar="文件", help="写入这个文件，不写到屏幕")
