"""Migrations say what the rows say, and every name in the settings leads somewhere."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.core.management import call_command
from django.utils.module_loading import import_string


@pytest.mark.django_db
def test_no_migration_is_missing() -> None:
    """A changed row without its migration would fail on a machine that has data."""
    try:
        call_command("makemigrations", check=True, dry_run=True, verbosity=1)
    except SystemExit:
        pytest.fail("rows were changed without their migration (see the output above)")


def test_every_name_in_the_settings_leads_somewhere() -> None:
    """Named as text, because the lower apps do not know the higher ones."""
    names = [
        settings.REFUSAL_LOG,
        settings.EVENT_LOG,
        settings.ACCOUNT_ADAPTER,
        settings.MFA_ADAPTER,
        settings.SOCIALACCOUNT_ADAPTER,
        settings.AXES_LOCKOUT_CALLABLE,
        settings.CSRF_FAILURE_VIEW,
        *settings.ACCOUNT_FORMS.values(),
        *settings.MFA_FORMS.values(),
        *settings.MIDDLEWARE,
    ]
    assert all(callable(import_string(name)) for name in names)
