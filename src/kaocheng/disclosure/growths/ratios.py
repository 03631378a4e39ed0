"""Growth as a ratio (增减幅度的算式): change over the earlier amount, or two amounts over the earlier."""

from __future__ import annotations

import re
from decimal import Decimal

from kaocheng.disclosure.context import agrees
from kaocheng.disclosure.sentences import Mention
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.relations import Ratio, Term

CODE = "RAT002"
_UP = re.compile(r"增长|增加|提高|上升|增幅|多\Z")
_DOWN = re.compile(r"下降|减少|降低|降幅|减幅|缩减|压缩|少\Z")
_MINUS = Decimal(-1)


def tells_change(mention: Mention) -> bool:
    """Whether the words right before an amount or a count say that it grew or fell."""
    words = mention.label or mention.before
    return mention.kind in ("amount", "count") and bool(_UP.search(words) or _DOWN.search(words))


def _falls(change: Mention, *, otherwise: bool) -> bool:
    """Whether the change is a decrease, by its own words, else by those of its percentage."""
    words = change.label or change.before
    up, down = bool(_UP.search(words)), bool(_DOWN.search(words))
    return down if up != down else otherwise


def _is_open(change: Mention) -> bool:
    """Whether the direction is told both ways: 增加（减少） left standing, or 减少 with a minus."""
    both = _UP.search(change.before) and _DOWN.search(change.before)
    return bool(both) or change.before.rstrip().endswith(("-", "－", "−"))


def _of_change(share: Mention, change: Mention, level: Figure, *, down: bool) -> Ratio:
    sign = Decimal(1) if down else _MINUS
    earlier = (Term(level), Term(change.figure, sign))
    words = "下降" if down else "增长"
    return Ratio(
        CODE, share.figure, (Term(change.figure),), earlier, f"较上年{words}的幅度（增减额÷上年数）"
    )


def either_way(share: Mention, change: Mention, level: Figure, *, down: bool) -> Ratio:
    """The rate by the direction of the change; by its own where only that agrees: DIR002 says so."""
    own = _of_change(share, change, level, down=down)
    told = _of_change(share, change, level, down=_falls(change, otherwise=down))
    if _is_open(change):
        own = _of_change(share, change, level, down=not _falls(change, otherwise=down))
    return own if agrees(own) and not agrees(told) else told


def of_levels(share: Mention, earlier: Mention, now: Mention, *, down: bool) -> Ratio:
    """The difference of two printed amounts over the earlier of them."""
    sign = _MINUS if down else Decimal(1)
    over = (Term(now.figure, sign), Term(earlier.figure, -sign))
    words = "减少" if down else "增加"
    says = f"“{now.label}”比“{earlier.label}”{words}的幅度"
    return Ratio(CODE, share.figure, over, (Term(earlier.figure),), says)
