"""What a visit costs in bytes over the line, on a phone, scrolled to the end so that late pictures count."""

from collections import Counter

from playwright.sync_api import Browser

PHONE = {"viewport": {"width": 412, "height": 915}, "device_scale_factor": 2.625, "is_mobile": True, "has_touch": True}
KB = 1000
LIMITS = {"document": 30 * KB, "stylesheet": 20 * KB, "script": 10 * KB, "font": 60 * KB}
PORTRAIT_LIMIT = 250 * KB
SCROLL_TO_END = """async () => {
  for (let top = 0; top < document.body.scrollHeight; top += 400) {
    window.scrollTo(0, top);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}"""


def weigh(browser: Browser, url: str) -> Counter[str]:
    """Bytes of the bodies as sent (compressed), by kind: document, stylesheet, script, font, image ..."""
    context = browser.new_context(**PHONE)
    finished = []
    context.on("requestfinished", lambda request: finished.append(request))
    page = context.new_page()
    page.goto(url, wait_until="networkidle")
    page.evaluate(SCROLL_TO_END)
    page.wait_for_load_state("networkidle")
    weights: Counter[str] = Counter()
    for request in finished:
        weights[request.resource_type] += request.sizes()["responseBodySize"]
    context.close()
    return weights


def complaints(weights: Counter[str], is_portrait: bool) -> list[str]:
    found = [f"{kind} {weights[kind]} bytes" for kind, limit in LIMITS.items() if weights[kind] > limit]
    if is_portrait and weights.total() > PORTRAIT_LIMIT:
        found.append(f"{weights.total()} bytes in all")
    return found
