"""What is done with the rules for comments."""

import hashlib

from django.contrib.auth.models import AbstractUser
from django.db import transaction
from django.utils import timezone

from .models import CommentRulesPage, RulesVersion
from .rules import text_of


@transaction.atomic
def store_rules(
    page: CommentRulesPage, *, by: AbstractUser | None
) -> RulesVersion | None:
    """Keep the rules as they now read. None if they read as they last did."""
    text = text_of(page)
    digest = hashlib.sha256(text.encode()).hexdigest()
    latest = RulesVersion.objects.filter(page=page.pk).order_by("-number").first()
    if latest is not None and latest.digest == digest:
        return None
    return RulesVersion.objects.create(
        page_id=page.pk,
        number=latest.number + 1 if latest else 1,
        published_at=timezone.now(),
        title=page.title,
        text=text,
        digest=digest,
        published_by_id=by.pk if by is not None else None,
    )
