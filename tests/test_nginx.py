"""The proxy of production, with our own nginx.conf, before the site: files come from nginx, on the site's word."""

import contextlib
import os
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.handlers.wsgi import WSGIHandler
from django.db import connection, connections
from django.test.testcases import LiveServerThread

import factories
from media import sizes
from media.models import SiteDocument
from media.pictures import picture_in

CONFIGURATION = Path(__file__).resolve().parents[1] / "site" / "deploy" / "nginx.conf"
NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")

pytestmark = [
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.skipif(not NGINX, reason="no nginx here: python3 site/deploy/machine.py nginx"),
]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def configuration(folder: Path, port: int, site: str, media: Path) -> str:
    """The file of production with this machine's ports, folder and no certificate."""
    server = CONFIGURATION.read_text()
    changes = {
        "server 127.0.0.1:8000;": f"server {site};",
        "alias /var/lib/leergang/media/;": f"alias {media}/;",
        "listen 443 ssl http2;": f"listen 127.0.0.1:{port};",
        "    listen [::]:443 ssl http2;\n": "",
        "listen 80;": f"listen 127.0.0.1:{free_port()};",
        "    listen [::]:80;\n": "",
        "leergang.example": "localhost",
    }
    for written, changed in changes.items():
        assert written in server, written
        server = server.replace(written, changed)
    server = "\n".join(line for line in server.splitlines() if not line.strip().startswith("ssl_"))
    temporary = "\n".join(
        f"{kind}_temp_path {folder}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    user = "user root;" if os.geteuid() == 0 else ""
    return f"""{user}
daemon off; master_process on; worker_processes 1; pid {folder}/pid; error_log {folder}/errors;
events {{ worker_connections 64; }}
http {{ include /etc/nginx/mime.types; access_log off; {temporary}
{server}
}}"""


@pytest.fixture
def site(transactional_db):
    """Host and port of a running site. Not pytest's `live_server`, which serves MEDIA_ROOT itself, to everybody."""
    is_in_memory = connection.vendor == "sqlite"
    if is_in_memory:
        connection.inc_thread_sharing()
    shared = {connection.alias: connections[connection.alias]} if is_in_memory else {}
    thread = LiveServerThread("127.0.0.1", lambda handler: WSGIHandler(), connections_override=shared)
    thread.daemon = True
    thread.start()
    thread.is_ready.wait()
    assert thread.error is None
    yield f"127.0.0.1:{thread.port}"
    thread.terminate()
    if is_in_memory:
        connection.dec_thread_sharing()


@pytest.fixture
def proxy(site, settings, tmp_path):
    """The address of nginx before a running site."""
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.X_ACCEL_REDIRECT = "/intern/"
    with nginx_before(site, tmp_path) as address:
        yield address


@contextlib.contextmanager
def nginx_before(site: str, folder: Path) -> Iterator[str]:
    """The address of nginx before what is at this host and port."""
    (folder / "nginx").mkdir()
    port = free_port()
    file = folder / "nginx.conf"
    file.write_text(configuration(folder / "nginx", port, site, folder / "media"))
    process = subprocess.Popen([NGINX, "-c", file, "-p", folder, "-e", folder / "nginx/errors"])
    try:
        until = time.monotonic() + 20
        with socket.socket() as probe:
            while probe.connect_ex(("127.0.0.1", port)):
                assert process.poll() is None and time.monotonic() < until, (folder / "nginx/errors").read_text()
                time.sleep(0.05)
        yield f"http://localhost:{port}"
    finally:
        process.terminate()
        process.wait(20)


def ask(url: str, method: str = "GET", **headers: str):
    """Status, headers and body of an answer."""
    request = urllib.request.Request(url, headers=headers, method=method)
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as refusal:
        with refusal:
            return refusal.code, refusal.headers, refusal.read()


def test_nginx_sends_what_the_site_allows_and_nothing_else(proxy, settings):
    image = factories.make_image(has_sizes=True)
    document = SiteDocument.objects.create(title="Plan", file=ContentFile(b"%PDF-1.7 0123456789", "a1b2c3.pdf"))
    page = factories.NewsPageFactory(image=image, body=[{"type": "document", "value": {"document": document.pk}}])
    picture = proxy + picture_in(image, "wide").fallback.url
    name = next(name for name in sizes.files_of(image) if name.endswith("720.jpg"))

    status, headers, body = ask(picture)
    assert status == 200 and body == (settings.MEDIA_ROOT / name).read_bytes()
    assert headers["Content-Type"] == "image/jpeg" and "s-maxage=60" in headers["Cache-Control"]
    assert headers["X-Content-Type-Options"] == "nosniff" and headers["Server"] == "nginx"
    assert headers["Content-Security-Policy"] == "default-src 'none'"
    assert "X-Accel-Redirect" not in headers

    known = {"If-None-Match": headers["ETag"]}
    assert ask(picture, **known)[0] == 304
    assert ask(picture, Range="bytes=0-2")[0::2] == (206, b"\xff\xd8\xff")
    status, headers, body = ask(picture, method="HEAD")
    assert (status, body) == (200, b"") and int(headers["Content-Length"]) > 1000

    status, headers, body = ask(proxy + document.url)
    assert (status, body, headers["Content-Type"]) == (200, b"%PDF-1.7 0123456789", "application/pdf")
    assert headers["Content-Disposition"] == 'attachment; filename="plan.pdf"'

    for inside in (f"/intern/{name}", f"/intern/{image.file.name}", f"/bestanden/{image.file.name}", "/intern/"):
        assert ask(proxy + inside)[0] == 404, inside
    page.unpublish()
    assert ask(picture, **known)[0] == 404
    assert ask(proxy + document.url, **known)[0] == 404


# --- What nginx refuses ------------------------------------------------------------------------------------------


def send(proxy: str, request: bytes) -> bytes:
    """What comes back after these bytes, until nginx ends the connection."""
    received = b""
    with socket.create_connection(("127.0.0.1", int(proxy.rpartition(":")[2])), 20) as connected:
        with contextlib.suppress(ConnectionError):  # it need not read all before it refuses
            connected.sendall(request)
        with contextlib.suppress(ConnectionError):
            while chunk := connected.recv(65536):
                received += chunk
    return received


START = b"POST /beheer/login/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
SENSELESS = {
    "long address": (b"GET /?q=" + b"a" * 100_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n", {400, 414}),
    "large header": (b"GET / HTTP/1.1\r\nHost: localhost\r\nX-A: " + b"a" * 64_000 + b"\r\n\r\n", {400, 431}),
    "NUL": (b"GET / HTTP/1.1\r\nHost: localhost\r\nCookie: a=\x00\r\n\r\n", {400}),
    "odd host": (b"GET / HTTP/1.1\r\nHost: a b\r\n\r\n", {400}),
    "no host": (b"GET / HTTP/1.1\r\n\r\n", {400}),
    "no request": (b"rommel\r\n\r\n", {400}),
    "less than nothing": (START + b"Content-Length: -1\r\n\r\n", {400}),
    "3 GB": (START + b"Content-Length: 3000000000\r\n\r\n", {413}),
    "two lengths": (START + b"Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", {400}),
    "no chunk": (START + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n", {400}),
}


@pytest.mark.parametrize(("request_", "statuses"), SENSELESS.values(), ids=SENSELESS)
def test_what_makes_no_sense_is_refused_in_dutch(proxy, request_, statuses):
    answer = send(proxy, request_)
    assert int(answer.split(b" ")[1]) in statuses
    assert b'lang="nl"' in answer


def test_nobody_is_led_off_the_site(proxy):
    for path in (b"//evil.example/", b"/\\evil.example/", b"/%0d%0aSet-Cookie:x", b"/%0d%0aSet-Cookie:x/"):
        answer = send(proxy, b"GET " + path + b" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        head = answer.partition(b"\r\n\r\n")[0].lower()
        assert int(head.split(b" ")[1]) < 500
        assert b"set-cookie" not in head
        assert b"location: //" not in head and b"location: http://evil" not in head


def test_a_dot_behind_the_host_leads_to_the_host_itself(proxy):
    answer = send(proxy, b"GET /nieuws/?a=1 HTTP/1.1\r\nHost: localhost.\r\nConnection: close\r\n\r\n")
    assert answer.startswith(b"HTTP/1.1 301 ") and b"Location: https://localhost/nieuws/?a=1\r\n" in answer


def test_who_knocks_all_the_time_is_told_to_wait_in_dutch(proxy):
    answers = [ask(f"{proxy}/beheer/login/") for _ in range(14)]
    status, headers, body = answers[-1]
    assert (status, headers["Retry-After"]) == (429, "60")
    assert "Wacht een minuut" in body.decode()


def test_a_site_that_does_not_answer_is_said_to_be_so_in_dutch(tmp_path):
    with nginx_before(f"127.0.0.1:{free_port()}", tmp_path) as address:
        status, headers, body = ask(address)
    assert (status, headers["Retry-After"]) == (503, "30")
    assert "even niet bereikbaar" in body.decode()
