"""The Django app of this folder (文书与档案)."""

from django.apps import AppConfig


class PapersConfig(AppConfig):
    """文书与档案."""

    name = "kaocheng.site.papers"
    label = "papers"
    verbose_name = "文书与档案"
