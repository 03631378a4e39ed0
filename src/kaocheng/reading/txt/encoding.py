"""From bytes to characters (文字编码): UTF-8, UTF-16 with or without its mark, GB18030, a guess."""

from __future__ import annotations

import codecs

from charset_normalizer import from_bytes

from kaocheng.kernel.documents import Unreadable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ALIEN = (
    (b"%PDF-", "PDF 文件"),
    (b"PK\x03\x04", "压缩包或 Office 文件"),
    (b"\xd0\xcf\x11\xe0", "旧版 Office 文件"),
    (b"\x89PNG", "图片"),
    (b"\xff\xd8\xff", "图片"),
)
_SAMPLE = 1 << 16
_CONTROLS = frozenset(map(chr, range(32))) - frozenset("\t\n\r\f\v\x1a\x1e")


def decode(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    """The characters of a text file and remarks for the user.

    Raises Unreadable for an empty file and for content that is not text.
    """
    if not data.strip(b"\0 \t\r\n"):
        raise Unreadable(f"“{name}”是空文件，里面没有任何文字。")
    for magic, what in _ALIEN:
        if data.startswith(magic):
            raise Unreadable(f"“{name}”的内容是{what}，不是纯文本，请改用正确的扩展名。")
    text, remarks = _marked(data) or _unmarked(data) or _utf8(data) or _guessed(data) or ("\0", ())
    if not _is_text(text):
        raise Unreadable(f"“{name}”的内容不是文字（可能是二进制文件或已损坏），无法读取。")
    return text, remarks


def _marked(data: bytes) -> tuple[str, tuple[str, ...]] | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _lenient(data[len(mark) :], encoding)
    return None


def _unmarked(data: bytes) -> tuple[str, tuple[str, ...]] | None:
    encoding = wide(data)
    return _lenient(data, encoding) if encoding else None


def wide(data: bytes) -> str | None:
    """The kind of UTF-16 that bytes without a mark clearly are.

    Every digit and every end of a line has a zero byte there, always on the same side, and what
    comes of it reads as Chinese.
    """
    sample = data[:_SAMPLE]
    zeros = (sample[::2].count(0), sample[1::2].count(0))
    if bool(zeros[0]) == bool(zeros[1]):
        return None
    encoding = "utf-16-be" if zeros[0] else "utf-16-le"
    text = sample[: len(sample) & ~1].decode(encoding, errors="replace")
    return encoding if _looks_chinese(text) and _is_text(text) else None


def _lenient(data: bytes, encoding: str) -> tuple[str, tuple[str, ...]] | None:
    try:
        return data.decode(encoding), ()
    except UnicodeDecodeError as error:
        if error.start < len(data) - 4:
            return None
        return data[: error.start].decode(encoding), ("文件末尾的字符不完整，可能没有下载完。",)


def _utf8(data: bytes) -> tuple[str, tuple[str, ...]] | None:
    return _lenient(data, "utf-8")


def _guessed(data: bytes) -> tuple[str, tuple[str, ...]] | None:
    gb = _lenient(data, "gb18030")
    if gb and _looks_chinese(gb[0]):
        return gb
    guess = from_bytes(data[:_SAMPLE]).best()
    if guess is None:
        return None
    text = data.decode(guess.encoding, errors="replace")
    return text, (f"文件编码按 {guess.encoding} 猜测，个别字可能有误。",)


def _looks_chinese(text: str) -> bool:
    sample = text[:_SAMPLE]
    usual = sum(
        c.isascii() or "\u3000" <= c <= "\u9fff" or "\uff00" <= c <= "\uffef" for c in sample
    )
    return usual >= 0.9 * len(sample)


def _is_text(text: str) -> bool:
    sample = text[:_SAMPLE]
    strange = sum(c in _CONTROLS or c == "\ufffd" for c in sample)
    return "\0" not in sample and strange <= 0.01 * len(sample)
