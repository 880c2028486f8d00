"""Makes pledges and lines of their ledgers in bulk, for looking at a full site.

Put together from parts by a random generator with a fixed seed: the same call makes the
same texts. Every line has its right place, hash and digests, and the states are right
afterwards; only the forms and pages that staff would have used are left out.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from itertools import count
from random import Random

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser
from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

from home.agreements.models import AgreementPage, FocusAreaPage
from home.generation import forget_on_commit
from home.models import Area, Municipality, Organisation, Signature
from home.models.organisations import OrganisationKind

from . import ledger
from .choices import EntryKind, MatterKind, Outcome
from .ledger import Beside, Line, Said, text
from .models import (
    Commitment,
    FollowUpDay,
    Indicator,
    LedgerEntry,
    Matter,
    Measure,
    Pledge,
    PledgeIndexPage,
    PledgePage,
    PledgeState,
    PledgeVersion,
)
from .states import write_state

BATCH = 2000
# One pledge gets this share of all lines, since one always has more than the others.
LONGEST_SHARE = 50

SUBJECTS = (
    ("Lugnare trafik", "kontroll", "kontroller", "Trafikkontroller"),
    ("En tryggare kväll", "kväll", "kvällar", "Kvällar med vuxna ute"),
    ("Bättre ljus", "plats", "platser", "Nytt ljus"),
    ("Färre inbrott", "möte", "möten", "Möten med grannar"),
    ("Renare gator", "gata", "gator", "Gator som har städats"),
    ("Tidigt stöd", "utbildning", "utbildningar", "Utbildningar"),
)
PLACES = ("vid skolan", "i centrum", "vid stationen", "på torget", "vid badplatsen")
WORDS = (
    "Det gick som det var tänkt.",
    "Vi var fler än vanligt.",
    "Det regnade, men det blev av.",
    "Flera stannade och frågade.",
    "Nästa gång tar vi en annan tid.",
)
REASONS = (
    "Vi fick inga anbud.",
    "Vi var för få i tjänst.",
    "Marken är frusen.",
)


class NothingToFill(Exception):
    """There is no list of pledges, or nobody who could sign or enter."""


@dataclass(frozen=True)
class Cast:
    """Who signs and enters: somebody of each side."""

    people: tuple[AbstractUser, AbstractUser]

    @classmethod
    def of(cls, municipality: Municipality) -> "Cast":
        """Choose them among the staff. Raises NothingToFill if a side has nobody."""
        kinds = (OrganisationKind.MUNICIPALITY, OrganisationKind.POLICE)
        users = get_user_model().objects.select_related("organisation")
        own = users.filter(organisation__municipality=municipality)
        found = [own.filter(organisation__kind=kind).order_by("pk") for kind in kinds]
        first = [some.first() for some in found]
        if first[0] is None or first[1] is None:
            raise NothingToFill
        return cls((first[0], first[1]))

    def line(self, random: Random, on: date, now: datetime) -> Line:
        """One of them enters in the afternoon of the day."""
        by = random.choice(self.people)
        return _line(by, on, now)


def _line(by: AbstractUser, on: date, now: datetime) -> Line:
    afternoon = timezone.make_aware(datetime.combine(on, time(15)))
    organisation: Organisation = by.organisation  # type: ignore[attr-defined]
    return Line(by, organisation, on, min(afternoon, now))


def fill_pledges(municipality: Municipality, number: int, now: datetime) -> int:
    """Make *number* pledges that both sides have signed; return how many.

    Raises NothingToFill without a list of pledges, an agreement, or staff.
    """
    index = PledgeIndexPage.objects.filter(path__startswith=_root(municipality)).first()
    agreement = AgreementPage.objects.filter(path__startswith=_root(municipality))
    cast = Cast.of(municipality)
    if index is None:
        raise NothingToFill
    random = Random(number)  # noqa: S311 - made-up content, no secret
    maker = _Maker(municipality, index, agreement.first(), cast, random, now)
    for _turn in range(number):
        maker.make()
    return number


def _root(municipality: Municipality) -> str:
    return municipality.site.root_page.path


class _Maker:
    """Makes one pledge after the other."""

    def __init__(
        self,
        municipality: Municipality,
        index: PledgeIndexPage,
        agreement: AgreementPage | None,
        cast: Cast,
        random: Random,
        now: datetime,
    ) -> None:
        self.municipality, self.index, self.agreement = municipality, index, agreement
        self.cast, self.random, self.now = cast, random, now
        self.areas = list(Area.objects.filter(municipality=municipality))
        language = FocusAreaPage.objects.filter(locale=index.locale)
        self.focus_areas = list(language)
        known = Pledge.objects.of(municipality).values_list("number", flat=True)
        self.taken = set(known)

    @transaction.atomic
    def make(self) -> None:
        """Make one pledge, signed before it began."""
        year = timezone.localdate(self.now).year - self.random.choice((0, 0, 0, 1, 2))
        number = self._number(year)
        signed_on = date(year - 1, 12, self.random.randint(1, 20))
        pledge = Pledge.objects.create(
            municipality=self.municipality, number=number, given_on=signed_on
        )
        page = self._page(pledge, year)
        self.index.add_child(instance=page)
        self._sign(page, signed_on)
        forget_on_commit()

    def _number(self, year: int) -> str:
        """The first free number from 100 on: the low ones are for real pledges."""
        for place in count(100):
            number = f"{year}-{place:03d}"
            if place > 999:
                return self._number(year - 1)
            if number not in self.taken:
                self.taken.add(number)
                return number
        raise AssertionError

    def _page(self, pledge: Pledge, year: int) -> PledgePage:
        random = self.random
        subject, one, many, measures = random.choice(SUBJECTS)
        title = f"{subject} {random.choice(PLACES)}"
        page = PledgePage(
            title=title,
            slug=f"{pledge.number}-{slugify(title)}",
            locale=self.index.locale,
            pledge=pledge,
            introduction=f"{title}: det ska gå att räkna.",
            situation="<p>Flera har berättat att det inte är bra som det är.</p>",
            starts_on=date(year, 1, 1),
            ends_on=date(year, 12, 31),
            agreement=self.agreement,
            responsible=self.cast.people[0].organisation,  # type: ignore[attr-defined]
            responsible_role="Trygghetssamordnaren",
        )
        page.areas = random.sample(self.areas, min(2, len(self.areas)))
        page.focus_areas = random.sample(
            self.focus_areas, min(1, len(self.focus_areas))
        )
        page.commitments = [Commitment(party="together", text=f"ordna {many}")]
        page.follow_up_days = [FollowUpDay(due_on=date(year + 1, 1, 31))]
        page.indicators = [
            Indicator(
                name="Trygga ute", unit="procent", direction="up", baseline=Decimal(54)
            )
        ]
        page.measures = [
            Measure(
                sort_order=order,
                title=measures,
                responsible=person.organisation,  # type: ignore[attr-defined]
                target_count=random.randint(4, 40),
                unit_one=one,
                unit_many=many,
                due_on=date(year, random.randint(3, 12), 28),
            )
            for order, person in enumerate(self.cast.people)
        ]
        return page

    def _sign(self, page: PledgePage, on: date) -> None:
        """Give it both keys, the stored text and the first line."""
        line = _line(self.cast.people[1], on, self.now)
        digest, pledge = page.digest(), page.pledge
        assert pledge is not None  # noqa: S101 - made together with its page
        for person in self.cast.people:
            organisation: Organisation = person.organisation  # type: ignore[attr-defined]
            Signature.objects.create(
                page=page,
                digest=digest,
                fingerprint=page.fingerprint_of_text(),
                organisation=organisation,
                organisation_name=organisation.name,
                kind=organisation.kind,
                role=getattr(person, "title", "") or organisation.name,
                person_id=person.pk,
                signed_at=line.now,
            )
        PledgeVersion.objects.create(
            pledge=pledge,
            page=page,
            language=page.locale.language_code,
            title=page.title,
            text=page.canonical_text(),
            digest=digest,
            is_signed=True,
            published_at=line.now,
        )
        said = Said(EntryKind.SIGNED, page=page, beside=text("Undertecknat av båda."))
        entry, beside = ledger.make(pledge, said, line, after=None)
        _store([entry], [beside])
        write_state(pledge)


def fill_events(municipality: Municipality, number: int, now: datetime) -> int:
    """Enter *number* lines in the ledgers of pledges that are not assessed yet.

    Raises NothingToFill if there is no such pledge.
    """
    cast = Cast.of(municipality)
    random = Random(number)  # noqa: S311 - made-up content, no secret
    open_ones = PledgeState.objects.filter(
        pledge__municipality=municipality, signed_on__isnull=False
    ).filter(outcome=Outcome.NOT_ASSESSED)
    states = list(open_ones.select_related("pledge").order_by("pledge"))
    if not states:
        raise NothingToFill
    stored, waiting = 0, _Batch()
    for state, share in zip(states, _shares(number, len(states)), strict=True):
        stored += _fill_one(state, share, cast, random, now, waiting)
        if len(waiting.entries) >= BATCH:
            waiting.store()
            waiting = _Batch()
    waiting.store()
    return stored


def _shares(number: int, pledges: int) -> list[int]:
    """How many lines each pledge gets; the first one more than the others."""
    first = number if pledges == 1 else number // LONGEST_SHARE
    rest, more = divmod(number - first, max(pledges - 1, 1))
    return [first, *(rest + (turn < more) for turn in range(pledges - 1))]


class _Batch:
    """Lines that wait to be stored, pledge by pledge."""

    def __init__(self) -> None:
        self.entries: list[LedgerEntry] = []
        self.beside: list[list[Matter]] = []
        self.pledges: list[Pledge] = []

    @transaction.atomic
    def store(self) -> None:
        """Store them, and let the states follow."""
        _store(self.entries, self.beside)
        for pledge in self.pledges:
            write_state(pledge)
        forget_on_commit()


def _store(entries: Sequence[LedgerEntry], beside: Sequence[list[Matter]]) -> None:
    LedgerEntry.objects.bulk_create(entries, batch_size=500)
    for entry, things in zip(entries, beside, strict=True):
        for thing in things:
            thing.entry = entry
    matter = [thing for things in beside for thing in things]
    Matter.objects.bulk_create(matter, batch_size=1000)


def _fill_one(
    state: PledgeState,
    number: int,
    cast: Cast,
    random: Random,
    now: datetime,
    batch: _Batch,
) -> int:
    """Add *number* lines of one pledge to *batch*; return how many."""
    pledge = state.pledge
    page = pledge.pages.order_by("pk").first()
    after = LedgerEntry.objects.filter(pledge=pledge).order_by("-number").first()
    if page is None or after is None or number < 1:
        return 0
    measures, indicators = list(page.measures.all()), list(page.indicators.all())
    last = min(state.ends_on or timezone.localdate(now), timezone.localdate(now))
    days = _days(after.happened_on, last, number)
    happenings = _happenings(random, measures, indicators)
    for day, said in zip(days, happenings, strict=False):
        line = cast.line(random, day, now)
        line = replace(line, now=max(line.now, after.entered_at))
        after, beside = ledger.make(pledge, said, line, after=after)
        batch.entries.append(after)
        batch.beside.append(beside)
    batch.pledges.append(pledge)
    return number


def _days(first: date, last: date, number: int) -> Iterator[date]:
    """So many days, evenly spread over the time between."""
    length = max((last - first).days, 0)
    for turn in range(number):
        yield first + timedelta(days=length * turn // number)


def _happenings(
    random: Random, measures: Sequence[Measure], indicators: Sequence[Indicator]
) -> Iterator[Said]:
    """What happens, without end: mostly that something was done."""
    for turn in count():
        measure = random.choice(measures)
        if turn % 29 == 28 and indicators:
            yield Said(
                EntryKind.READING,
                indicator_key=indicators[0].key,
                value=Decimal(random.randint(50, 65)),
                answers=random.randint(150, 500),
                beside=text("Trygghetsmätningen", MatterKind.SOURCE),
            )
        elif turn % 17 == 16:
            yield Said(EntryKind.UPDATE, beside=text(random.choice(WORDS)))
        elif turn % 13 == 12:
            yield Said(
                EntryKind.DELAYED,
                measure_key=measure.key,
                due_on=measure.due_on + timedelta(days=30 + turn),
                beside=text(random.choice(REASONS)),
            )
        else:
            link = [Beside(MatterKind.LINK, "https://example.org/")]
            yield Said(
                EntryKind.DONE,
                measure_key=measure.key,
                count=1,
                beside=[*text(random.choice(WORDS)), *(link if turn % 5 == 0 else ())],
            )
