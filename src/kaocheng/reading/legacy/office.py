"""Old text documents (旧版文档 .doc .wps): turned into docx by LibreOffice if installed."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from kaocheng.kernel.documents import Document, Unreadable
from kaocheng.reading.docx import read_docx

PATIENCE = 60
"""Seconds a conversion may take; a first start of LibreOffice needs some ten."""
NAMES = ("soffice", "libreoffice")

Finder = Callable[[], str | None]


def find_office() -> str | None:
    """The path of LibreOffice (已安装的 LibreOffice), None when it is not installed."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


def read_legacy(path: Path, finder: Finder = find_office) -> Document:
    """The old document at `path`; raises `Unreadable`, also when LibreOffice is not installed."""
    program = finder()
    if program is None:
        raise Unreadable(
            f"{path}：这是旧版文档（.doc/.wps），请用 Word 或 WPS 另存为 .docx 或 PDF 后再检查，"
            "或者安装 LibreOffice。"
        )
    with TemporaryDirectory(prefix="kaocheng-") as folder:
        made = _converted(program, path, Path(folder))
        document = read_docx(made, str(path))
    remark = "旧版文档，已由 LibreOffice 转换后读取，自动编号等可能与原文略有出入。"
    return replace(document, format="doc", remarks=(*document.remarks, remark))


def _converted(program: str, path: Path, folder: Path) -> Path:
    """The docx made from `path` in `folder`; raises `Unreadable`."""
    source = folder / "document.doc"
    shutil.copyfile(path, source)
    command = [
        program,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        "--nolockcheck",
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        str(folder),
        str(source),
    ]
    made = folder / "document.docx"
    if not _finished(command, folder) or not made.is_file():
        raise Unreadable(f"{path}：LibreOffice 无法转换这个旧版文档，请另存为 .docx 后再检查。")
    return made


def _finished(command: list[str], folder: Path) -> bool:
    """Whether the command ended in time; if not, it and its children are ended."""
    quiet = subprocess.DEVNULL
    try:
        process = subprocess.Popen(  # noqa: S603 - the program is found, the arguments are our own
            command, cwd=folder, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
        )
    except OSError:
        return False
    try:
        return process.wait(PATIENCE) == 0
    except subprocess.TimeoutExpired:
        return False
    finally:
        with suppress(OSError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
