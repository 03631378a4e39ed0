"""Records of themes (一件事主题): which items, whose fields, and what compiling them gives."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class ThemeState(StrEnum):
    """Where a theme stands (主题状态): 梳理 → 录入 → 上线."""

    DRAFT = "草案"
    ENTERED = "录入"
    ONLINE = "上线"
    OFFLINE = "下线"


@dataclass(frozen=True, slots=True)
class FormField:
    """A field of an item's application form (申请表栏目): `kind` is text, date, number or choice."""

    label: str
    kind: str = "text"
    required: bool = True


@dataclass(frozen=True, slots=True)
class ThemeItem:
    """An item in a theme (主题所含事项): its number, the fields of its form, and whether it may be left out.

    `optional` items are done only if the applicant asks for them; `situations` are answers the theme itself
    gives to the item's questions, because within the theme they are always so.
    """

    item: str
    fields: tuple[FormField, ...] = ()
    optional: bool = False
    situations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme (主题): `lead` is the 牵头单位, `audience` 个人 or 经营主体, `stage` the stage of life it belongs to.

    `listed` names the entry of a national or provincial list it carries out, "" for one of the county's own.
    """

    number: str
    name: str
    lead: str
    items: tuple[ThemeItem, ...]
    audience: str = "经营主体"
    stage: str = ""
    listed: str = ""
    summary: str = ""
    state: ThemeState = ThemeState.DRAFT


@dataclass(frozen=True, slots=True)
class Demand:
    """That an item asks for a material (事项对材料的要求): by the item's own key and name."""

    item: str
    key: str
    name: str


@dataclass(frozen=True, slots=True)
class MergedMaterial:
    """A material handed in once for every item that asks for it (合并后的材料).

    `supplied_by` is the item of the theme whose result it is, so that nobody asks the applicant for it;
    `shared` says that departments share it. Either way it is not asked.
    """

    name: str
    demands: tuple[Demand, ...]
    originals: int
    copies: int
    standards: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    source: str = ""
    supplied_by: str = ""
    shared: bool = False
    deferrable: bool = False

    @property
    def asked(self) -> bool:
        """Whether the applicant is asked for it (要申请人提交)."""
        return not self.supplied_by and not self.shared


@dataclass(frozen=True, slots=True)
class MergedField:
    """A field filled in once for every form that has it (合并后的栏目): `targets` are (item, its own label)."""

    label: str
    kind: str
    required: bool
    targets: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Link:
    """That one item waits for another (先后关系), and why: its result is needed, or it is a precondition."""

    item: str
    after: str
    why: str


@dataclass(frozen=True, slots=True)
class Timing:
    """When an item can begin and end (起止), in working days from the start of the theme."""

    item: str
    days: int
    begins: int
    ends: int
    critical: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """A quantity one by one and as one (分办与合办)."""

    title: str
    before: int
    after: int
    unit: str

    @property
    def saved(self) -> int:
        """How many less."""
        return self.before - self.after


@dataclass(frozen=True, slots=True)
class Share:
    """What sharing one more kind of data would save (再共享一项数据可省): papers, and days to obtain them."""

    name: str
    source: str
    papers: int
    days: int


@dataclass(frozen=True, slots=True)
class ThemeListing:
    """One entry of a published list of themes (重点事项清单)."""

    key: str
    name: str
    audience: str
    lead: str = ""


@dataclass(frozen=True, slots=True)
class ThemeList:
    """A published list (清单): how many entries it has by its own words, which of them are known here.

    `issued` is None while the day is not known. `complete` is False while names are missing: they are to be
    entered from the official text, not guessed.
    """

    key: str
    title: str
    basis: str
    issued: date | None
    count: int
    entries: tuple[ThemeListing, ...]
    confirmed: date | None = None

    @property
    def complete(self) -> bool:
        """Whether every entry is known."""
        return len(self.entries) == self.count
