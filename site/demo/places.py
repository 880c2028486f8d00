"""The municipality, its site, who acts in it, and its places."""

from dataclasses import dataclass
from decimal import Decimal

from wagtail.models import Site

from home.models import Area, AreaAlias, Municipality, Organisation, SiteSettings
from home.models.areas import AreaKind
from home.models.organisations import OrganisationKind

SLUG = "bromolla"

ORGANISATIONS = (
    Organisation(
        kind=OrganisationKind.MUNICIPALITY,
        name="Bromölla kommun",
        contact_role="Trygghetssamordnaren",
        description="Svarar om överenskommelsen, fokusområdena och webbplatsen.",
        email="trygghet@example.org",
        phone="0456-00 00 00",
        is_shown_to_residents=True,
    ),
    Organisation(
        kind=OrganisationKind.POLICE,
        name="Polismyndigheten, lokalpolisområde Karlshamn",
        short_name="Polisen",
        colour="#2f4a7d",
        contact_role="Kommunpolisen",
        description=(
            "Svarar om polisens arbete i Bromölla. Anmälningar och tips tar du på "
            "114 14."
        ),
        phone="114 14",
        url="https://polisen.se/",
        is_shown_to_residents=True,
    ),
    Organisation(
        kind=OrganisationKind.MUNICIPAL_COMPANY,
        name="Skräbehem AB (påhittat)",
        short_name="Skräbehem",
        colour="#7a4a12",
        contact_role="Kundtjänst",
        description="Svarar om belysning, dörrar och gårdar hos bostadsbolaget.",
        email="skrabehem@example.org",
    ),
    Organisation(
        kind=OrganisationKind.ASSOCIATION,
        name="Nattvandrarna vid Ivösjön (påhittad)",
        short_name="Nattvandrarna",
        colour="#5c3a78",
        contact_role="Den som leder nästa vandring",
        description="Svarar dig som vill vandra eller undrar hur det går till.",
        email="nattvandrarna@example.org",
    ),
)

WHOLE = "bromolla-kommun"
NORTH, CENTRE, SOUTH = "norra", "centrala", "sodra"


@dataclass(frozen=True)
class Place:
    """An area.

    centre  latitude and longitude in degrees, WGS 84
    also    other names that residents and old papers use
    """

    slug: str
    name: str
    part_of: str | None
    also: tuple[str, ...]
    kind: AreaKind = AreaKind.LOCALITY
    centre: tuple[str, str] | None = None


PLACES = (
    Place(
        WHOLE,
        "Bromölla kommun",
        part_of=None,
        kind=AreaKind.MUNICIPALITY,
        centre=("56.05", "14.467"),
        also=("hela kommunen",),
    ),
    Place(
        NORTH,
        "Norra Bromölla kommun",
        part_of=WHOLE,
        kind=AreaKind.ZONE,
        also=("norra zonen",),
    ),
    Place(
        CENTRE,
        "Centrala Bromölla kommun",
        part_of=WHOLE,
        kind=AreaKind.ZONE,
        also=("centrala zonen",),
    ),
    Place(
        SOUTH,
        "Södra Bromölla kommun",
        part_of=WHOLE,
        kind=AreaKind.ZONE,
        also=("södra zonen",),
    ),
    Place(
        "bromolla",
        "Bromölla",
        part_of=CENTRE,
        centre=("56.073", "14.468"),
        also=("Bromölla tätort", "Bromölla centrum", "Ivetofta"),
    ),
    Place(
        "nasum",
        "Näsum",
        part_of=NORTH,
        centre=("56.170", "14.496"),
        also=("Näsums socken", "Näsum centrum"),
    ),
    Place(
        "valje",
        "Valje",
        part_of=SOUTH,
        centre=("56.0628", "14.5386"),
        also=("Valjeviken",),
    ),
    Place(
        "gualov",
        "Gualöv",
        part_of=SOUTH,
        centre=("56.05", "14.40"),
        also=("Gualövs socken",),
    ),
    Place(
        "nymolla",
        "Nymölla",
        part_of=SOUTH,
        centre=("56.03", "14.47"),
        also=("Nymölla bruk",),
    ),
    Place(
        "edenryd",
        "Edenryd",
        part_of=SOUTH,
        centre=("56.02", "14.50"),
        also=("Edenryds by",),
    ),
)


def load(site: Site) -> Municipality:
    """Return the municipality; whatever of it and its places is missing is made."""
    municipality = Municipality.objects.filter(slug=SLUG).first()
    if municipality is None:
        municipality = _make_municipality(site)
    for organisation in ORGANISATIONS:
        _make_organisation(organisation, municipality)
    for place in PLACES:
        _make_area(place, municipality)
    return municipality


def _make_municipality(site: Site) -> Municipality:
    site.site_name = "Löftet, Bromölla kommun"
    site.save()
    SiteSettings.objects.update_or_create(
        site=site,
        defaults={
            "site_name": "Löftet",
            "tagline": "Bromölla kommun och polisen",
            "contact_role": "Trygghetssamordnaren",
            "contact_email": "trygghet@example.org",
            "contact_phone": "0456-00 00 00",
            "contact_address": "Bromölla kommun, Exempelgatan 1, 295 00 Bromölla",
            "fault_report_url": "https://example.org/",
            "responsible_publisher": "Kommunstyrelsen i Bromölla kommun",
            "is_demo": True,
        },
    )
    return Municipality.objects.create(
        site=site,
        name="Bromölla kommun",
        slug=SLUG,
        code="1272",
        organisation_number="212000-0894",
        geonames_id=2719105,
    )


def _make_organisation(organisation: Organisation, municipality: Municipality) -> None:
    """Make it, unless the municipality has one of its kind."""
    of_kind = Organisation.objects.filter(
        municipality=municipality, kind=organisation.kind
    )
    if of_kind.exists():
        return
    values = {
        field.name: getattr(organisation, field.name)
        for field in Organisation._meta.concrete_fields
        if field.name not in {"id", "municipality", "latest_revision"}
    }
    made = Organisation.objects.create(municipality=municipality, **values)
    made.save_revision()


def _make_area(place: Place, municipality: Municipality) -> None:
    """Make it, unless the municipality has one of that slug."""
    areas = Area.objects.filter(municipality=municipality)
    if areas.filter(slug=place.slug).exists():
        return
    latitude, longitude = map(Decimal, place.centre) if place.centre else (None, None)
    area = Area(
        municipality=municipality,
        name=place.name,
        slug=place.slug,
        kind=place.kind,
        part_of=areas.get(slug=place.part_of) if place.part_of else None,
        latitude=latitude,
        longitude=longitude,
    )
    area.aliases = [
        AreaAlias(name=name, sort_order=order) for order, name in enumerate(place.also)
    ]
    area.save()
    area.save_revision()
