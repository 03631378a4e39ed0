"""Who is asked to approve an extension (待批准延期); before this none waited for anybody."""

from __future__ import annotations

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    """A column with its index."""

    dependencies = [("cases", "0010_waiting_for_others")]
    operations = [
        migrations.AddField(
            model_name="storedcase",
            name="asked_of",
            field=models.CharField(
                blank=True, db_default="", default="", max_length=150, verbose_name="待其批准延期"
            ),
        ),
        migrations.AddIndex(
            model_name="storedcase",
            index=models.Index(
                fields=["county", "asked_of"], condition=~Q(asked_of=""), name="case_asked"
            ),
        ),
    ]  # fmt: skip
