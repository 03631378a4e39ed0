"""Pictures (图) in the text: an SVG that stays sharp, a PNG for programs that cannot show it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

import typst

from kaocheng.kernel.papers import Chart, Code, Unwritable
from kaocheng.writing.papers.charts import HEIGHT, WIDTH, svg
from kaocheng.writing.papers.codes import SIDE, code_png, code_svg
from kaocheng.writing.papers.docx.elements import SMALL, paragraph, run, twips
from kaocheng.writing.papers.fonts import fonts, hands
from kaocheng.writing.papers.marks import attribute
from kaocheng.writing.papers.planning import Item

_PPI = 200.0
_EMU = 12700
_PAGES = """
#set page(width: {width}pt, height: {height}pt, margin: 0pt)
#for drawn in json(bytes(sys.inputs.charts)) {{
  page(image(bytes(drawn), format: "svg", width: 100%))
}}
"""
_SVG = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"


@dataclass(frozen=True, slots=True)
class Picture:
    """One chart or code as both pictures."""

    svg: bytes
    png: bytes


def pictures(items: Sequence[Item]) -> list[Picture]:
    """The pictures of all charts and codes among the items, in order.

    Raises Unwritable where fonts are missing.
    """
    drawn = [svg(item.part, item.first) for item in items if isinstance(item.part, Chart)]
    charts = iter(zip(drawn, _rasters(drawn), strict=True))
    return [
        Picture(code_svg(item.part).encode(), code_png(item.part))
        if isinstance(item.part, Code)
        else Picture(*_encoded(*next(charts)))
        for item in items
        if isinstance(item.part, Chart | Code)
    ]


def _encoded(vector: str, raster: bytes) -> tuple[bytes, bytes]:
    return vector.encode(), raster


def _rasters(drawn: Sequence[str]) -> list[bytes]:
    if not drawn:
        return []
    hands()
    compiler = typst.Compiler(
        _PAGES.format(width=WIDTH, height=HEIGHT).encode(),
        font_paths=fonts(),
        ignore_system_fonts=True,
        sys_inputs={"charts": json.dumps(drawn, ensure_ascii=False)},
    )
    made = compiler.compile(format="png", ppi=_PPI)
    if made is None:
        raise Unwritable("图形画不出来。")
    return [made] if isinstance(made, bytes) else made


def chart(part: Chart, number: int) -> str:
    """The paragraphs of a chart: the picture with its description, and the caption."""
    drawn = _inline(number, WIDTH, HEIGHT, part.description or part.caption)
    return paragraph("Picture", drawn) + paragraph("Caption", run(part.caption))


def code(part: Code, number: int) -> str:
    """A square code in a row with the lines beside it, in a table without rules."""
    side = SIDE * 72 / 25.4
    drawn = paragraph("Picture", _inline(number, side, side, part.label))
    lines = "".join(paragraph("CodeText", run(line)) for line in part.lines)
    beside = [lines or paragraph("CodeText", "")]
    if part.seal:
        beside.append(paragraph("Seal", run(part.seal), '<w:ind w:left="0"/>'))
    first = twips(side) + 120
    wide = (first, 4422 - first, 4422) if part.seal else (first, 8844 - first)
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
        f"{content}</w:tc>"
        for width, content in zip(wide, (drawn, *beside), strict=True)
    )
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in wide)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(wide)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f"</w:tblPr><w:tblGrid>{columns}</w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"
        f"</w:tbl>{SMALL}"
    )


def _inline(number: int, width: float, height: float, said: str) -> str:
    extent = f'cx="{round(width * _EMU)}" cy="{round(height * _EMU)}"'
    name = f'name="图形{number}" descr="{attribute(said)}"'
    blip = (
        f'<a:blip r:embed="rIdPng{number}"><a:extLst><a:ext uri="{_SVG}">'
        f'<asvg:svgBlip r:embed="rIdSvg{number}"/></a:ext></a:extLst></a:blip>'
    )
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}/>'
        f'<wp:docPr id="{number}" {name}/><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="{number}" {name}/><pic:cNvPicPr/></pic:nvPicPr>'
        f"<pic:blipFill>{blip}<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
        "</a:graphic></wp:inline></w:drawing></w:r>"
    )
