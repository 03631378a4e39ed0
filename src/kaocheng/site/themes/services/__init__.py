"""What is done with themes (一件事服务)."""

from __future__ import annotations

from kaocheng.site.themes.services.advancing import advance_theme_case, advance_theme_cases
from kaocheng.site.themes.services.compiling import compiled_theme
from kaocheng.site.themes.services.keeping import move_theme, save_theme
from kaocheng.site.themes.services.opening import open_theme_case
from kaocheng.site.themes.services.resealing import reseal_forms

__all__ = [
    "advance_theme_case",
    "advance_theme_cases",
    "compiled_theme",
    "move_theme",
    "open_theme_case",
    "reseal_forms",
    "save_theme",
]
