"""A package with all its files, made from the tiny year of the proof's tests."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from kaocheng.cli.packages import EVIDENCE, FIGURES, sha256
from kaocheng.kernel.papers import Chart, Paper, Part, Sheet
from kaocheng.proof.evidence import evidence
from kaocheng.proof.figures import ledger
from kaocheng.proof.records import File
from kaocheng.proof.shelf import dumped, evidence_text
from kaocheng.proof.verifying import settled
from kaocheng.reading.asides import asides
from kaocheng.reading.opening import read
from kaocheng.writing.papers import write_docx, write_html, write_pdf, write_xlsx
from tests.proof.making import YEAR, paper

WRITERS = {"docx": write_docx, "xlsx": write_xlsx, "pdf": write_pdf, "html": write_html}
SAID = "基本支出20,000.00元，项目支出40,000.00元。"
SUMS = (((0, 1), ((0, 2), (1, 1))),)
"""60,000 is 20,000 beside it and 40,000 below."""


def told_paper() -> Paper:
    """The tiny paper, its chart described with the figures it draws, its table adding up."""
    made = paper()
    return replace(made, parts=tuple(_told(part) for part in made.parts))


def _told(part: Part) -> Part:
    if isinstance(part, Chart):
        return replace(part, description=SAID)
    return replace(part, sums=SUMS) if isinstance(part, Sheet) else part


def whole_package(folder: Path) -> Path:
    """Write it as `kaocheng publish` would."""
    made = told_paper()
    proof = ledger([made], evidence(YEAR))
    files = []
    for suffix, write in WRITERS.items():
        path = folder / f"paper.{suffix}"
        write(made, path)
        file, wrong = settled(
            proof.ledger, File(path.name, 1, sha256(path)), read(path), asides(path)
        )
        assert () == wrong
        files.append(file)
    entries = evidence_text(proof.entries).encode()
    told = replace(proof.ledger, evidence=hashlib.sha256(entries).hexdigest(), files=tuple(files))
    (folder / EVIDENCE).write_bytes(entries)
    (folder / FIGURES).write_bytes(dumped(told).encode())
    return folder
