"""The package (压缩包) around the document: its parts, always in the same order and of one date."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import files

from kaocheng.kernel.papers import Paper
from kaocheng.writing.papers.docx.elements import DECLARATION, SPACES, field, paragraph, run
from kaocheng.writing.papers.docx.pictures import Picture
from kaocheng.writing.papers.docx.styles import styles
from kaocheng.writing.papers.marks import text

_DAY = (1980, 1, 1, 0, 0, 0)
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_FIXED = {
    "[Content_Types].xml": "content_types.xml",
    "_rels/.rels": "rels.xml",
    "docProps/app.xml": "app.xml",
    "word/settings.xml": "settings.xml",
    "word/fontTable.xml": "font_table.xml",
}
_TARGETS = {
    "rIdStyles": ("styles", "styles.xml"),
    "rIdSettings": ("settings", "settings.xml"),
    "rIdFonts": ("fontTable", "fontTable.xml"),
    "rIdHeader": ("header", "header.xml"),
    "rIdFooter": ("footer", "footer.xml"),
}


def packed(paper: Paper, document: str, pictures: Sequence[Picture]) -> bytes:
    """The whole file."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, content in _parts(paper, document, pictures):
            info = zipfile.ZipInfo(name, _DAY)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            archive.writestr(info, content)
    return held.getvalue()


def _parts(paper: Paper, document: str, pictures: Sequence[Picture]) -> Iterator[tuple[str, bytes]]:
    yield from ((name, _fixed(source)) for name, source in _FIXED.items())
    written = {
        "docProps/core.xml": _core(paper),
        "word/styles.xml": styles(),
        "word/header.xml": _edge("hdr", paragraph("Header", run(paper.title))),
        "word/footer.xml": _edge("ftr", paragraph("Footer", _page_number())),
        "word/_rels/document.xml.rels": _relations(len(pictures)),
        "word/document.xml": document,
    }
    yield from ((name, content.encode()) for name, content in written.items())
    for number, picture in enumerate(pictures, 1):
        yield f"word/media/chart{number}.png", picture.png
        yield f"word/media/chart{number}.svg", picture.svg


@lru_cache(maxsize=None)
def _fixed(source: str) -> bytes:
    return files(__package__).joinpath("parts", source).read_bytes()


def _edge(kind: str, content: str) -> str:
    return f"{DECLARATION}<w:{kind} {SPACES}>{content}</w:{kind}>"


def _page_number() -> str:
    return run("— ") + field("PAGE", run("1")) + run(" —")


def _core(paper: Paper) -> str:
    day = f"{paper.dated.isoformat()}T00:00:00Z"
    dates = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{day}</dcterms:{name}>'
        for name in ("created", "modified")
    )
    return (
        f"{DECLARATION}<cp:coreProperties "
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{text(paper.title)}</dc:title><dc:creator>{text(paper.office)}</dc:creator>"
        f"<dc:language>zh-CN</dc:language>{dates}</cp:coreProperties>"
    )


def _relations(pictures: int) -> str:
    wanted = {key: (f"{_RELATION}/{kind}", to) for key, (kind, to) in _TARGETS.items()}
    for number in range(1, pictures + 1):
        for kind in ("Png", "Svg"):
            target = f"media/chart{number}.{kind.lower()}"
            wanted[f"rId{kind}{number}"] = (f"{_RELATION}/image", target)
    made = "".join(
        f'<Relationship Id="{key}" Type="{kind}" Target="{to}"/>'
        for key, (kind, to) in wanted.items()
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{DECLARATION}<Relationships xmlns="{space}">{made}</Relationships>'
