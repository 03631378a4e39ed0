"""Files found by their content (按内容找文件), for sweeping."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("base", "0001_initial")]

    operations = [
        migrations.AddIndex(
            model_name="storedfile",
            index=models.Index(fields=["sha256"], name="file_by_content"),
        ),
    ]
