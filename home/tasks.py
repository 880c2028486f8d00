"""What takes its time, and is done beside the request where a worker runs."""

from django_tasks import task

from .models import SiteImage


@task()
def make_sizes_of_picture(number: int) -> None:
    """Make the sizes of the picture of this number, if it is still there."""
    picture = SiteImage.objects.filter(pk=number).first()
    if picture is not None:
        picture.make_sizes()
