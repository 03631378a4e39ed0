"""Themes as plain data (主题存储格式)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from kaocheng.catalogue.themes.records import FormField, Theme, ThemeItem, ThemeState


def encoded(theme: Theme) -> dict[str, Any]:
    """A theme as text, booleans, lists and mappings."""
    told = asdict(theme)
    told["state"] = str(theme.state)
    return told


def decoded(data: Mapping[str, Any]) -> Theme:
    """The theme again."""
    told = dict(data)
    told["items"] = tuple(_item(item) for item in told["items"])
    told["state"] = ThemeState(told["state"])
    return Theme(**told)


def _item(data: Mapping[str, Any]) -> ThemeItem:
    return ThemeItem(
        item=data["item"],
        fields=tuple(FormField(**field) for field in data.get("fields", ())),
        optional=data.get("optional", False),
        situations=tuple(data.get("situations", ())),
    )
