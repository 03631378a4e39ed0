"""A package on the disk (公开文件夹): figures.json, evidence.csv and the files beside them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from kaocheng.cli.refusals import Refused
from kaocheng.kernel.asides import Aside
from kaocheng.kernel.documents import Document, Unreadable
from kaocheng.proof.entries import Damaged, Entry
from kaocheng.proof.records import Ledger
from kaocheng.proof.shelf import evidence_read, loaded, sealed
from kaocheng.reading.asides import asides
from kaocheng.reading.disk import spoken
from kaocheng.reading.opening import read

FIGURES = "figures.json"
EVIDENCE = "evidence.csv"
_LARGEST = 200 << 20


@dataclass(frozen=True, slots=True)
class Package:
    """A package as it lies on the disk; `intact` tells that figures.json is as it was written."""

    folder: Path
    ledger: Ledger
    evidence: tuple[tuple[Entry, str], ...]
    intact: bool
    same_evidence: bool

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries alone."""
        return tuple(item for item, _ in self.evidence)


def opened(folder: Path) -> Package:
    """The package in a folder; raises Refused with a sentence when it is none."""
    if not folder.is_dir():
        raise Refused(f"{folder} 不是文件夹；请写 kaocheng publish 写出的文件夹。")
    text = _text(folder / FIGURES)
    evidence = _text(folder / EVIDENCE)
    try:
        ledger = loaded(text)
        held = evidence_read(evidence)
    except Damaged as damaged:
        raise Refused(f"{folder}：{damaged}") from damaged
    same = hashlib.sha256(evidence.encode()).hexdigest() == ledger.evidence
    return Package(folder, ledger, held, sealed(text, ledger), same)


def documents(
    package: Package,
) -> tuple[dict[str, Document], dict[str, tuple[Aside, ...]], dict[str, str]]:
    """The files as read, what those hold beside their text whose bytes changed, and what is unreadable.

    A file whose bytes are those published holds beside its text what it held then.
    """
    found: dict[str, Document] = {}
    changed: dict[str, tuple[Aside, ...]] = {}
    lost: dict[str, str] = {}
    for file in package.ledger.files:
        path = package.folder / file.name
        if path.name != file.name or not path.is_file():
            lost[file.name] = f"{file.name} 不在文件夹里。"
            continue
        try:
            found[file.name] = read(path)
            if sha256(path) != file.sha256:
                changed[file.name] = asides(path)
        except Unreadable as unreadable:
            lost[file.name] = str(unreadable)
    return found, changed, lost


def sha256(path: Path) -> str:
    """The hash of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > _LARGEST:
            raise Refused(f"{path} 超过 {_LARGEST >> 20} MB，不是考成写的。")
        return path.read_bytes().decode()
    except OSError as error:
        raise Refused(f"{path} 打不开：{spoken(error)}。") from error
    except UnicodeDecodeError as error:
        raise Refused(f"{path} 不是 UTF-8 文本，已损坏。") from error
