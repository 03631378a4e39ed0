"""Which files are meant (核对对象): files, folders walked in order, and lists of paths."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from kaocheng.cli.refusals import Refused
from kaocheng.reading.disk import spoken

SUFFIXES = frozenset(
    {".pdf", ".docx", ".xlsx", ".xls", ".html", ".htm", ".txt", ".csv", ".doc", ".wps", ".et"}
)


def targets(words: Iterable[str]) -> list[Path]:
    """The files named on the command line, in the order given, each once.

    A folder stands for the documents in it; `@list` for the paths in that text file, one a line. A
    path that does not exist is kept, so that it is reported among the others.

    Raises Refused when a list cannot be read or nothing at all is found.
    """
    found: dict[str, Path] = {}
    for path in _named(words):
        found.setdefault(os.path.normcase(os.path.realpath(path)), path)
    if not found:
        raise Refused("没有找到可核对的文件（认得：" + " ".join(sorted(SUFFIXES)) + "）。")
    return list(found.values())


def _named(words: Iterable[str]) -> Iterator[Path]:
    for word in words:
        if word.startswith("@") and not Path(word).exists():
            yield from _named(_lines(Path(word[1:])))
        elif Path(word).is_dir():
            yield from sorted(_walk(Path(word)))
        else:
            yield Path(word)


def _walk(folder: Path) -> Iterator[Path]:
    for place, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not _passed_over(Path(place, name))]
        for name in files:
            path = Path(place, name)
            if name == "evidence.csv" and "figures.json" in files:
                continue
            if path.suffix.lower() in SUFFIXES and not name.startswith((".", "~$")):
                yield path


def _passed_over(folder: Path) -> bool:
    """Hidden folders, and folders of a year: entries are not documents (kaocheng check-year)."""
    return folder.name.startswith(".") or (folder / "year.toml").is_file()


def _lines(path: Path) -> list[str]:
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise Refused(f"清单 {path} 打不开：{spoken(error)}。") from error
    lines = (line.strip() for line in _decoded(raw, path).splitlines())
    return [line for line in lines if line and not line.startswith(("#", "@"))]


def _decoded(raw: bytes, path: Path) -> str:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Refused(f"清单 {path} 不是 UTF-8 或 GB18030 编码的文本。")
