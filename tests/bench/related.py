"""How long related items take: a draft's suggestions, a publish, a view and a full rebuild.

    python tests/bench/related.py 1000 10000                              # on a SQLite of its own
    python tests/postgres.py python tests/bench/related.py 1000 10000     # on a PostgreSQL of its own

The pages are news items made of paragraphs of the judged collection, mixed with a fixed seed. All in one process, which
is what the worker is; its largest size is printed too.
"""

import datetime
import json
import os
import random
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VAR = tempfile.mkdtemp(prefix="leergang-bench-")
sys.path[:0] = [str(ROOT), str(ROOT / "site"), str(ROOT / "tests"), str(ROOT / "tests" / "relevance")]
os.environ.update(
    DJANGO_SETTINGS_MODULE="config.settings",
    SECRET_KEY="only-for-the-benchmark-0123456789-abcdefghijklmnopqrstu",
    ENV_FILE=os.devnull,
    VAR_DIR=VAR,
    PLAIN_HTTP="true",
    LOG_LEVEL="ERROR",
)
os.environ.setdefault("DATABASE_URL", f"sqlite:///{VAR}/db.sqlite3")

import django  # noqa: E402 - after the environment

django.setup()

import collection  # noqa: E402
from django.contrib.contenttypes.models import ContentType  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from wagtail.models import Page  # noqa: E402

import factories  # noqa: E402
from pages.models import PageTheme  # noqa: E402
from pages.visibility import closed_branches_looked_up_once  # noqa: E402
from programme.models import NewsPage  # noqa: E402
from search.models import PageProfile, RelatedItem  # noqa: E402
from search.related import related_to, suggest_for_draft  # noqa: E402
from search.renewal import rebuild, renew  # noqa: E402
from search.templatetags import related_tags  # noqa: E402

AT_ONCE = 1000


