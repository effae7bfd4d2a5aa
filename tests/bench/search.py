"""How fast the search is beside Wagtail's stock search, on the same pages, at function level, in one process.

    python tests/bench/search.py 1000 10000                              # on a SQLite of its own
    python tests/postgres.py python tests/bench/search.py 1000 10000     # on a PostgreSQL of its own

Both sides: live and public pages only, ids and counts, warm. The queries are the judged ones and the twenty commonest
words; medians of five runs that take turns. Ours includes the filters with their counts, stock search does not. Stock
search on SQLite takes seconds for a common word from some thousand pages on, so there it gets the first 20 queries.
"""

import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
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
if "DATABASE_URL" in os.environ:
    from postgres import new_database

    os.environ["DATABASE_URL"] = new_database(os.environ["DATABASE_URL"], "bench_search")
os.environ.setdefault("DATABASE_URL", f"sqlite:///{VAR}/db.sqlite3")

import django  # noqa: E402 - after the environment

django.setup()

import collection  # noqa: E402
from django.conf import settings  # noqa: E402
from django.contrib.contenttypes.models import ContentType  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.db.models import Count  # noqa: E402
from django.db.models.sql import InsertQuery  # noqa: E402
from modelsearch.backends.database import SearchBackend  # noqa: E402
from wagtail.models import Page  # noqa: E402

import factories  # noqa: E402
from pages.models import Theme  # noqa: E402
from pages.models.theme import PageTheme  # noqa: E402
from people.models import Person  # noqa: E402
from programme.models import NewsPage  # noqa: E402
from search.find import find  # noqa: E402
from search.models import Posting  # noqa: E402
from search.rebuilding import rebuild  # noqa: E402
from search.suggest import suggest  # noqa: E402

STOCK = {"BACKEND": "wagtail.search.backends.database", "SEARCH_CONFIG": "dutch"}
settings.WAGTAILSEARCH_BACKENDS = {"default": STOCK}  # what fills Wagtail's index is stock too
RUNS = 5
MANY = 10_000  # from here on stock search is no longer asked everything on SQLite


def fill(count: int) -> None:
    """News pages up to that number, each a mix of paragraphs of the judged texts, written table by table."""
    chance = random.Random(count)
    texts = collection.texts()
    parts = [part for text in texts for part in text["body"].split("\n\n")]
    parent = factories.the_only(factories.NewsIndexPageFactory)()
    themes = list(Theme.objects.all()) or [
        Theme.objects.create(name=f"Thema {n}", slug=f"thema-{n}") for n in range(10)
    ]
    content_type = ContentType.objects.get_for_model(NewsPage)
    for first in range(parent.numchild + 1, count + 1, 1000):
        numbers = range(first, min(first + 1000, count + 1))
        _add(parent, content_type, numbers, chance, texts, parts, themes)


def _add(parent, content_type, numbers, chance, texts, parts, themes) -> None:
    import datetime
    import json

    moment = datetime.datetime(2024, 1, 1, tzinfo=datetime.UTC)
    rows = [
        Page(
            title=(title := f"{chance.choice(texts)['title'][:60]} {number}"),
            draft_title=title,
            slug=f"bericht-{number}",
            path=Page._get_path(parent.path, parent.depth + 1, number),
            depth=parent.depth + 1,
            url_path=f"{parent.url_path}bericht-{number}/",
            content_type=content_type,
            locale=parent.locale,
            live=True,
            first_published_at=moment,
            last_published_at=moment,
        )
        for number in numbers
    ]
    news = []
    for page in Page.objects.bulk_create(rows):
        body = [{"type": "paragraph", "value": f"<p>{part}</p>"} for part in chance.sample(parts, 5)]
        day = datetime.date(2015, 1, 1) + datetime.timedelta(days=chance.randrange(4000))
        fields = {"lead": chance.choice(texts)["lead"], "body": json.dumps(body), "date": day}
        news.append(NewsPage(page_ptr_id=page.pk, **fields))
    insert(NewsPage, news)
    PageTheme.objects.bulk_create(PageTheme(page_id=page.pk, theme=chance.choice(themes)) for page in rows)
    Page.objects.filter(pk=parent.pk).update(numchild=numbers[-1])
    parent.refresh_from_db()


def insert(model, rows) -> None:
    """Rows of the model's own table alone: `bulk_create` refuses models that inherit from another table."""
    query = InsertQuery(model)
    query.insert_values(model._meta.local_concrete_fields, rows, raw=True)
    query.get_compiler(connection=connection).execute_sql()


def queries() -> list[str]:
    common = Posting.objects.values("term__text").annotate(pages=Count("page")).order_by("-pages", "term__text")[:20]
    return [query.text for query in collection.queries()] + [row["term__text"] for row in common]


