"""Figures of pictures: how good and how heavy their files are, and what it takes to put them in and get them out.

    tests/bench/media.py            everything, on a running demo of its own: some minutes
    tests/bench/media.py quality    only the files, which needs no site

Prints one line for each figure with what it may be; exit code 1 if one is worse.
"""

import contextlib
import http.cookiejar
import io
import json
import re
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(ROOT / "tests" / "bench"), str(ROOT / "site")]

from bs4 import BeautifulSoup  # noqa: E402 - these lie on the path made above
from PIL import Image  # noqa: E402
from ssim import noise, ssim  # noqa: E402

from editing.demo import drawing  # noqa: E402
from media import encoding  # noqa: E402
from running import RunningSite, prepared_site, running_site  # noqa: E402

PHONE = (780, 975)
# What exiftool may find in a picture besides its pixels: how the file is built, and the colours.
STRUCTURE = {
    "SourceFile",
    "ExifTool",
    "System",
    "File",
    "JFIF",
    "PNG",
    "RIFF",
    "QuickTime",
    "Meta",
    "Composite",
    "Adobe",
}
ICC = "ICC"
failed: list[str] = []


def say(what: str, figure: float, most: float | None = None, least: float | None = None, unit: str = "") -> None:
    bad = (most is not None and figure > most) or (least is not None and figure < least)
    rule = f"at most {most:g}" if most is not None else f"at least {least:g}" if least is not None else ""
    print(f"{'BAD ' if bad else '    '}{what:<66}{figure:>9.3f} {unit:<4}{rule}", flush=True)
    if bad:
        failed.append(what)


# --- The files ---------------------------------------------------------------------------------------------------


def quality() -> None:
    """A portrait for a phone: bytes, and similarity to the same size before compression."""
    drawn = {name: resize(drawing.draw_portrait(name).convert("RGB")) for name in list(drawing.PORTRAITS)[:10]}
    for format_ in ("avif", "webp"):
        found = [measured(picture, format_) for picture in drawn.values()]
        say(f"portrait, 780 wide, {format_}: heaviest of ten", max(size for size, _ in found), most=60, unit="kB")
        say(f"portrait, 780 wide, {format_}: lowest SSIM of ten", min(like for _, like in found), least=0.95)
    print("    Noise has no calm areas: of 1.0, the spectrum of photographs, no format keeps 0.95 in 60 kB.")
    for exponent in (1.0, 1.5, 2.0):
        for format_ in ("avif", "webp"):
            size, like = measured(noise(exponent, PHONE, 40), format_)
            say(f"1/f^{exponent} noise, 780 wide, {format_}", size, most=60, unit="kB")
            is_asked = exponent == 2 or (exponent == 1.5 and format_ == "avif")
            say(f"1/f^{exponent} noise, 780 wide, {format_}: SSIM", like, least=0.95 if is_asked else None)


def resize(picture: Image.Image) -> Image.Image:
    width, height = picture.size
    part = min(width, round(height * 0.8))
    left = (width - part) // 2
    return encoding.resized(picture, (left, 0, left + part, round(part / 0.8)), PHONE)


def measured(picture: Image.Image, format_: str) -> tuple[float, float]:
    """Kilobytes, and similarity to what it was made of."""
    data = encoding.encoded(picture.copy(), format_)
    return len(data) / 1000, ssim(picture, Image.open(io.BytesIO(data)))


# --- An editor ---------------------------------------------------------------------------------------------------


class Editor:
    """Somebody who is signed in, and fills in the forms of the admin."""

    def __init__(self, site: RunningSite):
        self.site = site
        self.jar = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.jar))
        username, password = site.login
        self.send("/beheer/login/", {"username": username, "password": password})

    def get(self, path: str) -> str:
        with self.opener.open(self.site.url + path, timeout=120) as answer:
            return answer.read().decode()

    def send(self, path: str, changes: dict, file: tuple[str, bytes] | None = None, form: str = "form") -> str:
        """The address that the filled-in form leads to."""
        page = BeautifulSoup(self.get(path), "html.parser")
        found = next(each for each in page.select(form) if each.select_one("[name=csrfmiddlewaretoken]"))
        body, kind = multipart({**fields_of(found), **changes}, file)
        headers = {"Content-Type": kind, "Referer": self.site.url + path, "Origin": self.site.url}
        request = urllib.request.Request(self.site.url + path, body, headers)
        with self.opener.open(request, timeout=180) as answer:
            wrong = BeautifulSoup(answer.read(), "html.parser").select(".error-message, .errorlist")
            if wrong:
                raise RuntimeError(f"{path} refused the form: {[each.get_text(strip=True) for each in wrong]}")
            return answer.url

    def upload(self, data: bytes, title: str) -> int:
        """The id of the picture that came of it."""
        self.send("/beheer/images/add/", {"title": title}, ("foto.jpg", data), "form[action*=add]")
        found = re.findall(r"/beheer/images/(\d+)/", self.get("/beheer/images/?ordering=-created_at"))
        return max(map(int, found))


