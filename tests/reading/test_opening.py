"""Any file at all gives a document or a sentence."""

import os
import random
import zipfile
from pathlib import Path

import openpyxl
import pytest
from office_files import compound, docx, paragraph, xls, xlsx, zipped
from soundness import assert_sound, texts

from kaocheng.kernel.documents import Unreadable
from kaocheng.reading.opening import READERS, SUFFIXES, Misnamed, promised, read


def _docx(path: Path) -> Path:
    return docx(path, paragraph("公开说明"))


def _put(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def _page(path: Path) -> Path:
    return _put(path, "<html><table><tr><td>甲<td>1</table>".encode())


def test_content_that_is_trusted_decides(tmp_path: Path) -> None:
    """A docx named .txt and a page named .xls are read as what they are, with a remark."""
    document = read(_docx(tmp_path / "a.txt"), trust_content=True)
    assert (document.format, len(document.remarks)) == ("docx", 1)
    document = read(_page(tmp_path / "b.xls"), trust_content=True)
    assert (document.format, len(document.remarks)) == ("html", 1)
    assert texts(next(document.grids())) == [["甲", "1"]]


MISNAMED = {
    "a.txt": (_docx, r"后缀是 \.txt，内容其实是 Word 文档（docx）；请改名为 \.docx 后再查。"),
    "a.DOC": (_docx, r"后缀是 \.DOC，内容其实是 Word 文档（docx）；请改名为 \.docx"),
    "b.doc": (_page, r"内容其实是网页（html）；请改名为 \.html"),
    "b.xls": (_page, r"内容其实是网页（html）；请改名为 \.html"),
    "c.docx": (lambda p: _put(p, b"%PDF-1.7\n"), r"内容其实是 PDF；请改名为 \.pdf 后再查"),
    "d.pdf": (lambda p: _put(p, b"hello"), r"内容其实是纯文本，文件可能已损坏；.*改名为 \.txt"),
    "d.xlsx": (lambda p: _put(p, b"hello"), r"内容其实是纯文本"),
    "e.docx": (lambda p: _put(p, b"{\\rtf1}"), r"内容其实是 RTF 文档；请改名为 \.rtf"),
    "f.pdf": (
        lambda p: _put(p, xls([[("甲", 0)]], ["General"])),
        r"内容其实是旧版 Excel 或 WPS 表格（xls）",
    ),
}


@pytest.mark.parametrize("name", MISNAMED)
def test_misnamed_files(tmp_path: Path, name: str) -> None:
    """A suffix that promises another format is refused with what the file really is."""
    make, sentence = MISNAMED[name]
    with pytest.raises(Misnamed, match=sentence):
        read(make(tmp_path / name))


@pytest.mark.parametrize("name", ["a.htm", "a.shtml", "a.neu", "a"])
def test_names_of_one_family(tmp_path: Path, name: str) -> None:
    """Suffixes of one family mean the same; one that nobody knows promises nothing."""
    assert "html" == read(_page(tmp_path / name)).format
    assert ("doc", "doc", "xls", "txt") == tuple(
        promised(Path(f"a{suffix}")) for suffix in (".wps", ".rtf", ".et", ".csv")
    )


def test_links(tmp_path: Path) -> None:
    """A link to a file is followed; to a pipe, to nowhere, in a circle it is refused."""
    (tmp_path / "link.docx").symlink_to(_docx(tmp_path / "a.docx"))
    document = read(tmp_path / "link.docx")
    assert ["公开说明"] == [one.text for one in document.paragraphs()]
    assert str(tmp_path / "link.docx") == document.file
    os.mkfifo(tmp_path / "pipe")
    for target, sentence in (("pipe", "不是普通文件"), ("none", "没有这个文件"), ("b", "绕成了圈")):
        (tmp_path / "b").unlink(missing_ok=True)
        (tmp_path / "b").symlink_to(target)
        with pytest.raises(Unreadable, match=sentence):
            read(tmp_path / "b")


def test_right_names_need_no_remark(tmp_path: Path) -> None:
    """A file that is what its name says comes without a remark."""
    assert read(_docx(tmp_path / "a.docx")).remarks == ()
    sheet = xlsx(tmp_path / "a.xlsx", "<sheetData><row><c><v>1</v></c></row></sheetData>")
    assert read(sheet).remarks == ()
    assert set(READERS) == set(SUFFIXES)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "空的"),
        (b"PK\x03\x04 torn", "不完整"),
        (b"PK\x05\x06" + bytes(18), "压缩包"),
        (b"\x89PNG\r\n", "图片"),
        (b"Rar!\x1a\x07", "压缩包"),
        (bytes(range(256)), "无法识别"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "损坏"),
        (compound({"EncryptedPackage": b"x", "EncryptionInfo": b"y"}), "加密"),
        (compound({"PowerPoint Document": b"x"}), "演示文稿"),
        (b"MIME-Version: 1.0\r\n", "MHT"),
        (b'<?xml version="1.0"?><pkg:package>', "XML"),
    ],
)
def test_refusals(tmp_path: Path, data: bytes, sentence: str) -> None:
    """Each unusable content has its own clear sentence with the file in it."""
    path = _put(tmp_path / "文件.docx", data)
    with pytest.raises(Unreadable, match=sentence) as caught:
        read(path)
    assert "文件.docx" in str(caught.value)


