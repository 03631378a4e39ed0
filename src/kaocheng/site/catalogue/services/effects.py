"""What a move does besides changing the state (流转效果): drafts begun, published, given up, ended."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from django.db.models import Max, Q

from kaocheng.catalogue.checking import errors
from kaocheng.catalogue.drafting import empty, next_version
from kaocheng.catalogue.records import ItemVersion
from kaocheng.catalogue.states import Standing
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.hands import Hand
from kaocheng.site.catalogue.models import StoredCode, StoredDepartment, StoredItem
from kaocheng.site.catalogue.services.recording import Facts
from kaocheng.site.catalogue.services.rows import code_rows, joined, store, version_row
from kaocheng.site.catalogue.services.standing import draft_of
from kaocheng.site.catalogue.services.validity import make_room
from kaocheng.site.catalogue.services.versions import version_of

Given = Mapping[str, str]
Effect = Callable[[StoredItem, Given, Hand], Facts]


def effect_of(move: str) -> Effect:
    """What a move does; most do nothing more."""
    return _EFFECTS.get(move, _nothing)


def checked(version: ItemVersion) -> None:
    """Refuse a version that a rule finds at fault."""
    found = errors(version)
    if found:
        first = f"{found[0].where}：{found[0].message}"
        told = f"实施清单还有 {len(found)} 处错误，第一处是{first}。"
        raise Refusal("item.faulty", told, "请改好后再提交。")


def known_unit(county: str, unit: str) -> None:
    """Refuse a department nobody registered."""
    if not StoredDepartment.objects.filter(county=county, code=unit).exists():
        raise Refusal("item.unit", f"没有部门“{unit}”。", "请先到“部门”里登记。")


def _nothing(*_: object) -> Facts:
    return {}


def _held(row: StoredItem, given: Given, hand: Hand) -> Facts:
    known_unit(row.county, given.get("unit", "").strip() or hand.unit)
    return {}


def _begun(row: StoredItem, _: Given, hand: Hand) -> Facts:
    """A draft from the directory's words, or from the newest version there was."""
    number = (row.versions.aggregate(last=Max("version"))["last"] or 0) + 1
    before = row.versions.published().order_by("-version").first()
    if before is None:
        draft = empty(
            row.number, number, name=row.name, kind=row.kind, level=row.level, body=row.unit,
            on=hand.today,
        )  # fmt: skip
        draft = replace(draft, codes=tuple(row.codes.values_list("system", "code").order_by("id")))
    else:
        draft = next_version(version_of(before), number, hand.today)
    new = version_row(row, draft, standing=Standing.DRAFT, filled_by=joined([hand.name]))
    store(new, draft)
    return {"version": number}


def _dropped(row: StoredItem, *_: object) -> Facts:
    draft = draft_of(row)
    draft.standing = Standing.DISCARDED
    draft.save(update_fields=["standing"])
    return {"version": draft.version}


def _submitted(row: StoredItem, *_: object) -> Facts:
    draft = draft_of(row)
    checked(version_of(draft))
    return {"version": draft.version, "digest": draft.digest}


def _published(row: StoredItem, given: Given, hand: Hand) -> Facts:
    """The draft becomes what applies from its day on; it cannot begin in the past."""
    draft = draft_of(row)
    if f"|{hand.name}|" in draft.filled_by:
        raise Refusal("item.filler", "填报人不能审核自己填报的内容。", "请由另一位目录管理员办理。")
    valid_from = day_of(given["valid_from"], "生效日期")
    if valid_from < hand.today:
        raise Refusal("item.past", f"生效日期 {valid_from} 已经过去。", "请写今天或以后的日期。")
    version = next_version(version_of(draft), draft.version, valid_from)
    checked(version)
    for unit in {version.body, version.handling_body}:
        known_unit(row.county, unit)
    make_room(row, valid_from, None)
    draft.standing, draft.valid_from, draft.valid_to = Standing.PUBLISHED, valid_from, None
    draft.reason, draft.published_by = given.get("note", "").strip(), hand.name
    draft.published_at = hand.at
    store(draft, version)
    row.name, row.kind, row.level = version.name, version.kind, version.level
    row.codes.all().delete()
    StoredCode.objects.bulk_create(code_rows(row, version))
    return {"version": draft.version, "digest": draft.digest}


def _withdrawn(row: StoredItem, given: Given, hand: Hand) -> Facts:
    """Nothing applies after the last day; what was to begin later never will."""
    last_day = day_of(given["last_day"], "最后有效日")
    if last_day < hand.today - timedelta(days=1):
        told = f"最后有效日 {last_day} 已经过去。"
        raise Refusal("item.past", told, "请写昨天、今天或以后的日期。")
    published = row.versions.published()
    published.filter(valid_from__gt=last_day).update(standing=Standing.DISCARDED)
    going_on = Q(valid_to__isnull=True) | Q(valid_to__gt=last_day)
    ended = row.versions.published().filter(going_on).update(valid_to=last_day)
    return {"versions_ended": ended}


def day_of(text: str, what: str) -> date:
    """The day written; refuses what is none."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError as fault:
        raise Refusal("item.day", f"{what}“{text}”不是日期。", "请写成 2026-01-01。") from fault


_EFFECTS: Mapping[str, Effect] = {
    "assign": _held,
    "claim": _held,
    "fill": _begun,
    "revise": _begun,
    "drop": _dropped,
    "abandon": _dropped,
    "submit": _submitted,
    "publish": _published,
    "withdraw": _withdrawn,
}
