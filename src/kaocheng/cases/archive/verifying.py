"""Checking an archive (校验): whether it is as it was sealed, and if not, what was changed where."""

from __future__ import annotations

import hashlib
import json
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from kaocheng.cases.archive.packing import GUIDE, INDEX, file_sha256
from kaocheng.cases.archive.records import FORMAT, Flaw
from kaocheng.kernel.events import Event, check_chain

EVENTS = "records/events.jsonl"
_BROKEN = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, RuntimeError, OSError,
    ValueError,
)  # fmt: skip
"""What a torn or forged package makes the reader raise."""
_CHUNK = 1 << 20
_LARGEST_INDEX = 64 << 20
_MOST_RATIO = 2000


def verify(path: Path, *, sha256: str = "", index_sha256: str = "") -> tuple[Flaw, ...]:
    """What is not as it was sealed; nothing where the package is sound.

    With the hashes noted at sealing nothing can be changed unseen; without them the pieces are still held
    against the index and the events against their chain.
    """
    if sha256 and file_sha256(path) == sha256:
        return ()
    try:
        with zipfile.ZipFile(path) as package:
            found = tuple(_looked_at(package, index_sha256))
    except _BROKEN as error:
        return (Flaw("", f"文件包已损坏，读不出来（{type(error).__name__}）。"),)
    if sha256 and not found:
        return (Flaw("", "文件包的摘要与归档时不同，但各文件和目录都未改动：压缩包被重新打包过。"),)
    return found


def _looked_at(package: zipfile.ZipFile, index_sha256: str) -> Iterator[Flaw]:
    names = [info.filename for info in package.infolist()]
    yield from (
        Flaw(name, "出现两次。") for name in sorted({n for n in names if names.count(n) > 1})
    )
    index = _index(package)
    if isinstance(index, Flaw):
        yield index
        return
    text, told = index
    if index_sha256 and hashlib.sha256(text).hexdigest() != index_sha256:
        yield Flaw(INDEX, "卷内目录与归档时登记的摘要不符，目录本身被改过。")
    listed = {line["path"]: line for line in told["entries"]}
    for name, line in listed.items():
        yield from _piece(package, name, line, present=name in names)
    yield from (
        Flaw(name, "目录里没有，是后来放进去的。")
        for name in names
        if name not in listed and name not in (INDEX, GUIDE)
    )
    if EVENTS in names and package.getinfo(EVENTS).file_size <= _LARGEST_INDEX:
        yield from _events(package.read(EVENTS), str(told["head"].get("county", "")))


def _index(package: zipfile.ZipFile) -> tuple[bytes, Mapping[str, Any]] | Flaw:
    try:
        if package.getinfo(INDEX).file_size > _LARGEST_INDEX:
            return Flaw(INDEX, "卷内目录大得不合常理，不读。")
        text = package.read(INDEX)
        told = json.loads(text)
        if told["format"] != FORMAT:
            return Flaw(INDEX, f"格式是“{told['format']}”，本程序只认 {FORMAT}。")
        for line in told["entries"]:
            _ = line["path"], line["sha256"], line["size"]
    except KeyError as error:
        return Flaw(INDEX, f"卷内目录缺失或不完整（{error}）。")
    except (ValueError, TypeError):
        return Flaw(INDEX, "卷内目录读不出来。")
    return text, told


def _piece(
    package: zipfile.ZipFile, name: str, line: Mapping[str, Any], *, present: bool
) -> Iterator[Flaw]:
    what = line.get("title") or line.get("kind", "")
    if not present:
        yield Flaw(name, f"“{what}”缺失。")
        return
    info = package.getinfo(name)
    if info.file_size != line["size"] or info.file_size > _MOST_RATIO * max(info.compress_size, 1):
        yield Flaw(name, f"“{what}”被改动：原为 {line['size']} 字节，现为 {info.file_size} 字节。")
        return
    try:
        if _digest(package, name) != line["sha256"]:
            yield Flaw(name, f"“{what}”被改动：内容与归档时的摘要不符。")
    except _BROKEN:
        yield Flaw(name, f"“{what}”被改动或损坏：读到一半读不下去。")


def _digest(package: zipfile.ZipFile, name: str) -> str:
    digest = hashlib.sha256()
    with package.open(name) as source:
        while chunk := source.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def _events(text: bytes, county: str) -> Iterator[Flaw]:
    try:
        events = [_event(json.loads(line), county) for line in text.decode().splitlines()]
    except (ValueError, KeyError, TypeError):
        yield Flaw(EVENTS, "事件记录读不出来。")
        return
    for broken in check_chain(events):
        yield Flaw(EVENTS, f"{broken.stream} {broken.message}。")


def event_lines(events: Iterable[Event]) -> bytes:
    """Events as lines of JSON, each with all that its digest covers."""
    return "".join(json.dumps(_line(event), ensure_ascii=False) + "\n" for event in events).encode()


def _line(event: Event) -> dict[str, Any]:
    return {
        "stream": event.stream, "serial": event.serial, "at": event.at.isoformat(), "actor": event.actor,
        "role": event.role, "kind": event.kind, "facts": event.facts, "previous": event.previous,
        "algorithm": event.algorithm, "digest": event.digest,
    }  # fmt: skip


def _event(told: Mapping[str, Any], county: str) -> Event:
    return Event(
        county, told["stream"], told["serial"], datetime.fromisoformat(told["at"]), told["actor"],
        told["role"], told["kind"], told["facts"], told["previous"], told["algorithm"], told["digest"],
    )  # fmt: skip
