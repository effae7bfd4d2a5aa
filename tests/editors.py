"""Editors at work: signed in as a member of a group, sending the forms that the admin itself gives out."""

from django.contrib.auth.models import Group, User
from django.test import Client
from wagtail.test.utils.form_data import querydict_from_html

ACTIONS = ("action-publish", "action-submit", "workflow-action-name")


def sign_in(group: str = "") -> Client:
    """A browser in which a member of the group is signed in; without a group somebody who may do everything."""
    user = User.objects.create_user(f"iemand-{User.objects.count()}", is_superuser=not group)
    if group:
        user.groups.add(Group.objects.get(name=group))
    client = Client()
    client.force_login(user)
    return client


def fill_in(client: Client, url: str, **fields):
    """The page's form as it stands at that address, with these fields filled in; no button pressed yet."""
    response = client.get(url)
    assert response.status_code == 200, f"{url} gives {response.status_code}"
    data = querydict_from_html(response.content.decode(), form_id="page-edit-form")
    for action in ACTIONS:
        data.pop(action, None)
    data["body-count"] = "0"  # the blocks of a body are drawn by JavaScript, so the form lacks them here
    for name, value in fields.items():
        data[name] = value
    return data


def press(client: Client, url: str, data, button: str = "", **headers):
    """The answer to sending the form with that button; none saves a draft."""
    return client.post(url, data | {button: "1"} if button else data, headers=headers)


def autosave(client: Client, url: str, data):
    """The JSON that comes back when the editor saves by itself."""
    response = press(client, url, data, accept="application/json")
    return response.json()
