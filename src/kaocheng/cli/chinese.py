"""A command-line parser that speaks Chinese (中文命令行): headings, help and every complaint."""

from __future__ import annotations

import argparse
import re
import sys
from typing import NoReturn

_COMPLAINTS = (
    (r"unrecognized arguments: (.+)", "不认识的参数：{0}"),
    (r"the following arguments are required: (.+)", "还缺少：{0}"),
    (r"argument (.+?): invalid choice: (.+?) \(choose from (.+)\)", "{0}不能是 {1}，可选：{2}"),
    (r"argument (.+?): expected one argument", "{0} 后面要写一个值"),
    (r"argument (.+?): expected at least one argument", "{0} 后面至少要写一个值"),
    (r"argument (.+?): ignored explicit argument (.+)", "{0} 后面不能带值 {1}"),
    (r"argument (.+?): invalid \w+ value: (.+)", "{0} 的值 {1} 不对"),
    (r"argument (.+?): (.+)", "{0}：{1}"),
)
_QUOTED = re.compile(r"'([^']*)'|\"([^\"]*)\"")


def translated(message: str) -> str:
    """The complaint of argparse as a Chinese sentence; an unknown one is kept as it is."""
    for pattern, sentence in _COMPLAINTS:
        if match := re.fullmatch(pattern, message, re.DOTALL):
            return sentence.format(*map(_unquoted, match.groups()))
    return message


def _unquoted(words: str) -> str:
    """Values as they were typed, not as Python writes them down."""
    plain = _QUOTED.sub(lambda found: found[1] or found[2] or "", words)
    return plain.replace(", ", "、") if plain != words else plain


class Formatter(argparse.RawDescriptionHelpFormatter):
    """Help text with Chinese headings, epilogs kept line by line."""

    def add_usage(self, usage, actions, groups, prefix=None) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001
        """The usage line, under a Chinese heading."""
        super().add_usage(usage, actions, groups, "用法：" if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """argparse with Chinese headings; what it cannot read ends with a sentence and exit code 2."""

    def __init__(self, **settings: object) -> None:
        super().__init__(
            formatter_class=Formatter,
            add_help=False,
            allow_abbrev=False,
            **settings,  # type: ignore[arg-type]
        )
        self._positionals.title = "参数"
        self._optionals.title = "选项"
        self.add_argument("-h", "--help", action="help", help="显示本帮助")

    def error(self, message: str) -> NoReturn:
        """Say in Chinese what was not understood, and leave with exit code 2."""
        sys.stderr.write(f"{translated(message)}。\n请看用法：{self.prog} --help\n")
        raise SystemExit(2)
