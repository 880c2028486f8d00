"""What stands around every page: name, menu, way here, languages, whom to ask."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language, gettext
from wagtail.models import Locale, Page, Site

from .generation import remember
from .models import (
    AccessibilityStatementPage,
    BasePage,
    Organisation,
    SiteSettings,
    StandardPage,
)
from .models.organisations import OrganisationKind
from .serving import root_path
from .visibility import readable

# Each language as those who speak it look for it.
OWN_NAMES = {"sv": "På svenska", "en": "In English"}


@dataclass(frozen=True)
class Link:
    """A way to somewhere: its words and its address."""

    title: str
    url: str
    is_current: bool = False
    code: str = ""


class Frame:
    """The frame of one page, for one reader's language; asks only for what is used.

    Nearly all of it is remembered by all requests together, see ``generation``.
    """

    def __init__(self, request: HttpRequest, page: BasePage | None) -> None:
        self.request = request
        self.page = page if page is not None and page.pk else None
        self.language = get_language() or settings.LANGUAGE_CODE

    @cached_property
    def site(self) -> Site:
        """The site that the request is for; an empty one for a host that has none."""
        return Site.find_for_request(self.request) or Site()

    @cached_property
    def settings(self) -> SiteSettings:
        """What the municipality has set for its site."""

        def make() -> SiteSettings:
            chosen = SiteSettings.objects.filter(site=self.site.pk)
            with_logo = chosen.select_related("logo").prefetch_related(
                "logo__renditions"
            )
            return with_logo.first() or SiteSettings(site=self.site)

        if hasattr(self.request, "previewed_settings"):
            return self.request.previewed_settings
        return remember(("settings", self.site.pk), make)

    @property
    def emergency_question(self) -> str:
        """The words before *Ring 112*."""
        return self.settings.in_language("emergency_question") or gettext(
            "Is a crime going on, or is somebody in danger?"
        )

    @property
    def report_question(self) -> str:
        """The words before *Ring 114 14*."""
        return self.settings.in_language("report_question") or gettext(
            "Do you want to report or tip about a crime?"
        )

    @cached_property
    def home_url(self) -> str:
        """The start page in the reader's language."""
        return "/" if self.language == settings.LANGUAGE_CODE else f"/{self.language}/"

    @property
    def search_url(self) -> str:
        """The search page in the reader's language."""
        return reverse("search")

    @cached_property
    def menu(self) -> tuple[Link, ...]:
        """The main menu: the public pages that are to stand in it."""
        return tuple(self._mark_current(link) for link in self._pages_below_home())

    @property
    def here_in_menu(self) -> str:
        """The page's own address, if the menu leads to it; else nothing."""
        here = self.request.path
        return here if any(link.url == here for link in self.menu) else ""

    def _mark_current(self, link: Link) -> Link:
        is_current = link.url != self.home_url and self.request.path.startswith(
            link.url
        )
        return Link(link.title, link.url, is_current=is_current)

    def _pages_below_home(self) -> list[Link]:
        def make() -> list[Link]:
            root = self.root_page
            if root is None:
                return []
            pages = readable(root.get_children().in_menu())[:12]
            return [Link(page.title, self.path_of(page)) for page in pages]

        return remember(("menu", self.site.pk, self.language), make)

    @cached_property
    def root_page(self) -> Page | None:
        """The start page in the reader's language, if it is public."""
        path = root_path(self.site, self.language)
        return Page.objects.filter(url_path=path).first() if path else None

    def path_of(self, page: Page) -> str:
        """The address of a page of this site and language, without asking for it."""
        root = root_path(self.site, self.language) or ""
        return self.home_url + page.url_path.removeprefix(root)

    @cached_property
    def breadcrumbs(self) -> list[Link]:
        """The way from the start page to here; empty on the start page."""
        root = root_path(self.site, self.language)
        if self.page is None or root is None or self.page.url_path == root:
            return []
        above = [
            page
            for page in self.page.pages_above
            if page.live and page.url_path.startswith(root)
        ]
        links = [Link(page.title, self.path_of(page)) for page in above]
        here = Link(self.page.title, self.path_of(self.page), is_current=True)
        return [Link(gettext("Start"), self.home_url), *links[1:], here]

    @cached_property
    def languages(self) -> list[Link]:
        """Each language of the site: this page in it, else the start page in it."""
        available = remember(("languages", self.site.pk), self._languages_of_site)
        if len(available) < 2:
            return []
        translations = self._translations()
        return [
            Link(
                name,
                translations.get(code, home),
                is_current=code == self.language,
                code=code,
            )
            for code, name, home in available
        ]

    def _languages_of_site(self) -> list[tuple[str, str, str]]:
        found = []
        for code, _name in settings.LANGUAGES:
            path = root_path(self.site, code)
            if path and readable(Page.objects.filter(url_path=path)).exists():
                home = "/" if code == settings.LANGUAGE_CODE else f"/{code}/"
                found.append((code, OWN_NAMES[code], home))
        return found

    def _translations(self) -> dict[str, str]:
        if self.page is None:
            return {}
        codes = remember("locales", _codes_of_locales)
        found = {}
        for page in self.page.language_versions:
            code = codes.get(page.locale_id, "")
            root = root_path(self.site, code)
            if root and page.url_path.startswith(root):
                home = "/" if code == settings.LANGUAGE_CODE else f"/{code}/"
                found[code] = home + page.url_path.removeprefix(root)
        return found

    @cached_property
    def footer_links(self) -> list[Link]:
        """About the site, its accessibility and personal data, as far as they exist."""

        def make() -> list[Link]:
            root = self.root_page
            if root is None:
                return []
            below = readable(
                root.get_children().exact_type(StandardPage, AccessibilityStatementPage)
            )
            return [Link(page.title, self.path_of(page)) for page in below[:8]]

        return remember(("footer", self.site.pk, self.language), make)

    @cached_property
    def organisations_to_ask(self) -> list[Organisation]:
        """Those that residents may turn to, the municipality and the police first."""
        first: list[str] = [OrganisationKind.MUNICIPALITY, OrganisationKind.POLICE]
        shown = [one for one in self._organisations if one.is_shown_to_residents]
        return sorted(
            shown[:12],
            key=lambda one: first.index(one.kind) if one.kind in first else len(first),
        )

    @property
    def _organisations(self) -> list[Organisation]:
        return [
            one
            for one in Organisation.remembered().values()
            if one.municipality.site_id == self.site.pk
        ]

    @property
    def responsible(self) -> Organisation | None:
        """Who answers for this page: the one chosen, else the municipality itself."""
        if self.page is not None and self.page.responsible_id:
            return Organisation.remembered().get(self.page.responsible_id)
        for one in self._organisations:
            if one.kind == OrganisationKind.MUNICIPALITY:
                return one
        return None

    @property
    def permanent_url(self) -> str:
        """The whole address of this page, for print, sharing and search engines."""
        return self.request.build_absolute_uri(self.request.path)

    @property
    def is_print_view(self) -> bool:
        """Whether the reader has asked for the page as it looks on paper."""
        return "utskrift" in self.request.GET


def _codes_of_locales() -> dict[int, str]:
    return dict(Locale.objects.values_list("pk", "language_code"))


def site_frame(request: HttpRequest) -> dict[str, Any]:
    """Give every template of a reader's page its ``frame``; staff have Wagtail's."""
    if request.path.startswith(settings.ADMIN_PREFIX) and not getattr(
        request, "is_preview", False
    ):
        return {}
    return {"frame": Frame(request, getattr(request, "shown_page", None))}
