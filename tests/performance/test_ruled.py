"""Items of a scorecard are found by their printed rule."""

from __future__ import annotations

from kaocheng.kernel.documents import Cell, Document, Grid, passage
from kaocheng.kernel.places import Place
from kaocheng.performance.records import Entry, Item, Performance, Scorecard
from kaocheng.performance.ruled import ruled

HERE = Place("a.txt", line=1)


def _item(name: str, rule: str | None) -> Item:
    said = [
        None if text is None else Entry(Cell(passage(text, HERE), 0, 0)) for text in (name, rule)
    ]
    assert said[0]
    return Item(("管理",), said[0], None, said[1], None)


def test_all_words_stand_in_the_rule() -> None:
    """Whatever the item is called; without a rule it is never meant."""
    items = (
        _item("甲", "按6月、9月的执行进度计分"),
        _item("执行进度", None),
        _item("乙", "按进度"),
    )
    card = Scorecard("评分表", items, (), Grid((), HERE), HERE)
    found = ruled(Performance(Document("a.txt", "txt", ()), (), (card,), ()), ("执行", "进度"))
    assert ["甲"] == [item.name.words for item in found]
