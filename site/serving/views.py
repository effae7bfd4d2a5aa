from django.db import connection
from django.db.utils import DatabaseError
from django.http import HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe


@never_cache
@require_safe
def alive(request):
    """The process answers."""
    return HttpResponse("gezond\n", content_type="text/plain; charset=utf-8")


@never_cache
@require_safe
def ready(request):
    """The process can serve pages: its database answers. 503 if not."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 FROM wagtailcore_page LIMIT 1")
    except DatabaseError:
        return HttpResponse(
            "niet klaar: de database antwoordt niet\n", status=503, content_type="text/plain; charset=utf-8"
        )
    return HttpResponse("klaar\n", content_type="text/plain; charset=utf-8")
