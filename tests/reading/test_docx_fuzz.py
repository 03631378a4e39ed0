"""Whatever a Word document holds, what is read is sound or refused with a sentence."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from office_files import W, docx, zipped
from soundness import assert_sound

from kaocheng.kernel.documents import Unreadable
from kaocheng.reading.docx import read_docx

OPEN = ["p", "r", "t", "tbl", "tr", "tc", "tcPr", "pPr", "numPr", "sdt", "sdtContent", "ins", "del"]
OPEN += ["hyperlink", "fldSimple", "footnoteReference", "drawing", "pict", "body", "moveFrom"]
EMPTY = ['<w:gridSpan w:val="{}"/>', '<w:vMerge w:val="{}"/>', "<w:vMerge/>", "<w:tab/>", "<w:br/>"]
EMPTY += ['<w:gridBefore w:val="{}"/>', '<w:ilvl w:val="{}"/>', '<w:numId w:val="{}"/>', "甲1,2.5"]
EMPTY += ['<w:outlineLvl w:val="{}"/>', '<w:fldChar w:fldCharType="{}"/>', '<w:sym w:char="{}"/>']
VALUES = st.sampled_from(["1", "2", "0", "-1", "99", "restart", "begin", "end", "", "甲", "F0FE"])


def _leaf() -> st.SearchStrategy[str]:
    return st.builds(lambda form, value: form.format(value), st.sampled_from(EMPTY), VALUES)


def _element(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds(
        lambda name, parts: f"<w:{name}>{''.join(parts)}</w:{name}>",
        st.sampled_from(OPEN),
        st.lists(inner, max_size=5),
    )


BODY = st.recursive(_leaf(), _element, max_leaves=25)


@given(BODY)
def test_any_nesting_of_elements(tmp_path_factory: pytest.TempPathFactory, body: str) -> None:
    """Elements in places where Word never puts them, with values it never writes."""
    path = tmp_path_factory.getbasetemp() / "nested.docx"
    with suppress(Unreadable):
        assert_sound(read_docx(docx(path, body, numbering=body, styles=body, footnotes=body)))


MAIN = f"<w:document {W}><w:body><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:body></w:document>".encode()


@given(st.lists(st.tuples(st.floats(0, 0.9999), st.integers(0, 255)), min_size=1, max_size=20))
def test_damaged_parts(
    tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[float, int]]
) -> None:
    """Bytes of the main part are changed before packing, so that the zip itself is whole."""
    data = bytearray(MAIN)
    for where, byte in changes:
        data[int(where * len(data))] = byte
    path = tmp_path_factory.getbasetemp() / "damaged.docx"
    with suppress(Unreadable):
        assert_sound(read_docx(zipped(path, {"word/document.xml": bytes(data)})))
