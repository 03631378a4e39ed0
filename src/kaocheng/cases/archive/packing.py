"""Packing an archive (封装): one zip whose bytes depend on nothing but what is in it.

Papers, materials and records lie in folders of their own under plain ASCII names; `index.json` names and
hashes each, `README.txt` tells a later reader how to check them without our program.
"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import count
from pathlib import Path
from typing import Any

from kaocheng.cases.archive.records import FORMAT, Head, IndexLine, Piece, Sealed
from kaocheng.kernel.events.canonical import canonical

INDEX, GUIDE = "index.json", "README.txt"
_DAY = (1980, 1, 1, 0, 0, 0)
_FOLDERS = {"文书": "papers", "材料": "materials", "记录": "records"}
_STORED = frozenset({"pdf", "png", "jpg", "jpeg", "docx", "xlsx", "ofd", "zip"})
"""Formats that are compressed already."""
_CHUNK = 1 << 20
_GUIDE = """\
本文件包是一件政务服务办件的电子档案（格式 {format}）。

档号　　　{number}
题名　　　{title}
办件编号　{case}
保管期限　{term}

papers 是签发的文书，materials 是收取的材料，records 是办件记录：events.jsonl 每行一个事件，每个事件含前一个事件的
摘要；case.json 是办件的最后状况。index.json 是卷内目录，写明每个文件的名称、日期、字节数和 SHA-256。

不用任何专门程序也可以校验：用系统自带的工具（如 sha256sum、certutil -hashfile 文件 SHA256）算出各文件的 SHA-256，
与 index.json 对照；再算 index.json 自己的 SHA-256，与归档时登记的“目录摘要”对照。
"""


def pack(path: Path, head: Head, pieces: Sequence[Piece]) -> Sealed:
    """Write the package to `path`, which must not exist; its bytes are the same for the same pieces."""
    lines: list[IndexLine] = []
    with zipfile.ZipFile(path, "x", allowZip64=True) as package:
        for name, piece in _named(pieces):
            size, digest = _put(package, name, piece.content, stored=piece.suffix in _STORED)
            lines.append(
                IndexLine(name, piece.kind, piece.title, piece.number, piece.day, size, digest)
            )
        index = index_text(head, lines).encode()
        guide = _GUIDE.format(format=FORMAT, **_said(head)).encode()
        _put(package, GUIDE, guide, stored=False)
        _put(package, INDEX, index, stored=False)
    return Sealed(
        sha256=file_sha256(path),
        index_sha256=hashlib.sha256(index).hexdigest(),
        size=path.stat().st_size,
        lines=tuple(lines),
    )


def index_text(head: Head, lines: Sequence[IndexLine]) -> str:
    """The index as text, one line for people and machines alike."""
    told: dict[str, Any] = {
        "format": FORMAT,
        "head": {**_said(head), **dict(head.more)},
        "entries": [asdict(line) for line in lines],
    }
    plain = json.loads(canonical(told))
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, indent=1) + "\n"


def file_sha256(path: Path) -> str:
    """The hash of a file, however large."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _said(head: Head) -> dict[str, Any]:
    told = asdict(head)
    told.pop("more")
    return {name: "" if value is None else value for name, value in told.items()}


def _named(pieces: Sequence[Piece]) -> Iterator[tuple[str, Piece]]:
    """Each piece with its place in the package; records keep the name they have."""
    numbers = {kind: count(1) for kind in _FOLDERS}
    for piece in pieces:
        folder = _FOLDERS[piece.kind]
        if piece.kind == "记录":
            yield f"{folder}/{piece.number}.{piece.suffix}", piece
        else:
            yield f"{folder}/{next(numbers[piece.kind]):03d}.{piece.suffix}", piece


def _put(
    package: zipfile.ZipFile, name: str, content: bytes | Path, *, stored: bool
) -> tuple[int, str]:
    info = zipfile.ZipInfo(name, _DAY)
    info.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    info.external_attr = 0o400 << 16
    info.create_system = 3
    size, digest = 0, hashlib.sha256()
    source = io.BytesIO(content) if isinstance(content, bytes) else content.open("rb")
    with source, package.open(info, "w", force_zip64=True) as target:
        while chunk := source.read(_CHUNK):
            size += len(chunk)
            digest.update(chunk)
            target.write(chunk)
    return size, digest.hexdigest()
