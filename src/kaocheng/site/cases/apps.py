"""The Django app of this folder (办件)."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    """办件."""

    name = "kaocheng.site.cases"
    label = "cases"
    verbose_name = "办件"
