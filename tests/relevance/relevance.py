"""How well searches find: nDCG@10 per kind of query, of this site's search and of Wagtail's stock search.

python tests/relevance/relevance.py            # on a SQLite of its own
python tests/postgres.py python tests/relevance/relevance.py
… unseen                                       # on the collection that nothing was tuned on
… --failures                                   # the queries below 0.8; never of those held back
"""

import hashlib
import io
import os
import re
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
VAR = tempfile.mkdtemp(prefix="leergang-relevance-")
sys.path[:0] = [str(ROOT), str(ROOT / "site"), str(ROOT / "tests"), str(HERE)]
os.environ.update(
    DJANGO_SETTINGS_MODULE="config.settings",
    SECRET_KEY="only-for-relevance-0123456789-abcdefghijklmnopqrstuvwxyz",
    ENV_FILE=os.devnull,
    VAR_DIR=VAR,
    PLAIN_HTTP="true",
    LOG_LEVEL="ERROR",
)
if "DATABASE_URL" in os.environ:
    from postgres import new_database

    os.environ["DATABASE_URL"] = new_database(os.environ["DATABASE_URL"], "relevance")
os.environ.setdefault("DATABASE_URL", f"sqlite:///{VAR}/db.sqlite3")

import django  # noqa: E402 - after the environment

django.setup()

import collection  # noqa: E402
from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from measure import CUT, interval, mean, ndcg  # noqa: E402
from wagtail.models import Page  # noqa: E402

from search.find import find  # noqa: E402

STOCK = {"BACKEND": "wagtail.search.backends.database", "SEARCH_CONFIG": "dutch"}
settings.WAGTAILSEARCH_BACKENDS = {"default": STOCK}  # what fills Wagtail's index is stock too
WORD = re.compile(r"\w+")
KINDS = ["inflection", "compound", "typo", "diacritics", "name", "words", "synonym", "phrase"]


def ours(query: str) -> list[int]:
    return [hit.page_id for hit in find(query, per_page=20)]


def stock(query: str) -> list[int]:
    """Wagtail's own search; its SQLite backend fails on quotes and hyphens, so it is given the words only."""
    from modelsearch.backends.database import SearchBackend

    backend = SearchBackend(STOCK)
    words = " ".join(WORD.findall(query))
    try:
        return [page.pk for page in backend.search(words, Page.objects.live().public())[:20]]
    except Exception as error:
        print(f"  stock failed on {query!r}: {type(error).__name__}")
        return []


def measured(engine, queries, names) -> dict[str, list[str]]:
    return {query.id: [names[pk] for pk in engine(query.text) if pk in names] for query in queries}


def report(title: str, queries, found) -> None:
    print(f"\n{title}")
    scores = {query.id: ndcg(found[query.id], query.grades) for query in queries if query.grades}
    shown = [query for query in queries if not query.is_held_back]
    for kind in [*KINDS, "all"]:
        values = [scores[q.id] for q in shown if q.grades and kind in (q.kind, "all")]
        low, high = interval(values)
        print(f"  {kind:12} {mean(values):.3f}  ({low:.3f}-{high:.3f})  {len(values)} queries")
    if held := [scores[q.id] for q in queries if q.is_held_back and q.grades]:
        low, high = interval(held)
        print(f"  {'held back':12} {mean(held):.3f}  ({low:.3f}-{high:.3f})  {len(held)} queries")
    empty = sum(1 for q in queries if q.grades and not found[q.id])
    unanswerable = [q for q in queries if not q.grades]
    answered = sum(1 for q in unanswerable if found[q.id])
    print(
        f"  left empty: {empty} of {len(scores)} answerable; answered: {answered} of {len(unanswerable)} unanswerable"
    )


def failures(queries, found, titles) -> None:
    for query in queries:
        if query.is_held_back:
            continue
        value = ndcg(found[query.id], query.grades) if query.grades else 1.0 - bool(found[query.id])
        if value < 0.8:
            shown = [f"{one}:{query.grades.get(one, '-')}" for one in found[query.id][:CUT]]
            missed = [one for one, grade in query.grades.items() if grade > 1 and one not in found[query.id][:CUT]]
            print(f"{value:.2f} {query.kind:12} {query.id} {query.text!r}: {' '.join(shown)} | missed {missed}")


def main() -> None:
    call_command("migrate", verbosity=0)
    unseen = "unseen" in sys.argv
    names = {pk: name for name, pk in collection.load(unseen).items()}
    call_command("search_index", verbosity=0, stdout=io.StringIO())
    call_command("update_index", verbosity=0)
    queries = collection.queries(unseen)
    found = measured(ours, queries, names)
    which = "the unseen collection" if unseen else "our collection"
    report(f"this site's search on {connection.vendor}, {which}", queries, found)
    digest = hashlib.sha256(repr(sorted(found.items())).encode()).hexdigest()[:16]
    print(f"  all result lists together: {digest} (the same on both databases)")
    if "--failures" in sys.argv:
        failures(queries, found, names)
    if "--ours" not in sys.argv:
        report(f"Wagtail's stock search on {connection.vendor}, {which}", queries, measured(stock, queries, names))


if __name__ == "__main__":
    main()
