"""The Django app of this folder (接口)."""

from django.apps import AppConfig
from django.utils.module_loading import import_string


class ApiConfig(AppConfig):
    """接口."""

    name = "kaocheng.site.api"
    label = "api"
    verbose_name = "接口"

    def ready(self) -> None:
        """Say who may open files sent ahead of a case."""
        register = import_string("kaocheng.site.base.files.register")
        register(import_string("kaocheng.site.api.services.uploads.UPLOAD"))
