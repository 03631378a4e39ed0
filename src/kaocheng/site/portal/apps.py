"""The Django app of this folder (网上大厅)."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """网上大厅."""

    name = "kaocheng.site.portal"
    label = "portal"
    verbose_name = "网上大厅"
