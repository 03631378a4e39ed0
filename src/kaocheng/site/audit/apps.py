"""The Django app of this folder (事件与日志)."""

from django.apps import AppConfig
from django.core.checks import register
from django.utils.module_loading import import_string


class AuditConfig(AppConfig):
    """事件与日志."""

    name = "kaocheng.site.audit"
    label = "audit"
    verbose_name = "事件与日志"

    def ready(self) -> None:
        """Have the chosen digest checked at the start."""
        register(import_string("kaocheng.site.audit.checks.check_digest"))
