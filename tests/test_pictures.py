"""Pictures on pages: the right file for every screen, made by the worker, and never while a visitor waits."""

import io
import re
from pathlib import Path

import pytest
from django.core.files.images import ImageFile
from django.core.management import call_command
from django.db import transaction
from django.template.loader import render_to_string
from PIL import Image

import factories
import uploads
from editors import sign_in
from media import cutting, encoding, sizes
from media.intake.picture import FIRST_SIDE
from media.layouts import CROPS, FIRST, LAYOUTS, LOGO, LYING, UPRIGHT, focus
from media.models import SiteImage
from media.pictures import classes, picture_in
from media.processes import side_by_side
from pages.picture_sizes import wanted_everywhere
from picture_files import broken, fetch, files_in, no_picture_may_be_made, published, read, stored
from working import work

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(settings, tmp_path) -> Path:
    settings.MEDIA_ROOT = tmp_path / "media"
    return settings.MEDIA_ROOT


# --- What a page says --------------------------------------------------------------------------------------------


def test_a_portrait_offers_every_format_and_comes_first(client):
    page = factories.PortraitPageFactory(image=factories.make_image(has_sizes=True), image_alt="Bas lacht")
    html = client.get(page.url).content.decode()
    picture = re.search(r"<picture class=\"portrait__photo\".*?</picture>", html)[0]
    assert re.findall(r'type="image/(\w+)"', picture) == ["avif", "webp"]
    assert re.findall(r"(\d+)w[,\"]", picture) == ["400", "560", "780", "960"] * 2  # the original is 1200 high
    assert 'width="560" height="700" alt="Bas lacht" fetchpriority="high"' in picture
    assert "loading" not in picture and "style" not in picture
    for address in files_in(picture):
        file = read(stored(address))
        assert file.width == int(re.search(r"-(\d+)\.", address)[1]) and abs(file.width / file.height - 0.8) < 0.01


def test_other_pictures_are_lazy(client):
    factories.PortraitPageFactory(image=factories.make_image(has_sizes=True))
    page = factories.NewsPageFactory(body=[figure(factories.make_image(has_sizes=True))])
    html = client.get(page.url).content.decode()
    assert re.search(r'<figure.*loading="lazy" decoding="async"', html)


def figure(image) -> dict:
    return {"type": "figure", "value": {"image": image.pk, "alt": "", "is_decorative": True, "caption": ""}}


def test_until_its_sizes_are_made_the_800_pixels_are_shown_as_they_are(client):
    page = factories.PortraitPageFactory(image=factories.make_image(size=(1500, 1000)))
    html = client.get(page.url).content.decode()
    picture = re.search(r"<picture class=\"portrait__photo\".*?</picture>", html)[0]
    assert "<source" not in picture and 'width="800" height="533"' in picture and "cut-4x5" in picture
    assert read(stored(files_in(picture)[0])).size == (800, 533)


def test_a_picture_costs_a_page_no_query(client, django_assert_max_num_queries):
    few = factories.NewsPageFactory(body=[figure(factories.make_image())])
    many = factories.NewsPageFactory(body=[figure(factories.make_image()) for _ in range(6)])
    client.get(few.url)
    # Most of these are for what is related: no worker has stored that here, so the page compares on the spot.
    with django_assert_max_num_queries(40) as one:
        client.get(few.url)
    with django_assert_max_num_queries(len(one)):
        client.get(many.url)


def test_the_stylesheet_knows_every_class():
    css = Path("site/static/css/parts/picture.css").read_text()
    image = SiteImage(pk=1, width=100, height=80)
    for red, green, blue in ((0, 1, 2), (3, 3, 3), (2, 0, 1)):
        assert f".tint-{red}{green}{blue} " in css
    for x in range(0, 101, 5):
        for y in range(0, 81, 4):
            image.focal_point_x, image.focal_point_y = x, y
            assert all(f".{name} " in css for name in classes(image).split())
    assert all(f".cut-{layout.crop.name} " in css for layout in LAYOUTS.values() if layout.crop.ratio)


