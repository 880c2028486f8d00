"""How the admin differs from Wagtail's own, as far as all features share it."""

from django.contrib import messages
from django.db.models import Q
from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.html import format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.documents.rich_text import DocumentLinkHandler
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import Page, PageLogEntry, PageQuerySet
from wagtail.permissions import register_permission_policy
from wagtail.rich_text import LinkHandler
from wagtail.rich_text.feature_registry import FeatureRegistry
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from . import (  # noqa: F401  (register their hooks)
    bulk,
    doors,
    guide,
    keeping,
    redirects,
    start,
    voices,
)
from .generation import remember
from .models import Area, Organisation, SiteDocument, SiteImage
from .personal_data import admin  # noqa: F401  (registers its hooks)
from .policies import OfOwnMunicipality, shared_media
from .publishing import REFUSED
from .schedule import DUE
from .signing import SIGNED
from .viewsets import KeepingToOwn, OwnChooserViewSet
from .visibility import for_everybody, is_readable

# What a page's history says of its being published; the latest one holds.
OF_PUBLISHING = (
    REFUSED,
    "wagtail.publish",
    "wagtail.publish.schedule",
    "wagtail.publish.scheduled",
)

register_permission_policy(Organisation, OfOwnMunicipality(Organisation))
register_permission_policy(Area, OfOwnMunicipality(Area))

# For exactly these, since Wagtail registers its own later.
register_permission_policy(
    SiteImage, shared_media(SiteImage, "wagtailimages.Image"), exact_class=True
)
register_permission_policy(
    SiteDocument, shared_media(SiteDocument, "wagtaildocs.Document"), exact_class=True
)


class OrganisationViewSet(KeepingToOwn, SnippetViewSet):
    """The municipality, the police and others that act and answer."""

    model = Organisation
    icon = "group"
    menu_label = gettext_lazy("Organisations")
    list_display = ["name", "kind", "contact_role", "is_shown_to_residents"]
    list_filter = ["kind", "is_shown_to_residents"]
    ordering = ["name"]
    copy_view_enabled = False
    chooser_viewset_class = OwnChooserViewSet


class AreaViewSet(KeepingToOwn, SnippetViewSet):
    """The places that residents recognise."""

    model = Area
    icon = "site"
    menu_label = gettext_lazy("Areas")
    list_display = ["name", "kind", "part_of"]
    list_filter = ["kind"]
    ordering = ["name"]
    copy_view_enabled = False
    chooser_viewset_class = OwnChooserViewSet


class PlacesAndPartiesGroup(SnippetViewSetGroup):
    """Organisations and areas: what pages point to."""

    menu_label = gettext_lazy("Organisations")
    menu_icon = "group"
    menu_order = 300
    items = (OrganisationViewSet, AreaViewSet)


register_snippet(PlacesAndPartiesGroup)


@hooks.register("register_log_actions")
def name_signature(actions: LogActionRegistry) -> None:
    """What the history of a page calls one of the two keys."""
    actions.register_action(
        SIGNED, gettext_lazy("Sign"), gettext_lazy("Signed for one of the two sides")
    )


@hooks.register("register_log_actions")
def name_refusal(actions: LogActionRegistry) -> None:
    """What the history of a page calls a publication that could not be made."""

    @actions.register_action(REFUSED)
    class Refusal(LogFormatter):
        label = gettext_lazy("Not published")

        def format_message(self, log_entry: PageLogEntry) -> str:
            """Say what was missing when the time came."""
            return _("Was not published when its time came. %(missing)s") % {
                "missing": " ".join(log_entry.data["missing"])
            }


@hooks.register("before_edit_page")
def tell_of_refusal(request: HttpRequest, page: Page) -> None:
    """Tell whoever opens a page that it was not published when its time came."""
    if request.method != "GET":
        return
    entries = PageLogEntry.objects.filter(page=page.pk, action__in=OF_PUBLISHING)
    latest = entries.order_by("-timestamp").first()
    if latest is not None and latest.action == REFUSED:
        messages.warning(request, latest.message)


@hooks.register("construct_page_chooser_queryset")
def offer_no_drafts_of_others(
    pages: PageQuerySet, request: HttpRequest
) -> PageQuerySet:
    """Offer as the end of a link what anyone may read, and one's own drafts."""
    if request.user.is_superuser:
        return pages
    offered = for_everybody()
    worked_with = Page.objects.filter(group_permissions__group__user=request.user)
    for path in worked_with.values_list("path", flat=True).distinct():
        offered |= Q(path__startswith=path)
    return pages.filter(offered)


class RememberedPageLink(LinkHandler):
    """A link in a text to a page here; its address is asked for once a generation."""

    identifier = "page"

    @staticmethod
    def get_model() -> type[Page]:
        """What the link leads to."""
        return Page

    @classmethod
    def expand_db_attributes(cls, attrs: dict[str, str]) -> str:
        """Return the opening tag; without address to what not everybody may read."""
        url = remember(("page_link", attrs.get("id")), lambda: cls._address(attrs))
        return f'<a href="{url}">' if url else "<a>"

    @classmethod
    def _address(cls, attrs: dict[str, str]) -> str | None:
        page = cls.get_instance_or_none(attrs)
        return page.url if page is not None and is_readable(page) else None

    @classmethod
    def get_instance_or_none(cls, attrs: dict[str, str]) -> Page | None:
        """The page that the link names, if there still is one."""
        number = attrs.get("id", "")
        if not number.isdecimal():
            return None
        return Page.objects.filter(pk=int(number)).first()


class OpenDocumentLink(DocumentLinkHandler):
    """A link in a text to a document; without address to what is not for everybody."""

    @classmethod
    def get_many(cls, attrs_list: list[dict[str, str]]) -> list[SiteDocument | None]:
        """Return the documents of these links; None where there is none to fetch."""
        found = super().get_many(attrs_list)
        return [one if one is not None and one.is_open else None for one in found]


@hooks.register("register_rich_text_features", order=1000)
def lead_to_what_is_open(features: FeatureRegistry) -> None:
    """Use our own links in texts, which lead to nothing that is not for everybody."""
    features.register_link_type(RememberedPageLink)
    features.register_link_type(OpenDocumentLink)


@hooks.register("insert_global_admin_css")
def our_css_in_the_admin() -> str:
    """Give our own parts of the admin their looks."""
    return format_html_join(
        "",
        '<link rel="stylesheet" href="{}">',
        [
            (static(f"css/admin/{name}.css"),)
            for name in ("guide", "lists", "mark", "signing", "start")
        ],
    )


@hooks.register("construct_main_menu")
def leave_out_help_elsewhere(request: HttpRequest, items: list[MenuItem]) -> None:
    """Leave out the menu that leads to another site; our own guide is on the start."""
    items[:] = [item for item in items if item.name != "help"]


for task in DUE:
    hooks.register("due_now", task)
