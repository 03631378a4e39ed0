"""What counts as the same (同一判定) and how limits are added up, from `rules.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any

from kaocheng.kernel.clocks import Budget


@lru_cache(maxsize=1)
def _told() -> Mapping[str, Any]:
    return tomllib.loads(files(__package__).joinpath("rules.toml").read_text("utf-8"))


@lru_cache(maxsize=4096)
def material_identity(name: str) -> str:
    """The name under which a material is the same as others (材料的统一名称)."""
    return _called(_bare(name), "material")


@lru_cache(maxsize=4096)
def field_identity(label: str) -> str:
    """The label under which a field is the same as others (栏目的统一名称)."""
    return _called(_bare(label), "field")


def is_own_form(name: str) -> bool:
    """Whether it is an item's own application form, which becomes a part of the one form."""
    return any(word in name for word in _told()["material"]["own"])


def workdays(budget: Budget) -> int:
    """A limit in working days, for adding up limits of different units."""
    return int(budget.amount * _told()["days"][str(budget.span)])


def counting_note() -> str:
    """How limits of different units are counted, in words."""
    return str(_told()["days"]["note"])


def _bare(name: str) -> str:
    for word in _told()["material"]["noise"]:
        name = name.replace(word, "")
    return name


def _called(name: str, sort: str) -> str:
    return _names(sort).get(name, name)


@lru_cache(maxsize=2)
def _names(sort: str) -> Mapping[str, str]:
    return {_bare(one): group[0] for group in _told()[sort]["same"] for one in group}
