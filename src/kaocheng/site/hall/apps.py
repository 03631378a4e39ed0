"""The Django app of this folder (大厅)."""

from django.apps import AppConfig


class HallConfig(AppConfig):
    """大厅."""

    name = "kaocheng.site.hall"
    label = "hall"
    verbose_name = "大厅"
