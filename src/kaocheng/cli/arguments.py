"""What a word of the command line may be (参数写法): each reads one, or says what is wrong with it."""

from __future__ import annotations

import argparse
import os


def codes(text: str) -> tuple[str, ...]:
    """Codes of rules, separated by commas (规则编号)."""
    return tuple(part.upper() for part in text.replace("，", ",").split(",") if part)


def anchor(text: str) -> str:
    """A seal kept outside, number and digest (封存号和摘要)."""
    number, colon, digest = text.replace("：", ":").partition(":")
    if not (number.isascii() and number.isdigit() and colon and digest.isalnum()):
        raise argparse.ArgumentTypeError("要写成 封存号:摘要，如 12:3f9a")
    return f"{number}:{digest}"


def positive(text: str) -> int:
    """A whole number above nought (正整数)."""
    if not text.isascii() or not text.isdigit() or int(text) == 0:
        raise argparse.ArgumentTypeError("要写一个大于 0 的整数")
    return int(text)


def cores() -> int:
    """How many processors there are (处理器数)."""
    return os.cpu_count() or 1