def test_what_one_can_see_through_has_no_colour_behind_it():
    assert encoding.tint(Image.new("RGB", (9, 9), (70, 130, 255))) == "123"
    assert encoding.tint(Image.new("RGBA", (9, 9), (70, 130, 255, 0))) == ""


def test_layouts_ask_for_widths_that_are_made():
    assert FIRST.fallback_width == FIRST_SIDE
    for layout in LAYOUTS.values():
        assert set(layout.widths) <= set(layout.crop.widths)


def test_a_person_in_a_teaser_keeps_an_arch_of_their_own():
    """In the shape of a landscape the crown or the chin would be cut off."""
    photo = factories.make_image(size=(1200, 1500))
    portrait, news = factories.PortraitPageFactory(image=photo), factories.NewsPageFactory(image=photo)
    for page, crop in ((portrait, "cut-4x5"), (news, "cut-3x2")):
        assert crop in render_to_string("parts/teaser.html", {"item": page})


# --- What is cut out ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [(40, 33), (300, 3000), (3000, 300), (799, 801), (1200, 1500)])
@pytest.mark.parametrize("point", [None, (0, 0), (0.5, 0.1), (1, 1)])
def test_a_crop_is_inside_the_picture_and_has_the_right_shape(size, point):
    image = SiteImage(pk=1, width=size[0], height=size[1])
    if point:
        image.focal_point_x, image.focal_point_y = round(point[0] * size[0]), round(point[1] * size[1])
        image.focal_point_width = image.focal_point_height = 30
    for crop in CROPS.values():
        left, upper, right, lower = crop.box(image)
        assert 0 <= left < right <= size[0] and 0 <= upper < lower <= size[1]
        assert all(width <= right - left and height > 0 for width, height in [*crop.sizes(image)])
        if crop.ratio:
            assert abs((right - left) / crop.ratio - (lower - upper)) <= 1
            assert right - left == size[0] or lower - upper == size[1]


def test_the_focal_point_stays_in_the_picture():
    image = SiteImage(pk=1, width=3000, height=1000, focal_point_x=2800, focal_point_y=500)
    image.focal_point_width = image.focal_point_height = 300
    left, _, right, _ = UPRIGHT.box(image)
    assert left <= 2650 and right >= 2950
    assert focus(SiteImage(width=800, height=1000))[1] == pytest.approx(1 / 3)


# --- When they are made ------------------------------------------------------------------------------------------


def test_an_upload_brings_its_800_pixels_and_its_colour(folder):
    editor = sign_in("Redactie")
    assert uploads.errors_of(uploads.send(editor, "images", "foto.jpg", uploads.encode(uploads.photo(), "JPEG"))) == []
    image = SiteImage.objects.get()
    found = picture_in(image, "wide")
    assert found.sources == {} and max(found.fallback.width, found.fallback.height) <= 800
    assert stored(found.fallback.url).exists() and len(image.tint) == 3


def test_publishing_leaves_the_sizes_to_the_worker(client):
    image, figured = factories.make_image(), factories.make_image()
    page = factories.NewsPageFactory(image=image, body=[figure(figured)])
    with no_picture_may_be_made():
        published(page)
    image.refresh_from_db()
    assert set(image.made) == {"first"}
    work()
    image.refresh_from_db()
    figured.refresh_from_db()
    assert set(image.made) == {"first", "3x2", "thumb"}  # what pages of news, and lists of them, show
    assert set(figured.made) == {"first", "free"}
    html = client.get(page.url).content.decode()
    assert len(set(files_in(html))) > 10 and all(stored(address).exists() for address in files_in(html))


def test_no_picture_is_made_while_a_visitor_waits(client):
    image = factories.make_image()
    page = factories.PortraitPageFactory(image=image, body=[figure(image)])
    with no_picture_may_be_made():
        for address in (page.url, "/", page.get_parent().url):
            files = files_in(client.get(address).content.decode())
            assert files and {fetch(client, file) for file in files} == {200}
        assert fetch(client, f"/bestanden/images/{image.pk}-4x5-000000000000-780.avif") == 404


