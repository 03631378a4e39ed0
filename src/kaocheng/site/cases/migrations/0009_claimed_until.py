"""The last day of an old permit as stated and not compared yet, apart from the one that silence renews after."""

from __future__ import annotations

import json

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps
from django.db.models import F, Q

from kaocheng.cases.encoding import decode_case
from kaocheng.cases.limits import permit_checked

_PIECE = 500


def fill(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Move the day of the open renewals whose permit nobody has compared."""
    del editor
    cases = apps.get_model("cases", "StoredCase")
    open_ones = cases.objects.filter(ended_at__isnull=True, renews_after__isnull=False)
    unchecked = [
        key
        for key, facts in open_ones.values_list("pk", "facts").iterator(chunk_size=_PIECE)
        if not permit_checked(decode_case(json.loads(facts)))
    ]
    for start in range(0, len(unchecked), _PIECE):
        piece = cases.objects.filter(pk__in=unchecked[start : start + _PIECE])
        piece.update(claimed_until=F("renews_after"), renews_after=None)


class Migration(migrations.Migration):
    """One column that may be null, filled for the open renewals, and its index."""

    dependencies = [("cases", "0008_parts_dated")]
    operations = [
        migrations.AddField(
            model_name="storedcase",
            name="claimed_until",
            field=models.DateField(null=True, verbose_name="原许可届满日（未核对）"),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.AddIndex(
            model_name="storedcase",
            index=models.Index(
                fields=["county", "claimed_until"],
                condition=Q(ended_at__isnull=True) & Q(claimed_until__isnull=False),
                name="case_open_claimed",
            ),
        ),
    ]  # fmt: skip
