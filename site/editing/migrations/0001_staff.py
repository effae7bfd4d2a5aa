"""The two groups of staff and the workflow between them, in place of Wagtail's own.

Redactie writes and submits; Eindredactie reads along, publishes, and looks after everything except users and groups.
"""

from django.contrib.auth.management import create_permissions
from django.db import migrations

# An editor reads the first on a button: Indienen bij Eindredactie.
WORKFLOW = "Eindredactie"
TASK = "Eindredactie leest mee"
WAGTAIL_GROUPS = ["Editors", "Moderators"]
OWN_APPS = ["pages", "people", "programme"]

REDACTIE = [
    "wagtailadmin.access_admin",
    "people.add_person",
    "people.change_person",
    "people.view_municipality",
    "people.view_organisation",
    "pages.view_theme",
    "programme.view_edition",
]
REDACTIE_PAGES = ["add_page", "change_page"]
REDACTIE_FILES = [
    "wagtailimages.add_image",
    "wagtailimages.choose_image",
    "wagtaildocs.add_document",
    "wagtaildocs.choose_document",
]
EINDREDACTIE = [
    "wagtailadmin.access_admin",
    *(
        f"{app}.{action}_{model}"
        for app, model in (
            ("people", "person"),
            ("people", "organisation"),
            ("pages", "theme"),
            ("programme", "edition"),
            ("wagtailredirects", "redirect"),
        )
        for action in ("add", "change", "delete", "view")
    ),
    # Municipalities come from a list and never go: see people.wagtail_hooks.
    "people.change_municipality",
    "people.view_municipality",
    "pages.change_sitesettings",
]
EINDREDACTIE_PAGES = ["add_page", "change_page", "publish_page", "bulk_delete_page", "lock_page", "unlock_page"]
EINDREDACTIE_FILES = [
    *REDACTIE_FILES,
    "wagtailimages.change_image",
    "wagtaildocs.change_document",
    "wagtailcore.add_collection",
    "wagtailcore.change_collection",
    "wagtailcore.delete_collection",
]


def create_staff(apps, schema_editor):
    ensure_permissions(apps, [*OWN_APPS, "wagtailcore", "wagtailimages", "wagtaildocs", "wagtailredirects"])
    remove_wagtail_groups(apps)
    create_group(apps, "Redactie", REDACTIE, REDACTIE_PAGES, REDACTIE_FILES)
    readers = create_group(apps, "Eindredactie", EINDREDACTIE, EINDREDACTIE_PAGES, EINDREDACTIE_FILES)
    create_workflow(apps, readers)


def ensure_permissions(apps, labels):
    """Makes the permissions of these apps' models; Django does so only after the last migration."""
    for label in labels:
        config = apps.get_app_config(label)
        config.models_module = True  # create_permissions skips an app without models, and a historical app has none
        create_permissions(config, apps=apps, verbosity=0)
        config.models_module = None


def remove_wagtail_groups(apps):
    """Removes Wagtail's groups and the workflow made for them; a group with people in it stays."""
    apps.get_model("wagtailcore.Workflow").objects.filter(
        workflow_tasks__task__groupapprovaltask__groups__name="Moderators"
    ).delete()
    apps.get_model("wagtailcore.GroupApprovalTask").objects.filter(groups__name="Moderators").delete()
    apps.get_model("auth.Group").objects.filter(name__in=WAGTAIL_GROUPS, user=None).delete()


def create_group(apps, name, everywhere, on_pages, on_files):
    """The group with its permissions: everywhere, on every page, and on every collection of files."""
    root = apps.get_model("wagtailcore.Page").objects.get(depth=1)
    collection = apps.get_model("wagtailcore.Collection").objects.get(depth=1)
    group = apps.get_model("auth.Group").objects.create(name=name)
    group.permissions.set(find_permission(apps, label) for label in everywhere)
    for codename in on_pages:
        group.page_permissions.create(page=root, permission=find_permission(apps, f"wagtailcore.{codename}"))
    for label in on_files:
        group.collection_permissions.create(collection=collection, permission=find_permission(apps, label))
    return group


def find_permission(apps, label):
    app_label, codename = label.split(".")
    return apps.get_model("auth.Permission").objects.get(content_type__app_label=app_label, codename=codename)


def create_workflow(apps, readers):
    """One task for the whole site: somebody of the readers approves."""
    task_type, _ = apps.get_model("contenttypes.ContentType").objects.get_or_create(
        app_label="wagtailcore", model="groupapprovaltask"
    )
    task = apps.get_model("wagtailcore.GroupApprovalTask").objects.create(name=TASK, content_type=task_type)
    task.groups.add(readers)
    workflow = apps.get_model("wagtailcore.Workflow").objects.create(name=WORKFLOW)
    apps.get_model("wagtailcore.WorkflowTask").objects.create(workflow=workflow, task_id=task.pk, sort_order=0)
    root = apps.get_model("wagtailcore.Page").objects.get(depth=1)
    # The root page may have one workflow only; one that somebody made before stays.
    apps.get_model("wagtailcore.WorkflowPage").objects.get_or_create(page=root, defaults={"workflow": workflow})


def remove_staff(apps, schema_editor):
    """Takes our workflow and groups away; Wagtail's own do not come back."""
    apps.get_model("wagtailcore.Workflow").objects.filter(name=WORKFLOW).delete()
    apps.get_model("wagtailcore.GroupApprovalTask").objects.filter(name=TASK).delete()
    apps.get_model("auth.Group").objects.filter(name__in=["Redactie", "Eindredactie"]).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("pages", "0001_initial"),
        ("people", "0001_initial"),
        ("programme", "0001_initial"),
        ("portraits", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("wagtailadmin", "0006_formstate"),
        ("wagtailcore", "0098_apitoken"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("wagtailimages", "0027_image_description"),
        ("wagtailredirects", "0008_add_verbose_name_plural"),
    ]

    operations = [migrations.RunPython(create_staff, remove_staff)]
