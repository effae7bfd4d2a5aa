"""Requests to the admin that no form or link of it sends: an answer in Dutch, and never "it is our fault".

Wagtail's views trust the forms that they gave out: a field that is missing or a number that no row can have ends in an
exception of Python or of the database. Each of those is about the request; whatever else goes wrong stays an error.
"""

import logging

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.core.paginator import EmptyPage
from django.db import DataError
from django.http import HttpRequest
from django.urls import NoReverseMatch
from django.utils.datastructures import MultiValueDictKeyError
from django.views.defaults import bad_request, page_not_found

logger = logging.getLogger(__name__)

PLACES = ("/beheer/", "/documenten/")
LARGEST_ID = 2**63 - 1
NOT_THERE = (ObjectDoesNotExist, OverflowError, EmptyPage)
NOT_UNDERSTOOD = (
    MultiValueDictKeyError,  # a field is missing
    ValidationError,  # a set of forms does not say how many it holds
    ValueError,  # no number where one is asked, NUL in a text
    DataError,  # a number or text that the column cannot hold
    NoReverseMatch,  # `next` names no address
)
# Where a form without its fields ends in an error that could be anything's.
TRUSTING = ("/beheer/choose-external-link/", "/beheer/redirects/import/", "/beheer/snippets/choose/")


class TamperedRequestMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, arguments, named):
        if not request.path_info.startswith(PLACES):
            return None
        if any(is_no_row(name, value) for name, value in named.items()):
            return not_there(request)
        return None

    def process_exception(self, request, exception):
        if not is_about_the_request(request, exception):
            return None
        logger.warning("%s %s could not be understood", request.method, request.path, exc_info=exception)
        return not_there(request) if isinstance(exception, NOT_THERE) else bad_request(request, exception)


def is_about_the_request(request: HttpRequest, exception: Exception) -> bool:
    if not request.path_info.startswith(PLACES):
        return False
    if isinstance(exception, NoReverseMatch):
        return "next" in request.GET or "next" in request.POST
    if isinstance(exception, AttributeError | KeyError) and request.path_info.startswith(TRUSTING):
        return request.method == "POST"
    return isinstance(exception, (*NOT_THERE, *NOT_UNDERSTOOD))


def is_no_row(name: str, value: object) -> bool:
    """Whether an address names a row by what cannot be its number."""
    if not (name == "pk" or name.endswith(("_pk", "_id"))):
        return False
    text = str(value)
    return not (text.isascii() and text.isdigit() and len(text) < 20 and int(text) <= LARGEST_ID)


def not_there(request: HttpRequest):
    template = "wagtailadmin/404.html" if request.path_info.startswith("/beheer/") else "404.html"
    return page_not_found(request, None, template_name=template)
