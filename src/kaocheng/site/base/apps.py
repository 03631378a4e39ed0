"""The Django app of this folder (底座)."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate

from kaocheng.site.base import checks, numbering

__all__ = ["BaseConfig", "checks"]


class BaseConfig(AppConfig):
    """底座."""

    name = "kaocheng.site.base"
    label = "base"
    verbose_name = "底座"

    def ready(self) -> None:
        """Ids of this county begin where those of no other county are."""
        post_migrate.connect(numbering.seed_ids, dispatch_uid="kaocheng.ids")
