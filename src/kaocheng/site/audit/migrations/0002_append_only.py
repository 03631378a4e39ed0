"""Forbid changing and deleting audit rows (只增不改), by triggers of the database in use."""

from __future__ import annotations

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from kaocheng.site.audit.triggers import allow_changes, forbid_changes


def forbid(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Put the triggers on."""
    del apps
    forbid_changes(editor.connection)


def allow(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Take the triggers off again."""
    del apps
    allow_changes(editor.connection)


class Migration(migrations.Migration):
    """Triggers against UPDATE and DELETE."""

    dependencies = [("audit", "0001_initial")]
    operations = [migrations.RunPython(forbid, allow, atomic=True)]
