"""The Django app of this folder (监督)."""

from django.apps import AppConfig


class SupervisionConfig(AppConfig):
    """监督."""

    name = "kaocheng.site.supervision"
    label = "supervision"
    verbose_name = "监督"
