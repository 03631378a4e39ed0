"""Filters for templates of the catalogue: `{% load catalogue %}{{ row.kind|named:"kind" }}`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.template import Library

from kaocheng.catalogue import codes
from kaocheng.catalogue.directories import Entry
from kaocheng.catalogue.preconditions import Need
from kaocheng.catalogue.states import Standing, State
from kaocheng.site.audit.services.appending import SYSTEM

register = Library()
_BADGES = {
    State.UNASSIGNED: "badge-warn",
    State.CLAIMED: "badge-info",
    State.FILLING: "badge-info",
    State.REVIEW: "badge-warn",
    State.PUBLISHED: "badge-ok",
    State.WITHDRAWN: "",
    Standing.DRAFT: "badge-info",
    Standing.PUBLISHED: "badge-ok",
    Standing.DISCARDED: "",
}


@register.filter
def named(code: str, key: str) -> str:
    """The name of a code in a list."""
    return codes.named(key, code)


@register.filter
def of(mapping: Mapping[Any, Any], key: Any) -> Any:
    """The value of a key, the key itself where there is none."""
    return mapping.get(key, key)


@register.filter
def get(mapping: Mapping[Any, Any], key: Any) -> Any:
    """The value of a key, None where there is none."""
    return mapping.get(key)


@register.filter
def own(entry: Entry, key: str) -> str:
    """The text of one of a list's own columns."""
    return entry.value(key)


@register.filter
def told(need: Need, names: Mapping[str, str]) -> str:
    """A need between items in words."""
    return need.told(names)


@register.filter
def person(name: str) -> str:
    """Who did something: an account's name, or that the system did."""
    return "系统" if name == SYSTEM else name


@register.filter
def badge(state: str) -> str:
    """The class of the badge of a state."""
    return _BADGES.get(state, "")  # type: ignore[call-overload,no-any-return]  # a text equals its state


@register.filter
def lines(text: str) -> list[str]:
    """The lines of a text that hold anything."""
    return [line.strip() for line in text.splitlines() if line.strip()]


@register.filter
def bars(text: str) -> list[str]:
    """Several choices kept in one column."""
    return [part for part in text.split("|") if part]
