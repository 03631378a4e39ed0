"""Items of scorecards found by the rule printed beside them (评分细则), whatever their names are."""

from __future__ import annotations

from kaocheng.performance.records import Item, Performance


def ruled(performance: Performance, words: tuple[str, ...]) -> list[Item]:
    """The items whose printed rule holds all of these words, in the order of the document."""
    return [item for card in performance.scorecards for item in card.items if _told(item, words)]


def _told(item: Item, words: tuple[str, ...]) -> bool:
    return item.rule is not None and all(word in item.rule.text for word in words)
