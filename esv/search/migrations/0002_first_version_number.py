from django.db import migrations


def start_counting(apps, schema_editor):
    apps.get_model("search", "IndexVersion").objects.get_or_create(pk=1)


class Migration(migrations.Migration):
    dependencies = [("search", "0001_index_in_postgresql")]
    operations = [migrations.RunPython(start_counting, migrations.RunPython.noop)]
