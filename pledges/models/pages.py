"""The page of a pledge: what it promises, and when it may be public."""

from datetime import date
from typing import Any, Self
from uuid import UUID

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.text import slugify
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.api import APIField
from wagtail.fields import RichTextField
from wagtail.models import PageManager, Revision
from wagtail.search import index

from home.agreements.models import AgreementPage, FocusAreaPage
from home.models import (
    Area,
    BasePage,
    Municipality,
    SiteImage,
)
from home.models.periods import check_period, ends_after_it_starts
from home.models.signatures import Lack, SignablePage
from home.plans.models import ActionPlanPage

from ..canonical import canonical_text
from ..completeness import lacking_for_signing
from ..copies import give_own_keys
from ..showing import show
from .gathered import PledgePageQuerySet, put_together
from .panels import FORM
from .parts import Measure
from .pledges import Pledge, validate_number, year_of
from .states import MeasureState

PLAIN_TEXT = ["bold", "ul", "ol", "link"]


class PledgePage(SignablePage):
    """A pledge in one language: what is promised, by whom, until when, and why."""

    has_ledger = True
    old_after = None  # it tells itself how long nothing has been told
    silent_fields = frozenset({"pledge", "wanted_number"})
    shown_relations = (
        "pledge__state",
        "pledge__municipality",
        "agreement",
        "action_plan",
        "picture",
        "locale",
    )

    pledge = models.ForeignKey(
        Pledge,
        verbose_name=_("pledge"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="pages",
    )
    wanted_number = models.CharField(
        _("number it has already"),
        max_length=8,
        blank=True,
        validators=[validate_number],
        help_text=_(
            "Only for a pledge that was made before, such as 2024-03. Leave it empty "
            "for a new one: it gets the next number when it is published."
        ),
    )
    agreement = models.ForeignKey(
        AgreementPage,
        verbose_name=_("agreement"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="pledge_pages",
        help_text=_("The agreement that the pledge belongs to."),
    )
    action_plan = models.ForeignKey(
        ActionPlanPage,
        verbose_name=_("action plan"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="pledge_pages",
        help_text=_("The action plan that the pledge comes from, if any."),
    )
    focus_areas = ParentalManyToManyField(
        FocusAreaPage,
        verbose_name=_("focus areas"),
        blank=True,
        related_name="pledge_pages",
    )
    areas = ParentalManyToManyField(
        Area, verbose_name=_("areas"), blank=True, related_name="pledge_pages"
    )
    target_group = models.CharField(
        _("for whom"),
        max_length=150,
        blank=True,
        help_text=_("Such as: children on their way to school."),
    )
    picture = models.ForeignKey(
        SiteImage,
        verbose_name=_("picture"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    picture_caption = models.CharField(_("caption"), max_length=300, blank=True)
    situation = RichTextField(
        _("the situation today"),
        features=PLAIN_TEXT,
        blank=True,
        help_text=_("What the problem is, where, when and for whom."),
    )
    influence = RichTextField(
        _("how residents have influenced it"),
        features=PLAIN_TEXT,
        blank=True,
        help_text=_("What residents said, and what became of it here."),
    )
    equality_note = models.TextField(
        _("different groups"),
        max_length=500,
        blank=True,
        help_text=_("How the problem differs between women and men, young and old."),
    )
    easy_read = models.TextField(
        _("in easy Swedish"),
        max_length=600,
        blank=True,
        help_text=_("Short sentences, common words. Shown first to who wants it."),
    )
    starts_on = models.DateField(_("holds from"), null=True, blank=True)
    ends_on = models.DateField(_("holds to and including"), null=True, blank=True)
    views_until = models.DateField(
        _("open for views until"),
        null=True,
        blank=True,
        help_text=_("Of a proposal: the last day to say what one thinks of it."),
    )
    responsible_role = models.CharField(
        _("whom to ask"),
        max_length=100,
        blank=True,
        help_text=_("A role, never a person's name: the safety coordinator."),
    )
    municipal_case_number = models.CharField(
        _("case number of the municipality"),
        max_length=60,
        blank=True,
        help_text=_("As in the register, such as KS 2026/123."),
    )
    police_case_number = models.CharField(
        _("case number of the police"),
        max_length=60,
        blank=True,
        help_text=_("As in the register, such as A123.456/2026."),
    )

    objects = PageManager.from_queryset(PledgePageQuerySet)()

    template = "pledges/pledge_page.html"
    parent_page_types = ["pledges.PledgeIndexPage"]
    subpage_types = ["pledges.UpdatePage"]
    exclude_fields_in_copy = ["pledge", "wanted_number"]
    page_description = _("A promise to residents, with measures that can be counted.")

    edit_handler = FORM
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("situation"),
        index.AutocompleteField("situation"),
        index.RelatedFields("measures", [index.SearchField("title")]),
    ]
    api_fields = [
        *BasePage.api_fields,
        APIField("starts_on"),
        APIField("ends_on"),
    ]

    class Meta:
        verbose_name = _("pledge")
        verbose_name_plural = _("pledges")
        constraints = [ends_after_it_starts("pledge_ends_after_it_starts")]

    def clean(self) -> None:
        """Refuse a period that ends before it starts, and a number that is taken."""
        super().clean()
        check_period(self.starts_on, self.ends_on)
        if self.wanted_number and self.pledge_id is None and self._is_taken():
            message = _("Another pledge has this number.")
            raise ValidationError({"wanted_number": message})

    def _is_taken(self) -> bool:
        site = self.get_site() if self.path else None
        taken = Pledge.objects.filter(number=self.wanted_number)
        return site is not None and taken.filter(municipality__site=site).exists()

    @classmethod
    def with_relations(cls) -> models.QuerySet:
        """Pledges, each with all that its page shows of it."""
        return cls.objects.select_related(*cls.shown_relations).with_parts()

    @property
    def own(self) -> Pledge:
        """The pledge that it speaks of.

        Raises Pledge.DoesNotExist for a draft or a copy, which speaks of none yet.
        """
        if self.pledge is None:
            raise Pledge.DoesNotExist
        return self.pledge

    def put_together(self) -> None:
        """Take what has been asked for together with the page for its parts."""
        put_together(self)

    @cached_property
    def measure_states(self) -> dict[UUID, MeasureState]:
        """What the ledger says of each measure, by its key."""
        if self.pledge_id is None:
            return {}
        return {row.key: row for row in MeasureState.objects.of(self.own)}

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict:
        """Add how it goes."""
        self.put_together()
        shown = show(self, request, timezone.localdate())
        self.shown_pictures = shown["pictures"]
        return {**super().get_context(request, *args, **kwargs), **shown}

    def pictures(self) -> list[SiteImage]:
        """Its own picture, and those that the list of what has happened shows."""
        return [*super().pictures(), *getattr(self, "shown_pictures", ())]

    def canonical_text(self) -> str:
        """Return all that the pledge says to residents, see ``canonical``."""
        return canonical_text(self)

    def missing(self) -> list[str]:
        """What keeps it from being public; measures that are spoken of must stay."""
        return [*super().missing(), *self._dropped()]

    def lacks(self) -> list[Lack]:
        """What it lacks before it can be signed, see ``completeness``."""
        return [*super().lacks(), *lacking_for_signing(self)]

    def warnings_before_signing(self) -> list[str]:
        """Warn of a pledge that nobody could say afterwards was not kept."""
        if not self.is_vague:
            return []
        return [
            gettext(
                "All measures are in words only. Write at least one that can be "
                "counted, or seen to be done on a day."
            )
        ]

    @property
    def told_of_publishing(self) -> str:
        """Published before both have signed, it is a proposal."""
        return gettext(
            "Published before both sides have signed, the pledge is shown as a "
            "proposal, open for views. The second signature publishes it as decided."
        )

    def _dropped(self) -> list[str]:
        """Measures with lines in the ledger that this text no longer has."""
        if self.pledge_id is None:
            return []
        kept = {measure.key for measure in self.measures.all()}
        spoken_of = MeasureState.objects.filter(pledge=self.pledge_id, entries__gt=0)
        gone = spoken_of.exclude(key__in=kept)
        titles = Measure.objects.filter(
            page__pledge=self.pledge_id, key__in=gone.values("key")
        ).values_list("title", flat=True)
        return [
            gettext(
                "The measure “%(title)s” has been reported on and must stay. Cancel it "
                "with a reason instead."
            )
            % {"title": title}
            for title in sorted(set(titles)) or [""] * gone.count()
        ]

    def publish(
        self, revision: Revision, user: AbstractUser | None = None, **options: Any
    ) -> None:
        """Publish *revision*; the first time, give the pledge its number for ever.

        Raises NotReady for one that lacks something or says other than was signed.
        """
        with transaction.atomic():
            if self.pledge_id is None and not revision.as_object().missing():
                self.give_number(revision.as_object())
                revision = Revision.objects.get(pk=revision.pk)
            super().publish(revision, user=user, **options)

    def give_number(self, draft: "PledgePage") -> None:
        """Make the pledge that the page speaks of, and let its address hold the number.

        Another language of the same pledge speaks of it already, if that was public
        first. The caller runs a transaction.
        """
        site = self.get_site()
        own = Municipality.objects.select_for_update().get(site=site)
        self.pledge = self._pledge_of_translations() or self._new_pledge(own, draft)
        number = self.pledge.number
        self.slug = f"{number}-{slugify(draft.title)}"[:200].rstrip("-")
        self.save(update_fields=["pledge", "slug", "url_path"])

    def _pledge_of_translations(self) -> Pledge | None:
        return Pledge.objects.filter(
            pages__translation_key=self.translation_key
        ).first()

    @staticmethod
    def _new_pledge(own: Municipality, draft: "PledgePage") -> Pledge:
        today = timezone.localdate()
        number = draft.wanted_number or Pledge.objects.next_number(
            own, year_of(draft.starts_on, today)
        )
        return Pledge.objects.create(municipality=own, number=number, given_on=today)

    def copy_all_child_relations(
        self, target: "PledgePage", *args: Any, **options: Any
    ) -> dict:
        """Copy all parts into *target*, with keys of their own in another pledge."""
        copied = super().copy_all_child_relations(target, *args, **options)
        if target.translation_key != self.translation_key:
            give_own_keys(target)
        return copied

    def with_content_json(self, content: dict[str, Any]) -> Self:
        """Keep pledge and address, which no revision may change."""
        page = super().with_content_json(content)
        page.pledge_id = self.pledge_id
        if self.pledge_id is not None:
            page.slug = self.slug
            page.set_url_path(self.get_parent())
        return page

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the pledge. Raises Http404 for a copy that speaks of no pledge."""
        if self.pledge_id is None and not getattr(request, "is_preview", False):
            raise Http404
        return super().serve(request, *args, **kwargs)

    @property
    def is_proposal(self) -> bool:
        """Whether it is still only proposed."""
        return not self.is_signed

    @cached_property
    def is_vague(self) -> bool:
        """Whether nothing in it can be counted or seen to be done."""
        measures = list(self.measures.all())
        return bool(measures) and all(measure.is_vague for measure in measures)

    def takes_views_on(self, today: date) -> bool:
        """Whether residents can still say what they think of the proposal."""
        return self.is_proposal and (
            self.views_until is None or today <= self.views_until
        )
