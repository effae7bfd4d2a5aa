"""Puts the words of municipalities in search/data/synoniemen.txt into the database; from then on editors keep them."""

from pathlib import Path

from django.db import migrations

LIST = Path(__file__).resolve().parents[1] / "data" / "synoniemen.txt"


def load(apps, schema_editor):
    lines = (line.strip() for line in LIST.read_text(encoding="utf-8").splitlines())
    synonym = apps.get_model("search", "Synonym")
    synonym.objects.bulk_create([synonym(words=line) for line in lines if line and not line.startswith("#")])


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]

    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
