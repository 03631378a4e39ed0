"""Two formats of one publication (同一文件的两种格式): recognised by what they print, compared figure by figure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePath

from kaocheng.disclosure.between.packing import Packed, unpack_prints
from kaocheng.kernel.extracts import Told

_FAMILIES = (
    ("pdf",),
    ("doc", "docx", "wps", "rtf"),
    ("htm", "html"),
    ("xls", "xlsx", "et"),
    ("txt", "csv", "tsv", "md"),
)
_DRAFT = re.compile(r"初稿|草稿|草案|征求意见|送审|修改|修订|[一二三四五\d]稿|[vV]\d|旧")
_FEWEST = 20  # figures in common, below which two documents are not known to be one
_COMMON = (
    3  # a quarter of the figures may have no like, as formats break tables and lines differently
)
_SKETCHED = 5  # keys of the sketch in common, of sixteen
_ALIKE = 10  # at most one in so many may differ; else they are two versions


@dataclass(frozen=True, slots=True)
class Paper:
    """A document seen before: its file and its packed extract."""

    file: str
    packed: Packed


@dataclass(frozen=True, slots=True)
class Twins:
    """The figures two documents have in common: those that agree, and those that differ (a later, an earlier)."""

    alike: list[tuple[Told, Told]]
    apart: list[tuple[Told, Told]]
    whole: int

    @property
    def are_one(self) -> bool:
        """Whether both print one publication: nearly all has its like, and nearly all of that is equal."""
        common = len(self.alike) + len(self.apart)
        known = common >= _FEWEST and common * (_COMMON + 1) >= self.whole * _COMMON
        return known and len(self.apart) * _ALIKE <= common


def format_of(file: str) -> str:
    """The family of the file's suffix: docx and doc are one."""
    suffix = PurePath(file).suffix.lower().lstrip(".")
    return next((one[0] for one in _FAMILIES if suffix in one), suffix)


def is_draft(file: str) -> bool:
    """Whether the name of the file calls it a draft or a version."""
    return bool(_DRAFT.search(PurePath(file).stem))


def resemble(one: Paper, other: Paper) -> bool:
    """Whether two files are of different formats and seem to print the same figures."""
    alike = len(one.packed.sketch & other.packed.sketch) >= _SKETCHED
    return alike and format_of(one.file) != format_of(other.file)


def twins(here: Paper, there: Paper) -> Twins:
    """The figures of two documents side by side, by key."""
    one = {told.key: told for told in unpack_prints(here.packed, here.file)}
    other = {told.key: told for told in unpack_prints(there.packed, there.file)}
    pairs = [(told, other[key]) for key, told in one.items() if key in other]
    alike = [pair for pair in pairs if pair[0].interval.meets(pair[1].interval)]
    apart = [pair for pair in pairs if not pair[0].interval.meets(pair[1].interval)]
    return Twins(alike, apart, min(len(one), len(other)))
