from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from home.models import Area, Organisation
from home.news.models import NewsPage

from ..models import Pledge


class PostponedCount(models.Model):
    """What is to be counted once a news item that is held back is shown.

    The ledger is public at once: it would tell what the news is not yet to tell.
    """

    news = models.OneToOneField(NewsPage, on_delete=models.CASCADE, related_name="+")
    pledge = models.ForeignKey(Pledge, on_delete=models.PROTECT, related_name="+")
    measure_key = models.UUIDField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="+"
    )
    area = models.ForeignKey(
        Area, on_delete=models.PROTECT, null=True, related_name="+"
    )
    happened_on = models.DateField()

    class Meta:
        verbose_name = _("count that waits for its news")
        verbose_name_plural = _("counts that wait for their news")
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.news_id)
