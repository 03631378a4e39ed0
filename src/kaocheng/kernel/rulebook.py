"""The rulebook (规则库): rules found by looking, explained and exampled in the file beside them."""

from __future__ import annotations

import pkgutil
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

from kaocheng.kernel.findings import Finding, Severity, Unjudged
from kaocheng.kernel.relations import Relation

Said = Finding | Unjudged | Relation
Judge = Callable[[Any], Iterable[Any]]
_NAME = re.compile(r"([a-z]{3})(\d{3})_[a-z0-9_]+\Z")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule (规则): its code, what it judges, how grave a breach is, and where its page lies.

    `of` is the type it is called with, once for each such thing in the document; `function` yields
    what it says: findings, relations to be decided together with all others, reasons for not
    judging, and what it judged itself.
    """

    code: str
    title: str
    family: str
    severity: Severity
    of: type
    function: Judge
    folder: Path
    stem: str
    told: Mapping[str, Any] | None = None

    def page(self) -> Mapping[str, Any]:
        """what, why, remedy, basis, version and the examples, from the TOML file beside the rule."""
        return self.told or _page(self.folder / f"{self.stem}.toml")

    @property
    def grades(self) -> str:
        """How grave a breach is, in words: 错误或提示 where the rule decides from case to case.

        A rule that decides so names Severity in its module; nothing else does.
        """
        decides = "Severity" in self.function.__globals__
        return "错误或提示" if decides and not self.told else self.severity.chinese


@lru_cache(maxsize=None)
def _page(path: Path) -> dict[str, Any]:
    with path.open("rb") as file:
        return tomllib.load(file, parse_float=Decimal)


@dataclass(frozen=True, slots=True)
class _Declared:
    title: str
    family: str
    severity: Severity
    of: type


def rule(title: str, *, family: str, of: type, severity: str = "error") -> Callable[[Judge], Judge]:
    """Declare the one function of a module to be its rule; the code is the start of the file name."""

    def declare(function: Judge) -> Judge:
        function.declared = _Declared(title, family, Severity(severity), of)  # type: ignore[attr-defined]
        return function

    return declare


def rules_in(package: ModuleType) -> Iterator[Rule]:
    """Every rule of a package: each module named like `txt021_share` holds exactly one.

    Raises ValueError for a module with no rule or several.
    """
    for module in pkgutil.iter_modules(package.__path__):
        if match := _NAME.match(module.name):
            yield _rule(import_module(f"{package.__name__}.{module.name}"), match)


def _rule(module: ModuleType, match: re.Match[str]) -> Rule:
    found = [
        f for f in vars(module).values() if isinstance(getattr(f, "declared", None), _Declared)
    ]
    if len(found) != 1:
        raise ValueError(f"{module.__name__} 应当恰有一条规则，实有 {len(found)} 条")
    declared: _Declared = found[0].declared
    return Rule(
        code=match[1].upper() + match[2],
        title=declared.title,
        family=declared.family,
        severity=declared.severity,
        of=declared.of,
        function=found[0],
        folder=Path(str(module.__file__)).parent,
        stem=match[0],
    )


def unique(rules: Iterable[Rule]) -> dict[str, Rule]:
    """The rules by code; raises ValueError when a code is used twice."""
    by_code: dict[str, Rule] = {}
    for item in rules:
        if item.code in by_code:
            raise ValueError(f"规则编号重复：{item.code}")
        by_code[item.code] = item
    return by_code
