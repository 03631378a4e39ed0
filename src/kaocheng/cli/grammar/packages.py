"""What may be typed to publish a year and to prove what was published (编制公开文件、追溯、核验的命令语法)."""

from __future__ import annotations

from pathlib import Path

from kaocheng.cli.chinese import Parser
from kaocheng.cli.grammar.parts import Commands, command, takes_format, takes_package, takes_year


def publish(commands: Commands[Parser]) -> None:
    """Add `kaocheng publish` (编制公开文件)."""
    parser = command(
        commands,
        "publish",
        "由一年的账编出整套公开文件（docx、xlsx、pdf、html），连同数字台账和证据。",
        examples=("2023年度账 --out 公开文件",),
        codes="退出码：0 已公布；1 编出的文稿核对有错误，2 账上有问题或还没有补齐：都什么也不写出。",
    )
    takes_year(parser)
    parser.add_argument(
        "--out",
        type=Path,
        metavar="文件夹",
        required=True,
        help="写到这个文件夹（要么全有，要么全无）",
    )
    parser.add_argument("--replace", action="store_true", help="文件夹里是旧的公开文件时，换成新的")
    parser.add_argument("--no-progress", action="store_true", help="不显示进度")


def trace(commands: Commands[Parser]) -> None:
    """Add `kaocheng trace` (追溯数字)."""
    parser = command(
        commands,
        "trace",
        "说明公开文件里的一个数字从哪里来：公式、数字，直到每笔记录。",
        examples=("公开文件 kc000012", "公开文件 1179.41万元", "公开文件 公务接待费"),
        codes="退出码：0 找到了，或列出了同名的几个；2 没有这个数字，或文件夹读不出来。",
    )
    takes_package(parser)
    parser.add_argument(
        "figure", metavar="数字", help="数字的编号（如 kc000012）、印出的文字或名称"
    )
    takes_format(parser)
    parser.add_argument("--all", action="store_true", help="记录再多也全部列出")


def verify(commands: Commands[Parser]) -> None:
    """Add `kaocheng verify` (核验公开文件)."""
    parser = command(
        commands,
        "verify",
        "不用账，只凭公开文件夹：重算每个数字，并找出公布以后被改动的字。",
        examples=("公开文件",),
        codes="退出码：0 全部相符；1 有不符；2 文件夹读不出来。",
    )
    takes_package(parser)
    takes_format(parser)
