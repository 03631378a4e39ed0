"""What must be done before what (前置关系), and where it goes round in a circle (循环证明)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from kaocheng.catalogue.graphs import loops
from kaocheng.catalogue.records import ItemVersion, Necessity


@dataclass(frozen=True, slots=True)
class Need:
    """One item needs another first (前置): as a required item, or for a material it hands out."""

    item: str
    other: str
    material: str = ""

    def told(self, names: Mapping[str, str]) -> str:
        """The need in words: 办“甲”要先有“乙”的结果（材料“丙”）."""
        why = f"的结果（材料“{self.material}”）" if self.material else ""
        return f"办“{names[self.item]}”要先办“{names[self.other]}”{why}"


@dataclass(frozen=True, slots=True)
class Circle:
    """Items that wait for one another (循环证明): none of them can be begun."""

    needs: tuple[Need, ...]

    @property
    def items(self) -> tuple[str, ...]:
        """The items of the circle, in its order."""
        return tuple(need.item for need in self.needs)


def needs(versions: Iterable[ItemVersion]) -> tuple[Need, ...]:
    """Every need between these items; what points outside of them is left out.

    A material the departments share is no need of the applicant's; a 非必要 one is.
    """
    listed = list(versions)
    numbers = numbers_of(listed)
    named = (need for version in listed for need in _named(version, shared=False))
    known = (replace(n, other=numbers[n.other]) for n in named if n.other in numbers)
    return tuple(dict.fromkeys(known))


def circles(versions: Iterable[ItemVersion]) -> tuple[Circle, ...]:
    """The circles, each once and as short as can be."""
    listed = list(versions)
    found = needs(listed)
    graph: dict[str, list[str]] = {version.item: [] for version in listed}
    for need in found:
        graph[need.item].append(need.other)
    lines = {(need.item, need.other): need for need in reversed(found)}
    return tuple(
        Circle(tuple(lines[pair] for pair in zip(loop, (*loop[1:], loop[0]), strict=True)))
        for loop in loops(graph)
    )


def unknown(versions: Iterable[ItemVersion]) -> tuple[Need, ...]:
    """Needs that point to no item among these: a number or code nobody carries."""
    listed = list(versions)
    numbers = numbers_of(listed)
    named = (need for version in listed for need in _named(version, shared=True))
    return tuple(need for need in named if need.other not in numbers)


def _named(version: ItemVersion, *, shared: bool) -> Iterator[Need]:
    """What a version says it needs, by whatever number it was written with."""
    for other in version.requires:
        yield Need(version.item, other)
    for material in version.materials:
        asked = material.necessity is not Necessity.SUPPLIED
        if material.output_of and (asked or shared):
            yield Need(version.item, material.output_of, material.name)


def numbers_of(versions: Iterable[ItemVersion]) -> Mapping[str, str]:
    """The number of an item by its number and by each code that only it carries."""
    found: dict[str, str] = {}
    shared: set[str] = set()
    listed = list(versions)
    for version in listed:
        for _, code in version.codes:
            if code in found and found[code] != version.item:
                shared.add(code)
            found[code] = version.item
    own = {version.item: version.item for version in listed}
    return {code: item for code, item in found.items() if code not in shared} | own
