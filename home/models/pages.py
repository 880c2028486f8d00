"""What every page has, and the pages that are not about anything in particular."""

from contextlib import nullcontext
from datetime import datetime, timedelta
from typing import Any, ClassVar, Self

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.core.exceptions import ValidationError
from django.db import models
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.api import APIField
from wagtail.fields import StreamField
from wagtail.log_actions import LogContext, get_active_log_context
from wagtail.models import Page, PageViewRestriction, Revision
from wagtail.search import index

from ..blocks import BodyBlock
from ..generation import remember
from ..personal_data.forms import NoIdentityNumbers
from ..personal_data.messages import explanation
from ..personal_data.of_staff import refused_in
from ..policies import municipality_of
from ..publishing import NotReady
from ..visibility import is_readable, restrictions_on
from .areas import Area
from .fingerprints import fingerprint_of
from .media import SiteImage, know_renditions
from .organisations import Organisation

# What a link to a page needs to know of it.
NAME_AND_PLACE = (
    "title",
    "path",
    "depth",
    "url_path",
    "live",
    "locale",
    "translation_key",
)


class BasePageForm(NoIdentityNumbers, WagtailAdminPageForm):
    """Offers what belongs to the editor's own municipality, and begins with it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.for_user is None:
            return
        own = municipality_of(self.for_user)
        if self.instance.pk is None and "responsible" in self.fields:
            self.initial.setdefault("responsible", self.for_user.organisation_id)
        if self.for_user.is_superuser:
            return
        keep_to(own, self)
        for formset in self.formsets.values():
            for row in formset.forms:
                keep_to(own, row)


def keep_to(municipality: int | None, form: Form) -> None:
    """Let *form* take organisations and areas of *municipality* alone."""
    for field in form.fields.values():
        choices = getattr(field, "queryset", None)
        if choices is not None and issubclass(choices.model, (Organisation, Area)):
            field.queryset = choices.filter(municipality=municipality)  # type: ignore[attr-defined]


class BasePage(Page):
    """What every page of the site has, whatever it is about."""

    # What the template shows of each page, fetched together with it.
    shown_relations: ClassVar[tuple[str, ...]] = ()
    # Fields that say nothing to a reader: what changes there is no new content.
    silent_fields: ClassVar[frozenset[str]] = frozenset()
    # A page whose content has not changed for so long says that it is old.
    old_after: ClassVar[timedelta | None] = timedelta(days=2 * 365)

    introduction = models.TextField(
        _("introduction"),
        max_length=500,
        blank=True,
        help_text=_(
            "One or two sentences that answer the reader's question. Shown large, and "
            "in lists and search results."
        ),
    )
    responsible = models.ForeignKey(
        Organisation,
        verbose_name=_("who answers for the page"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("Shown at the foot of the page."),
    )
    content_changed_on = models.DateField(
        _("content last changed"), null=True, blank=True, editable=False
    )
    content_fingerprint = models.CharField(max_length=64, blank=True, editable=False)

    base_form_class = BasePageForm
    content_panels = [*Page.content_panels, FieldPanel("introduction")]
    promote_panels = [
        MultiFieldPanel(
            [
                FieldPanel("slug"),
                FieldPanel("seo_title"),
                FieldPanel("search_description"),
            ],
            heading=_("In addresses and search engines"),
        ),
        MultiFieldPanel(
            [FieldPanel("show_in_menus"), FieldPanel("responsible")],
            heading=_("In the site"),
        ),
    ]
    search_fields = [
        *Page.search_fields,
        index.SearchField("introduction"),
        index.AutocompleteField("introduction"),
    ]
    api_fields = [APIField("introduction"), APIField("content_changed_on")]

    class Meta:
        abstract = True

    @property
    def is_old(self) -> bool:
        """Whether the reader should know that nobody has touched this for long."""
        if self.old_after is None or self.content_changed_on is None:
            return False
        return timezone.localdate() - self.content_changed_on > self.old_after

    @property
    def old_year(self) -> int | None:
        """The year that an old page's facts are from."""
        return self.content_changed_on.year if self.content_changed_on else None

    def next_change(self, now: datetime) -> datetime | None:
        """When this page will read otherwise by itself, counted from *now*.

        No need to speak of what changes with the day: no page is kept past midnight.
        What only a part of the page knows, that part tells: see ``freshness``.
        """
        return None

    def fingerprint(self) -> str:
        """Return a digest of what a reader can read here, for telling real changes."""
        return fingerprint_of(self)

    def with_content_json(self, content: dict[str, Any]) -> Self:
        """Keep the day of the last change out of reach of older revisions."""
        page = super().with_content_json(content)
        page.content_changed_on = self.content_changed_on
        page.content_fingerprint = self.content_fingerprint
        return page

    def missing(self) -> list[str]:
        """What keeps it from being public, in words. As a rule, nothing."""
        return [explanation(finding) for finding in refused_in(self)]

    def publish(
        self, revision: Revision, user: AbstractUser | None = None, **options: Any
    ) -> None:
        """Publish *revision*, or schedule it, in the name of *user*.

        Raises NotReady for one that lacks something, or can no longer be stored.
        """
        lacking = revision.as_object().missing()
        if lacking:
            raise NotReady(self, lacking)
        is_known = user is None or user == get_active_log_context().user
        try:
            # Who publishes is told to no signal; its receivers ask the log's context.
            with nullcontext() if is_known else LogContext(user=user):
                super().publish(revision, user=user, **options)
        except ValidationError as problem:
            raise NotReady(self, problem.messages) from problem

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict:
        """Add what all templates of a page need."""
        request.shown_page = self  # type: ignore[attr-defined]
        know_renditions(self.pictures())
        return super().get_context(request, *args, **kwargs)

    @classmethod
    def with_relations(cls) -> models.QuerySet:
        """Pages of this kind, each with what its template shows of it."""
        return cls._default_manager.select_related(*cls.shown_relations)

    @property
    def pages_above(self) -> list[Page]:
        """The pages above this one in the tree, the root first.

        Each with what a link needs to know; all pages beneath one share them.
        """
        above = self.path[: -self.steplen]

        def find() -> list[Page]:
            ends = range(self.steplen, len(above) + 1, self.steplen)
            found = Page.objects.filter(path__in=[above[:end] for end in ends])
            return list(found.only(*NAME_AND_PLACE).order_by("path"))

        return remember(("pages above", above), find)

    @cached_property
    def versions(self) -> list[Page]:
        """This page in each of its languages, public or not."""
        found = Page.objects.filter(translation_key=self.translation_key)
        return list(found.only(*NAME_AND_PLACE))

    @property
    def language_versions(self) -> list[Page]:
        """This page in each language that everybody may read it in."""
        return [page for page in self.versions if is_readable(page)]

    def serve_password_required_response(
        self, request: HttpRequest, form: Form, action_url: str
    ) -> HttpResponse:
        """Ask for the password, and tell nothing of the page: not even its title."""
        template = settings.WAGTAIL_PASSWORD_REQUIRED_TEMPLATE
        return render(request, template, {"form": form, "action_url": action_url})

    def get_view_restrictions(self) -> models.QuerySet[PageViewRestriction]:
        """What stands between a reader and this page, from itself and from above it.

        Wagtail asks for the ancestors and then for their restrictions each time.
        """
        return restrictions_on(self)

    def pictures(self) -> list[SiteImage]:
        """All pictures that the page shows, for fetching their sizes in one query."""
        picture = getattr(self, "picture", None)
        return [picture] if picture is not None else []


