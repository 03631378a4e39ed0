"""The Django app of this folder (申请人)."""

from django.apps import AppConfig


class ApplicantsConfig(AppConfig):
    """申请人."""

    name = "kaocheng.site.applicants"
    label = "applicants"
    verbose_name = "申请人"
