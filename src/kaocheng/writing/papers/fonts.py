"""Fonts (字体) for pages that carry them inside: found in named folders, never left to chance."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import typst

from kaocheng.kernel.papers import Unwritable

_NOTO = "Noto Serif CJK SC、Noto Sans CJK SC"


@lru_cache(maxsize=1)
def _told() -> Mapping[str, Any]:
    return tomllib.loads(files(__package__).joinpath("fonts.toml").read_text("utf-8"))


def folders() -> tuple[str, ...]:
    """The folders to look in: those of KAOCHENG_FONTS, else those where systems keep fonts.

    Raises Unwritable when a folder that was asked for is not there.
    """
    asked = [name for name in os.environ.get(_told()["folders"], "").split(os.pathsep) if name]
    for name in asked:
        if not Path(name).is_dir():
            raise Unwritable(f"{_told()['folders']} 所指的字体文件夹 {name} 不存在，请改正后再写。")
    return tuple(asked or (name for name in _told()["known"] if Path(name).is_dir()))


def fonts() -> typst.Fonts:
    """The fonts in those folders."""
    return _opened(folders())


@lru_cache(maxsize=4)
def _opened(where: tuple[str, ...]) -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=list(where)
    )


def hands() -> dict[str, dict[str, str]]:
    """For each hand (小标宋, 宋体, 仿宋, 黑体, 楷体, 西文) the family found and its weight.

    The hand for digits and letters (西文) may be missing; the Chinese ones have such too.

    Raises Unwritable when no family will do: a page with empty boxes is worse than none.
    """
    where = folders()
    there = frozenset(_opened(where).families())
    return {
        name: _hand(hand, there, where)
        for name, hand in _told()["hands"].items()
        if not hand.get("optional") or there.intersection(hand["families"])
    }


def _hand(hand: Mapping[str, Any], there: frozenset[str], where: tuple[str, ...]) -> dict[str, str]:
    family = next((family for family in hand["families"] if family in there), None)
    if family is None:
        looked = "、".join(where) or "（没有字体文件夹）"
        raise Unwritable(
            f"没有找到可用的中文字体（{hand['docx']}，或代用的 {_NOTO}），"
            f"找过 {looked}。请安装 fonts-noto-cjk（Debian、Ubuntu：apt-get install fonts-noto-cjk），"
            f"或者用环境变量 {_told()['folders']} 写明字体所在的文件夹。"
        )
    return {"family": family, "weight": hand["weight"]}
