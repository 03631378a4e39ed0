"""What a special procedure was told to last, what waits for a second one, and the trait of what was sent back."""

from __future__ import annotations

import json

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps
from django.db.models import Q

from kaocheng.cases.encoding import decode_case
from kaocheng.cases.limits import special_due
from kaocheng.cases.traits import Trait, traits_of, written
from kaocheng.law.calendar import work_calendar

_PIECE = 500
_OPEN = Q(ended_at__isnull=True)
_NEVER_ACCEPTED = Q(ended_at__isnull=False, accepted_at__isnull=True)


def fill(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """The day of the special procedures under way, and the trait of the cases that were sent back."""
    del editor
    cases, traits = apps.get_model("cases", "StoredCase"), apps.get_model("cases", "StoredTraits")
    calendar = work_calendar()
    for key, facts in cases.objects.filter(paused=True).values_list("pk", "facts"):
        running = decode_case(json.loads(facts)).running
        days = [day for one in running if (day := special_due(one, calendar))]
        cases.objects.filter(pk=key).update(special_by=min(days, default=None))
    ended = cases.objects.filter(_NEVER_ACCEPTED).order_by("pk")
    for key, county, facts in ended.values_list("pk", "county", "facts").iterator(_PIECE):
        found = traits_of(decode_case(json.loads(facts)))
        if Trait.RETURNED in found:
            told = {"county": county, "words": written(found)}
            traits.objects.update_or_create(case_id=key, defaults=told)


class Migration(migrations.Migration):
    """Three columns with their indexes, filled for the cases there are."""

    dependencies = [("cases", "0009_claimed_until")]
    operations = [
        migrations.AddField(
            model_name="storedcase",
            name="special_by",
            field=models.DateField(null=True, verbose_name="特别程序期满日"),
        ),
        migrations.AddField(
            model_name="storedcase",
            name="returning",
            field=models.BooleanField(db_default=False, default=False, verbose_name="待确认退件"),
        ),
        migrations.AddField(
            model_name="storedcase",
            name="offered_to",
            field=models.CharField(
                blank=True, db_default="", default="", max_length=40, verbose_name="拟接受决定权的部门"
            ),
        ),
        migrations.AddIndex(
            model_name="storedcase",
            index=models.Index(
                fields=["county", "special_by"],
                condition=_OPEN & Q(special_by__isnull=False),
                name="case_open_special",
            ),
        ),
        migrations.AddIndex(
            model_name="storedcase",
            index=models.Index(
                fields=["county", "received_at"], condition=Q(returning=True), name="case_returning"
            ),
        ),
        migrations.AddIndex(
            model_name="storedcase",
            index=models.Index(
                fields=["county", "offered_to"], condition=~Q(offered_to=""), name="case_offered"
            ),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]  # fmt: skip
