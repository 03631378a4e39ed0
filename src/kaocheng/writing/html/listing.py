"""The list of findings beside the document (问题清单), with its filters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kaocheng.writing.cards import Card, Followers, after, followers, roots
from kaocheng.writing.excerpts import excerpt
from kaocheng.writing.html.escaping import esc
from kaocheng.writing.spots import Spots

_RELATED = 6


def filters(shown: Sequence[Card]) -> str:
    """Boxes to tick by severity and family; nothing where there is nothing to choose."""
    if not shown:
        return ""
    kinds = {card.severity.value: card.severity.chinese for card in shown}
    families = sorted({card.family for card in shown})
    heavy = "".join(_box("severity", kind, word) for kind, word in sorted(kinds.items()))
    light = "".join(_box("family", name, name) for name in families)
    return (
        '<form class="filters" autocomplete="off"><fieldset><legend>轻重</legend>'
        f"{heavy}</fieldset><fieldset><legend>类别</legend>{light}</fieldset></form>\n"
    )


def _box(group: str, value: str, word: str) -> str:
    return (
        f'<label><input type="checkbox" data-by="{group}" value="{esc(value)}" checked>'
        f"{esc(word)}</label>"
    )


def listing(shown: tuple[Card, ...], spots: Spots, doubt: str = "") -> str:
    """Every finding in reading order, each cause with what follows from it.

    `doubt` says why it means nothing that there is none.
    """
    if not shown:
        return f'<p class="none">{esc(doubt or "没有发现问题")}。</p>\n'
    found = followers(shown)
    items = "".join(_entry(found, card, spots) for card in roots(shown))
    return f'<ol class="cards">\n{items}</ol>\n'


def _entry(found: Followers, card: Card, spots: Spots) -> str:
    following = "".join(
        f'<li style="--depth:{depth}">{_card(item, spots, brief=True)}</li>'
        for depth, item in after(found, card)
    )
    then = f'<p class="then">由此引起：</p><ul>{following}</ul>' if following else ""
    return f"<li>{_card(card, spots)}{then}</li>\n"


def _card(card: Card, spots: Spots, *, brief: bool = False) -> str:
    return (
        f'<article class="card {card.severity.value}" id="f-{card.id}" tabindex="-1" '
        f'data-severity="{card.severity.value}" data-family="{esc(card.family)}">'
        f'<h3><span class="tag">{card.severity.chinese}</span> {esc(card.title)} '
        f"<code>{esc(card.code)}</code></h3>"
        f'<p class="where"><a href="#m-{card.id}">{esc(card.where)}</a> {esc(card.label)}</p>'
        f"{''.join(_parts(card, spots, brief))}</article>"
    )


def _parts(card: Card, spots: Spots, brief: bool) -> Iterator[str]:  # noqa: FBT001
    if said := list(card.comparison()):
        yield '<dl class="compare">'
        yield from (f"<div><dt>{head}</dt><dd>{esc(text)}</dd></div>" for head, text in said)
        yield "</dl>"
    yield f'<p class="message">{esc(card.finding.message)}</p>'
    part = None if brief else excerpt(spots, card.spot, card.finding.quote)
    if part:
        yield (f'<p class="quote">{esc(part.before)}<b>{esc(part.quoted)}</b>{esc(part.after)}</p>')
    rows = (("缘由", card.why), ("处理", card.remedy), ("依据", card.basis))
    told = [] if brief else [(head, text) for head, text in rows if text]
    if told:
        yield '<dl class="told">'
        yield from (f"<dt>{head}</dt><dd>{esc(text)}</dd>" for head, text in told)
        yield "</dl>"
    if not brief and (related := card.related()):
        more = f" 等 {len(related)} 处" if len(related) > _RELATED else ""
        yield f'<p class="related">相关：{esc("、".join(related[:_RELATED]) + more)}</p>'
