"""The smallest valid object of each kind; nothing in them is random."""

import datetime

import factory
import wagtail_factories
from django.core.files.base import ContentFile
from django.test import Client
from django.utils.text import slugify
from wagtail.models import Collection, Locale, Page, Site

from home.accounts.actions import give_role
from home.accounts.models import User
from home.agreements.models import (
    AgreementIndexPage,
    AgreementPage,
    FocusAreaIndexPage,
    FocusAreaPage,
    NamedFocusArea,
    Party,
)
from home.models import (
    AccessibilityStatementPage,
    Area,
    HomePage,
    Municipality,
    Organisation,
    SiteDocument,
    SiteImage,
    StandardPage,
)
from home.models.areas import AreaKind
from home.models.organisations import OrganisationKind
from home.news.models import NewsIndexPage, NewsPage
from home.officers.models import AreaOfficer, AreaOfficerIndexPage


class BasePageFactory(wagtail_factories.PageFactory):
    """A public page; with ``live=False`` a draft."""

    class Meta:
        abstract = True

    slug = factory.LazyAttribute(lambda page: slugify(page.title))


class HomePageFactory(BasePageFactory):
    """The start page of a site, beneath the root of all pages."""

    class Meta:
        model = HomePage

    title = "Löftet"
    slug = factory.Sequence("start-{}".format)
    parent = factory.LazyFunction(Page.get_first_root_node)
    locale = factory.LazyFunction(Locale.get_default)


class MunicipalityFactory(factory.django.DjangoModelFactory):
    """Storby kommun, whose site answers at ``host``; the first is the default site."""

    class Meta:
        model = Municipality
        exclude = ["host"]

    host = "testserver"
    name = "Storby kommun"
    slug = factory.LazyAttribute(lambda one: slugify(one.name))
    site = factory.LazyAttribute(lambda one: site_at(one.host))


def site_at(host):
    """The site that answers at *host*, with a start page of our own kind."""
    is_first = not Municipality.objects.exists()
    if is_first:
        Site.objects.all().delete()
        Page.objects.filter(depth=2).delete()
    return Site.objects.create(
        hostname=host,
        root_page=HomePageFactory(),
        is_default_site=is_first,
        site_name=host,
    )


class OrganisationFactory(factory.django.DjangoModelFactory):
    """The municipality's own organisation; with ``police=True`` the police."""

    class Meta:
        model = Organisation

    class Params:
        police = factory.Trait(name="Polisen Storby", kind=OrganisationKind.POLICE)

    municipality = factory.LazyFunction(Municipality.objects.first)
    name = "Storby kommun"
    kind = OrganisationKind.MUNICIPALITY


class AreaFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Area

    municipality = factory.LazyFunction(Municipality.objects.first)
    name = "Näsum"
    slug = factory.LazyAttribute(lambda area: slugify(area.name))
    kind = AreaKind.LOCALITY


class UserFactory(factory.django.DjangoModelFactory):
    """One of the staff, in no role yet."""

    class Meta:
        model = User

    email = factory.Sequence("anstalld{}@example.org".format)
    first_name = "Kim"
    last_name = "Berg"
    is_staff = True

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        return model_class.objects.create_user(*args, **kwargs)


class StandardPageFactory(BasePageFactory):
    class Meta:
        model = StandardPage

    title = "Om webbplatsen"


class AccessibilityStatementPageFactory(BasePageFactory):
    class Meta:
        model = AccessibilityStatementPage

    title = "Tillgänglighet"
    service_name = "Löftet, Storby kommun"
    assessed_on = datetime.date(2026, 1, 12)
    method = "Vi har gått igenom tio sidor själva."


class NewsIndexPageFactory(BasePageFactory):
    class Meta:
        model = NewsIndexPage

    title = "Nyheter"


class NewsPageFactory(BasePageFactory):
    class Meta:
        model = NewsPage

    title = "Ny belysning i parken"
    published_on = datetime.date(2026, 2, 3)
    introduction = "Nu lyser det längs hela gångvägen."


class AreaOfficerIndexPageFactory(BasePageFactory):
    class Meta:
        model = AreaOfficerIndexPage

    title = "Områdespoliser"


class AreaOfficerFactory(factory.django.DjangoModelFactory):
    """The role in Näsum, for the police of the municipality."""

    class Meta:
        model = AreaOfficer
        skip_postgeneration_save = True

    municipality = factory.LazyFunction(Municipality.objects.first)
    organisation = factory.LazyAttribute(
        lambda one: (
            Organisation.objects.filter(
                municipality=one.municipality, kind=OrganisationKind.POLICE
            ).first()
            or OrganisationFactory(municipality=one.municipality, police=True)
        )
    )
    title = "Områdespolis Näsum"
    slug = factory.LazyAttribute(lambda one: slugify(one.title))

    @factory.post_generation
    def areas(self, create, extracted):
        self.areas = extracted or []
        self.save()


