"""The Django app of this folder (事项目录)."""

from django.apps import AppConfig
from django.utils.module_loading import import_string

from kaocheng.site.base.files.purposes import register


class CatalogueConfig(AppConfig):
    """事项目录."""

    name = "kaocheng.site.catalogue"
    label = "catalogue"
    verbose_name = "事项目录"

    def ready(self) -> None:
        """Say who may open the samples of items."""
        register(import_string("kaocheng.site.catalogue.samplefiles.SAMPLE"))
