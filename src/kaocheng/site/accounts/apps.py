"""The Django app of this folder (账号与岗位)."""

from django.apps import AppConfig
from django.utils.module_loading import import_string


class AccountsConfig(AppConfig):
    """账号与岗位."""

    name = "kaocheng.site.accounts"
    label = "accounts"
    verbose_name = "账号与岗位"

    def ready(self) -> None:
        """Note every sign-in; models can only be imported once all apps are there."""
        signal = import_string("allauth.account.signals.user_logged_in")
        signal.connect(
            import_string("kaocheng.site.accounts.receivers.signed_in"),
            dispatch_uid="kaocheng.signed_in",
        )
