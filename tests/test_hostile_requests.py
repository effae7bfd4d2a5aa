"""Requests that no browser sends by itself: an answer below 500, the same page for the next visitor, nothing leaked."""

import gzip

import pytest
from django.test import Client

from editors import sign_in
from tests import factories

pytestmark = pytest.mark.django_db

INDEXES = {
    "gallery": (factories.PortraitPageFactory, "/portretten/"),
    "news": (factories.NewsPageFactory, "/nieuws/"),
    "research": (factories.ResearchPageFactory, "/onderzoek/"),
}
NO_PAGE = ["-1", "0", "abc", "1e9", "NaN", "%00", "٣", "1" + "0" * 30, "9" * 5000, "%ED%A0%80"]
FILTERS = {
    "unknown": "thema=bestaat-niet",
    "SQL": "thema=' OR 1=1--",
    "NUL": "thema=%00&jaar=%00",
    "many": "&".join(f"thema=t{number}" for number in range(500)),
    "a list": "thema[]=a&thema[0]=b",
    "twice": "pagina=1&pagina=abc",
    "bytes": "thema=%FF%FE&q=%ED%A0%80",
    "markup": 'thema="><script>alert(1)</script>',
    "a huge year": f"jaar={'9' * 400}",
}
POISON = {
    "X-Forwarded-Host": "evil.example",
    "X-Original-URL": "/beheer/",
    "X-Rewrite-URL": "/beheer/",
    "X-Forwarded-Scheme": "http",
    "X-Forwarded-Prefix": "/evil",
    "X-HTTP-Method-Override": "DELETE",
    "Forwarded": "host=evil.example",
    "Referer": "https://evil.example/",
    "User-Agent": "<script>evil.example</script>",
    "Accept-Language": "en,evil.example",
    "Cookie": "a=evil.example",
}


@pytest.mark.parametrize("number", NO_PAGE)
@pytest.mark.parametrize("name", INDEXES)
def test_a_page_number_that_makes_no_sense(client, name, number):
    factory, address = INDEXES[name]
    factory()
    assert client.get(f"{address}?pagina={number}").status_code == 404


@pytest.mark.parametrize("query", FILTERS.values(), ids=FILTERS)
@pytest.mark.parametrize("name", INDEXES)
def test_a_filter_that_makes_no_sense(client, name, query, django_assert_max_num_queries):
    factory, address = INDEXES[name]
    factory()
    with django_assert_max_num_queries(26):
        response = client.get(f"{address}?{query}")
    assert response.status_code in (200, 404)
    assert "<script>alert(1)" not in response.content.decode()


def test_an_unknown_filter_shows_everything(client):
    factories.NewsPageFactory()
    assert client.get("/nieuws/?thema=bestaat-niet").context["total"] == 1


def test_the_last_of_many_pages_is_not_indexed_under_its_filters(client):
    theme = factories.ThemeFactory(slug="een")
    for _ in range(30):
        factories.NewsPageFactory(themes=[theme])
    content = client.get("/nieuws/?thema=een&pagina=2").content.decode()
    assert '<meta name="robots" content="noindex, follow">' in content


# --- Methods, headers, bodies ------------------------------------------------------------------------------------


@pytest.mark.parametrize("headers", [{"Accept": "application/json"}, {"Range": "bytes=0-99999999"}, {"Range": "x"}])
def test_a_page_is_a_page_whatever_is_asked(client, headers):
    response = client.get("/", headers=headers)
    assert response.status_code == 200
    assert response["Content-Type"].startswith("text/html")
    assert response.content.endswith(b"</html>\n")


@pytest.mark.parametrize(
    "address", ["/", "/nieuws/", "/zoeken/", "/sitemap.xml", "/feeds/nieuws.xml", "/bestaat-niet/"]
)
def test_a_head_is_the_answer_without_its_body(client, address):
    factories.NewsPageFactory()
    head, full = client.head(address), client.get(address)
    assert (head.status_code, head["Content-Type"]) == (full.status_code, full["Content-Type"])
    assert head.content == b""


def test_tracing_is_refused(client):
    assert client.trace("/").status_code == 405


@pytest.mark.parametrize("name", POISON)
def test_a_header_changes_nothing_of_a_page(client, name):
    plain = client.get("/")
    poisoned = client.get("/", headers={name: POISON[name]})
    assert poisoned.content == plain.content
    assert "evil.example" not in str(poisoned.headers)


