"""The door of the admin: who knocks too often waits, and nobody learns who has a key."""

import unicodedata
from datetime import timedelta
from http import HTTPStatus

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.http import HttpResponseRedirect
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from wagtail.admin.forms.auth import LoginForm as WagtailLoginForm
from wagtail.admin.views import account

from editing.tasks import mail_reset_links
from serving.limits import Limit, note_all
from serving.visitors import address_of

WAIT = timedelta(minutes=15)
WRONG_FOR_ONE_NAME = Limit("login", 5, WAIT)  # from one address
WRONG_FROM_ONE_ADDRESS = Limit("login from", 20, WAIT)  # whatever the names
RESETS_OF_ONE_MAIL = Limit("reset", 5, timedelta(hours=1))
RESETS_FROM_ONE_ADDRESS = Limit("reset from", 5, timedelta(hours=1))
TOO_OFTEN = "too_often"


class LoginForm(WagtailLoginForm):
    """Wagtail's form with the Dutch label that it lacks, with names by which password managers know its fields, and
    with an end to guessing.

    Whether the name exists makes no difference: Django hashes the password then too, and the count is the same.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["password"].label = "Wachtwoord"
        self.fields["username"].widget.attrs["autocomplete"] = "username"
        self.fields["password"].widget.attrs["autocomplete"] = "current-password"

    def clean(self):
        if not (self.cleaned_data.get("username") and self.cleaned_data.get("password")):
            return super().clean()  # nothing is tried
        name, address = same_for_all(self.cleaned_data["username"]), address_of(self.request)
        noted = note_all((WRONG_FOR_ONE_NAME, (name, address)), (WRONG_FROM_ONE_ADDRESS, (address,)))
        if not noted:
            raise forms.ValidationError(
                "Er is te vaak een verkeerd wachtwoord ingevuld. Wacht een kwartier en probeer het dan opnieuw.",
                code=TOO_OFTEN,
            )
        cleaned = super().clean()
        WRONG_FOR_ONE_NAME.forget(name, address)
        noted[-1].delete()  # it was not wrong
        return cleaned


class LoginView(account.LoginView):
    """Wagtail's page, which says so in its status when somebody has to wait."""

    def form_invalid(self, form):
        response = super().form_invalid(form)
        if form.has_error(NON_FIELD_ERRORS, TOO_OFTEN):
            response.status_code = HTTPStatus.TOO_MANY_REQUESTS
            response["Retry-After"] = str(int(WAIT.total_seconds()))
        return response


@method_decorator(never_cache, name="dispatch")
class PasswordResetView(account.PasswordResetView):
    """Wagtail's page, which answers the same to everybody in the same time: the worker writes the mail, if any."""

    def form_valid(self, form):
        mail, address = form.cleaned_data["email"], address_of(self.request)
        if note_all((RESETS_OF_ONE_MAIL, (same_for_all(mail),)), (RESETS_FROM_ONE_ADDRESS, (address,))):
            # Their numbers and not their addresses: tasks are kept for a while.
            mail_reset_links.enqueue([user.pk for user in form.get_users(mail)])
        return HttpResponseRedirect(self.get_success_url())


def same_for_all(name: str) -> str:
    """The name without what may differ in how it is typed."""
    return unicodedata.normalize("NFKC", name).strip().casefold()
