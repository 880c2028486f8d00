"""Who has signed which text, and the kind of page whose text is signed."""

import hashlib
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.locks import BaseLock
from wagtail.models import Page, PagePermissionTester, Revision

from ..publishing import NotReady
from ..visibility import is_restricted
from .fingerprints import fingerprint_of
from .organisations import Organisation, OrganisationKind
from .pages import BasePage

# Both must have signed exactly the same text: one key each.
KEYS = frozenset({OrganisationKind.MUNICIPALITY, OrganisationKind.POLICE})


class SignatureQuerySet(models.QuerySet):
    """The questions we ask about signatures."""

    def of(self, page: Page) -> Self:
        """Those given to some text of *page*, the first one first."""
        return self.filter(page=page.pk).order_by("pk")

    def pages_signed_from(self, page: Page) -> models.QuerySet[Page]:
        """Those of *page* and all beneath it whose text both sides have signed."""
        here = self.filter(page__path__startswith=page.path)
        keys = here.values("page", "digest", "fingerprint").annotate(
            keys=models.Count("pk")
        )
        keys = keys.filter(keys=len(KEYS))
        return Page.objects.filter(pk__in=keys.values("page")).order_by("path")


class Signature(models.Model):
    """One key: somebody has signed a text, for an organisation.

    It counts for exactly the text whose digest it holds, on a page with exactly that
    fingerprint: where a link leads and which document goes with the text are part of
    it. What is changed afterwards has others, so that nobody needs to take a signature
    back. Only added to, by ``home.signing.sign``.
    """

    page = models.ForeignKey(
        Page,
        verbose_name=_("page"),
        on_delete=models.PROTECT,
        related_name="signatures",
    )
    digest = models.CharField(_("SHA-256 of the text"), max_length=64)
    # What the page itself held. Once both have signed, a renamed organisation or area
    # is no new text.
    fingerprint = models.CharField(max_length=64, editable=False)
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisation"),
        on_delete=models.PROTECT,
        related_name="signatures",
    )
    organisation_name = models.CharField(_("organisation then"), max_length=150)
    kind = models.CharField(_("kind"), max_length=20, choices=OrganisationKind)
    role = models.CharField(_("role then"), max_length=100)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("signed by"),
        on_delete=models.PROTECT,
        related_name="signatures",
    )
    signed_at = models.DateTimeField(_("signed"))

    objects = SignatureQuerySet.as_manager()

    class Meta:
        verbose_name = _("signature")
        verbose_name_plural = _("signatures")
        ordering = ["pk"]
        default_permissions = ("view",)
        permissions = [("give_signature", _("Can sign for the own organisation"))]
        constraints = [
            models.UniqueConstraint(
                fields=["page", "digest", "fingerprint", "person"],
                name="nobody_signs_a_text_twice",
            ),
            models.UniqueConstraint(
                fields=["page", "digest", "fingerprint", "kind"],
                name="one_signature_for_each_side",
            ),
            models.CheckConstraint(
                condition=models.Q(kind__in=sorted(KEYS)), name="signed_by_a_side"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role}, {self.organisation_name}"

    @property
    def given_to(self) -> tuple[str, str]:
        """What was signed: the text, and all that the page itself held."""
        return self.digest, self.fingerprint


class SignedLock(BaseLock):
    """Why nobody changes a signed text: it is what both sides signed."""

    def for_user(self, user: AbstractUser) -> bool:
        """It holds for everybody, superusers included."""
        return True

    def get_message(self, user: AbstractUser) -> str:
        """What the editor says in place of a form."""
        return gettext(
            "This text is signed and cannot be changed. Publish a correction instead."
        )

    def get_locked_by(self, user: AbstractUser) -> str:
        """The mechanism that holds it."""
        return gettext("Signed")


@dataclass(frozen=True)
class Lack:
    """Something that is missing: in words, and the field of the form to mend it."""

    words: str
    field: str = ""


class SignedPermissionTester(PagePermissionTester):
    """What may be done with a page: once it is signed, it stays where it is."""

    def can_move(self) -> bool:
        """Refuse to move a signed text from its address."""
        return not self.page.is_signed and super().can_move()

    def can_unlock(self) -> bool:
        """Refuse to open what only signatures hold shut."""
        return not self.page.is_signed and super().can_unlock()

    def can_set_view_restrictions(self) -> bool:
        """Refuse to hide a signed text; let a restriction from before be taken away."""
        is_open = not self.page.is_signed or self.page.view_restrictions.exists()
        return is_open and super().can_set_view_restrictions()


class SignablePage(BasePage):
    """A page whose text two sides sign; from then on it says that text and no other."""

    # Whether corrections are lines of a ledger of its own.
    has_ledger: ClassVar[bool] = False
    # Fields that are no part of the text, and can still be filled in once it is signed.
    open_after_signing: ClassVar[tuple[str, ...]] = ()

    class Meta:
        abstract = True

    @property
    def is_history(self) -> bool:
        """Whether the page is kept for history alone."""
        return False

    def canonical_text(self) -> str:
        """Return all it says in one fixed form, without numbers of rows and dates.

        The same words always give the same text, whatever language is active.
        """
        raise NotImplementedError

    def digest(self) -> str:
        """Return the SHA-256 of its text, as 64 hexadecimal digits."""
        return hashlib.sha256(self.canonical_text().encode()).hexdigest()

    @cached_property
    def all_signatures(self) -> list[Signature]:
        """Each signature given to any text of this page, the first one first."""
        return list(Signature.objects.of(self)) if self.pk else []

    @property
    def signatures_that_count(self) -> list[Signature]:
        """The signatures under the text that both sides have signed, if they have.

        In the order they were given.
        """
        given: dict[tuple[str, str], list[Signature]] = {}
        for one in self.all_signatures:
            given.setdefault(one.given_to, []).append(one)
        for signatures in given.values():
            if {one.kind for one in signatures} >= KEYS:
                return signatures
        return []

    @property
    def signed_digest(self) -> str | None:
        """The digest of the text that both sides have signed, if they have."""
        signatures = self.signatures_that_count
        return signatures[0].digest if signatures else None

    @property
    def is_signed(self) -> bool:
        """Whether both sides have signed it."""
        return bool(self.signatures_that_count)

    def is_as_signed(self) -> bool:
        """Whether it says exactly what was signed; true of what nobody has signed."""
        signed = self.signatures_that_count
        return (
            not signed
            or self.fingerprint_of_text() == signed[0].fingerprint
            or self.digest() == signed[0].digest
        )

    def fingerprint_of_text(self) -> str:
        """Return a digest of its own words, whatever others it names are called now."""
        return fingerprint_of(self, without=self.open_after_signing)

    def missing(self) -> list[str]:
        """What keeps it from being public: once signed, any other text than that."""
        lacking = super().missing()
        if not self.is_as_signed():
            lacking.append(_another_text())
        return lacking

    def given_to_this_text(self) -> list[Signature]:
        """The signatures given to exactly what it holds now."""
        if not self.all_signatures:
            return []
        now = self.digest(), self.fingerprint_of_text()
        return [one for one in self.all_signatures if one.given_to == now]

    def lacks(self) -> list[Lack]:
        """What keeps it from being signed, each with the field that mends it."""
        found = [Lack(words) for words in self.missing()]
        if self.go_live_at is not None or self.expire_at is not None:
            words = gettext(
                "Take away the times of publishing and taking down: the second "
                "signature publishes the text, and it stays."
            )
            found.append(Lack(words))
        if is_restricted(self):
            words = gettext(
                "Take away the restriction on who may read it, or a page above it: "
                "what both sides sign is public."
            )
            found.append(Lack(words))
        return found

    def warnings_before_signing(self) -> list[str]:
        """What it can be signed with, and should be thought of once more, in words."""
        return []

    @property
    def told_of_publishing(self) -> str:
        """What becomes of it if it is published before both have signed, in words."""
        return gettext("Published before that, it says that nobody has signed it yet.")

    def missing_for_signing(self) -> list[str]:
        """What keeps it from being signed, in words."""
        return [one.words for one in self.lacks()]

    def save_revision(self, *args: Any, **options: Any) -> Revision:
        """Keep a draft. Raises NotReady for another text than was signed."""
        if self.is_signed and not self.is_as_signed():
            raise NotReady(self, [_another_text()])
        return super().save_revision(*args, **options)

    def publish(
        self, revision: Revision, user: AbstractUser | None = None, **options: Any
    ) -> None:
        """Publish *revision*. Raises NotReady for an unsigned translation of a text.

        What both have signed says the same in every language: they sign each one.
        """
        if not self.is_signed and self._translates_signed():
            words = gettext(
                "It translates a text that both sides have signed. It becomes public "
                "once both have signed the translation, too."
            )
            raise NotReady(self, [words])
        super().publish(revision, user=user, **options)

    def _translates_signed(self) -> bool:
        others = type(self).objects.filter(translation_key=self.translation_key)
        signed = Signature.objects.filter(
            page__in=others.exclude(pk=self.pk).values("pk")
        )
        given: dict[tuple[int, str, str], set[str]] = {}
        what = "page_id", "digest", "fingerprint", "kind"
        for *signed_by, kind in signed.values_list(*what):
            given.setdefault(tuple(signed_by), set()).add(kind)
        return any(kinds >= KEYS for kinds in given.values())

    def permissions_for_user(self, user: AbstractUser) -> PagePermissionTester:
        """Return what *user* may do with it."""
        return SignedPermissionTester(user, self)

    def get_lock(self) -> BaseLock | None:
        """Hold the editor shut once it is signed."""
        return SignedLock(self) if self.is_signed else super().get_lock()


def _another_text() -> str:
    return gettext(
        "Both sides have signed another text than this. A signed text is changed by a "
        "public correction alone."
    )
