"""Who may do what about searching: Redactie sees what is searched, Eindredactie acts on it."""

from importlib import import_module

from django.db import migrations

staff = import_module("editing.migrations.0001_staff")

REDACTIE = ["search.view_searchcount"]
EINDREDACTIE = [
    *REDACTIE,
    "search.add_ignoredquery",
    *(f"search.{action}_synonym" for action in ("add", "change", "delete", "view")),
    *(f"wagtailsearchpromotions.{action}_searchpromotion" for action in ("add", "change", "delete", "view")),
]


def grant(apps, schema_editor):
    staff.ensure_permissions(apps, ["search", "wagtailsearchpromotions"])
    for name, labels in (("Redactie", REDACTIE), ("Eindredactie", EINDREDACTIE)):
        group = apps.get_model("auth.Group").objects.filter(name=name).first()
        if group:
            group.permissions.add(*(staff.find_permission(apps, label) for label in labels))


class Migration(migrations.Migration):
    dependencies = [
        ("editing", "0001_staff"),
        ("search", "0001_initial"),
        ("wagtailsearchpromotions", "0008_query_verbose_name"),
    ]

    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
