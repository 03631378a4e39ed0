"""The Django app of this folder (事项目录)."""

from django.apps import AppConfig


class CatalogueConfig(AppConfig):
    """事项目录."""

    name = "kaocheng.site.catalogue"
    label = "catalogue"
    verbose_name = "事项目录"
