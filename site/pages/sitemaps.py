from xml.sax.xmlreader import AttributesImpl

from django.conf import settings
from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.xmlutils import SimplerXMLGenerator
from django.views.decorators.http import require_safe
from wagtail.models import Site

from pages.visibility import visible

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


@require_safe
def sitemap(request):
    """Every visible page with its last change, written row by row from one query (Wagtail's builds every page)."""
    roots = Site.get_site_root_paths()
    if not roots:
        raise Http404
    root_path = roots[0].root_path
    response = HttpResponse(content_type="application/xml; charset=utf-8")
    xml = SimplerXMLGenerator(response, "utf-8")
    xml.startDocument()
    xml.startElement("urlset", AttributesImpl({"xmlns": NAMESPACE}))
    rows = (
        visible().filter(url_path__startswith=root_path).order_by("path").values_list("url_path", "last_published_at")
    )
    for url_path, changed in rows.iterator():
        xml.startElement("url", AttributesImpl({}))
        xml.addQuickElement("loc", f"{settings.BASE_URL}/{url_path.removeprefix(root_path)}")
        if changed:
            xml.addQuickElement("lastmod", timezone.localdate(changed).isoformat())
        xml.endElement("url")
    xml.endElement("urlset")
    xml.endDocument()
    return response
