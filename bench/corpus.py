"""Where the real documents lie (真实文件), when they lie beside the checkout at all."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parent.parent
FOLDER = ROOT.parent / "shared" / "documents"
LABELS = ROOT / "tests" / "labels"
# no .xlsx: the one there is an inspector's list of faults, whose figures are quoted as wrong
_KINDS = {".txt", ".pdf", ".docx", ".html"}


def documents(folder: Path = FOLDER) -> list[Path]:
    """Every document below `folder` in order of name; empty when there is no such folder."""
    return sorted(path for path in folder.rglob("*") if path.suffix in _KINDS)


def chosen(paths: Sequence[Path], folder: Path = FOLDER) -> list[Path]:
    """The documents asked for: files as named, folders for all in them, without any the whole `folder`.

    Raises SystemExit with a sentence for a path that is not there.
    """
    for path in paths:
        if not path.exists():
            raise SystemExit(f"{path}：没有这个文件或文件夹。")
    if not paths:
        return documents(folder)
    found = [documents(path) if path.is_dir() else [path] for path in paths]
    return [path.resolve() for group in found for path in group]


def labelled(folder: Path = FOLDER) -> dict[str, Path]:
    """The documents that have labels, by the key that begins their file name ("001")."""
    keys = sorted(path.stem for path in LABELS.glob("[0-9]*.toml"))
    found = ((key, sorted(folder.glob(f"{key}_*"))) for key in keys)
    return {key: paths[0] for key, paths in found if paths}
