"""Audits the running demo: bytes, valid HTML, Lighthouse. Prints what it measured; exit code 1 if anything is too much.

The site is made for this in a folder of its own and served by the whole stack; a developer's var/ is not touched.
"""

import argparse
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "site"), str(ROOT / "site" / "deploy")]

import lighthouse  # noqa: E402 - these lie beside this script or on the path made above
import validator  # noqa: E402
import weights  # noqa: E402

from chromium import chromium  # noqa: E402
from running import RunningSite, prepared_site, running_site  # noqa: E402

# One page of each kind: the first in the sitemap whose path looks so.
KINDS = {
    "home": r"/",
    "programme": r"/leergang/",
    "module": r"/leergang/[^/]+/",
    "gallery": r"/portretten/",
    "portrait": r"/portretten/[^/]+/",
    "research": r"/onderzoek/[^/]+/",
    "news": r"/nieuws/[^/]+/",
}


def one_of_each(paths: list[str]) -> dict[str, str]:
    return {kind: next(path for path in paths if re.fullmatch(pattern, path)) for kind, pattern in KINDS.items()}


def check_html(site: RunningSite, paths: list[str]) -> list[str]:
    """Of every page and of the page for what does not exist: its status, its size as sent, its validity."""
    found, documents = [], {}
    for path, expected in [*((path, 200) for path in paths), ("/bestaat-niet/", 404)]:
        status, _, documents[path] = site.get(path)
        if status != expected:
            found.append(f"{path} answers {status}")
        size = len(site.get(path, {"Accept-Encoding": "gzip"})[2])
        if size > weights.LIMITS["document"]:
            found.append(f"{path} is {size} bytes compressed")
    errors = validator.errors(documents)
    print(f"\nHTML: {len(documents)} pages, {len(errors)} errors, {len(found)} too heavy or not there.")
    return found + errors


def check_weights(site: RunningSite, pages: dict[str, str]) -> list[str]:
    kinds = ("document", "stylesheet", "script", "font", "image")
    print(f"\n{'bytes':<11}" + "".join(f"{kind:>12}" for kind in kinds) + f"{'all':>12}")
    found = []
    with chromium() as browser:
        for name, path in pages.items():
            measured = weights.weigh(browser, site.url + path)
            print(f"{name:<11}" + "".join(f"{measured[kind]:>12}" for kind in kinds) + f"{measured.total():>12}")
            found += [f"{name} ({path}): {text}" for text in weights.complaints(measured, name == "portrait")]
    return found


def check_lighthouse(site: RunningSite, pages: dict[str, str]) -> list[str]:
    headings = "".join(f"{name:>16}" for name in lighthouse.CATEGORIES)
    print(f"\n{'Lighthouse':<11}{headings}{'LCP ms':>9}{'CLS':>8}")
    found = []
    for name, path in pages.items():
        verdict = lighthouse.judge(site.url + path)
        scores = "".join(f"{verdict.scores[category]:>16.0f}" for category in lighthouse.CATEGORIES)
        print(f"{name:<11}{scores}{verdict.paint:>9.0f}{verdict.shift:>8.3f}", flush=True)
        found += [f"{name} ({path}): {text}" for text in verdict.complaints()]
    return found


CHECKS = ("html", "weights", "lighthouse")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("checks", nargs="*", help=f"only these of {', '.join(CHECKS)}")
    checks = parser.parse_args().checks or CHECKS
    with prepared_site() as prepared, running_site(prepared) as site:
        paths = site.paths()
        pages = one_of_each(paths)
        complaints = check_html(site, paths) if "html" in checks else []
        complaints += check_weights(site, pages) if "weights" in checks else []
        complaints += check_lighthouse(site, pages) if "lighthouse" in checks else []
    print("\n" + "\n".join(complaints or ["All within the limits."]))
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
