"""State and channel beside each part of a department, with the indexes its lists walk.

The columns are added by hand: a column with a default costs nothing on either database, while Django would build the
table of SQLite anew, millions of rows of it.
"""

from __future__ import annotations

from django.db import migrations, models

_ADD = 'ALTER TABLE "cases_storedpart" ADD COLUMN "{0}" varchar(8) NOT NULL DEFAULT \'\''
_DROP = 'ALTER TABLE "cases_storedpart" DROP COLUMN "{0}"'
_FILL = """
UPDATE "cases_storedpart" SET "state" = c."state", "channel" = c."channel"
FROM "cases_storedcase" AS c WHERE c."id" = "cases_storedpart"."case_id"
"""


def _added(name: str, title: str) -> migrations.SeparateDatabaseAndState:
    field = models.CharField(db_default="", max_length=8, verbose_name=title)
    return migrations.SeparateDatabaseAndState(
        [migrations.RunSQL(_ADD.format(name), _DROP.format(name))],
        [migrations.AddField(model_name="storedpart", name=name, field=field)],
    )


def _indexed(name: str, column: str) -> migrations.AddIndex:
    fields = ["county", "unit", column, "received_at", "case"]
    return migrations.AddIndex("storedpart", models.Index(fields=fields, name=name))


class Migration(migrations.Migration):
    """Two columns, filled from the cases, and two indexes."""

    dependencies = [("cases", "0006_narrowing_lists")]
    operations = [
        _added("state", "状态"),
        _added("channel", "渠道"),
        migrations.RunSQL(_FILL, migrations.RunSQL.noop),
        _indexed("part_state", "state"),
        _indexed("part_channel", "channel"),
    ]
