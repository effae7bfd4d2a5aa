from wagtail.admin import messages


class UploadNoticesMiddleware:
    """Shows an editor what the intake changed or noticed about an upload, on the next page of the admin.

    The form field knows it but has no request; the view has one but is Wagtail's. What Wagtail or our form has already
    said in the answer itself is not repeated.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        # Only where the view has read the form; reading it here would parse every body.
        for upload in getattr(request, "_files", {}).values():
            for notice in getattr(upload, "notices", []):
                tell(request, notice, says_duplicates=response.get("Content-Type", "").startswith("application/json"))
        return response


def tell(request, notice, says_duplicates: bool) -> None:
    """Wagtail's answers in JSON, to its choosers and uploads of many, have their own dialog for a duplicate."""
    if not notice.link:
        messages.warning(request, notice)
    elif not says_duplicates:
        messages.warning(request, notice, buttons=[messages.button(notice.link, "Bekijk de eerdere")])
