"""What is read once is read before the first document is."""

from __future__ import annotations

import subprocess
import sys

_ASKS = """
import tomllib
from kaocheng.disclosure.checking import check
from kaocheng.disclosure.readiness import prepare
from kaocheng.kernel.documents import Document, Paragraph, passage
from kaocheng.kernel.places import Place

prepare()
def refuse(*_, **__):
    raise AssertionError("data read again")
tomllib.load = tomllib.loads = refuse
words = "2024年度部门决算公开。2024年收入总计12.00万元，支出总计12.00万元。"
text = passage(words, Place("made-up.txt", line=1))
print(len(check(Document("made-up.txt", "txt", (Paragraph(text),))).figures))
"""


def test_a_document_finds_everything_loaded() -> None:
    """After prepare() no data file is opened any more, so what is forked afterwards shares it all."""
    asked = [sys.executable, "-c", _ASKS]
    done = subprocess.run(asked, check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "2"