def fields_of(form) -> dict[str, str]:
    """Names and values as a browser would send them."""
    values = {}
    for field in form.select("input[name], textarea[name], select[name]"):
        kind = field.get("type")
        if kind in ("file", "submit", "button") or (kind in ("checkbox", "radio") and not field.has_attr("checked")):
            continue
        if field.name == "select":
            chosen = field.select_one("option[selected]") or field.select_one("option")
            values[field["name"]] = chosen.get("value", "") if chosen else ""
        else:
            values[field["name"]] = (
                field.text
                if field.name == "textarea"
                else field.get("value", "on" if kind in ("checkbox", "radio") else "")
            )
    return values


def multipart(fields: dict[str, str], file: tuple[str, bytes] | None) -> tuple[bytes, str]:
    edge = "leergang-bench-edge"
    body = b"".join(
        f'--{edge}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        for name, value in fields.items()
    )
    if file:
        head = f'--{edge}\r\nContent-Disposition: form-data; name="file"; filename="{file[0]}"\r\n'
        body += f"{head}Content-Type: image/jpeg\r\n\r\n".encode() + file[1] + b"\r\n"
    return body + f"--{edge}--\r\n".encode(), f"multipart/form-data; boundary={edge}"


def jpeg(width: int, height: int, seed: int) -> bytes:
    """A photo of that size whose pixels differ from those of another seed."""
    file = io.BytesIO()
    noise(1.5, (width // 4, height // 4), 40, seed).resize((width, height)).save(file, "JPEG", quality=90)
    return file.getvalue()


# --- In and out --------------------------------------------------------------------------------------------------


def child_memory() -> None:
    """Of the process that takes in 40 megapixels."""
    command = [sys.executable, "-m", "media.intake.child", "picture", "jpg"]
    script = "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, "
    script += "stderr=subprocess.DEVNULL); print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    done = subprocess.run(
        [sys.executable, "-c", script, *command], input=jpeg(7300, 5470, 1), cwd=ROOT, capture_output=True, check=True
    )
    say("intake of 40 megapixels: memory of the child", int(done.stdout) / 1024, most=600, unit="MB")


def memory_of(process: int) -> dict[int, float]:
    """Megabytes of every web process below this one, by its id."""
    found = {}
    for status in Path("/proc").glob("[0-9]*/status"):
        with contextlib.suppress(OSError):
            text = status.read_text()
            command = (status.parent / "cmdline").read_bytes()
            if b"gunicorn" in command and is_below(int(status.parent.name), process):
                found[int(status.parent.name)] = int(re.search(r"VmRSS:\s+(\d+)", text)[1]) / 1024
    return found


def is_below(process: int, top: int) -> bool:
    while process > 1 and process != top:
        process = int(re.search(r"PPid:\s+(\d+)", Path(f"/proc/{process}/status").read_text())[1])
    return process == top


def putting_in(site: RunningSite, editor: Editor) -> None:
    for number in range(3):
        editor.upload(jpeg(800, 600, 90 + number), "Warmlopen")
    before = memory_of(site.process.pid)
    data, times = jpeg(4000, 3000, 2), []
    for seed in (2, 3, 4):
        data = jpeg(4000, 3000, seed)
        start = time.monotonic()
        editor.send("/beheer/images/add/", {"title": f"Foto {seed}"}, ("foto.jpg", data), "form[action*=add]")
        times.append(time.monotonic() - start)
    say("uploading 12 megapixels, middle of three", statistics.median(times), most=3, unit="s")
    publishing(site, editor)
    photos = [jpeg(4000, 3000, 10 + number) for number in range(10)]
    with ThreadPoolExecutor(10) as pool:
        ids = list(pool.map(lambda photo: Editor(site).upload(photo, "Tegelijk"), photos))
    say("ten uploads at once: pages that answer afterwards", float(site.get("/")[0] == 200 and len(ids) == 10), least=1)
    after = memory_of(site.process.pid)
    growth = max((after[process] - before[process] for process in before if process in after), default=0)
    say("growth of a web process over all uploads", growth, most=50, unit="MB")
    say("web processes that died", float(len(set(before) - set(after))), most=0)


def publishing(site: RunningSite, editor: Editor) -> None:
    """A portrait gets another photo and is published."""
    image = editor.upload(jpeg(3000, 4000, 5), "Nieuwe foto")
    path = "/portretten/bas-hoekstra/"
    edit = re.search(r"/beheer/pages/\d+/edit/", editor.get(path) + pages_list(editor, "Bas Hoekstra"))[0]
    changes = {"image": str(image), "image_alt": "Bas kijkt in de camera", "action-publish": "action-publish"}
    changes["body-count"] = "0"  # a script writes the blocks into the form; here the page does without them
    start = time.monotonic()
    editor.send(edit, changes, form="form#page-edit-form")
    took = time.monotonic() - start
    say("publishing its page", took, most=1, unit="s")
    start = time.monotonic()
    shown = f"/bestanden/images/{image}-4x5-"
    while not (is_shown := shown in site.get(path)[2].decode()) and time.monotonic() - start < 120:
        time.sleep(0.2)
    say("its sizes are ready after", time.monotonic() - start if is_shown else 999, most=20, unit="s")


def pages_list(editor: Editor, title: str) -> str:
    html = editor.get(f"/beheer/pages/search/?q={title.replace(' ', '+')}")
    return "".join(re.findall(r"/beheer/pages/\d+/edit/", html))


def crawl(site: RunningSite) -> tuple[set[str], list[str]]:
    """Every picture that pages name, and what did not answer as it should."""
    pictures, faults = set(), []
    for path in site.paths():
        status, _, body = site.get(path)
        if status != 200:
            faults.append(f"{status} {path}")
        pictures.update(re.findall(r"/bestanden/(?:images|kaarten)/[\w\-.]+", body.decode()))
    faults += [f"{status} {name}" for name in sorted(pictures) if (status := site.get(name)[0]) != 200]
    return pictures, faults


def breaking(site: RunningSite) -> None:
    folder = site.folder / "media"
    pictures, faults = crawl(site)
    say("pictures that pages name", float(len(pictures)))
    say("broken before anything is lost", float(len(faults)), most=0)
    metadata(site, pictures)
    files = sorted((folder / "images").iterdir())
    for path in files[::10]:
        path.unlink()
    site.manage("renditions")
    say("broken after a tenth of the files was lost and looked after", float(len(crawl(site)[1])), most=0)
    for path in (folder / "original_images").iterdir():
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 3])
    for path in files[5::10]:
        path.unlink(missing_ok=True)
    with_errors = [fault for fault in crawl(site)[1] if fault.startswith("5")]
    site.manage("renditions")
    _, faults = crawl(site)
    with_errors += [fault for fault in faults if fault.startswith("5")]
    say("answers of 500 after originals were cut off", float(len(with_errors)), most=0)
    say("broken after that was looked after", float(len(faults)), most=0)


def metadata(site: RunningSite, pictures: set[str]) -> None:
    """What exiftool finds in every picture that is served."""
    with tempfile.TemporaryDirectory() as folder:
        for name in pictures:
            (Path(folder) / Path(name).name).write_bytes(site.get(name)[2])
        done = subprocess.run(["exiftool", "-j", "-G1", "-a", "-u", folder], capture_output=True, check=True)
        found = json.loads(done.stdout)
    groups = {tag.partition(":")[0] for entry in found for tag in entry}
    strange = {group for group in groups if group not in STRUCTURE and not group.startswith((ICC, "Track"))}
    say("pictures that exiftool looked at", float(len(found)), least=len(pictures))
    say(f"kinds of tags that say more than the file's structure {sorted(strange) or ''}", float(len(strange)), most=0)


def main() -> int:
    quality()
    if "quality" not in sys.argv:
        child_memory()
        with prepared_site() as prepared, running_site(prepared) as site:
            putting_in(site, Editor(site))
            breaking(site)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
