"""The styles of the document (样式), made from the table of `styles.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any

from kaocheng.writing.papers.docx.elements import DECLARATION, W
from kaocheng.writing.papers.marks import attribute

_DEFAULTS = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" '
    'w:hAnsi="Times New Roman" w:cs="Times New Roman" w:eastAsia="仿宋_GB2312"/>'
    '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
    "<w:pPrDefault/></w:docDefaults>"
)
_TABLE = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
    '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="60" w:type="dxa"/>'
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    "</w:style>"
)
_RIGHT_EDGE = 8844
"""The right tab of the contents: 156 mm in twips."""


@lru_cache(maxsize=1)
def styles() -> str:
    """The part styles.xml."""
    told = tomllib.loads(files(__package__).joinpath("styles.toml").read_text("utf-8"))["styles"]
    made = "".join(_style(key, style) for key, style in told.items())
    return f"{DECLARATION}<w:styles {W}>{_DEFAULTS}{made}{_TABLE}</w:styles>"


def _style(key: str, style: Mapping[str, Any]) -> str:
    normal = key == "Normal"
    default = ' w:default="1"' if normal else ""
    based = "" if normal else f'<w:basedOn w:val="{style.get("based", "Normal")}"/>'
    following = "" if normal else '<w:next w:val="Body"/>'
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{key}">'
        f'<w:name w:val="{attribute(style["name"])}"/>{based}{following}<w:qFormat/>'
        f"<w:pPr>{_paragraph(style, normal=normal)}</w:pPr><w:rPr>{_letters(style)}</w:rPr></w:style>"
    )


def _paragraph(style: Mapping[str, Any], *, normal: bool) -> str:
    keeps = "<w:keepNext/><w:keepLines/>" if "outline" in style or style.get("next") else ""
    rule = (
        '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="3" w:color="auto"/></w:pBdr>'
        if style.get("ruled")
        else ""
    )
    leaders = (
        f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{_RIGHT_EDGE}"/></w:tabs>'
        if style.get("leaders")
        else ""
    )
    first = "<w:widowControl/>" if normal else ""
    aligned = f'<w:jc w:val="{style["align"]}"/>' if "align" in style else ""
    level = f'<w:outlineLvl w:val="{style["outline"]}"/>' if "outline" in style else ""
    return f"{keeps}{first}{rule}{leaders}{_spacing(style)}{_indent(style)}{aligned}{level}"


def _spacing(style: Mapping[str, Any]) -> str:
    given = [f'w:{name}="{style[name]}"' for name in ("before", "after") if name in style]
    if style.get("line"):
        given.append(f'w:line="{style["line"]}" w:lineRule="exact"')
    elif "line" in style:
        given.append('w:line="240" w:lineRule="auto"')
    return f"<w:spacing {' '.join(given)}/>" if given else ""


def _indent(style: Mapping[str, Any]) -> str:
    given = [f'w:{name}="{style[name]}"' for name in ("left", "right") if name in style]
    if style.get("indent"):
        given.append(f'w:firstLineChars="{style["indent"]}" w:firstLine="{_points(style)}"')
    return f"<w:ind {' '.join(given)}/>" if given else ""


def _points(style: Mapping[str, Any]) -> int:
    """The first-line indent in twips for programs that do not count characters."""
    return int(style["indent"] * style.get("size", 32) / 10)


def _letters(style: Mapping[str, Any]) -> str:
    font = style.get("font")
    fonts = f'<w:rFonts w:eastAsia="{font}"/>' if font else ""
    bold = "<w:b/><w:bCs/>" if style.get("bold") else ""
    size = style.get("size")
    sizes = f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if size else ""
    return f"{fonts}{bold}{sizes}"
