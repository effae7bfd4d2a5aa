"""Puts our front page where Wagtail leaves its welcome page, with the site on it."""

from django.db import migrations


def create_homepage(apps, schema_editor):
    ContentType = apps.get_model("contenttypes.ContentType")
    Page = apps.get_model("wagtailcore.Page")
    Locale = apps.get_model("wagtailcore.Locale")
    Site = apps.get_model("wagtailcore.Site")
    HomePage = apps.get_model("pages.HomePage")

    # Staff see the root as the top of the explorer; Wagtail calls it Root.
    Page.objects.filter(depth=1).update(title="Alle pagina's", draft_title="Alle pagina's")

    # The welcome page takes Wagtail's default site along with it.
    page_type = ContentType.objects.get(app_label="wagtailcore", model="page")
    Page.objects.filter(content_type=page_type, slug="home", depth=2).delete()

    home_type, _ = ContentType.objects.get_or_create(app_label="pages", model="homepage")
    homepage = HomePage.objects.create(
        title="Voorpagina",
        draft_title="Voorpagina",
        slug="home",
        content_type=home_type,
        locale=Locale.objects.get(),
        path="00010001",
        depth=2,
        numchild=0,
        url_path="/home/",
    )
    Site.objects.create(hostname="localhost", root_page=homepage, is_default_site=True)


def remove_homepage(apps, schema_editor):
    # The site goes with the page.
    apps.get_model("pages.HomePage").objects.filter(slug="home", depth=2).delete()


class Migration(migrations.Migration):
    dependencies = [("pages", "0001_initial")]

    operations = [migrations.RunPython(create_homepage, remove_homepage)]
