"""The smallest pledges that can be signed, and what is done with them."""

import datetime
from decimal import Decimal

import factory
from django.utils import timezone

from home.agreements.models import AgreementIndexPage, FocusAreaIndexPage
from home.models import Area, Municipality, Organisation
from home.models.organisations import OrganisationKind
from home.signing import sign
from pledges.choices import MeasureKind, Period
from pledges.ledger import Line
from pledges.models import (
    Commitment,
    Evidence,
    FollowUpDay,
    Indicator,
    Measure,
    PledgeIndexPage,
    PledgePage,
)
from tests.home.factories import (
    AgreementIndexPageFactory,
    AgreementPageFactory,
    AreaFactory,
    BasePageFactory,
    FocusAreaIndexPageFactory,
    FocusAreaPageFactory,
    UserFactory,
    staff_of,
)


class PledgeIndexPageFactory(BasePageFactory):
    class Meta:
        model = PledgeIndexPage

    title = "Medborgarlöften"
    slug = "medborgarloften"


class PledgePageFactory(BasePageFactory):
    """A pledge in words, a draft without a number."""

    class Meta:
        model = PledgePage

    title = "Lugnare trafik vid skolan"
    introduction = "Färre ska köra för fort när barn går till skolan."
    situation = "<p>Bilar kör för fort vid skolan på morgonen.</p>"
    starts_on = datetime.date(2026, 1, 1)
    ends_on = datetime.date(2026, 12, 31)
    responsible_role = "Trygghetssamordnaren"
    live = False


def organisation(kind, name):
    """The one organisation of *kind*, made if there is none."""
    return Organisation.objects.filter(
        kind=kind
    ).first() or Organisation.objects.create(
        municipality=Municipality.objects.first(), kind=kind, name=name
    )


def municipality_side():
    return organisation(OrganisationKind.MUNICIPALITY, "Storby kommun")


def police_side():
    return organisation(OrganisationKind.POLICE, "Polisen Storby")


def approver(text, role, side):
    """A member of staff who signs *text* for *side*, and has that role in the admin."""
    user = staff_of(text.get_site().municipality, role)
    user.organisation, user.title = side, "Chef"
    user.save()
    return user


def rate_measure():
    """A measure of the police that is promised twice a month."""
    return Measure(
        sort_order=9,
        title="Kvällar till fots",
        responsible=police_side(),
        kind=MeasureKind.RATE,
        target_count=2,
        rate_period=Period.MONTH,
        unit_one="kväll",
        unit_many="kvällar",
        due_on=datetime.date(2026, 12, 31),
    )


def pledge_page(home_page, *, more_measures=(), **fields):
    """A draft that lacks nothing before signing, with one measure of each side."""
    index = PledgeIndexPage.objects.child_of(home_page).first()
    index = index or PledgeIndexPageFactory(parent=home_page)
    page = PledgePageFactory(
        parent=index, agreement=_agreement(home_page, index), **fields
    )
    page.focus_areas = [_focus_area(home_page)]
    page.areas = [Area.objects.first() or AreaFactory()]
    page.commitments = [Commitment(party="police", text="göra tolv kontroller")]
    page.evidence = [Evidence(text="62 synpunkter på torgdialogen")]
    page.measures = [
        Measure(
            sort_order=0,
            title="Trafikkontroller vid skolan",
            responsible=police_side(),
            target_count=12,
            unit_one="kontroll",
            unit_many="kontroller",
            due_on=datetime.date(2026, 12, 31),
        ),
        Measure(
            sort_order=1,
            title="Två upphöjda övergångsställen",
            responsible=municipality_side(),
            target_count=2,
            unit_one="övergångsställe",
            unit_many="övergångsställen",
            due_on=datetime.date(2026, 6, 30),
        ),
        *more_measures,
    ]
    page.indicators = [
        Indicator(
            name="Bilar som kör för fort",
            unit="index 0–6",
            baseline=Decimal("3.2"),
            target=Decimal("2.7"),
            source="Polisens trygghetsmätning",
        )
    ]
    page.follow_up_days = [FollowUpDay(due_on=datetime.date(2027, 1, 31))]
    page.save_revision()
    return PledgePage.objects.get(pk=page.pk)


def _agreement(home_page, index):
    agreements = AgreementIndexPage.objects.child_of(home_page).first()
    agreements = agreements or AgreementIndexPageFactory(parent=home_page)
    known = agreements.get_children().first()
    return known.specific if known else AgreementPageFactory(parent=agreements)


def _focus_area(home_page):
    areas = FocusAreaIndexPage.objects.child_of(home_page).first()
    areas = areas or FocusAreaIndexPageFactory(parent=home_page)
    known = areas.get_children().first()
    return known.specific if known else FocusAreaPageFactory(parent=areas)


def signer(side):
    """Somebody who may sign for the organisation *side*."""
    return UserFactory(organisation=side, title=f"Chef, {side.name}")


def sign_by_both(page, *, now=None):
    """Let both sides sign the draft of *page*; return it anew."""
    now = now or timezone.now()
    draft = page.get_latest_revision_as_object()
    for side in (municipality_side(), police_side()):
        sign(page, by=signer(side), digest=draft.digest(), now=now)
    return type(page).objects.get(pk=page.pk)


def signed_pledge(home_page, **fields):
    """The page of a pledge that both sides have signed."""
    return sign_by_both(pledge_page(home_page, **fields))


def line_by(user, *, on=None, now=None):
    """Who enters, for the own organisation, about the day *on*."""
    now = now or timezone.now()
    return Line(user, user.organisation, on or timezone.localdate(now), now)


class OfficerFactory(UserFactory):
    """An area officer of the police."""

    organisation = factory.LazyFunction(police_side)
    title = "Områdespolis"
