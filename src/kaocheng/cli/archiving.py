"""`kaocheng archive FILE …` (校验档案): archives of cases held against themselves and the hashes noted at sealing."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from kaocheng.cases.archive.records import Flaw
from kaocheng.cases.archive.verifying import verify
from kaocheng.cli.refusals import Refused


def run(options: Namespace) -> int:
    """Check every package: 0 all are as they were sealed, 1 something was changed.

    Raises Refused where a file cannot be found, or one hash is given for several files.
    """
    given = options.sha256 or options.index_sha256
    if given and len(options.packages) > 1:
        raise Refused("登记的摘要只能与一个文件包核对。请一次校验一个。")
    found = {path: _looked_at(path, options) for path in options.packages}
    lines = _records(found) if options.format == "json" else _told(found, hashed=bool(given))
    sys.stdout.writelines(f"{line}\n" for line in lines)
    return 1 if any(found.values()) else 0


def _looked_at(path: Path, options: Namespace) -> tuple[Flaw, ...]:
    if not path.is_file():
        raise Refused(f"没有这个文件：{path}。请写归档文件包（.zip）的路径。")
    return verify(path, sha256=options.sha256, index_sha256=options.index_sha256)


def _told(found: dict[Path, tuple[Flaw, ...]], *, hashed: bool) -> Iterator[str]:
    for path, flaws in found.items():
        if flaws:
            yield f"{path}：不相符"
            yield from (f"  {flaw}" for flaw in flaws)
        elif hashed:
            yield f"{path}：相符，与登记的摘要一致"
        else:
            yield f"{path}：相符（没有给出登记的摘要，只核对了文件包自身）"


def _records(found: dict[Path, tuple[Flaw, ...]]) -> Iterator[str]:
    for path, flaws in found.items():
        told = {"file": str(path), "sound": not flaws, "flaws": [asdict(flaw) for flaw in flaws]}
        yield json.dumps(told, ensure_ascii=False)
