"""The Django app of this folder (一件事)."""

from django.apps import AppConfig


class ThemesConfig(AppConfig):
    """一件事."""

    name = "kaocheng.site.themes"
    label = "themes"
    verbose_name = "一件事"
