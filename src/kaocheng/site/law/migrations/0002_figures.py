"""Values a county sets itself for what no law fixes."""

from __future__ import annotations

from django.db import migrations, models

_STATES = [("proposed", "待批准"), ("approved", "已生效"), ("rejected", "未批准")]


class Migration(migrations.Migration):
    """One table."""

    dependencies = [("law", "0001_initial")]
    operations = [
        migrations.CreateModel(
            name="StoredFigure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("county", models.CharField(max_length=6, verbose_name="县级行政区划代码")),
                ("name", models.CharField(max_length=60, verbose_name="名称")),
                ("value", models.PositiveIntegerField(verbose_name="取值")),
                ("since", models.DateField(verbose_name="起用日")),
                ("document", models.CharField(max_length=60, verbose_name="文号")),
                ("basis", models.CharField(max_length=200, verbose_name="依据")),
                ("state", models.CharField(choices=_STATES, max_length=10, verbose_name="状态")),
                ("proposed_by", models.CharField(max_length=150, verbose_name="录入人")),
                ("proposed_at", models.DateTimeField(verbose_name="录入时间")),
                ("decided_by", models.CharField(blank=True, max_length=150, verbose_name="批准人")),
                ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="批准时间")),
                ("remark", models.CharField(blank=True, max_length=300, verbose_name="意见")),
            ],
            options={
                "verbose_name": "本地取值",
                "verbose_name_plural": "本地取值",
                "indexes": [models.Index(fields=["county", "state", "since"], name="figure_state")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("decided_by", models.F("proposed_by")), _negated=True),
                        name="figure_two_people",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "approved")),
                        fields=("county", "name", "since"),
                        name="figure_once_a_day",
                    ),
                ],
            },
        ),
    ]  # fmt: skip
