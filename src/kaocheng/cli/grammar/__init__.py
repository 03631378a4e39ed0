"""What may be typed (命令语法): every command, its options, its help and an example."""

from __future__ import annotations

from kaocheng import __version__
from kaocheng.cli.chinese import Parser
from kaocheng.cli.grammar import accounts, halls, packages, reports
from kaocheng.cli.grammar.measures import measures
from kaocheng.cli.grammar.parts import EXIT_CODES
from kaocheng.cli.grammar.reports import FORMATS

__all__ = ["FORMATS", "grammar"]

_DESCRIPTION = (
    "考成：核对政务服务机构公开的决算、预算与绩效文件，由一年的账编出这些文件，并开办政务服务大厅。"
)
_EXAMPLES = """例：
  kaocheng check 决算公开.pdf
  kaocheng explain SUM001
  kaocheng publish 2023年度账 --out 公开文件
  kaocheng serve --demo"""
_IN_ORDER = (
    reports.check,
    reports.explain,
    reports.rules,
    accounts.new_year,
    accounts.check_year,
    accounts.import_year,
    packages.publish,
    packages.trace,
    packages.verify,
    accounts.forecast,
    accounts.spot_check,
    accounts.chain,
    halls.items,
    halls.audit,
    halls.archive,
    halls.rekey,
    halls.sweep,
    measures,
    halls.serve,
)


def grammar() -> Parser:
    """The parser of the whole command line; `command` in its result names what to run."""
    parser = Parser(
        prog="kaocheng", description=_DESCRIPTION, epilog=f"{_EXAMPLES}\n\n{EXIT_CODES}"
    )
    parser.add_argument(
        "--version", action="version", version=f"考成 {__version__}", help="显示版本号"
    )
    commands = parser.add_subparsers(dest="command", metavar="命令", required=True, title="命令")
    for command in _IN_ORDER:
        command(commands)
    return parser
