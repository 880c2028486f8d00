"""Staff. Residents have no accounts, ever."""

from typing import Any, ClassVar

from django.contrib.auth.base_user import BaseUserManager
from django.contrib.auth.models import AbstractUser, Group
from django.db import models
from django.db.models.functions import Lower
from django.utils.crypto import salted_hmac
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from home.models import Organisation


class UserManager(BaseUserManager["User"]):
    """Makes users whose e-mail address is what they log in with, in lower case."""

    use_in_migrations = True

    def create_user(
        self, email: str, password: str | None = None, **fields: Any
    ) -> "User":
        """Make one of the staff. Raises ValueError without an address."""
        if not email:
            raise ValueError("A user needs an e-mail address to log in with.")
        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(
        self, email: str, password: str | None = None, **fields: Any
    ) -> "User":
        """Make one who may do everything that is not a record's own rule."""
        fields |= {"is_staff": True, "is_superuser": True}
        return self.create_user(email, password, **fields)

    def get_by_natural_key(self, username: str | None) -> "User":
        """Find a user by e-mail address, however its letters are written."""
        return self.get(email__iexact=username)


class User(AbstractUser):
    """Somebody who works here: for one organisation, and sometimes in some areas.

    Never holds a personal identity number. Who leaves is deactivated, not deleted:
    decisions and signatures go on pointing to the person who made them.
    """

    username = None  # type: ignore[assignment]  # AbstractUser's own way to drop it
    email = models.EmailField(
        _("e-mail address"), unique=True, help_text=_("What this person logs in with.")
    )
    title = models.CharField(
        _("title"),
        max_length=100,
        blank=True,
        help_text=_("The role that residents see, such as: safety coordinator."),
    )
    organisation = models.ForeignKey(
        "home.Organisation",
        verbose_name=_("organisation"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="staff",
        help_text=_("For whom this person works and speaks."),
    )
    areas = models.ManyToManyField(
        "home.Area",
        verbose_name=_("areas"),
        blank=True,
        related_name="staff",
        help_text=_("For an area officer: the areas that the officer works in."),
    )

    # Raised by whatever is to end the sessions of this person, see ``sessions``.
    session_version = models.PositiveIntegerField(default=0, editable=False)
    invited_at = models.DateTimeField(
        _("invited"), null=True, blank=True, editable=False
    )

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects: ClassVar[UserManager] = UserManager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        constraints = [
            models.UniqueConstraint(Lower("email"), name="one_user_for_each_email")
        ]

    @cached_property
    def employer(self) -> Organisation | None:
        """The organisation, with its municipality and site; known from memory."""
        if self.organisation_id is None:
            return None
        return Organisation.remembered().get(self.organisation_id)

    def clean(self) -> None:
        """Store the address as the login form compares it: in lower case."""
        super().clean()
        self.email = self.email.strip().lower()

    def __str__(self) -> str:
        return self.get_full_name() or self.email

    @property
    def has_accepted(self) -> bool:
        """Whether this person has ever chosen a password."""
        return self.has_usable_password()

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """What each session must agree with: Django's own, with our version in it."""
        return salted_hmac(
            "home.accounts.models.User.get_session_auth_hash",
            f"{self.password}:{self.session_version}",
            secret=secret,
            algorithm="sha256",
        ).hexdigest()


class RoleGroup(models.Model):
    """The group that stands for one role in one municipality.

    Made and kept by ``manage.py sync_roles`` from the table in ``config.roles``.
    """

    group = models.OneToOneField(
        Group, on_delete=models.CASCADE, related_name="role_group"
    )
    municipality = models.ForeignKey(
        "home.Municipality", on_delete=models.CASCADE, related_name="role_groups"
    )
    role = models.CharField(max_length=40)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "role"], name="one_group_for_each_role"
            )
        ]

    def __str__(self) -> str:
        return self.group.name
