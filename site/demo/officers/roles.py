"""Who works where, and when one meets them; nobody is named."""

from dataclasses import dataclass
from datetime import time

from home.accounts.models import User
from home.models import Area
from home.officers.models import AreaOfficer, OfficeHours, Posting, Weekday

from ..library import Library

INDEX = "area-officers"


@dataclass(frozen=True)
class Hours:
    """Each week on a day, at a place."""

    place: str
    weekday: Weekday
    opens_at: time
    closes_at: time


@dataclass(frozen=True)
class Officer:
    """A role. *account* is the demo's account that is in it, if any."""

    slug: str
    title: str
    title_en: str
    description: str
    description_en: str
    areas: tuple[str, ...]
    hours: tuple[Hours, ...]
    account: str = ""


OFFICERS = (
    Officer(
        "bromolla",
        title="Områdespolis Bromölla tätort (exempel)",
        title_en="Area officer in Bromölla (example)",
        description=(
            "Svarar om trafik, skolvägar och kvällar i centrum, och hjälper dig att "
            "märka cykeln."
        ),
        description_en=(
            "Answers about traffic, ways to school and evenings in the centre, and "
            "helps you mark your bike."
        ),
        areas=("bromolla",),
        hours=(Hours("Biblioteket (exempel)", Weekday.WEDNESDAY, time(15), time(17)),),
        account="polis",
    ),
    Officer(
        "nasum",
        title="Områdespolis Näsum (exempel)",
        title_en="Area officer in Näsum (example)",
        description="Svarar om norra kommundelen: vägarna, skolan och badplatserna.",
        description_en=(
            "Answers about the northern part: the roads, the school and the beaches."
        ),
        areas=("nasum",),
        hours=(Hours("Näsums skola (exempel)", Weekday.THURSDAY, time(16), time(18)),),
    ),
)


def load_roles(library: Library) -> None:
    """Make the officers that are missing."""
    municipality = library.maker.municipality
    known = set(
        AreaOfficer.objects.filter(municipality=municipality).values_list(
            "slug", flat=True
        )
    )
    for officer in OFFICERS:
        if officer.slug not in known:
            _make(officer, library)


def _make(officer: Officer, library: Library) -> None:
    municipality = library.maker.municipality
    made = AreaOfficer(
        municipality=municipality,
        organisation_id=library.organisation("police"),
        title=officer.title,
        title_en=officer.title_en,
        slug=officer.slug,
        description=officer.description,
        description_en=officer.description_en,
        email="omradespolis@example.org",
    )
    made.areas = Area.objects.filter(municipality=municipality, slug__in=officer.areas)
    made.office_hours = [OfficeHours(**vars(hours)) for hours in officer.hours]
    if officer.account:
        user = User.objects.get(email=f"{officer.account}@example.org")
        made.postings = [Posting(user=user, starts_on=library.maker.today)]
    made.save()
    made.save_revision()
