"""What supervision watches besides the promised limit: indexes, and no day for serving where all is served."""

from __future__ import annotations

import json

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps
from django.db.models import Q

_PIECE = 500
_OPEN = Q(ended_at__isnull=True)


def served(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Take the day off whoever has been served; what was posted keeps it until it is signed for."""
    del editor
    cases = apps.get_model("cases", "StoredCase").objects.filter(serve_by__isnull=False)
    cases.filter(state__in=("归档", "撤销")).update(serve_by=None)
    out = cases.filter(state="已出件").values_list("pk", "facts")
    done = [key for key, facts in out.iterator(chunk_size=_PIECE) if not _posted(json.loads(facts))]
    for start in range(0, len(done), _PIECE):
        cases.filter(pk__in=done[start : start + _PIECE]).update(serve_by=None)


def _posted(facts: dict[str, object]) -> bool:
    delivery = facts.get("delivery")
    if not isinstance(delivery, dict):
        return False
    return delivery.get("mode") == "邮寄" and not delivery.get("served_at")


class Migration(migrations.Migration):
    """Five indexes, each over the few cases it is for."""

    dependencies = [("cases", "0003_traits")]
    operations = [
        migrations.RunPython(served, migrations.RunPython.noop),
        migrations.AddIndex(
            model_name="storedcase",
            index=models.Index(
                fields=["county", "legal_due_on"], condition=_OPEN, name="case_open_legal"
            ),
        ),
        migrations.AddIndex(
            model_name="storedcase",
            index=models.Index(
                fields=["county", "accepted_at"],
                condition=_OPEN & Q(immediate=True),
                name="case_open_immediate",
            ),
        ),
        migrations.AddIndex(
            model_name="storedcase",
            index=models.Index(
                fields=["county", "serve_by"],
                condition=Q(serve_by__isnull=False),
                name="case_serving",
            ),
        ),
        migrations.AddIndex(
            model_name="storedcase",
            index=models.Index(
                fields=["county", "supply_by"],
                condition=Q(supply_by__isnull=False),
                name="case_supplying",
            ),
        ),
        migrations.AddIndex(
            model_name="storedcase",
            index=models.Index(
                fields=["county", "moved_at"], condition=Q(last_move="urge"), name="case_urged"
            ),
        ),
    ]  # fmt: skip
