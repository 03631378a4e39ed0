"""The Django app of this folder (工作台)."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """工作台."""

    name = "kaocheng.site.desk"
    label = "desk"
    verbose_name = "工作台"
