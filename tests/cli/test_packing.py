"""Files of a package: what no file may be called stands in their names in its wide form."""

from __future__ import annotations

from pathlib import Path

from kaocheng.cli.packing import _path
from kaocheng.kernel.papers import Paper


def test_a_department_with_a_slash_has_a_file() -> None:
    """One file in the folder, not a folder that is not there."""
    paper = Paper("某县行政审批/政务服务局A:B决算公开", "某县行政审批局", 2023, "sichuan_2023", ())
    assert Path("包/某县行政审批／政务服务局A：B决算公开.docx") == _path(Path("包"), paper, "docx")
