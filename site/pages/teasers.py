"""Pages as lists show them: with their picture, and with no more columns than a teaser needs.

A page has some forty columns and a picture twenty; reading them all takes longer than finding the rows.
"""

from wagtail.query import PageQuerySet

LINK = ("title", "url_path", "path", "depth")
PICTURE = tuple(
    f"image__{column}"
    for column in (
        "file",
        "width",
        "height",
        "made",
        "tint",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )
)


def as_teasers(pages: PageQuerySet) -> PageQuerySet:
    """The same pages of one type with their pictures joined in, and only what `teaser_columns` of the type names."""
    model = pages.model
    columns = (*LINK, "lead", "first_published_at", *PICTURE, *model.teaser_columns)
    return pages.select_related(*model.teaser_relations).only(*columns)
