"""A package without documents, made from the tiny year of the proof's tests."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from kaocheng.cli.packages import EVIDENCE, FIGURES
from kaocheng.proof.evidence import evidence
from kaocheng.proof.figures import ledger
from kaocheng.proof.records import File
from kaocheng.proof.shelf import dumped, evidence_text
from tests.proof.making import YEAR, paper


def package(folder: Path, *files: str) -> Path:
    """Write it; `files` are documents it claims to hold."""
    proof = ledger([paper()], evidence(YEAR))
    entries = evidence_text(proof.entries).encode()
    told = replace(
        proof.ledger,
        evidence=hashlib.sha256(entries).hexdigest(),
        files=tuple(File(name, 1, "") for name in files),
    )
    (folder / EVIDENCE).write_bytes(entries)
    (folder / FIGURES).write_bytes(dumped(told).encode())
    return folder
