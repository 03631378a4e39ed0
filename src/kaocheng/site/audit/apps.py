"""The Django app of this folder (事件与日志)."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """事件与日志."""

    name = "kaocheng.site.audit"
    label = "audit"
    verbose_name = "事件与日志"