def stock(query: str) -> None:
    """Wagtail's own search: the number of pages, and the ids of the first ten."""
    words = " ".join(word for word in query.replace('"', " ").replace("'", " ").split())
    found = SearchBackend(STOCK).search(words, Page.objects.live().public())
    try:
        found.count()
        [page.pk for page in found[:10]]
    except django.db.Error:
        pass  # what SQLite makes of a hyphen; the time counts all the same


def ours(query: str) -> None:
    found = find(query)
    [hit.page_id for hit in found]


def timed(call: Callable[[str], object], query: str) -> float:
    """Milliseconds."""
    start = time.perf_counter()
    call(query)
    return (time.perf_counter() - start) * 1000


def percentiles(values: list[float]) -> tuple[float, float]:
    ordered = sorted(values)
    return statistics.median(ordered), ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]


def compare(size: int) -> None:
    asked = queries()
    theirs = asked[:20] if connection.vendor == "sqlite" and size >= MANY else asked
    times: dict[str, list[list[float]]] = {"ours": [], "stock": []}
    for query in asked[:30]:
        ours(query)
    for run in range(RUNS):
        times["ours"].append([timed(ours, query) for query in asked])
        if run < 1 or size < MANY or connection.vendor != "sqlite":
            times["stock"].append([timed(stock, query) for query in theirs])
    mine = [statistics.median(values) for values in zip(*times["ours"], strict=True)]
    other = [statistics.median(values) for values in zip(*times["stock"], strict=True)]
    p50, p95 = percentiles(mine)
    their_p50, their_p95 = percentiles(other)
    print(f"  find with filters   p50 {p50:7.1f} ms   p95 {p95:7.1f} ms   ({len(mine)} queries)")
    print(f"  stock without       p50 {their_p50:7.1f} ms   p95 {their_p95:7.1f} ms   ({len(other)} queries)")
    same_p50 = statistics.median(mine[: len(other)])
    print(f"  ours : stock        p50 {same_p50 / their_p50:7.2f}        (aim: at most 0.50 on PostgreSQL)")


def suggestions() -> None:
    prefixes = [
        "ge",
        "gem",
        "digi",
        "van",
        "inf",
        "ja",
        "burg",
        "thema",
        "wat k",
        "hoe",
        "de r",
        "marij",
        "zz",
        "kunst",
    ]
    for prefix in prefixes:
        suggest(prefix)
    p50, p95 = percentiles([timed(suggest, prefix) for prefix in prefixes for _ in range(RUNS)])
    print(f"  suggest             p50 {p50:7.1f} ms   p95 {p95:7.1f} ms   (aim: p95 at most 15)")


def publishing() -> None:
    """What the index adds to publishing a page."""
    from wagtail.signals import page_published

    from search import signals

    page = NewsPage.objects.order_by("-pk").first()
    times: dict[bool, list[float]] = {True: [], False: []}
    for run in range(16):
        indexed = run % 2 == 0
        (page_published.connect if indexed else page_published.disconnect)(signals.published)
        page.lead = f"{page.lead[:300]} {run}"
        times[indexed].append(timed(lambda _: page.save_revision().publish(), ""))
    page_published.connect(signals.published)
    more = statistics.median(times[True]) - statistics.median(times[False])
    print(f"  publishing a page   {more:.1f} ms more with the index   (aim: at most 50)")


def analyser_memory() -> float:
    """MB that loading the lexicon and analysing all judged texts adds to a bare process."""
    script = (
        "import re, sys; sys.path.insert(0, sys.argv[1])\n"
        "def used(): return int(re.search(r'VmRSS:\\s+(\\d+)', open('/proc/self/status').read()).group(1))\n"
        "before = used()\n"
        "from search.text.analysis import weighted_terms\n"
        "for name in ('1', '2'): weighted_terms(open(f'{sys.argv[1]}/tests/relevance/texts/{name}.jsonl').read())\n"
        "print((used() - before) / 1024)"
    )
    done = subprocess.run([sys.executable, "-c", script, str(ROOT)], capture_output=True, text=True, check=True)
    return float(done.stdout)


def main() -> None:
    call_command("migrate", verbosity=0)
    print(f"{connection.vendor}; the analyser takes {analyser_memory():.0f} MB (aim: at most 60)")
    for name in range(300):
        Person.objects.get_or_create(given_name=f"Persoon{name}", family_name=f"Achternaam{name}")
    for size in [int(argument) for argument in sys.argv[1:]] or [1000]:
        fill(size)
        start = time.perf_counter()
        list(rebuild())
        built = time.perf_counter() - start
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("VACUUM ANALYZE")  # as a running server does by itself
        call_command("update_index", verbosity=0)
        print(f"{size} pages: rebuilt in {built:.0f} s, {Posting.objects.count()} postings", flush=True)
        compare(size)
        suggestions()
        publishing()
    print(f"memory of this process at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
