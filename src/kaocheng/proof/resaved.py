"""What only saving a file again changes (另存): pages counted anew, forms of a picture not kept.

None of it is told as a fault; it is told as a remark, with what stands there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kaocheng.kernel.asides import Aside
from kaocheng.proof.aligning import Edit
from kaocheng.proof.reading import Token
from kaocheng.proof.records import File

_COUNTED = "docx"
"""Its contents are a field: the program that opens it may count the pages anew."""
_MOST_PAGES = 4
_VECTOR = frozenset({"图中文字", "矢量图"})
_RASTER = "图片"
_DROPPED = {"docx": _VECTOR, "xlsx": frozenset({"替代文字"})}
"""What common programs leave out of a file of that format altogether."""


def counted_anew(edit: Edit, file: File) -> bool:
    """Whether an edit is a page in the contents of a docx that was counted anew (目录页码)."""
    if _suffix(file) != _COUNTED or len(edit.printed) != 1 or len(edit.read) != 1:
        return False
    (was,), (now,) = edit.printed, edit.read
    return _is_page(was) and _number(now) and _ends(now)


def not_kept(file: File, read: Sequence[Aside]) -> frozenset[str]:
    """The kinds of asides that are gone altogether, as a program drops them and a hand does not.

    The drawn form of pictures may go only where each picture still is there as it was published.
    """
    held, found = (frozenset(one.what for one in asides) for asides in (file.asides, read))
    gone = (held - found) & _DROPPED.get(_suffix(file), frozenset())
    if gone & _VECTOR and _rasters(file.asides) != _rasters(read):
        return frozenset()
    drawn = {one.where for one in file.asides if one.what in _VECTOR}
    pictured = {one.where for one in read if one.what == _RASTER}
    return gone if drawn <= pictured or not gone & _VECTOR else frozenset()


def remarks(file: File, pages: Sequence[Edit], dropped: Iterable[str]) -> Iterator[str]:
    """What saving changed, for people."""
    if pages:
        moved = "、".join(f"{one.printed[0].text}→{one.read[0].text}" for one in pages)
        yield (
            f"{file.name} 目录里有 {len(pages)} 处页码不是公布时的（{moved}）："
            "保存它的程序会重新计算页码，页码不是公布的数字。"
        )
    if told := "、".join(dropped):
        picture = "，图片本身与公布时相同" if _suffix(file) == _COUNTED else ""
        yield f"{file.name} 里的{told}在另存时全部没有保留{picture}。"


def _rasters(asides: Iterable[Aside]) -> list[tuple[str, str]]:
    return sorted((one.where, one.text) for one in asides if one.what == _RASTER)


def _is_page(token: Token) -> bool:
    line = token.line
    return line is not None and line.kind == "contents" and _number(token)


def _number(token: Token) -> bool:
    return token.text.isdecimal() and len(token.text) <= _MOST_PAGES


def _ends(token: Token) -> bool:
    """Whether nothing follows in the passage."""
    return token.passage is None or not token.passage.text[token.end :].strip()


def _suffix(file: File) -> str:
    return file.name.rpartition(".")[2]
