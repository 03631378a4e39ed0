"""Verifying a package (核验): evidence, figures and files against one another, without the store."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kaocheng.kernel.asides import Aside
from kaocheng.kernel.documents import Document
from kaocheng.proof.aligning import Edit, edits
from kaocheng.proof.besides import compared, undrawn, unlike
from kaocheng.proof.edits import told
from kaocheng.proof.entries import Entry
from kaocheng.proof.forming import formed, instead
from kaocheng.proof.reading import Row, rows_printed, rows_read
from kaocheng.proof.recomputing import altered, print_of, recomputed
from kaocheng.proof.records import Fault, File, Ledger, Line, Proven
from kaocheng.proof.resaved import counted_anew, not_kept, remarks

_SHEETS_ONLY = frozenset({"xlsx"})
_OF_SHEETS = frozenset({"title", "head", "row", "note"})


@dataclass(frozen=True, slots=True)
class Verdict:
    """What verifying gave (核验结果): faults and remarks in order, and how much was verified.

    `figures` counts the printed figures, `files` the figures compared in each file.
    """

    faults: tuple[Fault, ...]
    remarks: tuple[str, ...]
    figures: int
    entries: int
    files: tuple[tuple[str, int], ...]


def verify(
    ledger: Ledger,
    evidence: Sequence[tuple[Entry, str]],
    documents: Mapping[str, Document],
    asides: Mapping[str, Sequence[Aside]] | None = None,
) -> Verdict:
    """Everything that does not agree in a package.

    `evidence` are the entries with the hash written beside each, `documents` the package's files as
    read. `asides` tells what those files hold beside their text whose bytes are not those published.
    """
    entries = tuple(item for item, _ in evidence)
    broken = list(altered(tuple(evidence)))
    anew, wrong = recomputed(ledger, entries)
    if broken:  # what follows from altered evidence is told of the printed figures only
        wrong = [fault for fault in wrong if fault.kind == "figure"]
    meant = {} if broken else _meant(wrong, anew)
    faults, remarked, files = [*broken, *wrong], list[str](), []
    for file in ledger.files:
        if file.name not in documents:
            continue
        beside = None if asides is None else asides.get(file.name)
        found, said = _examined(ledger, file, documents[file.name], meant, beside)
        faults += found
        remarked += said
        files.append((file.name, _count(ledger, file)))
    printed = sum(1 for figure in ledger.figures if figure.spot)
    return Verdict(tuple(faults), tuple(remarked), printed, len(entries), tuple(files))


def against(
    ledger: Ledger, file: File, document: Document, meant: Mapping[str, str]
) -> Iterator[Edit]:
    """Where a file no longer prints its paper, to the character.

    `meant` are the texts of figures whose print in the ledger itself no longer follows from the
    evidence.
    """
    expected = formed(printed_rows(ledger, file), file.beside, meant)
    yield from edits(list(expected), list(rows_read(document)))


def _examined(
    ledger: Ledger,
    file: File,
    document: Document,
    meant: Mapping[str, str],
    beside: Sequence[Aside] | None,
) -> tuple[list[Fault], list[str]]:
    """The faults of one file and what is remarked of it; `beside` where its bytes changed."""
    changes = list(against(ledger, file, document, meant))
    pages = [] if beside is None else [one for one in changes if counted_anew(one, file)]
    figures = ledger.by_id()
    found = [
        fault for one in changes if one not in pages for fault in told(one, file.name, figures)
    ]
    if beside is None:
        return found, []
    dropped = not_kept(file, beside)
    kept = replace(file, asides=tuple(one for one in file.asides if one.what not in dropped))
    found += unlike(ledger, kept, beside, otherwise=bool(found))
    said = list(remarks(file, pages, sorted(dropped)))
    if not found:
        said.append(f"{file.name} 在公布之后重新保存过：{compared(kept)}。")
    return found, said


def settled(
    ledger: Ledger, file: File, document: Document, asides: Sequence[Aside] = ()
) -> tuple[File, tuple[Fault, ...]]:
    """The file as just written, with what it shows beside the paper; faults where a figure differs.

    To be asked once, at publication: what stands there then is the form of the file (table of
    contents, page furniture), what comes later is an edit. A figure of a chart must stand in every
    picture and description of it.
    """
    figures = ledger.by_id()
    printed, read = printed_rows(ledger, file), list(rows_read(document))
    faults: list[Fault] = []
    for edit in edits(printed, read):
        if any(token.figure for token in edit.printed):
            faults += told(edit, file.name, figures)
    faults += undrawn(ledger, file, asides)
    return replace(file, beside=instead(printed, read), asides=tuple(asides)), tuple(faults)


def printed_rows(ledger: Ledger, file: File) -> list[Row]:
    """The lines of a paper that a file of its format shows."""
    return list(rows_printed(_lines(ledger, file)))


def _lines(ledger: Ledger, file: File) -> tuple[Line, ...]:
    lines = ledger.papers[file.paper - 1].lines
    if file.name.rpartition(".")[2] in _SHEETS_ONLY:
        return tuple(line for line in lines if line.kind in _OF_SHEETS)
    return lines


def _meant(wrong: Sequence[Fault], anew: Mapping[str, Proven]) -> dict[str, str]:
    return {fault.where: print_of(anew[fault.where]) for fault in wrong if fault.kind == "figure"}


def _count(ledger: Ledger, file: File) -> int:
    return sum(1 for line in _lines(ledger, file) for piece in line.pieces if piece.figure)
