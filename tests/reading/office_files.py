"""Small office files made from raw parts, for what no writing library writes."""

import struct
import zipfile
from pathlib import Path

W = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def zipped(path: Path, members: dict[str, str | bytes]) -> Path:
    """A zip container with these members."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as container:
        for name, content in members.items():
            container.writestr(name, content)
    return path


def relations(**targets: str) -> str:
    """A relationships part: kind to target."""
    items = "".join(
        f'<Relationship Id="{kind}" Type="{KIND}{kind}" Target="{target}"/>'
        for kind, target in targets.items()
    )
    return f"<Relationships>{items}</Relationships>"


def docx(path: Path, body: str, **parts: str) -> Path:
    """A docx with this inside w:body, and further parts such as numbering or footnotes."""
    members: dict[str, str | bytes] = {
        "_rels/.rels": relations(officeDocument="word/document.xml"),
        "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": relations(**{kind: f"{kind}.xml" for kind in parts}),
    }
    for kind, content in parts.items():
        members[f"word/{kind}.xml"] = f"<w:{kind} {W}>{content}</w:{kind}>"
    return zipped(path, members)


def xlsx(path: Path, sheet: str, styles: str = "") -> Path:
    """An xlsx whose only worksheet has this content."""
    return zipped(
        path,
        {
            "_rels/.rels": relations(officeDocument="xl/workbook.xml"),
            "xl/workbook.xml": f'<workbook {S} {R}><sheets><sheet name="表" sheetId="1" '
            'r:id="worksheet"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": relations(
                worksheet="worksheets/sheet1.xml", styles="styles.xml"
            ),
            "xl/styles.xml": f"<styleSheet {S}>{styles}</styleSheet>",
            "xl/worksheets/sheet1.xml": f"<worksheet {S}>{sheet}</worksheet>",
        },
    )


def paragraph(text: str, properties: str = "") -> str:
    """A w:p with one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def cell(text: str, properties: str = "") -> str:
    """A w:tc with one paragraph."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


def compound(streams: dict[str, bytes]) -> bytes:
    """A compound file ([MS-CFB]) with these streams, all kept in full sectors."""
    sector, free, end = 512, 0xFFFFFFFF, 0xFFFFFFFE
    table: list[int] = [0xFFFFFFFD]
    blocks = b""
    starts = []
    for data in streams.values():
        padded = data.ljust(max(4096, -(-len(data) // sector) * sector), b"\0")
        starts.append(len(table))
        count = len(padded) // sector
        table += [*range(len(table) + 1, len(table) + count), end]
        blocks += padded
    directory = len(table)
    entries = [("Root Entry", 5, end, 0)]
    for (name, data), start in zip(streams.items(), starts, strict=True):
        entries.append((name, 2, start, max(len(data), 4096)))
    listed = b"".join(_entry(*entry, last=len(entries)) for entry in entries)
    listed = listed.ljust(-(-len(listed) // sector) * sector, b"\0")
    count = len(listed) // sector
    table += [*range(directory + 1, directory + count), end]
    assert len(table) <= sector // 4
    table += [free] * (sector // 4 - len(table))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIII", 0, 1, directory, 0, 4096, end, 0, end, 0)
    head += struct.pack("<109I", 0, *[free] * 108)
    return head + struct.pack(f"<{sector // 4}I", *table) + blocks + listed


def _entry(name: str, kind: int, start: int, size: int, *, last: int) -> bytes:
    """A directory entry; the streams hang on the root as one long branch to the right."""
    none = 0xFFFFFFFF
    raw = name.encode("utf-16-le").ljust(64, b"\0")
    child = 1 if kind == 5 and last > 1 else none
    head = raw + struct.pack("<HBBIII", 2 * len(name) + 2, kind, 1, none, none, child)
    return head + bytes(36) + struct.pack("<III", start, size, 0)


def xls(rows: list[list[tuple[float | str, int]]], codes: list[str], name: str = "表") -> bytes:
    """An old workbook (BIFF8) of one sheet; each cell a value and the number of its format code."""

    def record(kind: int, body: bytes) -> bytes:
        return struct.pack("<HH", kind, len(body)) + body

    def wide(text: str, form: str) -> bytes:
        return struct.pack(f"{form}B", len(text), 1) + text.encode("utf-16-le")

    begin = record(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 0))
    styles = b"".join(
        record(0x41E, struct.pack("<H", 164 + at) + wide(code, "<H"))
        for at, code in enumerate(codes)
    )
    styles += b"".join(
        record(0xE0, struct.pack("<HH", 0, 164 + at) + bytes(16)) for at in range(len(codes))
    )
    length = len(begin) + len(styles) + 4 + 6 + 2 + 2 * len(name) + 4
    position = record(0x85, struct.pack("<IH", length, 0) + wide(name, "<B"))
    sheet = record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 0))
    for row, cells in enumerate(rows):
        for column, (value, style) in enumerate(cells):
            start = struct.pack("<HHH", row, column, style)
            if isinstance(value, str):
                sheet += record(0x204, start + wide(value, "<H"))
            else:
                sheet += record(0x203, start + struct.pack("<d", value))
    data = begin + styles + position + record(0x0A, b"") + sheet + record(0x0A, b"")
    return compound({"Workbook": data})
