"""Old Office files with damaged insides give a sound document or a sentence."""

from __future__ import annotations

import stat
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from office_files import compound, docx, paragraph, xls
from soundness import assert_sound

from kaocheng.kernel.documents import Unreadable
from kaocheng.reading.compound import Compound
from kaocheng.reading.legacy.biff import formats
from kaocheng.reading.legacy.office import read_legacy
from kaocheng.reading.legacy.sheets import read_xls
from kaocheng.reading.opening import read

CHANGES = st.lists(st.tuples(st.floats(0, 0.9999), st.integers(0, 255)), min_size=1, max_size=20)
OLD = xls([[("甲", 0), (1.5, 1)], [("乙", 0), (2.0, 0)]], ["General", "0.00"])


def _changed(data: bytes, changes: list[tuple[float, int]]) -> bytes:
    changed = bytearray(data)
    for where, byte in changes:
        changed[int(where * len(changed))] = byte
    return bytes(changed)


@given(CHANGES)
def test_damaged_workbooks(
    tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[float, int]]
) -> None:
    """Bytes of the workbook stream are changed, so that the container itself is whole."""
    stream = Compound(OLD).stream("Workbook")
    path = tmp_path_factory.getbasetemp() / "damaged.xls"
    path.write_bytes(compound({"Workbook": _changed(stream, changes)}))
    with suppress(Unreadable):
        assert_sound(read(path))


@given(st.binary(max_size=400))
def test_any_records(data: bytes) -> None:
    """Whatever stands in the records, the walk over them ends without a fault."""
    assert formats(data).codes is not None


@pytest.mark.parametrize("suffix", [".doc", ".wps"])
@given(changes=CHANGES)
def test_damaged_containers(
    tmp_path_factory: pytest.TempPathFactory, suffix: str, changes: list[tuple[float, int]]
) -> None:
    """A damaged .doc or .wps is told from others, or refused; no converter is needed for that."""
    path = tmp_path_factory.getbasetemp() / f"damaged{suffix}"
    path.write_bytes(_changed(compound({"WordDocument": b"x" * 600}), changes))
    with pytest.raises(Unreadable):
        read_legacy_or_refuse(path)


def read_legacy_or_refuse(path: Path) -> None:
    """What opening a file does before it is converted, and what is said without LibreOffice."""
    with suppress(ValueError):
        Compound(path.read_bytes())
    read_legacy(path, finder=lambda: None)


@settings(max_examples=15)
@given(changes=CHANGES)
def test_damaged_conversions(
    tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[float, int]]
) -> None:
    """What a converter writes is trusted no more than any other file."""
    folder = tmp_path_factory.getbasetemp()
    made = docx(folder / "ready.docx", paragraph("旧文"))
    made.write_bytes(_changed(made.read_bytes(), changes))
    office = folder / "office"
    office.write_text(
        f'#!/bin/sh\nwhile [ "$1" != --outdir ]; do shift; done\ncp {made} "$2/document.docx"\n'
    )
    office.chmod(stat.S_IRWXU)
    path = folder / "converted.wps"
    path.write_bytes(compound({"WordDocument": b"x"}))
    with suppress(Unreadable):
        assert_sound(read_legacy(path, finder=lambda: str(office)))


def test_the_undamaged_workbook_is_read(tmp_path: Path) -> None:
    """The workbook that is damaged above is a good one."""
    path = tmp_path / "a.xls"
    path.write_bytes(OLD)
    assert 1 == len(list(read_xls(path).grids()))
