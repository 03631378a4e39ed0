"""Every rule there is (全部规则): those for documents and those for items of the catalogue, by code."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from kaocheng.catalogue import checking
from kaocheng.disclosure import registry
from kaocheng.kernel.rulebook import Rule, unique


@lru_cache(maxsize=1)
def every_rule() -> Mapping[str, Rule]:
    """The rules by code; raises ValueError when two packages use one code."""
    return MappingProxyType(unique((*registry.rulebook().values(), *checking.rulebook().values())))
