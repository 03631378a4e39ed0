"""The Django app of this folder (申请人)."""

from django.apps import AppConfig
from django.utils.module_loading import import_string


class ApplicantsConfig(AppConfig):
    """申请人."""

    name = "kaocheng.site.applicants"
    label = "applicants"
    verbose_name = "申请人"

    def ready(self) -> None:
        """Say who may open letters of authority."""
        register = import_string("kaocheng.site.base.files.register")
        register(import_string("kaocheng.site.applicants.letterfiles.LETTER"))
