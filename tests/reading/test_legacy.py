"""Old Office files: directly, by LibreOffice, or with a sentence what to do."""

import shutil
import subprocess
from contextlib import suppress
from pathlib import Path

import docx as office_docx
import pytest
from office_files import compound, docx, paragraph, xls
from soundness import assert_sound, texts

from kaocheng.kernel.documents import Unreadable
from kaocheng.reading.compound import Compound
from kaocheng.reading.legacy.office import find_office, read_legacy
from kaocheng.reading.legacy.sheets import read_xls
from kaocheng.reading.opening import read


def test_streams_of_a_compound_file() -> None:
    """What was put into a compound file comes out again."""
    container = Compound(compound({"甲": b"x" * 5000, "乙": b"y" * 4096}))
    assert container.stream("甲")[:5000] == b"x" * 5000
    assert container.stream("乙") == b"y" * 4096
    assert container.stream("丙") == b""


def test_old_workbook_prints_by_its_formats(tmp_path: Path) -> None:
    """Values of an .xls come out with the decimals its cells print."""
    path = tmp_path / "a.et"
    rows: list[list[tuple[float | str, int]]] = [
        [("项目", 0), ("金额", 0), ("占比", 0)],
        [("甲", 0), (1234.5, 1), (0.5, 2)],
        [("乙", 0), (3.0, 0), (45292.0, 3)],
    ]
    path.write_bytes(xls(rows, ["General", "#,##0.00", "0.00%", "yyyy/m/d"]))
    document = read_xls(path)
    assert_sound(document)
    assert texts(next(document.grids())) == [
        ["项目", "金额", "占比"],
        ["甲", "1,234.50", "50.00%"],
        ["乙", "3", "2024/1/1"],
    ]
    assert read(path).format == "xls"
    assert read(path).remarks == ()


def test_absent_office_is_said(tmp_path: Path) -> None:
    """Without LibreOffice the user hears what to do."""
    with pytest.raises(Unreadable, match="另存为"):
        read_legacy(tmp_path / "a.wps", finder=lambda: None)


def test_office_that_fails(tmp_path: Path) -> None:
    """A conversion that makes nothing, or cannot even start, ends in a sentence."""
    path = tmp_path / "a.doc"
    path.write_bytes(compound({"WordDocument": b"x"}))
    for program in (shutil.which("true"), str(tmp_path / "none")):
        with pytest.raises(Unreadable, match="LibreOffice"):
            read_legacy(path, finder=lambda program=program: program)


def test_office_that_works(tmp_path: Path) -> None:
    """What the converter makes is read under the old file's own name."""
    made = docx(tmp_path / "ready.docx", paragraph("旧文"))
    program = tmp_path / "office"
    program.write_text(
        f'#!/bin/sh\nwhile [ "$1" != --outdir ]; do shift; done\ncp {made} "$2/document.docx"\n'
    )
    program.chmod(0o755)
    path = tmp_path / "a.doc"
    path.write_bytes(compound({"WordDocument": b"x"}))
    document = read_legacy(path, finder=lambda: str(program))
    assert [one.text for one in document.paragraphs()] == ["旧文"]
    assert (str(path), "doc") == (document.file, document.format)
    assert str(path) == next(document.paragraphs()).content.place.file


@pytest.mark.skipif(find_office() is None, reason="LibreOffice is not installed")
def test_real_office(tmp_path: Path) -> None:
    """A .doc made by LibreOffice itself is read through it."""
    made = tmp_path / "a.docx"
    paper = office_docx.Document()
    paper.add_paragraph("真文")
    paper.save(str(made))
    profile = (tmp_path / "profile").as_uri()
    command = [str(find_office()), f"-env:UserInstallation={profile}", "--headless"]
    command += ["--convert-to", "doc", "--outdir", str(tmp_path), str(made)]
    subprocess.run(command, check=True, timeout=120, capture_output=True)
    assert [one.text for one in read(tmp_path / "a.doc").paragraphs()] == ["真文"]


@pytest.mark.skipif(find_office() is None, reason="LibreOffice is not installed")
def test_real_office_on_damage(tmp_path: Path) -> None:
    """What LibreOffice makes of no document at all is a sound document or a sentence."""
    path = tmp_path / "a.doc"
    path.write_bytes(compound({"WordDocument": bytes(range(256))}))
    with suppress(Unreadable):
        assert_sound(read(path))
