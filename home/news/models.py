"""News: a few lines on what has been done, by whom and where."""

from datetime import timedelta
from typing import Any, Self

from django import forms
from django.conf import settings
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from taggit.models import TaggedItemBase
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.api import APIField
from wagtail.models import PageManager, PageQuerySet
from wagtail.search import index

from home.models import Area, BasePage
from home.models.told import ToldPage, ToldPageForm
from home.visibility import readable

from .lists import chosen_part_of


class NewsIndexPage(BasePage):
    """All news, the latest first."""

    old_after = None
    template = "home/news/news_index_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["home_news.NewsPage"]
    max_count_per_parent = 1
    page_description = _("The list of news.")

    class Meta:
        verbose_name = _("list of news")
        verbose_name_plural = _("lists of news")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict:
        """Add the part of the list that the address asks for."""
        context = super().get_context(request, *args, **kwargs)
        news = readable(NewsPage.objects.child_of(self))
        return {**context, **chosen_part_of(news, request.GET)}


class NewsQuerySet(PageQuerySet):
    """The questions we ask about news."""

    def latest_first(self) -> Self:
        """In the order of the list, which is the order of its cursor."""
        return self.order_by("-published_on", "-pk")

    def for_lists(self) -> Self:
        """With all that a list of news shows of each."""
        return self.select_related("responsible").prefetch_related("areas")


class NewsTag(TaggedItemBase):
    """A subject of a news item."""

    content_object = ParentalKey(
        "home_news.NewsPage", on_delete=models.CASCADE, related_name="tagged_items"
    )


class NewsPageForm(ToldPageForm):
    """Lets each organisation tell of its own areas alone, too."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        user = self.for_user
        areas = self.fields.get("areas")
        if user is None or user.is_superuser or areas is None:
            return
        named = [one.pk for one in self.instance.areas.all()]
        open_to = Area.objects.open_to(user).values("pk")
        areas.queryset = areas.queryset.filter(
            models.Q(pk__in=open_to) | models.Q(pk__in=named)
        )


class NewsPage(ToldPage):
    """What has happened, in a few lines."""

    old_after = timedelta(days=365)
    shown_relations = ("picture",)

    published_on = models.DateField(
        _("date"),
        default=timezone.localdate,
        help_text=_("The day that readers see beside the news."),
    )
    areas = ParentalManyToManyField(
        Area, verbose_name=_("areas"), blank=True, related_name="news"
    )
    tags = ClusterTaggableManager(
        verbose_name=_("subjects"), through=NewsTag, blank=True
    )
    picture = models.ForeignKey(
        "home.SiteImage",
        verbose_name=_("picture"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    picture_caption = models.CharField(
        _("caption"),
        max_length=300,
        blank=True,
        help_text=_("The photographer is added by itself."),
    )

    objects = PageManager.from_queryset(NewsQuerySet)()

    base_form_class = NewsPageForm
    template = "home/news/news_page.html"
    parent_page_types = ["home_news.NewsIndexPage"]
    subpage_types: list[str] = []
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("body"),
        MultiFieldPanel(
            [FieldPanel("picture"), FieldPanel("picture_caption")],
            heading=_("Picture"),
        ),
        MultiFieldPanel(
            [
                FieldPanel(
                    "responsible",
                    heading=_("who tells"),
                    help_text=_("The organisation that the news is from."),
                ),
                FieldPanel("areas", widget=forms.CheckboxSelectMultiple),
                FieldPanel("tags"),
                FieldPanel("published_on"),
            ],
            heading=_("Who, where and when"),
        ),
    ]
    promote_panels = [
        MultiFieldPanel(
            [
                FieldPanel("slug"),
                FieldPanel("seo_title"),
                FieldPanel("search_description"),
            ],
            heading=_("In addresses and search engines"),
        )
    ]
    search_fields = [*ToldPage.search_fields, index.FilterField("published_on")]
    api_fields = [*ToldPage.api_fields, APIField("published_on")]
    page_description = _(
        "A few lines on what has been done, with a picture if you like."
    )

    class Meta:
        verbose_name = _("news item")
        verbose_name_plural = _("news")
        indexes = [
            models.Index(
                fields=["-published_on", "-page_ptr"], name="news_latest_first"
            )
        ]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict:
        """Add areas and subjects."""
        context = super().get_context(request, *args, **kwargs)
        context["areas"] = self.areas.all()
        context["tags"] = self.tags.all()
        return context


class SentNews(models.Model):
    """That somebody has sent a news item from a phone: once, however often it arrives.

    ``key`` is made by the form when it is opened, and comes with each try.
    """

    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    key = models.UUIDField()
    page = models.ForeignKey(
        NewsPage, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    told = models.TextField(
        blank=True, help_text="What else came of it, a sentence in each line."
    )
    sent_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("news sent from a phone")
        verbose_name_plural = _("news sent from a phone")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["by", "key"], name="one_news_for_each_send")
        ]

    def __str__(self) -> str:
        return f"{self.sent_at:%Y-%m-%d %H:%M}"
