"""The municipality, its site, who acts in it, and its places."""

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
        description="Svarar om överenskommelsen, fokusområdena och den här webbplatsen.",
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

# Slug, name, kind, part of, latitude and longitude in degrees, other names.
AREAS = (
    (
        WHOLE,
        "Bromölla kommun",
        AreaKind.MUNICIPALITY,
        None,
        ("56.05", "14.467"),
        ("hela kommunen",),
    ),
    (NORTH, "Norra Bromölla kommun", AreaKind.ZONE, WHOLE, None, ("norra zonen",)),
    (
        CENTRE,
        "Centrala Bromölla kommun",
        AreaKind.ZONE,
        WHOLE,
        None,
        ("centrala zonen",),
    ),
    (SOUTH, "Södra Bromölla kommun", AreaKind.ZONE, WHOLE, None, ("södra zonen",)),
    (
        "bromolla",
        "Bromölla",
        AreaKind.LOCALITY,
        CENTRE,
        ("56.073", "14.468"),
        ("Bromölla tätort", "Bromölla centrum", "Ivetofta"),
    ),
    (
        "nasum",
        "Näsum",
        AreaKind.LOCALITY,
        NORTH,
        ("56.170", "14.496"),
        ("Näsums socken", "Näsum centrum"),
    ),
    (
        "valje",
        "Valje",
        AreaKind.LOCALITY,
        SOUTH,
        ("56.0628", "14.5386"),
        ("Valjeviken",),
    ),
    (
        "gualov",
        "Gualöv",
        AreaKind.LOCALITY,
        SOUTH,
        ("56.05", "14.40"),
        ("Gualövs socken",),
    ),
    (
        "nymolla",
        "Nymölla",
        AreaKind.LOCALITY,
        SOUTH,
        ("56.03", "14.47"),
        ("Nymölla bruk",),
    ),
    (
        "edenryd",
        "Edenryd",
        AreaKind.LOCALITY,
        SOUTH,
        ("56.02", "14.50"),
        ("Edenryds by",),
    ),
)


def load(site: Site) -> Municipality:
    """Return the municipality; whatever of it and its places is missing is made."""
    municipality = Municipality.objects.filter(slug=SLUG).first()
    if municipality is None:
        municipality = _make_municipality(site)
    for organisation in ORGANISATIONS:
        _make_organisation(organisation, municipality)
    for row in AREAS:
        _make_area(municipality, *row)
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


def _make_area(
    municipality: Municipality,
    slug: str,
    name: str,
    kind: AreaKind,
    part_of: str | None,
    centre: tuple[str, str] | None,
    aliases: tuple[str, ...],
) -> None:
    """Make it, unless the municipality has one of that slug."""
    areas = Area.objects.filter(municipality=municipality)
    if areas.filter(slug=slug).exists():
        return
    latitude, longitude = map(Decimal, centre) if centre else (None, None)
    area = Area.objects.create(
        municipality=municipality,
        name=name,
        slug=slug,
        kind=kind,
        part_of=areas.get(slug=part_of) if part_of else None,
        latitude=latitude,
        longitude=longitude,
    )
    for order, alias in enumerate(aliases):
        AreaAlias.objects.create(area=area, name=alias, sort_order=order)
    area.refresh_from_db()
    area.save_revision()
