"""What several commands share (共同的写法): the frame of a command, and options that mean the same in each."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from kaocheng.cli.chinese import Parser

EXIT_CODES = "退出码：0 没有错误；1 有错误级问题；2 有文件无法读取，或命令无法执行。"
Commands = argparse._SubParsersAction  # noqa: SLF001  # argparse gives this type no public name


def command(
    commands: Commands[Parser],
    name: str,
    summary: str,
    *,
    examples: Sequence[str],
    codes: str = "",
) -> Parser:
    """A command with what it is for (用途), lines that can be typed (例) and its exit codes (退出码)."""
    lines = "\n".join(f"  kaocheng {name} {example}".rstrip() for example in examples)
    epilog = f"例：\n{lines}" + (f"\n\n{codes}" if codes else "")
    return commands.add_parser(name, help=summary, description=summary, epilog=epilog)


def takes_format(parser: Parser, *choices: str) -> None:
    """`--format` (输出格式): text for people unless another is asked for."""
    parser.add_argument(
        "--format",
        choices=("text", *(choices or ("json",))),
        default="text",
        help="输出格式，默认 text",
    )


def takes_store(parser: Parser) -> None:
    """`--store` (数据文件夹): the data of a site; without it those the site uses."""
    parser.add_argument("--store", type=Path, metavar="文件夹", help="数据文件夹，默认同网上大厅")


def takes_year(parser: Parser) -> None:
    """The folder of a year's accounts (年度账文件夹), as `year`."""
    parser.add_argument("year", type=Path, metavar="年度文件夹", help="一年的账所在的文件夹")


def takes_package(parser: Parser) -> None:
    """The folder that was published (公开文件夹), as `package`."""
    parser.add_argument(
        "package", type=Path, metavar="公开文件夹", help="kaocheng publish 写出的文件夹"
    )
