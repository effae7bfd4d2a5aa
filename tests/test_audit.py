"""The audit's verdict on a page: made of three runs, and of nine before it is a bad one."""

import pytest

from audit import lighthouse


def report(paint: float, accessibility: float = 1) -> dict:
    scores = {name: {"score": 1, "auditRefs": []} for name in lighthouse.CATEGORIES}
    scores["accessibility"]["score"] = accessibility
    numbers = {"largest-contentful-paint": paint, "cumulative-layout-shift": 0}
    return {"categories": scores, "audits": {name: {"numericValue": value} for name, value in numbers.items()}}


@pytest.mark.parametrize(
    ("paints", "runs", "median"),
    [
        ([1200, 1300, 1400], 3, 1300),
        ([1700, 1300, 1400], 3, 1400),
        ([1507, 1520, 1450, 1400, 1410, 1420, 1430, 1440, 1450], 9, 1440),
        ([1507, 1520, 1450, 1600, 1510, 1600, 1430, 1440, 1600], 9, 1510),
    ],
)
def test_a_page_over_a_limit_is_measured_again(monkeypatch, paints, runs, median):
    measured = iter(paints)
    monkeypatch.setattr(lighthouse, "measure", lambda url: report(next(measured)))
    verdict = lighthouse.judge("http://localhost/")
    assert verdict.paint == median
    assert len(paints) - len(list(measured)) == runs
    assert bool(verdict.complaints()) == (median > lighthouse.LARGEST_PAINT)


def test_what_is_wrong_every_time_stays_wrong(monkeypatch):
    monkeypatch.setattr(lighthouse, "measure", lambda url: report(1200, accessibility=0.96))
    assert lighthouse.judge("http://localhost/").complaints() == ["accessibility 96"]
