"""Findings that were there before (基线): told by what stands around them, not by line numbers."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePath

from kaocheng.cli.refusals import Refused
from kaocheng.kernel.documents import Document, Grid, Paragraph
from kaocheng.kernel.findings import Finding
from kaocheng.reading.disk import spoken

_NOISE = re.compile(r"[\s\d.,，％%]+")
_AROUND = 24
_VERSION = 1


def fingerprint(finding: Finding, document: Document) -> str:
    """What makes the finding itself: rule, file name, printed words, and the words around them.

    Numbers and blanks around it are left out, so shifted lines and corrected neighbours do not
    make it a new one.
    """
    parts = (finding.code, PurePath(document.file).name, finding.quote, _around(finding, document))
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:24]


def _around(finding: Finding, document: Document) -> str:
    place = finding.place
    for block in document.blocks:
        if isinstance(block, Grid) and place.row is not None and block.place.table == place.table:
            return _row(block, place.row)
        if isinstance(block, Paragraph) and block.content.place.paragraph == place.paragraph:
            return _words(block.text, place.start, place.end)
    return ""


def _row(grid: Grid, row: int) -> str:
    texts = [cell.text for cell in grid.cells() if cell.place.row == row]
    return _NOISE.sub("", "|".join(texts))


def _words(text: str, start: int | None, end: int | None) -> str:
    if start is None or end is None:
        return _NOISE.sub("", text)[:_AROUND]
    before, after = _NOISE.sub("", text[:start]), _NOISE.sub("", text[end:])
    return f"{before[-_AROUND:]}|{after[:_AROUND]}"


def load(path: Path) -> Mapping[str, int]:
    """How often each fingerprint stood in the baseline.

    Raises Refused when the file is missing or is no baseline.
    """
    try:
        data = json.loads(path.read_text("utf-8"))
        return {str(key): int(count) for key, count in data["findings"].items()}
    except OSError as error:
        raise Refused(f"基线文件 {path} 打不开：{spoken(error)}。") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise Refused(f"{path} 不是考成写出的基线文件。") from error


def dump(fingerprints: Iterable[str]) -> bytes:
    """The baseline file that records these findings."""
    counts = dict(sorted(Counter(fingerprints).items()))
    return (json.dumps({"version": _VERSION, "findings": counts}, indent=1) + "\n").encode()
