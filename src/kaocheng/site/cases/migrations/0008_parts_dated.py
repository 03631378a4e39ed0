"""Days of acceptance and closing beside each part of a department, with the indexes its board counts by.

The columns may be null, so that adding them costs nothing on either database.
"""

from __future__ import annotations

from django.db import migrations, models

_FILL = """
UPDATE "cases_storedpart" SET "accepted_at" = c."accepted_at", "closed_at" = c."closed_at"
FROM "cases_storedcase" AS c WHERE c."id" = "cases_storedpart"."case_id"
AND (c."accepted_at" IS NOT NULL OR c."closed_at" IS NOT NULL)
"""


def _added(name: str, title: str) -> migrations.AddField:
    field = models.DateTimeField(null=True, verbose_name=title)
    return migrations.AddField(model_name="storedpart", name=name, field=field)


def _indexed(name: str, column: str) -> migrations.AddIndex:
    index = models.Index(
        fields=["county", "unit", column, "case"],
        condition=models.Q(**{f"{column}__isnull": False}),
        name=name,
    )
    return migrations.AddIndex("storedpart", index)


class Migration(migrations.Migration):
    """Two columns, filled from the cases, and two indexes."""

    dependencies = [("cases", "0007_parts_repeat")]
    operations = [
        _added("accepted_at", "受理时间"),
        _added("closed_at", "办结时间"),
        migrations.RunSQL(_FILL, migrations.RunSQL.noop),
        _indexed("part_accepted", "accepted_at"),
        _indexed("part_closed", "closed_at"),
    ]
