"""What a package proves itself with (证明): figures with lineage, the lines they stand in, the files."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from kaocheng.kernel.asides import Aside
from kaocheng.kernel.units import Unit
from kaocheng.proof.filters import Filter

SCHEMA = "kaocheng/figures"
VERSION = 2
_LINES = {
    "heading": "标题", "prose": "正文", "header": "页眉", "footer": "页脚", "contents": "目录",
    "beside": "封面、图中文字等",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a figure stands in a paper (印在何处), all 1-based: paper, part, and run, series or row and column."""

    paper: int
    part: int
    run: int = 0
    row: int = 0
    column: int = 0
    series: int = 0

    def words(self) -> str:
        """The spot as a person would say it."""
        names = ((self.run, "处"), (self.row, "行"), (self.column, "列"), (self.series, "项"))
        inside = "".join(f"第{number}{name}" for number, name in names if number)
        return f"第{self.part}部件{inside}"


@dataclass(frozen=True, slots=True)
class Proven:
    """A figure with all that proves it (有据的数字).

    `exact` is in base units (元; 1 for the whole), `text` what is printed, in `unit` with
    `decimals`. `says` is the formula in the field's words, `expression` in the closed grammar;
    `sources` the ids of other figures, `entries` the filter of the entries and `count` how many it
    selects. `spot` is None for a figure that is a source only. `sha256` is the hash over all this
    and over the hashes of its sources and entries.
    """

    id: str
    name: str
    text: str
    exact: Fraction
    unit: Unit
    decimals: int
    expression: str
    says: str = ""
    sources: tuple[str, ...] = ()
    entries: Filter = field(default_factory=dict)
    count: int = 0
    spot: Spot | None = None
    phase: str = ""
    year: int | None = None
    fund: str = ""
    code: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line (文字段): its text, the id of the figure it prints, its column in a table."""

    text: str
    figure: str = ""
    column: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line (一段或表的一行): kind heading, prose, title, head, row, note or picture.

    What a file shows beside its paper is a line too: kind header, footer, contents or beside.
    """

    kind: str
    part: int
    pieces: tuple[Piece, ...]
    row: int = 0
    sheet: str = ""

    def words(self) -> str:
        """The line as a person would find it."""
        if self.kind == "row":
            return f"《{self.sheet}》第{self.row}行"
        if self.kind == "note":
            return f"《{self.sheet}》附注"
        return _LINES.get(self.kind, f"《{self.sheet}》表头" if self.sheet else "正文")


@dataclass(frozen=True, slots=True)
class Printed:
    """A paper as printed (已印文稿): its title and its lines in reading order."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Instead:
    """Lines that a file shows in the place of some of its paper's (另印的行): after how many, for how many."""

    at: int
    count: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class File:
    """A file of the package (文件): name, which paper it prints, its hash when published.

    `beside` is what the file showed beside or instead of the paper's lines when it was published:
    cover, table of contents, page furniture, words set in a picture. `asides` are what it held
    beside its text: pictures, descriptions, formulas, properties, embedded data.
    """

    name: str
    paper: int
    sha256: str
    beside: tuple[Instead, ...] = ()
    asides: tuple[Aside, ...] = ()


@dataclass(frozen=True, slots=True)
class Ledger:
    """The ledger of figures (数字台账) of a package; `evidence` is the hash of the evidence file."""

    title: str
    office: str
    year: int
    edition: str
    figures: tuple[Proven, ...]
    papers: tuple[Printed, ...]
    evidence: str = ""
    files: tuple[File, ...] = ()

    def by_id(self) -> dict[str, Proven]:
        """The figures by their ids."""
        return {figure.id: figure for figure in self.figures}


@dataclass(frozen=True, slots=True)
class Unproven:
    """A printed figure that cannot be proved (无据的数字), and why."""

    figure: str
    text: str
    because: str


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that does not agree (不一致): kind evidence, ledger, figure, print, text, aside or file.

    `file` and `where` say where to put the finger; `written` stands there, `should` should.
    """

    kind: str
    file: str
    where: str
    written: str
    should: str
    message: str
    figure: str = ""
