"""The ledger: one line for each thing that happened, never changed, never removed."""

import hashlib
import json
import secrets
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from home.models import Area, Organisation, SiteDocument, SiteImage

from ..choices import EntryKind, MatterKind, Outcome
from .pledges import Pledge

GENESIS = "0" * 64  # what the first line of a pledge follows upon


class AppendOnly(Exception):
    """Somebody tried to change or remove what is only ever added to."""


class AppendOnlyQuerySet(models.QuerySet):
    """Reads and adds; refuses all else. The database refuses it, too, see ``guard``."""

    def update(self, **values: Any) -> int:
        """Raise AppendOnly."""
        raise AppendOnly

    def delete(self) -> tuple[int, dict[str, int]]:
        """Raise AppendOnly."""
        raise AppendOnly

    def bulk_update(self, *args: Any, **kwargs: Any) -> int:
        """Raise AppendOnly."""
        raise AppendOnly

    def with_matter(self) -> Self:
        """With what lies beside each, in one question more."""
        beside = Matter.objects.select_related("picture", "document")
        return self.prefetch_related(models.Prefetch("beside", beside))


class LedgerEntry(models.Model):
    """One thing that happened to a pledge, as it was entered.

    The line is hashed together with the hash of the line before, so that no line can be
    changed, removed or put between without every later hash becoming another. Texts and
    pictures lie beside it (``Matter``); the line holds their salted digests, so that a
    text can be sealed without breaking the chain. Written by ``ledger.append`` alone.
    """

    pledge = models.ForeignKey(
        Pledge,
        verbose_name=_("pledge"),
        on_delete=models.PROTECT,
        related_name="ledger",
    )
    number = models.PositiveIntegerField(_("number"))
    kind = models.CharField(_("what happened"), max_length=12, choices=EntryKind)
    measure_key = models.UUIDField(_("measure"), null=True, blank=True)
    indicator_key = models.UUIDField(_("indicator"), null=True, blank=True)
    count = models.IntegerField(_("how many"), null=True, blank=True)
    value = models.DecimalField(
        _("value"), max_digits=12, decimal_places=3, null=True, blank=True
    )
    margin = models.DecimalField(
        _("uncertainty, plus or minus"),
        max_digits=12,
        decimal_places=3,
        null=True,
        blank=True,
    )
    answers = models.PositiveIntegerField(_("answers (n)"), null=True, blank=True)
    due_on = models.DateField(
        _("date"),
        null=True,
        blank=True,
        help_text="Of a delay the new date, of a follow-up the day it was planned for.",
    )
    outcome = models.CharField(_("outcome"), max_length=12, choices=Outcome, blank=True)
    successor = models.ForeignKey(
        Pledge,
        verbose_name=_("replaced by"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="replaces",
    )
    corrects = models.PositiveIntegerField(
        _("corrects entry number"), null=True, blank=True
    )
    withdraws = models.BooleanField(_("takes it back"), default=False)
    area = models.ForeignKey(
        Area,
        verbose_name=_("area"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="ledger_entries",
    )
    area_name = models.CharField(_("area then"), max_length=100, blank=True)
    page = models.ForeignKey(
        Page,
        verbose_name=_("page"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="ledger_entries",
    )
    happened_on = models.DateField(_("day it happened"))
    entered_at = models.DateTimeField(_("entered"))
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisation"),
        on_delete=models.PROTECT,
        related_name="ledger_entries",
    )
    organisation_name = models.CharField(_("organisation then"), max_length=150)
    role = models.CharField(_("role then"), max_length=100, blank=True)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("entered by"),
        on_delete=models.PROTECT,
        related_name="ledger_entries",
    )
    # What a form was sent with, so that sending it twice enters one line.
    sent_key = models.UUIDField(null=True, blank=True, unique=True, editable=False)
    matter = models.JSONField(_("digests of what lies beside"), default=list)
    previous_hash = models.CharField(_("hash of the line before"), max_length=64)
    hash = models.CharField(_("hash"), max_length=64, unique=True)

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        verbose_name = _("line of the ledger")
        verbose_name_plural = _("lines of the ledger")
        ordering = ["pledge", "number"]
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(
                fields=["pledge", "number"], name="one_line_for_each_number"
            ),
            models.CheckConstraint(
                condition=models.Q(kind__in=EntryKind.values), name="ledger_kind"
            ),
        ]
        indexes = [
            models.Index(fields=["organisation", "-id"], name="ledger_by_organisation")
        ]

    def __str__(self) -> str:
        return f"{self.pledge_id}/{self.number} {self.get_kind_display()}"

    def fields(self, pledge_key: object) -> dict[str, Any]:
        """Return what is hashed of it: all that it says, as text, numbers or nothing.

        Days as 2026-11-18, the moment in UTC with six decimals of a second, numbers
        with three decimals. Holds no number of a row and no person.
        """
        return {
            "version": 1,
            "pledge": str(pledge_key),
            "number": self.number,
            "kind": str(self.kind),
            "measure": _text(self.measure_key),
            "indicator": _text(self.indicator_key),
            "count": self.count,
            "value": _decimal(self.value),
            "margin": _decimal(self.margin),
            "answers": self.answers,
            "date": _text(self.due_on),
            "outcome": str(self.outcome),
            "successor": self.successor.number if self.successor else "",
            "corrects": self.corrects,
            "withdraws": self.withdraws,
            "area": self.area_name,
            "happened": self.happened_on.isoformat(),
            "entered": moment(self.entered_at),
            "organisation": self.organisation_name,
            "role": self.role,
            "matter": self.matter,
            "previous": self.previous_hash,
        }

    def canonical(self, pledge_key: object) -> bytes:
        """Return the bytes that are hashed: JSON, UTF-8, keys sorted, no spaces."""
        written = json.dumps(
            self.fields(pledge_key),
            ensure_ascii=False,
            sort_keys=True,
            separators=(",", ":"),
        )
        return written.encode()

    def right_hash(self, pledge_key: object) -> str:
        """The hash that the line has if nobody has touched it."""
        return hashlib.sha256(self.canonical(pledge_key)).hexdigest()


