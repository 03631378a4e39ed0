"""What is taken is told by content; what could be two things, or is torn, is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kaocheng.kernel.refusing import Refusal
from kaocheng.site.base.files.kinds import Kind, recognised
from tests.site.base.files.samples import PDF, WHOLE, chunk, container, jpeg, png

SHEET = WHOLE["甲.xlsx"]
REFUSED = {
    "a page": ("file.kind", "甲.html", b"<!doctype html><script>alert(1)</script>"),
    "a drawing with a script": ("file.kind", "甲.svg", b"<svg onload='alert(1)'/>"),
    "a page called picture": ("file.kind", "甲.png", b"<html>"),
    "a program": ("file.kind", "甲.pdf", b"MZ\x90\0"),
    "nothing known": ("file.kind", "甲.pdf", b"hello"),
    "a sheet called paper": ("file.suffix", "甲.pdf", SHEET),
    "a paper called picture": ("file.suffix", "甲.jpg", PDF),
    "a paper without end": ("file.broken", "甲.pdf", PDF[:20]),
    "a paper with a page behind": ("file.broken", "甲.pdf", PDF + b"<html>" * 9),
    "a paper in an archive": ("file.broken", "甲.pdf", PDF + container({"x": b"y"})),
    "a paper that acts": ("file.active", "甲.pdf", PDF.replace(b"/Type", b"/OpenAction<</S/JavaScript>>")),
    "a torn picture": ("file.broken", "甲.png", png()[:-6]),
    "a picture with a wrong sum": ("file.broken", "甲.png", png().replace(b"IDAT", b"IDAU")),
    "a picture with an archive behind": ("file.polyglot", "甲.png", png() + container({"x": b"y"})),
    "a picture with a script inside": ("file.polyglot", "甲.png", png(chunk(b"tEXt", b"a\0<script>"))),
    "a picture of endless width": ("file.pixels", "甲.png", png(size=(90_000, 90_000))),
    "a photo of endless width": ("file.pixels", "甲.jpg", jpeg(size=(60_000, 60_000))),
    "a photo without end": ("file.broken", "甲.jpg", jpeg()[:-2]),
    "a photo with a script inside": ("file.polyglot", "甲.jpg", jpeg(note=b"<SCRIPT>x</SCRIPT>")),
    "a photo with an archive behind": ("file.polyglot", "甲.jpg", jpeg() + container({"x": b"y"})),
    "an archive": ("file.kind", "甲.docx", container({"readme": b"x"})),
    "a text that is a sheet": (
        "file.kind", "甲.docx", container({"word/document.xml": b"x", "xl/workbook.xml": b"x"})
    ),
    "a sheet with macros": (
        "file.active", "甲.xlsx", container({"xl/workbook.xml": b"x", "xl/vbaProject.bin": b"x"})
    ),
    "a bomb": ("file.broken", "甲.xlsx", container({"xl/workbook.xml": b"x", "xl/a": b"\0" * (60 << 20)})),
    "a way out of the folder": (
        "file.broken", "甲.docx", container({"word/document.xml": b"x", "../../etc/x": b"x"})
    ),
    "a torn container": ("file.broken", "甲.xlsx", SHEET[:-30]),
}  # fmt: skip


def _kind(folder: Path, name: str, content: bytes) -> Kind:
    path = folder / "upload"
    path.write_bytes(content)
    return recognised(path, name)


@pytest.mark.parametrize("name", WHOLE)
def test_whole_files_are_recognised(tmp_path: Path, name: str) -> None:
    """By content; the suffix in any case."""
    kind = _kind(tmp_path, name, WHOLE[name])
    assert kind.value in {name[2:].lower(), name[2:].lower().replace("jpg", "jpeg")}
    assert kind.media_type


@pytest.mark.parametrize("what", REFUSED)
def test_what_is_refused(tmp_path: Path, what: str) -> None:
    """Each with a code, the name of the file and what to do."""
    code, name, content = REFUSED[what]
    with pytest.raises(Refusal) as refused:
        _kind(tmp_path, name, content)
    assert code == refused.value.code
    assert "甲" in refused.value.message
    assert refused.value.remedy


def test_only_what_may_be_handed_in_here_is_named(tmp_path: Path) -> None:
    """A page that takes pictures does not promise documents."""
    (tmp_path / "upload").write_bytes(b"MZ")
    with pytest.raises(Refusal) as refused:
        recognised(tmp_path / "upload", "甲.exe", {Kind.JPEG, Kind.PDF})
    assert refused.value.remedy.startswith("可以接收：PDF、JPG。")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(name=st.sampled_from(sorted(WHOLE)), data=st.data())
def test_damage_is_refused_or_harmless(tmp_path: Path, name: str, data: st.DataObject) -> None:
    """Whatever is done to the bytes: the same kind, or a refusal, never another error."""
    content = bytearray(WHOLE[name])
    at = data.draw(st.integers(0, len(content) - 1))
    content[at : at + data.draw(st.integers(0, 9))] = data.draw(st.binary(max_size=9))
    try:
        kind = _kind(tmp_path, name, bytes(content))
    except Refusal:
        return
    assert kind is _kind(tmp_path, name, WHOLE[name])