class FocusAreaIndexPageFactory(BasePageFactory):
    class Meta:
        model = FocusAreaIndexPage

    title = "Fokusområden"


class FocusAreaPageFactory(BasePageFactory):
    class Meta:
        model = FocusAreaPage

    title = "Trygghet i centrum"


class AgreementIndexPageFactory(BasePageFactory):
    class Meta:
        model = AgreementIndexPage

    title = "Överenskommelser"
    slug = "overenskommelser"


class AgreementPageFactory(BasePageFactory):
    """An agreement in words; with ``focus_areas`` and ``parties`` a complete one."""

    class Meta:
        model = AgreementPage
        skip_postgeneration_save = True

    title = "Samverkansöverenskommelse 2025–2028"
    slug = factory.LazyAttribute(lambda page: slugify(page.title.replace("–", "-")))
    introduction = "Så ska vi arbeta för ett tryggare Storby."
    starts_on = datetime.date(2025, 1, 1)
    ends_on = datetime.date(2028, 12, 31)

    @factory.post_generation
    def focus_areas(self, create, extracted):
        for number, focus_area in enumerate(extracted or []):
            NamedFocusArea.objects.create(
                agreement=self, focus_area=focus_area, sort_order=number
            )

    @factory.post_generation
    def parties(self, create, extracted):
        for number, organisation in enumerate(extracted or []):
            Party.objects.create(
                agreement=self,
                organisation=organisation,
                signatory_role="Ordförande",
                sort_order=number,
            )


def complete(agreement):
    """Give *agreement* what it lacks before it can be public, and return it anew."""
    if not agreement.named_focus_areas.exists():
        home = agreement.get_parent().get_parent()
        index = FocusAreaIndexPage.objects.child_of(home).first()
        index = index or FocusAreaIndexPageFactory(parent=home)
        focus_area = FocusAreaPageFactory(parent=index, title="Lugna kvällar")
        NamedFocusArea.objects.create(agreement=agreement, focus_area=focus_area)
    if not agreement.parties.exists():
        for kind in (OrganisationKind.MUNICIPALITY, OrganisationKind.POLICE):
            organisation, _is_new = Organisation.objects.get_or_create(
                municipality=agreement.get_site().municipality,
                kind=kind,
                defaults={"name": f"Part: {kind.label}"},
            )
            Party.objects.create(agreement=agreement, organisation=organisation)
    AgreementPage.objects.filter(pk=agreement.pk, starts_on=None).update(
        starts_on=datetime.date(2026, 1, 1)
    )
    return AgreementPage.objects.get(pk=agreement.pk)


class ImageFactory(wagtail_factories.ImageFactory):
    class Meta:
        model = SiteImage

    title = "Sjön"
    description = "En sjö i skymning."
    collection = factory.LazyFunction(Collection.get_first_root_node)
    file = factory.django.ImageField(filename="sjon.jpg", width=1600, height=900)


class DocumentFactory(wagtail_factories.DocumentFactory):
    class Meta:
        model = SiteDocument

    title = "Överenskommelsen"
    collection = factory.LazyFunction(Collection.get_first_root_node)
    file = factory.LazyFunction(
        lambda: ContentFile(b"%PDF-1.4 avtal", name="avtal.pdf")
    )


def staff_of(municipality, role="", **fields):
    """Somebody who works for *municipality*, in *role* as the table of roles has it."""
    employer, _is_new = Organisation.objects.get_or_create(
        municipality=municipality,
        name=municipality.name,
        defaults={"kind": OrganisationKind.MUNICIPALITY},
    )
    user = UserFactory(organisation=employer, **fields)
    if role:
        give_role(user, role, municipality=municipality)
    return user


def client_of(user):
    """A browser in which *user* has logged in."""
    client = Client()
    client.force_login(user)
    return client


def restrict(page, kind="password", *, groups=()):
    """Let nobody read *page* without the password, a login or a seat in *groups*."""
    restriction = page.view_restrictions.create(
        restriction_type=kind, password="hemligt" if kind == "password" else ""
    )
    restriction.groups.set(groups)
    return restriction


def publish(page, *, by=None):
    """Publish *page* as it stands in memory, by Wagtail's own way."""
    page.save_revision(user=by).publish(user=by)
    page.refresh_from_db()
    return page
