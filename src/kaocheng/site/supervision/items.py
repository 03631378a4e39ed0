"""Item by item (按事项): visits made against visits promised, 容缺 by officer, results by post and what they cost."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count

from kaocheng.cases.encoding import decode_case
from kaocheng.cases.measures import Period
from kaocheng.cases.traits import Trait
from kaocheng.catalogue.encoding import decode
from kaocheng.catalogue.records import PERMIT, ItemVersion
from kaocheng.site.cases.querysets import CaseQuerySet
from kaocheng.site.catalogue.models import StoredVersion
from kaocheng.site.supervision.figures import within

POST = "邮寄"


@dataclass(slots=True)
class OfItem:
    """What an item's cases add up to (事项合计): closed in the period, and accepted with 容缺 in it.

    `promised` are the visits its versions promise (None: no version there), `beyond` the closed cases with more;
    `cost` in 分 over `priced` posted results: of the others nobody wrote it down.
    """

    item: str
    name: str = ""
    permit: bool = False
    closed: int = 0
    visits: int = 0
    beyond: int = 0
    promised: set[int] = field(default_factory=set)
    tolerated: Counter[str] = field(default_factory=Counter)
    posted: int = 0
    priced: int = 0
    cost: int = 0

    @property
    def mean(self) -> str:
        """Visits a case on the average (平均跑动), — where none was closed."""
        return f"{self.visits / self.closed:.2f}" if self.closed else "—"

    @property
    def yuan(self) -> str:
        """The postage in yuan, — where nobody wrote any down."""
        return f"{self.cost / 100:.2f}" if self.priced else "—"


def of_items(seen: CaseQuerySet, county: str, period: Period) -> Sequence[OfItem]:
    """The items that had anything in the period, by number."""
    found: dict[str, OfItem] = {}
    closed = seen.filter(within(seen.column("closed_at"), period)).order_by()
    versions = closed.values_list("item", "version", "pinned").distinct()
    told = _versions(county, {pinned for _, _, pinned in versions})
    for item, name, pinned, visits, count in closed.values_list(
        "item", "item_name", "pinned", "visits"
    ).annotate(n=Count("pk")):
        row = found.setdefault(item, OfItem(item, name))
        row.closed += count
        row.visits += visits * count
        if version := told.get(pinned):
            row.permit = version.permit
            row.promised.add(version.max_visits)
            row.beyond += count if visits > version.max_visits else 0
    _tolerated(found, seen, county, period)
    _posted(found, closed)
    return sorted(found.values(), key=lambda row: row.item)


def total(rows: Iterable[OfItem]) -> Mapping[str, Any]:
    """The sums over all items (合计)."""
    told = OfItem("")
    for row in rows:
        told.closed += row.closed
        told.visits += row.visits
        told.beyond += row.beyond
        told.posted += row.posted
        told.priced += row.priced
        told.cost += row.cost
        told.tolerated.update(row.tolerated)
    return {"sum": told, "tolerated": sum(told.tolerated.values())}


def _versions(county: str, digests: set[str]) -> dict[str, ItemVersion]:
    rows = StoredVersion.objects.filter(county=county, digest__in=digests)
    texts = rows.values_list("digest", "written__text")
    return {digest: decode(ItemVersion, json.loads(text)) for digest, text in texts}


def _tolerated(found: dict[str, OfItem], seen: CaseQuerySet, county: str, period: Period) -> None:
    accepted = seen.filter(
        within(seen.column("accepted_at"), period), traits__words__contains=Trait.TOLERATED.value
    )
    rows = accepted.order_by().values_list("item", "item_name", "accepted_by")
    for item, name, officer, count in rows.annotate(n=Count("pk")):
        found.setdefault(item, OfItem(item, name)).tolerated[officer] += count
    permits = StoredVersion.objects.filter(county=county, kind=PERMIT, number__in=list(found))
    for number in set(permits.values_list("number", flat=True)):
        found[number].permit = True


def _posted(found: dict[str, OfItem], closed: CaseQuerySet) -> None:
    """The mode and the postage stand in the record alone: read for those whose record has the word."""
    for item, facts in closed.filter(facts__contains=POST).values_list("item", "facts").iterator():
        delivery = decode_case(json.loads(facts)).delivery
        if delivery is None or delivery.mode != POST:
            continue
        found[item].posted += 1
        if delivery.cost:
            found[item].priced += 1
            found[item].cost += delivery.cost