class Reading(LedgerEntry):
    """What an indicator showed: value, n, uncertainty; its source lies beside it."""

    class Meta:
        proxy = True
        verbose_name = _("reading")
        verbose_name_plural = _("readings")


class Matter(models.Model):
    """Something that lies beside a line: a text, a picture, a document, a link.

    May be sealed by decision; then ``content`` is empty, and it says when and why.
    """

    entry = models.ForeignKey(
        LedgerEntry,
        verbose_name=_("line"),
        on_delete=models.PROTECT,
        related_name="beside",
    )
    place = models.PositiveSmallIntegerField(_("place"))
    kind = models.CharField(_("kind"), max_length=10, choices=MatterKind)
    content = models.TextField(
        _("content"),
        blank=True,
        help_text="A text, an address, or the SHA-256 of a file.",
    )
    picture = models.ForeignKey(
        SiteImage,
        verbose_name=_("picture"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    document = models.ForeignKey(
        SiteDocument,
        verbose_name=_("document"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    salt = models.CharField(max_length=32, editable=False)
    digest = models.CharField(max_length=64, editable=False)
    sealed = models.BinaryField(null=True, editable=False)
    sealed_on = models.DateField(_("sealed"), null=True, blank=True)
    sealed_because = models.CharField(_("sealed because"), max_length=300, blank=True)
    sealed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )

    class Meta:
        verbose_name = _("what lies beside a line")
        verbose_name_plural = _("what lies beside lines")
        ordering = ["entry", "place"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["entry", "place"], name="one_thing_in_each_place"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.entry_id}/{self.place}"

    @property
    def is_sealed(self) -> bool:
        """Whether it has been put away by decision."""
        return self.sealed_on is not None

    def right_digest(self) -> str:
        """The digest that the line holds of it, if nobody has touched it."""
        return salted_digest(self.kind, self.content, self.salt)


def new_salt() -> str:
    """Return 128 random bits, so that a sealed text cannot be guessed."""
    return secrets.token_hex(16)


def salted_digest(kind: str, content: str, salt: str) -> str:
    """Return the SHA-256 of salt, kind and content, each on a line of its own."""
    return hashlib.sha256(f"{salt}\n{kind}\n{content}".encode()).hexdigest()


def moment(at: datetime) -> str:
    """Write a moment as it is hashed: 2026-11-18T08:30:00.000000+00:00."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _decimal(value: Decimal | None) -> str:
    return "" if value is None else f"{value:.3f}"
