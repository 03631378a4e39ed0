"""The Django app of this folder (好差评)."""

from django.apps import AppConfig


class FeedbackConfig(AppConfig):
    """好差评."""

    name = "kaocheng.site.feedback"
    label = "feedback"
    verbose_name = "好差评"