def test_only_regular_files(tmp_path: Path) -> None:
    """Folders, pipes, devices and missing files are refused without being opened."""
    os.mkfifo(tmp_path / "pipe")
    others = [tmp_path, tmp_path / "pipe", tmp_path / "none"]
    for path in [*others, Path("/dev/zero"), Path("\0")]:
        with pytest.raises(Unreadable):
            read(path)


def test_file_over_the_limit(tmp_path: Path) -> None:
    """A file of more than 200 MB is refused by its size alone."""
    path = tmp_path / "a.txt"
    with path.open("wb") as stream:
        stream.truncate((200 << 20) + 1)
    with pytest.raises(Unreadable, match="MB"):
        read(path)


def test_zip_bomb(tmp_path: Path) -> None:
    """A member of nothing but empty elements is refused while it unpacks, and so are too many members at once."""
    head = b"<a>" + b"<b/>" * (9 << 20)
    with pytest.raises(Unreadable, match="压缩炸弹"):
        read(zipped(tmp_path / "a.docx", {"word/document.xml": head}))
    with pytest.raises(Unreadable, match="压缩炸弹"):
        read(zipped(tmp_path / "a.xlsx", {"xl/workbook.xml": head}))
    many = {f"word/{index}": b"" for index in range(10_001)}
    with pytest.raises(Unreadable, match="过多"):
        read(zipped(tmp_path / "b.docx", many))


def test_member_that_lies_about_its_size(tmp_path: Path) -> None:
    """A size forged in the directory ends in a sentence."""
    path = zipped(tmp_path / "a.docx", {"word/document.xml": b"<a>" + b" " * 100_000})
    data = path.read_bytes()
    at = data.rfind(b"PK\x01\x02")
    _put(path, data[: at + 24] + b"\x10\0\0\0" + data[at + 28 :])
    with pytest.raises(Unreadable):
        read(path)


def test_billion_laughs(tmp_path: Path) -> None:
    """Entities that multiply are refused at once."""
    entities = '<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY {chr(98 + at)} "{f"&{chr(97 + at)};" * 10}">' for at in range(9)
    )
    hostile = f'<!DOCTYPE d [{entities}]><d x="&j;">&j;</d>'
    for name in ("word/document.xml", "xl/workbook.xml"):
        with pytest.raises(Unreadable):
            read(zipped(tmp_path / "a.docx", {name: hostile}))


def test_encrypted_member(tmp_path: Path) -> None:
    """A zip whose members need a password is called encrypted."""
    path = _docx(tmp_path / "a.docx")
    data = bytearray(path.read_bytes())
    at = 0
    while (at := data.find(b"PK\x01\x02", at)) >= 0:
        data[at + 8] |= 1
        at += 4
    with pytest.raises(Unreadable, match="加密"):
        read(_put(path, bytes(data)))


def _samples(folder: Path) -> dict[str, bytes]:
    book = openpyxl.Workbook()
    book.active.append(["甲", 1.5, "=A1"])
    book.active.merge_cells("A2:B3")
    book.save(folder / "s.xlsx")
    plain = folder / "s.docx"
    with zipfile.ZipFile(_docx(plain)) as packed:
        members = {name: packed.read(name) for name in packed.namelist()}
    with zipfile.ZipFile(folder / "stored.docx", "w") as stored:
        for name, content in members.items():
            stored.writestr(name, content)
    return {
        "a.docx": plain.read_bytes(),
        "b.docx": (folder / "stored.docx").read_bytes(),
        "a.xlsx": (folder / "s.xlsx").read_bytes(),
        "a.xls": xls([[("甲", 0), (1.5, 1)]], ["General", "0.00"]),
        "a.doc": compound({"WordDocument": b"x" * 100}),
        "a.html": "<table><tr><td rowspan=2>甲<td>1<tr><td>2</table><p>文".encode("gbk"),
        "a.txt": "项目\t金额\n甲\t1.5\n".encode(),
    }


def _mutated(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(changed))
        kind = chance.randrange(4)
        if kind == 0:
            changed[at] = chance.randrange(256)
        elif kind == 1:
            changed[at] ^= 1 << chance.randrange(8)
        elif kind == 2:
            del changed[at : at + chance.randrange(40)]
        else:
            changed[at:at] = changed[: chance.randrange(60)]
        changed = changed or bytearray(b"x")
    return bytes(changed)


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A LibreOffice that hands the old file over as it is; the real one is tried in test_legacy.py."""
    program = tmp_path / "bin" / "soffice"
    program.parent.mkdir()
    program.write_text(
        '#!/bin/sh\nwhile [ "$1" != --outdir ]; do shift; done\ncp "$3" "$2/document.docx"\n'
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(program.parent), prepend=os.pathsep)


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(
    "name", ["a.docx", "b.docx", "a.xlsx", "a.xls", "a.doc", "a.html", "a.txt"]
)
def test_mutated_files(tmp_path: Path, name: str) -> None:
    """Damaged bytes of every format give a sound document or a sentence, nothing else."""
    data = _samples(tmp_path)[name]
    chance = random.Random(20)  # noqa: S311 - reproducible, no secret
    for _ in range(150):
        path = _put(tmp_path / name, _mutated(data, chance))
        try:
            document = read(path, trust_content=True)
        except Unreadable:
            continue
        assert_sound(document)
