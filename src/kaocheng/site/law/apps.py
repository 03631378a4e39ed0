"""The Django app of this folder (法定数据)."""

from django.apps import AppConfig


class LawConfig(AppConfig):
    """法定数据."""

    name = "kaocheng.site.law"
    label = "law"
    verbose_name = "法定数据"
