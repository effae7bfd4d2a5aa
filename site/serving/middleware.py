"""What is added to every answer on its way out."""

from django.conf import settings
from django.middleware.gzip import GZipMiddleware
from django.utils.cache import patch_cache_control, patch_vary_headers


class CompressionMiddleware(GZipMiddleware):
    """Compresses pages. What streams is a file, which is compressed already and may be asked for in parts."""

    def process_response(self, request, response):
        return response if response.streaming else super().process_response(request, response)


class StaffPolicyMiddleware:
    """Gives staff the content security policy that Wagtail's admin can live with; visitors keep the strict one.

    Staff is whoever is in the admin, or carries a session (visitors never get one): their pages show Wagtail's bar and
    preview. Such an answer is never kept by a cache.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        is_admin = request.path_info.startswith("/beheer/")
        if is_admin or settings.SESSION_COOKIE_NAME in request.COOKIES:
            response._csp_replace = settings.STAFF_CONTENT_SECURITY_POLICY
            response["X-Frame-Options"] = "SAMEORIGIN"
            patch_cache_control(response, private=True)
            if not is_admin:
                patch_vary_headers(response, ["Cookie"])
        response.headers.setdefault(
            "Permissions-Policy", "camera=(), geolocation=(), microphone=(), browsing-topics=()"
        )
        return response
