"""A docx as other programs save it again (另存): the same words in other marks."""

from __future__ import annotations

import copy
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
Members = dict[str, bytes]
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def resaved(path: Path, *changes: Callable[[Members], None]) -> None:
    """Save the file again with its members changed."""
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    before = dict(members)
    for change in changes:
        change(members)
    assert before != members
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)


def _root(members: Members, name: str = "word/document.xml") -> etree._Element:
    return etree.fromstring(members[name])


def runs_split(members: Members) -> None:
    """A run a character, numbered by editing session and marked by the speller, in smart tags."""
    root = _root(members)
    for number, run in enumerate(list(root.iter(f"{W}r"))):
        run.set(f"{W}rsidR", f"00{number:06X}")
        (text,) = list(run.iter(f"{W}t")) or [None]
        if text is None or run.find(f"{W}drawing") is not None or len(text.text or "") < 2:
            continue
        parent, at = run.getparent(), run.getparent().index(run)
        parent.remove(run)
        for step, letter in enumerate(text.text):
            one = copy.deepcopy(run)
            (inner,) = one.iter(f"{W}t")
            inner.text = letter
            tag = etree.Element(f"{W}smartTag")
            tag.append(one)
            parent.insert(at + 2 * step, tag)
            parent.insert(
                at + 2 * step + 1, etree.Element(f"{W}proofErr", {f"{W}type": "spellEnd"})
            )
    members["word/document.xml"] = etree.tostring(root)


def styles_renamed(members: Members) -> None:
    """Styles called by numbers."""
    names = re.findall(rb'w:styleId="([^"]*)"', members["word/styles.xml"])
    for number, name in enumerate(names):
        for member in (
            "word/styles.xml",
            "word/document.xml",
            "word/header.xml",
            "word/footer.xml",
        ):
            for key in (b"styleId", b"pStyle w:val", b"basedOn w:val", b"next w:val"):
                old, new = b'w:%s="%s"' % (key, name), b'w:%s="a%d"' % (key, number)
                members[member] = members[member].replace(old, new)


def margins_apart(members: Members) -> None:
    """A header and a footer of its own for each section, with the page the section began at."""
    root, relations = _root(members), _root(members, "word/_rels/document.xml.rels")
    for kind in ("header", "footer"):
        for at, reference in enumerate(root.iter(f"{W}{kind}Reference"), 20):
            name = f"{kind}{at}.xml"
            members[f"word/{name}"] = members[f"word/{kind}.xml"].replace(b">1<", b">%d<" % at)
            told = {"Id": f"rId{kind}{at}", "Type": f"{_KIND}/{kind}", "Target": name}
            relations.append(etree.Element(f"{{{relations.nsmap[None]}}}Relationship", told))
            reference.set(f"{R}id", told["Id"])
    members["word/document.xml"] = etree.tostring(root)
    members["word/_rels/document.xml.rels"] = etree.tostring(relations)


def vectors_dropped(members: Members) -> None:
    """Pictures without their drawn form."""
    document = members["word/document.xml"]
    members["word/document.xml"] = re.sub(rb"<a:extLst>.*?</a:extLst>", b"", document)
    for name in [name for name in members if name.endswith(".svg")]:
        del members[name]


def pages_counted(members: Members) -> None:
    """The fields of the contents one page further on."""
    members["word/document.xml"] = re.sub(
        rb'(PAGEREF.*?separate.*?preserve">)(\d+)(<)',
        lambda match: b"%s%d%s" % (match[1], int(match[2]) + 1, match[3]),
        members["word/document.xml"],
    )
