"""Counts shared by all processes (频次计数)."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("base", "0002_file_by_content")]

    operations = [
        migrations.CreateModel(
            name="StoredMeter",
            fields=[
                ("key", models.CharField(max_length=200, primary_key=True, serialize=False, verbose_name="计数对象")),
                ("ends", models.BigIntegerField(verbose_name="失效时刻")),
                ("times", models.PositiveIntegerField(verbose_name="次数")),
            ],
            options={
                "verbose_name": "频次计数",
                "verbose_name_plural": "频次计数",
                "indexes": [models.Index(fields=["ends"], name="meter_ends")],
            },
        ),
    ]
