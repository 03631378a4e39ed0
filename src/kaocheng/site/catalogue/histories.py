"""What happened to an item, in sentences (事项历史), from its events."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from kaocheng.catalogue.moving import moves
from kaocheng.hall.posts import Role
from kaocheng.site.audit.models import StoredEvent

_TITLES = {
    "register": "收入目录",
    "adopt": "收录已发布的版本",
    "import": "从文件导入",
    "save": "填报",
    "delegate": "下沉",
    "undelegate": "收回下沉",
}
_SAID = (
    ("unit", "部门"), ("version", "版本"), ("valid_from", "生效日期"), ("last_day", "最后有效日"),
    ("note", "说明"), ("changed", "改动"), ("taking", "导入成"), ("source", "来源"),
    ("target", "承接"), ("since", "起始日"), ("until", "终止日"), ("basis", "依据"),
)  # fmt: skip
_MOST = 6


@dataclass(frozen=True, slots=True)
class Told:
    """One event in words (历史): what, when, by whom, with what."""

    title: str
    at: datetime
    who: str
    facts: tuple[tuple[str, str], ...]


def history(
    events: Iterable[StoredEvent], names: Mapping[str, str], people: Mapping[str, str]
) -> tuple[Told, ...]:
    """The events in the order given."""
    return tuple(
        Told(_title(event.kind), event.at, _who(event, people), tuple(_facts(event.told, names)))
        for event in events
    )


def _title(kind: str) -> str:
    return moves()[kind].title if kind in moves() else _TITLES.get(kind, kind)


def _who(event: StoredEvent, people: Mapping[str, str]) -> str:
    role = Role(event.role).title if event.role in set(Role) else "系统"
    return role if event.actor == "system" else f"{role} {people.get(event.actor, event.actor)}"


def _facts(facts: Mapping[str, Any], names: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    for key, title in _SAID:
        if value := facts.get(key):
            yield title, _text(value, names)


def _text(value: Any, names: Mapping[str, str]) -> str:
    if isinstance(value, list):
        more = f" 等{len(value)}处" if len(value) > _MOST else ""
        return "、".join(str(one) for one in value[:_MOST]) + more
    return names.get(str(value), str(value))
