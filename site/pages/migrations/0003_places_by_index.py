from django.db import migrations

# What pages.visit asks of Wagtail's table for every visit, which has no index for any of it: with 50,000 pages that took
# 30 ms. Addresses can be longer than PostgreSQL's usual index takes; a hash is of one length.
ADDRESS = {
    "postgresql": "CREATE INDEX pages_by_address ON wagtailcore_page USING hash (url_path)",
    "sqlite": "CREATE INDEX pages_by_address ON wagtailcore_page (url_path)",
}
INDEXES = {
    "pages_by_depth": "CREATE INDEX pages_by_depth ON wagtailcore_page (depth)",
    "pages_not_live": "CREATE INDEX pages_not_live ON wagtailcore_page (numchild) WHERE NOT live",
}


def add(apps, schema_editor):
    for statement in (ADDRESS[schema_editor.connection.vendor], *INDEXES.values()):
        schema_editor.execute(statement)


def remove(apps, schema_editor):
    for name in ("pages_by_address", *INDEXES):
        schema_editor.execute(f"DROP INDEX IF EXISTS {name}")


class Migration(migrations.Migration):
    dependencies = [("pages", "0002_homepage"), ("wagtailcore", "0098_apitoken")]

    operations = [migrations.RunPython(add, remove)]
