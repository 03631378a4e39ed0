"""Whose streams a reader may see (事件流的可见范围): the apps above say it for their own kinds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kaocheng.hall.posts import Role
from kaocheng.site.accounts.models import Account

KEEPERS = frozenset({Role.INSPECTOR, Role.SYSTEM_MANAGER})
"""Who sees every stream of the county (监察、系统管理)."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of stream (事件流种类): `visible(account, number)` answers from the app's own rows."""

    key: str
    title: str
    visible: Callable[[Account, str], bool]


_KINDS: dict[str, Kind] = {}


def register_stream(key: str, title: str, visible: Callable[[Account, str], bool]) -> None:
    """Say who may see the streams "key/…"; called in `ready()` of the app they belong to."""
    _KINDS[key] = Kind(key, title, visible)


def may_see(account: Account, stream: str) -> bool:
    """Whether this account may see the time line of the stream."""
    if account.roles & KEEPERS:
        return True
    key, _, number = stream.partition("/")
    kind = _KINDS.get(key)
    return kind is not None and kind.visible(account, number)


def title_of(stream: str) -> str:
    """The stream in words: 办件 2026…"""
    key, _, number = stream.partition("/")
    kind = _KINDS.get(key)
    return f"{kind.title if kind else _TITLES.get(key, key)} {number}"


_TITLES = {
    "case": "办件",
    "ticket": "号票",
    "item": "事项",
    "rating": "评价",
    "account": "账号",
    "notice": "放假安排通知",
}