class BodyPage(BasePage):
    """A page whose text is made of building blocks."""

    body = StreamField(BodyBlock(), verbose_name=_("text"), blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("body")]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("body"),
        index.AutocompleteField("body"),
    ]
    api_fields = [*BasePage.api_fields, APIField("body")]

    class Meta:
        abstract = True

    def pictures(self) -> list[SiteImage]:
        """The page's own picture, and those of its text."""
        shown = [
            child.value["image"]
            for child in self.body
            if child.block_type == "picture" and child.value["image"] is not None
        ]
        return [*super().pictures(), *shown]


class HomePage(BasePage):
    """The start: what is promised, what is open for input, what is new, whom to ask."""

    old_after = None

    headline = models.CharField(
        _("heading"),
        max_length=120,
        blank=True,
        help_text=_(
            "The large words at the top. Empty: “What the municipality and the police "
            "have promised you”."
        ),
    )

    template = "home/home_page.html"
    parent_page_types = ["wagtailcore.Page"]
    max_count_per_parent = 1
    content_panels = [
        *Page.content_panels,
        FieldPanel("headline"),
        FieldPanel("introduction"),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("headline")]

    class Meta:
        verbose_name = _("start page")
        verbose_name_plural = _("start pages")


class StandardPage(BodyPage):
    """An ordinary page, such as the one about personal data."""

    template = "home/standard_page.html"
    subpage_types = ["home.StandardPage"]

    page_description = _(
        "Text, pictures, links and tables. For what fits nowhere else."
    )

    class Meta:
        verbose_name = _("ordinary page")
        verbose_name_plural = _("ordinary pages")
