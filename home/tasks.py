"""What takes its time, and is done beside the request where a worker runs."""

from django_tasks import task

from .generation import forget_on_commit
from .models import SiteImage, SiteSettings


@task()
def make_sizes_of_picture(number: int) -> None:
    """Make the sizes of the picture of this number, if it is still there."""
    picture = SiteImage.objects.filter(pk=number).first()
    if picture is None:
        return
    picture.make_sizes()
    if SiteSettings.objects.filter(logo=picture).exists():
        picture.make_logo()
        forget_on_commit()  # the frame remembers the logo with its sizes
