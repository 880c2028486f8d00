"""How somebody gets an account: an administrator makes it, a mail lets its owner in.

The link in the mail holds for ``INVITATION_SECONDS``, works once, and only until the
next one is sent: it is signed over what the account was like when it was sent.
"""

from django.conf import settings
from django.core import signing
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from home.models import SiteSettings

from .models import User
from .records import ACCEPTED, INVITED

SALT = "home.accounts.invitations"


class NoSuchInvitation(Exception):
    """The link is too old, has been used, was replaced by a newer one, or never was."""


def invite(user: User, *, by: User, site_name: str, base_url: str) -> None:
    """Send *user* a mail with a link to choose a password.

    Any earlier link stops working. Raises OSError if the mail cannot be sent; then the
    earlier one still works.
    """
    with transaction.atomic():
        user.invited_at = timezone.now()
        user.save(update_fields=["invited_at"])
        log(user, INVITED, user=by)
        _send(user, by=by, site_name=site_name, base_url=base_url)


def _send(user: User, *, by: User, site_name: str, base_url: str) -> None:
    path = reverse("accept_invitation", args=[token_for(user)])
    words = {
        "user": user,
        "by": by,
        "site_name": site_name,
        "address": f"{base_url.rstrip('/')}{path}",
        "days": settings.INVITATION_SECONDS // (24 * 60 * 60),
    }
    send_mail(
        _("Your account at %(site)s") % {"site": site_name},
        render_to_string("account/email/invitation.txt", words),
        None,
        [user.email],
    )


def site_name_for(user: User) -> str:
    """What the site of the municipality that *user* works in is called."""
    if user.organisation is not None:
        site = user.organisation.municipality.site_id
        chosen = SiteSettings.objects.filter(site=site).first()
        if chosen is not None and chosen.site_name:
            return chosen.site_name
    return settings.WAGTAIL_SITE_NAME


def token_for(user: User) -> str:
    """Return what stands in the link."""
    return signing.dumps([user.pk, _state(user)], salt=SALT)


def find_invited(token: str) -> User:
    """Return whom *token* was sent to. Raises NoSuchInvitation."""
    try:
        number, state = signing.loads(
            token, salt=SALT, max_age=settings.INVITATION_SECONDS
        )
    except (signing.BadSignature, ValueError, TypeError):
        raise NoSuchInvitation from None
    user = User.objects.filter(pk=number, is_active=True).first()
    if user is None or state != _state(user):
        raise NoSuchInvitation
    return user


@transaction.atomic
def accept(token: str, *, password: str) -> User:
    """Give the invited person *password*. Raises NoSuchInvitation."""
    user = find_invited(token)
    user = User.objects.select_for_update().get(pk=user.pk)
    find_invited(token)
    user.set_password(password)
    user.save(update_fields=["password"])
    log(user, ACCEPTED, user=user)
    return user


def _state(user: User) -> str:
    """A digest of what the link was made for; another password makes it another."""
    moment = user.invited_at.isoformat() if user.invited_at else ""
    parts = "\n".join([user.email, user.password, moment])
    return salted_hmac(SALT, parts, algorithm="sha256").hexdigest()[:32]