def test_every_type_of_page_gets_the_shapes_in_which_it_is_seen():
    shapes = {
        factories.PortraitPageFactory: {"4x5", "thumb"},
        factories.ModulePageFactory: {"3x2", "thumb", "2x3"},
        factories.ResearchPageFactory: {"3x2", "thumb"},
    }
    for make, expected in shapes.items():
        image = factories.make_image()
        published(make(image=image))
        assert {crop.name for crop in wanted_everywhere()[image.pk]} == expected


def test_of_many_pictures_a_broken_one_stops_no_other(folder):
    """Other processes make them; only this one knows the database."""
    images = [factories.make_image(f"Foto {number}", size=(700 + number, 600)) for number in range(4)]
    for image in images:
        published(factories.NewsPageFactory(image=image))
    broken(folder, images[1])
    call_command("renditions", verbosity=0)
    images = list(SiteImage.objects.order_by("pk"))
    assert ["3x2" in image.made for image in images] == [True, False, True, True]
    assert sizes.LOST in images[1].made
    assert all((folder / name).exists() for image in images for name in sizes.files_of(image))


def test_the_same_bytes_come_out_every_time_and_everywhere(folder):
    image = factories.make_image(size=(900, 800))
    order = sizes.order(image, [LYING, UPRIGHT])
    here = cutting.made(order)
    assert len(here.files) > 8 and here == cutting.made(order)
    assert list(side_by_side(cutting.made, [order, order])) == [here, here]


def test_logos_are_made_too(client):
    logo = factories.make_image()
    factories.OrganisationFactory(logo=logo)
    work()
    logo.refresh_from_db()
    assert not sizes.missing(logo, [LOGO])


def test_another_focal_point_keeps_what_is_shown_until_the_worker_is_done():
    image = factories.make_image()
    published(factories.NewsPageFactory(image=image))
    work()
    image.refresh_from_db()
    before = picture_in(image, "wide")
    image.focal_point_x, image.focal_point_y = 200, 300
    image.focal_point_width = image.focal_point_height = 100
    image.save()
    assert picture_in(image, "wide").sources == before.sources
    work()
    image.refresh_from_db()
    after = picture_in(image, "wide")
    assert after.sources != before.sources and stored(after.fallback.url).exists()


def test_another_photo_in_the_same_place_shows_nothing_of_the_one_before(folder, django_capture_on_commit_callbacks):
    image = factories.make_image(has_sizes=True)
    earlier = [folder / name for name in sizes.files_of(image)]
    assert all(path.exists() for path in earlier)
    image.file = uploads_file("ander.jpg")
    with django_capture_on_commit_callbacks(execute=True):
        image.save()
    image.refresh_from_db()
    assert image.made == {} and not any(path.exists() for path in earlier)


def test_a_picture_that_is_deleted_leaves_nothing(folder, django_capture_on_commit_callbacks):
    image = factories.make_image(has_sizes=True)
    with django_capture_on_commit_callbacks(execute=True):
        image.delete()
    work()
    assert [path for path in folder.rglob("*") if path.is_file()] == []


def test_a_form_that_is_saved_meanwhile_does_not_undo_what_the_worker_made():
    image = factories.make_image()
    in_the_form = SiteImage.objects.get(pk=image.pk)
    sizes.make(image, [UPRIGHT])
    in_the_form.title = "Anders"
    in_the_form.save()
    image.refresh_from_db()
    assert image.title == "Anders" and "4x5" in image.made


def test_a_row_that_is_refused_leaves_no_file(folder):
    first = factories.make_image()
    count = len(list(folder.rglob("*.jpg")))
    second = SiteImage(pk=first.pk, title="Dubbel", file=uploads_file("dubbel.jpg"))
    with pytest.raises(Exception, match=r"(?i)unique|duplicate"), transaction.atomic():
        second.save(force_insert=True)
    assert len(list(folder.rglob("*.jpg"))) == count


def uploads_file(name: str) -> ImageFile:
    file = io.BytesIO()
    Image.new("RGB", (90, 90)).save(file, "JPEG")
    file.seek(0)
    return ImageFile(file, name=name)
