"""Whether a case waits for corrected materials, filled from the records of the cases at work."""

from __future__ import annotations

import json

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps
from django.db.models import Q

from kaocheng.cases.encoding import decode_case

_PIECE = 500


def fill(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Mark the cases whose corrections have not been answered."""
    del editor
    cases = apps.get_model("cases", "StoredCase")
    found = cases.objects.filter(state__in=("审查", "待决定")).values_list("pk", "facts")
    waiting = [
        key
        for key, facts in found.iterator(chunk_size=_PIECE)
        if decode_case(json.loads(facts)).correcting
    ]
    for start in range(0, len(waiting), _PIECE):
        cases.objects.filter(pk__in=waiting[start : start + _PIECE]).update(correcting=True)


class Migration(migrations.Migration):
    """Cases that wait for corrected materials, and the index their queue is read by."""

    dependencies = [("cases", "0004_watched")]
    operations = [
        migrations.AddField(
            model_name="storedcase",
            name="correcting",
            field=models.BooleanField(default=False, verbose_name="待更正材料"),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.AddIndex(
            model_name="storedcase",
            index=models.Index(
                fields=["county", "due_on"], condition=Q(correcting=True), name="case_correcting"
            ),
        ),
    ]  # fmt: skip
