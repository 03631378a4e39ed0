"""Which entries a figure adds up (筛选条件): found from the entries themselves, written for people.

A filter names fields and the values allowed in them; it is only used where it selects exactly the
entries of the figure, so that an entry added, dropped or moved later is noticed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, partial

from kaocheng.proof.entries import Entry
from kaocheng.proof.worth import worth

FIELDS = (
    "kind", "nature", "source", "function", "economic", "project", "group", "office", "number",
)  # fmt: skip
TITLES = {
    "kind": "类别", "nature": "支出性质", "source": "资金来源", "function": "功能科目",
    "economic": "经济科目", "project": "项目", "group": "分类", "office": "单位代码",
    "number": "编号",
}  # fmt: skip
_FEW = 3
Filter = Mapping[str, tuple[str, ...]]
"""Field to allowed values; a value ending in * stands for everything that begins so."""


@dataclass(frozen=True)
class Entries:
    """Entries that can be selected fast: each value of each field knows its entries as bits."""

    entries: tuple[Entry, ...]

    @cached_property
    def by_number(self) -> dict[str, int]:
        """The position of each entry by its number."""
        return {item.number: at for at, item in enumerate(self.entries)}

    @cached_property
    def hashes(self) -> dict[str, str]:
        """The hash of each entry by its number."""
        return {item.number: item.sha256 for item in self.entries}

    @cached_property
    def masks(self) -> dict[str, dict[str, int]]:
        """For each field and value the entries that hold it, one bit an entry."""
        found: dict[str, dict[str, int]] = {name: {} for name in FIELDS if name != "number"}
        for name, values in found.items():
            places: dict[str, list[int]] = {}
            for at, item in enumerate(self.entries):
                places.setdefault(getattr(item, name), []).append(at)
            values.update((value, bits(held)) for value, held in places.items())
        return found

    @cached_property
    def _known(self) -> dict[int, tuple[Entry, ...]]:
        return {}

    @cached_property
    def _worth(self) -> dict[tuple[int, str], Fraction]:
        return {}

    def members(self, mask: int) -> tuple[Entry, ...]:
        """The entries of a mask, in their order."""
        if mask not in self._known:
            flags = bin(mask)[:1:-1]
            self._known[mask] = tuple(
                item for item, flag in zip(self.entries, flags, strict=False) if flag == "1"
            )
        return self._known[mask]

    def worth_of(self, mask: int) -> Callable[[str], Fraction]:
        """What the entries of a mask are worth together, by the words of kernel.lineage."""
        return partial(self._worth_of, mask)

    def _worth_of(self, mask: int, word: str) -> Fraction:
        known = self._worth.get((mask, word))
        if known is None:
            known = self._worth[mask, word] = worth(word, self.members(mask))
        return known

    def selected(self, chosen: Filter) -> int:
        """The entries that a filter selects, as bits."""
        mask = (1 << len(self.entries)) - 1
        for name, values in chosen.items():
            mask &= self._any(name, values)
        return mask

    def _any(self, name: str, values: Sequence[str]) -> int:
        if name == "number":
            return bits(self.by_number[value] for value in values if value in self.by_number)
        held, mask = self.masks[name], 0
        for value in values:
            if value.endswith("*"):
                for other, part in held.items():
                    mask |= part if other.startswith(value[:-1]) else 0
            else:
                mask |= held.get(value, 0)
        return mask

    def filter_of(self, mask: int) -> Filter:
        """The shortest filter that selects exactly these entries; their numbers when there is none."""
        chosen = {
            name: tuple(value for value, part in values.items() if part & mask)
            for name, values in self.masks.items()
        }
        if mask.bit_count() <= _FEW or self.selected(chosen) != mask:
            return {"number": tuple(item.number for item in self.members(mask))}
        for name in reversed([name for name in FIELDS if name not in ("number", "kind")]):
            without = {key: values for key, values in chosen.items() if key != name}
            chosen = without if self.selected(without) == mask else chosen
        return {name: self._short(name, values, chosen, mask) for name, values in chosen.items()}

    def _short(
        self, name: str, values: tuple[str, ...], chosen: Filter, mask: int
    ) -> tuple[str, ...]:
        """The values, or their common beginning where that selects the same."""
        start = _beginning(values)
        if len(values) > 1 and start and self.selected({**chosen, name: (start + "*",)}) == mask:
            return (start + "*",)
        return tuple(sorted(values))


def bits(places: Iterable[int]) -> int:
    """A mask with these bits set."""
    flags = bytearray()
    for place in places:
        if len(flags) <= place >> 3:
            flags.extend(bytes((place >> 3) + 1 - len(flags)))
        flags[place >> 3] |= 1 << (place & 7)
    return int.from_bytes(flags, "little")


def words(chosen: Filter) -> str:
    """A filter in the field's words: 类别 支付，功能科目 2010301."""
    return "，".join(
        f"{TITLES[name]} {'、'.join(value or '（空）' for value in values)}"
        for name, values in chosen.items()
    )


def _beginning(values: Sequence[str]) -> str:
    first, last = min(values), max(values)
    same = [a for a, b in zip(first, last, strict=False) if a == b]
    length = next((i for i, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), None)
    return first[:length] if length is not None else first[: len(same)]
