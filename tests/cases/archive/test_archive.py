"""Archives: the same bytes for the same things, sound when untouched, and every later edit located."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kaocheng.cases.archive.packing import INDEX, file_sha256, pack
from kaocheng.cases.archive.records import Head, Piece, Sealed
from kaocheng.cases.archive.verifying import EVENTS, event_lines, verify
from kaocheng.kernel.events import Act, Event, chained
from kaocheng.kernel.events import Head as ChainHead

AT = datetime(2026, 11, 2, 9, tzinfo=UTC)
DAY = date(2026, 11, 2)
HEAD = Head(
    "X1-XK·2026-D30-00001", "510904202609220001", "申请人甲公共场所卫生许可（新办）",
    "510904", "审批局", "定期30年", date(2056, 12, 31), AT, {"outcome": "准予"},
)  # fmt: skip
Change = Callable[[dict[str, bytes]], None]


def events(count: int = 3) -> list[Event]:
    """A chained stream."""
    found: list[Event] = []
    for number in range(count):
        head = ChainHead(found[-1].serial, found[-1].digest) if found else None
        act = Act("510904", "case/510904202609220001", AT, "clerk", "window_clerk", "move")
        found.append(chained(act, {"number": number}, head))
    return found


def pieces(folder: Path) -> list[Piece]:
    """A paper from memory, a material from the disk, the records."""
    scan = folder / "scan.png"
    scan.write_bytes(b"\x89PNG scan")
    return [
        Piece("文书", "受理通知书", DAY, b"%PDF-1.7 paper", "pdf", "示审批许受〔2026〕15号"),
        Piece("材料", "营业执照", DAY, scan, "png"),
        Piece("记录", "办件事件", DAY, event_lines(events()), "jsonl", "events"),
        Piece("记录", "办件", DAY, '{"state":"归档"}'.encode(), "json", "case"),
    ]


@pytest.fixture(name="package")
def made(tmp_path: Path) -> tuple[Path, Sealed]:
    """A sealed package."""
    path = tmp_path / "a.zip"
    return path, pack(path, HEAD, pieces(tmp_path))


def rewritten(path: Path, change: Change) -> None:
    """The package unpacked, changed by hand, and packed again."""
    with zipfile.ZipFile(path) as package:
        held = {name: package.read(name) for name in package.namelist()}
    change(held)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in held.items():
            package.writestr(name, content)


def test_a_package_is_sound_and_the_same_each_time(package, tmp_path: Path) -> None:
    """Named in ASCII, hashed, listed; nothing of the moment of packing in it."""
    path, sealed = package
    assert () == verify(path, sha256=sealed.sha256, index_sha256=sealed.index_sha256)
    again = pack(tmp_path / "b.zip", HEAD, pieces(tmp_path))
    assert (sealed, path.read_bytes()) == (again, (tmp_path / "b.zip").read_bytes())
    with zipfile.ZipFile(path) as opened:
        names = opened.namelist()
        index = json.loads(opened.read(INDEX))
    assert ["papers/001.pdf", "materials/001.png", EVENTS, "records/case.json"] == names[:4]
    assert all(name.isascii() for name in names)
    assert ("2056-12-31", "准予") == (index["head"]["until"], index["head"]["outcome"])
    assert [line.path for line in sealed.lines] == [line["path"] for line in index["entries"]]


def _paper(held: dict[str, bytes]) -> None:
    held["papers/001.pdf"] = b"%PDF-1.7 Paper"


def _longer(held: dict[str, bytes]) -> None:
    held["materials/001.png"] += b"x"


def _lost(held: dict[str, bytes]) -> None:
    del held["materials/001.png"]


def _added(held: dict[str, bytes]) -> None:
    held["papers/002.pdf"] = b"%PDF"


def _event(held: dict[str, bytes]) -> None:
    held[EVENTS] = held[EVENTS].replace(b'\\"number\\":1', b'\\"number\\":7')


def _index(held: dict[str, bytes]) -> None:
    held[INDEX] = held[INDEX].replace("定期30年".encode(), "定期10年".encode())


def _all(held: dict[str, bytes]) -> None:
    """The forger who also mends the index."""
    _paper(held)
    index = json.loads(held[INDEX])
    index["entries"][0]["sha256"] = (
        "7b0f6ba4e8a1cc4e0c3ba7a8d3b8f1ac9d1a5f1e2c3b4a59687786950a1b2c3d"
    )
    held[INDEX] = json.dumps(index).encode()


def _no_index(held: dict[str, bytes]) -> None:
    del held[INDEX]


def _torn_index(held: dict[str, bytes]) -> None:
    held[INDEX] = b"{"


def _same(held: dict[str, bytes]) -> None:
    """Only packed again."""


@pytest.mark.parametrize(
    ("change", "place", "said"),
    [
        (_paper, "papers/001.pdf", "“受理通知书”被改动：内容与归档时的摘要不符"),
        (_longer, "materials/001.png", "“营业执照”被改动：原为 9 字节，现为 10 字节"),
        (_lost, "materials/001.png", "“营业执照”缺失"),
        (_added, "papers/002.pdf", "目录里没有"),
        (_event, EVENTS, "第2条：内容与摘要不符"),
        (_index, INDEX, "目录本身被改过"),
        (_all, INDEX, "目录本身被改过"),
        (_no_index, INDEX, "缺失或不完整"),
        (_torn_index, INDEX, "读不出来"),
        (_same, "", "被重新打包过"),
    ],
)
def test_a_later_edit_is_located(package, change: Change, place: str, said: str) -> None:
    """Which file, and what about it."""
    path, sealed = package
    rewritten(path, change)
    found = verify(path, sha256=sealed.sha256, index_sha256=sealed.index_sha256)
    assert [flaw for flaw in found if flaw.path == place and said in flaw.message]


def test_without_the_hashes_the_index_still_tells(package) -> None:
    """A package checked by somebody who has nothing but the package."""
    path, _ = package
    assert () == verify(path)
    rewritten(path, _paper)
    assert ["papers/001.pdf"] == [flaw.path for flaw in verify(path)]


def test_what_is_no_package_is_said_to_be_none(tmp_path: Path) -> None:
    """A torn file is not an exception."""
    (tmp_path / "a.zip").write_bytes(b"PK\x03\x04 torn")
    (flaw,) = verify(tmp_path / "a.zip")
    assert "已损坏" in str(flaw)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_one_byte_changed_anywhere_is_found(package, data: st.DataObject) -> None:
    """Wherever it lies: in a file, a name, the index or the frame of the package."""
    path, sealed = package
    whole = path.read_bytes()
    at = data.draw(st.integers(0, len(whole) - 1))
    wrong = whole[at] ^ data.draw(st.integers(1, 255))
    other = path.with_name("changed.zip")
    other.write_bytes(whole[:at] + bytes([wrong]) + whole[at + 1 :])
    assert verify(other, sha256=sealed.sha256, index_sha256=sealed.index_sha256)


def test_the_hash_is_of_the_whole_file(package) -> None:
    """As any tool computes it."""
    path, sealed = package
    assert sealed.sha256 == file_sha256(path)
    assert sealed.size == path.stat().st_size
