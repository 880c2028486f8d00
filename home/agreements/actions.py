"""What is done with agreements."""

from django.contrib.auth.models import AbstractUser
from django.db import transaction
from django.utils import timezone

from .models import AgreementPage, AgreementVersion


@transaction.atomic
def store_version(
    agreement: AgreementPage, *, by: AbstractUser | None
) -> AgreementVersion | None:
    """Keep *agreement* as it now reads. None if it reads as it last did."""
    text, digest = agreement.canonical_text(), agreement.digest()
    latest = AgreementVersion.objects.filter(agreement=agreement.pk).first()
    if latest is not None and latest.digest == digest:
        return None
    return AgreementVersion.objects.create(
        agreement_id=agreement.pk,
        title=agreement.title,
        published_at=timezone.now(),
        text=text,
        digest=digest,
        published_by_id=by.pk if by is not None else None,
    )
