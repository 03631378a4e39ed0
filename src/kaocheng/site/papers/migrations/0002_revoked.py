"""Decisions that were revoked, and the kinds of papers that say so."""

from __future__ import annotations

from django.db import migrations, models

from kaocheng.cases.papers.kinds import PaperKind


class Migration(migrations.Migration):
    """The mark of a revoked decision."""

    dependencies = [("papers", "0001_initial")]
    operations = [
        migrations.AddField(
            model_name="storedpaper",
            name="revoked",
            field=models.BooleanField(default=False, verbose_name="已撤销"),
        ),
        migrations.AlterField(
            model_name="storedpaper",
            name="kind",
            field=models.CharField(
                choices=[(k.value, k.value) for k in PaperKind], max_length=24, verbose_name="种类"
            ),
        ),
    ]
