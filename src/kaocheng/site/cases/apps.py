"""The Django app of this folder (办件)."""

from django.apps import AppConfig
from django.utils.module_loading import import_string

from kaocheng.site.base.files.purposes import register


class CasesConfig(AppConfig):
    """办件."""

    name = "kaocheng.site.cases"
    label = "cases"
    verbose_name = "办件"

    def ready(self) -> None:
        """Say who may open the files of materials and see the events; have open clocks replayed, rows compared."""
        register(import_string("kaocheng.site.cases.materialfiles.CASE_MATERIAL"))
        import_string("kaocheng.site.cases.replaying.register")()
        import_string("kaocheng.site.cases.comparing.register")()
