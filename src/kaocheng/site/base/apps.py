"""The Django app of this folder (底座)."""

from django.apps import AppConfig


class BaseConfig(AppConfig):
    """底座."""

    name = "kaocheng.site.base"
    label = "base"
    verbose_name = "底座"
