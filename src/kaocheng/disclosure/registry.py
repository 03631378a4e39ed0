"""The whole rulebook (规则总库): written rules of every package and the equations as data."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType

from kaocheng.disclosure import rules as disclosure_rules
from kaocheng.disclosure.equation_rules import equation_rules
from kaocheng.kernel.rulebook import Rule, rules_in, unique
from kaocheng.performance import rules as performance_rules


@lru_cache(maxsize=1)
def rulebook() -> Mapping[str, Rule]:
    """Every rule by its code; raises ValueError when a code is used twice."""
    return MappingProxyType(unique(_all()))


def _all() -> Iterator[Rule]:
    yield from rules_in(disclosure_rules)
    yield from rules_in(performance_rules)
    yield from equation_rules()


def wanted(code: str, select: Collection[str] = (), ignore: Collection[str] = ()) -> bool:
    """Whether a rule is chosen by codes or their beginnings: in `select` (if any), not in `ignore`."""
    chosen = not select or code.startswith(tuple(select))
    return chosen and not (ignore and code.startswith(tuple(ignore)))
