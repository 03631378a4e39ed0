"""The Django app of this folder (文书与档案)."""

from django.apps import AppConfig
from django.utils.module_loading import import_string


class PapersConfig(AppConfig):
    """文书与档案."""

    name = "kaocheng.site.papers"
    label = "papers"
    verbose_name = "文书与档案"

    def ready(self) -> None:
        """Say who may open printed papers."""
        register = import_string("kaocheng.site.base.files.register")
        register(import_string("kaocheng.site.papers.services.printing.PRINTED"))
