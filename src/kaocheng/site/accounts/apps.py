"""The Django app of this folder (账号与岗位)."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """账号与岗位."""

    name = "kaocheng.site.accounts"
    label = "accounts"
    verbose_name = "账号与岗位"
