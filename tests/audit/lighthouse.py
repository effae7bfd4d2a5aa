"""Lighthouse as a phone sees our pages, several times each, with the limits that the house has set itself."""

import json
import os
import statistics
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from chromium import OPTIONS, PROGRAM

FOLDER = Path(__file__).resolve().parent
RUNS = 3
# Lighthouse computes its milliseconds from what it saw on this machine: from run to run they differ by some per cent,
# on a busy machine by more. So a page that is over a limit after three runs is measured this many times more, and the
# median of all counts: a slow page stays slow, an unlucky one does not fail the build.
RUNS_IN_DOUBT = 6
VISITS = 3  # of which one has to succeed: now and then Chromium's trace of a visit is empty (NO_NAVSTART)
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
LOWEST = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
LARGEST_PAINT = 1500  # milliseconds
LAYOUT_SHIFT = 0  # in the three decimals that Lighthouse shows


@dataclass(frozen=True)
class Verdict:
    """The medians for one page: scores from 0 to 100, largest paint in milliseconds, layout shift."""

    scores: dict[str, float]
    paint: float
    shift: float
    failed: frozenset[str]  # what Lighthouse says is wrong, in its own words
    moved: frozenset[str]  # selectors of what did not stay in its place

    def complaints(self) -> list[str]:
        found = [f"{name} {self.scores[name]:.0f}" for name in CATEGORIES if self.scores[name] < LOWEST[name]]
        if self.paint > LARGEST_PAINT:
            found.append(f"LCP {self.paint:.0f} ms")
        if round(self.shift, 3) > LAYOUT_SHIFT:
            found.append(f"CLS {self.shift:.3f}, moved: {', '.join(sorted(self.moved))}")
        return [*found, *sorted(self.failed)] if found else []


def judge(url: str) -> Verdict:
    """Measures one page; about a quarter of a minute for each run."""
    reports = [measure(url) for _ in range(RUNS)]
    verdict = median(reports)
    if verdict.complaints():
        verdict = median(reports + [measure(url) for _ in range(RUNS_IN_DOUBT)])
    return verdict


def measure(url: str) -> dict:
    """Lighthouse's report on one visit."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        command = [str(FOLDER / "node_modules" / ".bin" / "lighthouse"), url, "--quiet", "--output=json"]
        command += [f"--output-path={report}", f"--only-categories={','.join(CATEGORIES)}"]
        command.append(f"--chrome-flags=--headless {' '.join(OPTIONS)}")
        environment = {**os.environ, "CHROME_PATH": str(PROGRAM)}
        for _ in range(VISITS - 1):
            if subprocess.run(command, env=environment, timeout=180).returncode == 0:
                return json.loads(report.read_text())
        subprocess.run(command, check=True, env=environment, timeout=180)
        return json.loads(report.read_text())


def median(reports: list[dict]) -> Verdict:
    def of(value) -> float:
        return statistics.median(value(report) for report in reports)

    return Verdict(
        scores={name: of(lambda report, name=name: 100 * report["categories"][name]["score"]) for name in CATEGORIES},
        paint=of(lambda report: report["audits"]["largest-contentful-paint"]["numericValue"]),
        shift=of(lambda report: report["audits"]["cumulative-layout-shift"]["numericValue"]),
        failed=frozenset(title for report in reports for title in failures(report)),
        moved=frozenset(selector for report in reports for selector in movements(report)),
    )


def failures(report: dict) -> list[str]:
    """The audits that count in a score and did not pass, except those of speed: they follow from the numbers."""
    counted = {
        reference["id"]
        for name in CATEGORIES[1:]
        for reference in report["categories"][name]["auditRefs"]
        if reference["weight"]
    }
    audits = (report["audits"][name] for name in sorted(counted))
    return [audit["title"] for audit in audits if audit["score"] is not None and audit["score"] < 1]


def movements(report: dict) -> list[str]:
    shifts = report["audits"].get("layout-shifts", {}).get("details", {}).get("items", [])
    return [shift["node"]["selector"] for shift in shifts if shift.get("node")]
