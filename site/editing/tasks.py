"""What the worker does for the people who work here."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth import get_user_model
from django_tasks import task
from wagtail.admin.forms.auth import PasswordResetForm
from wagtail.admin.views.account import PasswordResetView


@task()
def mail_reset_links(user_ids: list[int]) -> None:
    """Mails each of them a link to choose another password."""
    base = urlsplit(settings.BASE_URL)
    for email in get_user_model().objects.filter(pk__in=user_ids).values_list("email", flat=True).distinct():
        form = PasswordResetForm({"email": email})
        if form.is_valid():
            form.save(
                domain_override=base.netloc,
                use_https=base.scheme == "https",
                subject_template_name=PasswordResetView.subject_template_name,
                email_template_name=PasswordResetView.email_template_name,
            )
