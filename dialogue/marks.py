"""What the receiving side noticed about a contribution, for those who review it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Mark(models.TextChoices):
    """A thing to look at."""

    EMAIL = "email", _("Holds an e-mail address")
    PHONE = "phone", _("Holds a phone number")
    PLATE = "plate", _("Holds a registration plate")
    LINK = "link", _("Holds a link")
    URGENT = "urgent", _("Can be about something that goes on now")
    MANY = "many", _("Many posts from the same place within an hour")
    UNKNOWN_ORIGIN = "unknown_origin", _("The browser did not tell where it came from")
    ABUSIVE = "abusive", _("May hold abuse")
