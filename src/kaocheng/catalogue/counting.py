"""Counts over the catalogue (目录统计): by kind, level and department; 最多跑一次 and other coverages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kaocheng.catalogue.codes import code_list
from kaocheng.catalogue.records import ItemVersion


@dataclass(frozen=True, slots=True)
class Coverage:
    """A share of all items (覆盖率): how many have it, of how many, and which have not."""

    title: str
    formula: str
    having: int
    total: int
    lacking: tuple[str, ...]

    @property
    def rate(self) -> Decimal | None:
        """In per cent, two decimals; None where there is no item at all."""
        if not self.total:
            return None
        return (Decimal(100) * self.having / self.total).quantize(Decimal("0.01"))


@dataclass(frozen=True, slots=True)
class Counts:
    """Numbers of items by code (分类计数), in the order of the code list."""

    title: str
    by: Mapping[str, int]

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self.by.values())


def count_by(versions: Iterable[ItemVersion], field: str, key: str) -> Counts:
    """How many items have each code of a list; codes nobody has are left out, unknown ones kept."""
    known = code_list(key)
    found = Counter(getattr(version, field) for version in versions)
    order = [
        *(code for code in known.names if found[code]),
        *sorted(found.keys() - known.names.keys()),
    ]
    return Counts(known.title, {known.name(code): found[code] for code in order})


def coverages(versions: Sequence[ItemVersion]) -> tuple[Coverage, ...]:
    """The promises of service as shares of all items (domain.md A4, B10)."""
    return tuple(_coverage(versions, *row) for row in _SHARES)


def differing_bodies(versions: Iterable[ItemVersion]) -> tuple[ItemVersion, ...]:
    """Items that another department handles than the one responsible (划转、委托、进驻)."""
    return tuple(v for v in versions if v.body != v.handling_body)


def _coverage(
    versions: Sequence[ItemVersion], title: str, says: str, has: Callable[[ItemVersion], bool]
) -> Coverage:
    lacking = tuple(version.item for version in versions if not has(version))
    formula = f"{title} = {says}的事项数 ÷ 事项总数"
    return Coverage(title, formula, len(versions) - len(lacking), len(versions), lacking)


_ONLINE = {"2", "3"}
_SHARES: tuple[tuple[str, str, Callable[[ItemVersion], bool]], ...] = (
    ("最多跑一次覆盖率", "到办事现场次数不超过 1 次", lambda v: v.max_visits <= 1),
    ("一次不跑覆盖率", "到办事现场次数为 0 次", lambda v: v.max_visits == 0),
    ("网上可办率", "可以从电脑端或移动端办理", lambda v: not _ONLINE.isdisjoint(v.channels)),
    ("即办件比例", "即办件", lambda v: v.immediate),
    ("告知承诺覆盖率", "适用告知承诺", lambda v: v.promise_allowed),
    ("容缺受理覆盖率", "至少一份材料可容缺", lambda v: any(m.deferrable for m in v.materials)),
)