@pytest.mark.parametrize("query", ["utm_source=evil.example", "fbclid=evil.example", "x=evil.example"])
def test_a_campaign_changes_nothing_of_a_page(client, query):
    assert client.get(f"/?{query}").content == client.get("/").content


@pytest.mark.parametrize("cookie", ["a" * 60_000, "sessionid=\x00", "sessionid=é", "sessionid=" + "9" * 5000])
def test_a_cookie_that_makes_no_sense(client, cookie):
    assert client.get("/", HTTP_COOKIE=cookie).status_code == 200


def test_two_hundred_cookies(client):
    assert client.get("/", HTTP_COOKIE="; ".join(f"c{number}=x" for number in range(200))).status_code == 200


BROKEN_BODIES = {
    "no boundary": ("multipart/form-data", b"x"),
    "another boundary": ("multipart/form-data; boundary=a", b"--b\r\n\r\nx"),
    "cut off": ("multipart/form-data; boundary=a", b'--a\r\nContent-Disposition: form-data; name="username"\r\n\r\nx'),
    "a boundary of 5,000": (f"multipart/form-data; boundary={'a' * 5000}", b"x"),
    "JSON": ("application/json", b"{"),
    "XML": ("application/xml", b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'),
    "no such character set": ("application/x-www-form-urlencoded; charset=x-y", b"username=a"),
    "UTF-7": ("application/x-www-form-urlencoded; charset=utf-7", b"username=+ADw-"),
    "20,000 fields": ("application/x-www-form-urlencoded", b"&".join(b"f%d=1" % number for number in range(20_000))),
    "1,500 fields": ("application/x-www-form-urlencoded", b"&".join(b"f%d=1" % number for number in range(1_500))),
    "3 MB": ("application/x-www-form-urlencoded", b"username=" + b"a" * 3_000_000),
    "packed": ("application/x-www-form-urlencoded", gzip.compress(b"a" * 5_000_000)),
}


@pytest.mark.parametrize(("kind", "body"), BROKEN_BODIES.values(), ids=BROKEN_BODIES)
def test_a_body_that_is_broken(client, kind, body):
    response = client.generic("POST", "/beheer/login/", body, content_type=kind, HTTP_CONTENT_ENCODING="gzip")
    assert response.status_code in (200, 400, 413, 415)
    assert "Traceback" not in response.content.decode()


# --- Where only staff may come -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "address",
    [
        "/beheer/pages/{pk}/edit/preview/",
        "/beheer/pages/{pk}/edit/preview/?mode=&in_preview_panel=true",
        "/beheer/pages/{pk}/view_draft/",
        "/beheer/pages/{pk}/revisions/1/view/",
        "/beheer/pages/workflow/preview/{pk}/1/",
        "/beheer/pages/{pk}/history/",
        "/beheer/suggesties/{pk}/",
    ],
)
def test_a_preview_is_for_staff(client, address):
    page = factories.NewsPageFactory(live=False)
    response = client.get(address.format(pk=page.pk))
    assert response.status_code == 302
    assert response["Location"].startswith("/beheer/login/?next=")


@pytest.mark.parametrize("query", ["mode=landing", "in_preview_panel=true", "preview=1", "draft=1"])
def test_no_question_makes_a_page_a_preview(client, query):
    page = factories.NewsPageFactory(live=False)
    assert client.get(f"{page.url}?{query}").status_code == 404
    public = factories.NewsPageFactory()
    assert client.get(f"{public.url}?{query}").content == client.get(public.url).content


@pytest.mark.parametrize("number", ["0", "99999999999999999999", "9223372036854775808", "2147483648", "00", "٣"])
def test_a_document_that_cannot_be(client, number):
    for visitor in (client, sign_in()):
        response = visitor.get(f"/documenten/{number}/plan.pdf")
        assert response.status_code == 404
        assert "Deze pagina is er niet" in response.content.decode()


def test_what_goes_wrong_shows_nothing_of_the_inside():
    client = Client(raise_request_exception=False)
    response = client.get("/", HTTP_HOST="evil.example")
    assert response.status_code == 400
    assert "Traceback" not in response.content.decode()
