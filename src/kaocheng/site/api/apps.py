"""The Django app of this folder (接口)."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """接口."""

    name = "kaocheng.site.api"
    label = "api"
    verbose_name = "接口"
