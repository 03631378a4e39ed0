"""A table of traits, filled from the records of the cases there are."""

from __future__ import annotations

import json

import django.db.models.deletion
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from kaocheng.cases.encoding import decode_case
from kaocheng.cases.traits import traits_of, written

_PIECE = 500


def fill(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """A row for every case that has traits."""
    del editor
    cases, rows = apps.get_model("cases", "StoredCase"), apps.get_model("cases", "StoredTraits")
    found = cases.objects.order_by("pk").values_list("pk", "county", "facts")
    held = []
    for key, county, facts in found.iterator(chunk_size=_PIECE):
        if words := written(traits_of(decode_case(json.loads(facts)))):
            held.append(rows(case_id=key, county=county, words=words))
        if len(held) >= _PIECE:
            rows.objects.bulk_create(held)
            held = []
    rows.objects.bulk_create(held)


class Migration(migrations.Migration):
    """Traits of cases."""

    dependencies = [("cases", "0002_indexes_of_lists")]
    operations = [
        migrations.CreateModel(
            name="StoredTraits",
            fields=[
                (
                    "case",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, primary_key=True,
                        related_name="traits", serialize=False, to="cases.storedcase",
                        verbose_name="办件",
                    ),
                ),
                ("county", models.CharField(max_length=6, verbose_name="行政区划代码")),
                ("words", models.CharField(max_length=80, verbose_name="特征")),
            ],
            options={"verbose_name": "办件特征", "verbose_name_plural": "办件特征"},
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]  # fmt: skip
