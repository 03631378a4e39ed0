"""The Django app of this folder (一件事)."""

from django.apps import AppConfig
from django.utils.module_loading import import_string


class ThemesConfig(AppConfig):
    """一件事."""

    name = "kaocheng.site.themes"
    label = "themes"
    verbose_name = "一件事"

    def ready(self) -> None:
        """Say who may open the one set of materials."""
        register = import_string("kaocheng.site.base.files.register")
        register(import_string("kaocheng.site.themes.setfiles.THEME_MATERIAL"))
