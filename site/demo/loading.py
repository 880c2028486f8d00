"""Puts the demo together."""

from datetime import date

from django.conf import settings
from django.db import transaction
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from wagtail.models import Page, Site

from home.accounts.actions import sync_roles
from home.accounts.models import User
from home.models import HomePage, Municipality

from . import (
    agreements,
    comments,
    english,
    focus_areas,
    news,
    officers,
    people,
    places,
    pledges,
    standard_pages,
)
from .comments import rules
from .english.pledges import PLEDGES as ENGLISH_PLEDGES
from .library import Library, Maker, key_of


class NotEmpty(Exception):
    """The site holds what somebody else has made: the demo stays away."""


@transaction.atomic
def load(*, password: str, today: date) -> None:
    """Make whatever of the demo is missing. Raises NotEmpty for a site in use."""
    refuse_a_site_in_use()
    is_first_time = not _home_exists()
    municipality = places.load(Site.objects.get(is_default_site=True))
    if is_first_time:
        # The accounts need their roles, and the pages somebody who publishes them.
        sync_roles(import_string(settings.ROLES))
        municipality.refresh_from_db()
    people.load(municipality, password=password)
    maker = Maker(municipality, editor=_editor(), today=today)
    _load_pages(maker)
    comments.load(maker)
    sync_roles(import_string(settings.ROLES))


def refuse_a_site_in_use() -> None:
    """Raise NotEmpty if there are pages or a municipality that are not the demo's."""
    if _home_exists():
        return
    others = Page.objects.filter(depth__gt=1).exclude(pk__in=_welcome_pages())
    if others.exists() or Municipality.objects.exists():
        raise NotEmpty(
            _(
                "This site holds other content already. The demo is only loaded into "
                "an empty database: choose another with DATA_DIR."
            )
        )


def _home_exists() -> bool:
    return HomePage.objects.filter(translation_key=key_of("home")).exists()


def _welcome_pages() -> list[int]:
    """The page that Wagtail's own first migration makes: of no kind of ours."""
    below_root = Page.objects.filter(depth=2).exact_type(Page)
    return list(below_root.values_list("pk", flat=True))


def _editor() -> User:
    return User.objects.get(email="redaktor@example.org")


def _load_pages(maker: Maker) -> None:
    swedish = Library(maker, "sv")
    standard_pages.load_home(swedish)
    _take_the_place_of_welcome(maker.municipality.site, swedish)
    agreements.load_index(swedish)
    pledges.load_index(swedish)
    focus_areas.load(swedish)
    agreements.load(swedish)
    news.load(swedish)
    officers.load(swedish)
    standard_pages.load(swedish)
    rules.load(swedish)
    rules.set_up(swedish)
    in_english = Library(maker, "en")
    english.load(in_english)
    pledges.load(swedish, other=in_english, translations=ENGLISH_PLEDGES)


def _take_the_place_of_welcome(site: Site, library: Library) -> None:
    """Make the demo's start page the site's, and take Wagtail's own away."""
    welcome = _welcome_pages()
    if site.root_page_id in welcome:
        site.root_page_id = library.page("home")
        site.save()
    for page in Page.objects.filter(pk__in=welcome):
        page.delete()


def way_in(password: str) -> str:
    """Return where to go and whom to log in as, for the first screen."""
    width = max(len(account.email) for account in people.ACCOUNTS)
    accounts = [f"  {one.email:<{width}}  {one.may}" for one in people.ACCOUNTS]
    address = settings.WAGTAILADMIN_BASE_URL
    return "\n".join(
        [
            _("The demo is loaded: a made-up Bromölla."),
            "",
            "  " + _("The site:  %(address)s") % {"address": f"{address}/"},
            "  " + _("Editors:   %(address)s") % {"address": f"{address}/redaktion/"},
            "",
            _("Log in with one of these addresses. Each may:"),
            "",
            *accounts,
            "",
            _("Password for all of them: %(password)s") % {"password": password},
        ]
    )