def writer(chance: random.Random) -> Callable[[], dict]:
    """Makes the texts of one page at a time: mostly of one subject, with a paragraph of another."""
    texts = collection.texts()

    def write() -> dict:
        main, other = chance.choice(texts), chance.choice(texts)
        near = texts[(texts.index(main) // 8) * 8 + chance.randrange(8)]
        parts = chance.sample(main["body"].split("\n\n"), 2) if main["body"].count("\n\n") else [main["body"]]
        parts += [chance.choice(near["body"].split("\n\n")), chance.choice(other["body"].split("\n\n"))]
        body = json.dumps([{"type": "paragraph", "value": f"<p>{part}</p>"} for part in parts])
        return {"title": near["title"][:200], "lead": main["lead"][:400], "body": body}

    return write


def make_pages(count: int, chance: random.Random) -> None:
    parent = factories.the_only(factories.NewsIndexPageFactory)()
    themes = [factories.ThemeFactory() for _ in range(12)]
    write = writer(chance)
    kind = ContentType.objects.get_for_model(NewsPage)
    for start in range(parent.numchild, parent.numchild + count, AT_ONCE):
        numbers = range(start + 1, min(start + AT_ONCE, parent.numchild + count) + 1)
        made = [NewsPage(**write(), date=datetime.date(2020, 1, 1), content_type=kind) for _ in numbers]
        for number, page in zip(numbers, made, strict=True):
            page.slug, page.live, page.locale_id = f"bericht-{number}", True, parent.locale_id
            page.draft_title, page.depth = page.title, parent.depth + 1
            page.path = Page._get_path(parent.path, page.depth, number)
            page.url_path = f"{parent.url_path}{page.slug}/"
        columns = [field.name for field in Page._meta.concrete_fields if not field.primary_key]
        rows = Page.objects.bulk_create([Page(**{name: getattr(page, name) for name in columns}) for page in made])
        for page, row in zip(made, rows, strict=True):
            page.page_ptr_id = row.pk
        NewsPage.objects.get_queryset()._insert(made, fields=NewsPage._meta.local_concrete_fields, using="default")
        PageTheme.objects.bulk_create(PageTheme(page_id=row.pk, theme=chance.choice(themes)) for row in rows)
    Page.objects.filter(pk=parent.pk).update(numchild=parent.numchild + count)


@dataclass(frozen=True, order=True)
class Taken:
    """Milliseconds of one call: on the clock, and of this process alone (the database's work is not in that)."""

    clock: float
    process: float


def timed(work: Callable[[], object]) -> Taken:
    start, process = time.perf_counter(), time.process_time()
    work()
    return Taken((time.perf_counter() - start) * 1000, (time.process_time() - process) * 1000)


def spread(times: Iterable[Taken]) -> str:
    ordered = sorted(times)
    process = sorted(each.process for each in ordered)
    p95 = int(len(ordered) * 0.95)
    return (
        f"median {statistics.median(each.clock for each in ordered):.1f} ms, p95 {ordered[p95].clock:.1f} ms"
        f"; of the process alone {statistics.median(process):.1f} and {process[p95]:.1f} ms"
    )


def size() -> int:
    """The largest this process has been, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def measure(count: int) -> None:
    chance = random.Random(20261127)
    make_pages(count - NewsPage.objects.count(), chance)
    if connection.vendor == "postgresql":
        connection.cursor().execute("ANALYZE")
    print(f"\n{NewsPage.objects.count()} pages on {connection.vendor}", flush=True)
    taken = timed(lambda: list(rebuild()))
    seconds = f"{taken.clock / 1000:.1f} s, of the process alone {taken.process / 1000:.1f} s"
    print(f"  full rebuild           {seconds}; {size()} MB at most", flush=True)
    write = writer(chance)
    drafts = [NewsPage(**write()) for _ in range(60)]
    print(f"  suggestions for draft  {spread(timed(lambda d=d: suggest_for_draft(d)) for d in drafts)}")
    pages = list(NewsPage.objects.order_by("pk"))
    published = [chance.choice(pages) for _ in range(12)]
    after_publish = [timed(lambda d=d: suggest_for_draft(d)) for d in after_each_publish(published, drafts)]
    print(f"  … just after a publish {spread(after_publish)}")
    print(f"  publish, by the worker {spread(timed(lambda p=p: renew.func([p.pk])) for p in published)}")
    with closed_branches_looked_up_once():
        print(f"  a view                 {spread(timed(lambda p=p: related_to(p)) for p in chance.sample(pages, 200))}")
        with CaptureQueriesContext(connection) as queries:
            related_to(pages[0])
    print(f"  queries of a view      {len(queries)}")
    with_block, without = views(chance.sample(pages, 100))
    more = statistics.median(with_block) - statistics.median(without)
    print(f"  a whole page           {statistics.median(without):.1f} ms without the block, {more:+.1f} ms with it")
    print(f"  rows                   {PageProfile.objects.count()} profiles, {RelatedItem.objects.count()} items")


def views(pages: list[NewsPage]) -> tuple[list[float], list[float]]:
    """Milliseconds of answering each of these pages, with the block and without it, one after the other."""
    client = Client(headers={"host": "localhost"})
    found = []
    for page in pages:
        times = []
        for answer in (related_to, lambda page, **options: []):
            related_tags.related_to = answer
            start = time.perf_counter()
            response = client.get(page.url)
            times.append((time.perf_counter() - start) * 1000)
            assert response.status_code == 200, response
        found.append(times)
    related_tags.related_to = related_to
    return [one for one, _ in found], [other for _, other in found]


def after_each_publish(published: list[NewsPage], drafts: list[NewsPage]) -> Iterable[NewsPage]:
    """A draft after each page that the worker renewed: the moment when this process has to read again."""
    for page, draft in zip(published, drafts, strict=False):
        renew.func([page.pk])
        yield draft


def main() -> None:
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    for count in map(int, sys.argv[1:] or ["1000"]):
        measure(count)


if __name__ == "__main__":
    main()
