"""The accounts: a role each, no person."""

from dataclasses import dataclass

from django.contrib.auth.hashers import check_password, make_password
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from home.accounts.actions import give_role
from home.accounts.models import User
from home.models import Area, Municipality, Organisation
from home.models.organisations import OrganisationKind

MUNICIPALITY, POLICE = OrganisationKind.MUNICIPALITY, OrganisationKind.POLICE


@dataclass(frozen=True)
class Account:
    """Somebody to log in as.

    may  what this account can do, for the list that ``load_demo`` prints
    """

    name: str
    role: str
    title: str
    works_for: str
    may: Promise
    areas: tuple[str, ...] = ()
    is_superuser: bool = False

    @property
    def email(self) -> str:
        """What one logs in with."""
        return f"{self.name}@example.org"


ACCOUNTS = (
    Account(
        "admin",
        role="administrator",
        title="Administratör",
        works_for=MUNICIPALITY,
        may=_("everything, also users and settings"),
        is_superuser=True,
    ),
    Account(
        "redaktor",
        role="editor",
        title="Kommunikatör",
        works_for=MUNICIPALITY,
        may=_("write and publish all pages, approve what others propose"),
    ),
    Account(
        "samordnare",
        role="coordinator",
        title="Trygghetssamordnare",
        works_for=MUNICIPALITY,
        may=_("write and publish all pages, report on measures, follow up pledges"),
    ),
    Account(
        "polis",
        role="area_officer",
        title="Områdespolis",
        works_for=POLICE,
        may=_("post news, report on measures, answer for the police"),
        areas=("bromolla",),
    ),
    Account(
        "polischef",
        role="police_approver",
        title="Chef för lokalpolisområdet",
        works_for=POLICE,
        may=_("sign for the police, report on its measures, publish news"),
    ),
    Account(
        "kommunchef",
        role="municipal_approver",
        title="Kommunchef",
        works_for=MUNICIPALITY,
        may=_("sign for the municipality, read stored versions of agreements"),
    ),
    Account(
        "registrator",
        role="registrar",
        title="Registrator",
        works_for=MUNICIPALITY,
        may=_("register cases, open seals, read stored versions of agreements"),
    ),
    Account(
        "granskare",
        role="moderator",
        title="Granskare",
        works_for=MUNICIPALITY,
        may=_("review what residents send, answer, look again at appeals"),
    ),
    Account(
        "granskare2",
        role="moderator",
        title="Granskare",
        works_for=MUNICIPALITY,
        may=_("review what residents send, answer, look again at appeals"),
    ),
    Account(
        "lagesbild",
        role="situation_reader",
        title="Deltagare i lägesbildsgruppen",
        works_for=MUNICIPALITY,
        may=_("look around; the situation picture will be read here later"),
    ),
)


def load(municipality: Municipality, *, password: str) -> None:
    """Make the accounts that are missing, and let the password open them all."""
    users = {user.email: user for user in User.objects.filter(email__in=_emails())}
    hashes = {user.password for user in users.values()}
    right = {one for one in hashes if check_password(password, one)}
    fresh = next(iter(right), None) or make_password(password)
    for account in ACCOUNTS:
        user = users.get(account.email)
        if user is None:
            _make(account, municipality, hashed_password=fresh)
        elif user.password not in right:
            user.password = fresh
            user.save(update_fields=["password"])


def _emails() -> list[str]:
    return [account.email for account in ACCOUNTS]


def _make(
    account: Account, municipality: Municipality, *, hashed_password: str
) -> None:
    of_kind = Organisation.objects.filter(
        municipality=municipality, kind=account.works_for
    )
    user = User.objects.create(
        email=account.email,
        password=hashed_password,
        title=account.title,
        organisation=of_kind.order_by("pk").first(),
        is_staff=account.is_superuser,
        is_superuser=account.is_superuser,
    )
    user.areas.set(
        Area.objects.filter(municipality=municipality, slug__in=account.areas)
    )
    give_role(user, account.role, municipality=municipality)
