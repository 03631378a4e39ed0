"""Checking an implementing list before it is published (发布前检查): every rule, every fault at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType

from kaocheng.catalogue import rules
from kaocheng.catalogue.flaws import Flaw
from kaocheng.catalogue.records import ItemVersion
from kaocheng.kernel.rulebook import Rule, rules_in, unique


@lru_cache(maxsize=1)
def rulebook() -> Mapping[str, Rule]:
    """The rules of the catalogue by code."""
    return MappingProxyType(unique(rules_in(rules)))


def check(version: ItemVersion) -> tuple[Flaw, ...]:
    """Everything wrong with a version, errors first, in the order of the rules."""
    return tuple(sorted(_all(version), key=lambda flaw: not flaw.is_error))


def errors(version: ItemVersion) -> tuple[Flaw, ...]:
    """What keeps the version from being published."""
    return tuple(flaw for flaw in check(version) if flaw.is_error)


def _all(version: ItemVersion) -> Iterator[Flaw]:
    for code, rule in rulebook().items():
        for flaw in rule.function(version):
            yield replace(flaw, code=code, severity=flaw.severity or rule.severity)
