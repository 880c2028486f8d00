from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .threads import Thread


class PostTrace(models.Model):
    """That something was posted, for telling resends and floods: gone after 24 hours.

    Holds keyed hashes that say nothing without the server's key, never an address.
    ``post`` tells a post from others (sender, page and everything sent), ``seed`` is
    what its receipt is made of; ``tick`` removes the row within a day.
    """

    post = models.CharField(max_length=64, unique=True)
    sender = models.CharField(max_length=64)
    thread = models.ForeignKey(
        Thread, on_delete=models.CASCADE, null=True, db_index=False, related_name="+"
    )
    site = models.ForeignKey(
        "wagtailcore.Site", on_delete=models.CASCADE, db_index=False, related_name="+"
    )
    seed = models.BinaryField()
    posted_at = models.DateTimeField(default=timezone.now, db_index=True)

    class Meta:
        verbose_name = _("trace of a post")
        verbose_name_plural = _("traces of posts")
        default_permissions = ()
        indexes = [
            models.Index(fields=["sender", "posted_at"], name="posts_of_sender"),
            models.Index(fields=["thread", "posted_at"], name="posts_on_thread"),
            models.Index(fields=["site", "posted_at"], name="posts_on_site"),
        ]

    def __str__(self) -> str:
        return self.post[:12]
