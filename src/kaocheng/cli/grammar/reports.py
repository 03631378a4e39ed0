"""What may be typed to check documents and to read the rules (核对文件、查看规则的命令语法)."""

from __future__ import annotations

from pathlib import Path

from kaocheng.cli.arguments import codes, cores, positive
from kaocheng.cli.chinese import Parser
from kaocheng.cli.grammar.parts import EXIT_CODES, Commands, command, takes_format

FORMATS = ("text", "json", "sarif", "html", "xlsx", "md")


def check(commands: Commands[Parser]) -> None:
    """Add `kaocheng check` (核对)."""
    parser = command(
        commands,
        "check",
        "核对文件、文件夹或清单，列出问题、位置和理由。",
        examples=(
            "决算公开.pdf",
            "公开文件夹 --format html --out 报告.html",
            "@清单.txt --format json --out 问题.jsonl",
        ),
        codes=EXIT_CODES,
    )
    parser.add_argument(
        "paths", nargs="+", metavar="路径", help="文件、文件夹，或 @清单（每行一个）"
    )
    _what_to_say(parser)
    _what_to_judge(parser)
    _how_to_work(parser)


def _what_to_say(parser: Parser) -> None:
    group = parser.add_argument_group("输出")
    group.add_argument("--format", choices=FORMATS, default="text", help="输出格式，默认 text")
    group.add_argument("--out", type=Path, metavar="文件", help="写入这个文件，不写到屏幕")
    group.add_argument("--no-progress", action="store_true", help="不显示进度条")


def _what_to_judge(parser: Parser) -> None:
    group = parser.add_argument_group("核对范围")
    group.add_argument("--select", type=codes, default=(), metavar="编号", help=_SELECT)
    group.add_argument("--ignore", type=codes, default=(), metavar="编号", help="不用这些规则")
    group.add_argument("--edition", metavar="版式", help="指定版式（如 yunnan_2020），不自动识别")
    group.add_argument("--suppress", type=Path, metavar="文件", help="抑制清单（TOML，须写理由）")
    group.add_argument("--baseline", type=Path, metavar="文件", help="基线文件，已记下的问题不再报")
    group.add_argument("--write-baseline", type=Path, metavar="文件", help="把本次问题记成基线")


_SELECT = "只用这些规则；编号或其开头，逗号分隔，如 SUM,ART001"


def _how_to_work(parser: Parser) -> None:
    group = parser.add_argument_group("运行")
    group.add_argument(
        "--trust-content",
        action="store_true",
        help="后缀与内容不符的文件按内容读取；不加则报为无法读取",
    )
    group.add_argument(
        "--jobs",
        type=positive,
        default=cores(),
        metavar="数",
        help="同时核对几份，默认为处理器数",
    )
    group.add_argument(
        "--time-limit", type=positive, default=10, metavar="秒", help="一份文件最多用时，默认 10"
    )


def explain(commands: Commands[Parser]) -> None:
    """Add `kaocheng explain` (说明规则)."""
    parser = command(
        commands,
        "explain",
        "说明一条规则：查什么、为什么、怎么改。",
        examples=("SUM001",),
        codes="退出码：0 已说明；2 没有这条规则。",
    )
    parser.add_argument("code", metavar="编号", help="规则编号，如 SUM001")


def rules(commands: Commands[Parser]) -> None:
    """Add `kaocheng rules` (列出规则)."""
    parser = command(commands, "rules", "列出全部规则。", examples=("", "--format md"))
    takes_format(parser, "json", "md")
