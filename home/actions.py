"""What is done with sites."""

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.models import Locale, Page, Site

from .models import HomePage, Municipality, Organisation, SiteSettings
from .models.organisations import OrganisationKind


@transaction.atomic
def open_site(*, name: str, slug: str, host: str, port: int = 443) -> Municipality:
    """Make the site of the municipality *name* at *host*, with a page of each list.

    Each feature adds its own list under the hook ``first_pages``: a function that gives
    an unsaved page to stand beneath the start page. The first site of an installation
    takes the place of the welcome page that Wagtail comes with.

    Raises ValidationError for a host or name that cannot be one.
    """
    locale, _is_new = Locale.objects.get_or_create(language_code=settings.LANGUAGE_CODE)
    is_first = not Municipality.objects.exists()
    if is_first:
        _remove_welcome_page()
    home = HomePage(title=name, slug=slug, locale=locale)
    Page.get_first_root_node().add_child(instance=home)
    for make in hooks.get_hooks("first_pages"):
        home.add_child(instance=make())
    site = Site(
        hostname=host,
        port=port,
        root_page=home,
        site_name=name,
        is_default_site=is_first,
    )
    site.full_clean()
    site.save()
    municipality = Municipality(site=site, name=name, slug=slug)
    municipality.full_clean()
    municipality.save()
    Organisation.objects.create(
        municipality=municipality, name=name, kind=OrganisationKind.MUNICIPALITY
    )
    SiteSettings.objects.create(
        site=site, tagline=_("%(name)s and the police") % {"name": name}
    )
    return municipality


def _remove_welcome_page() -> None:
    """Take away the site and page of Wagtail's first migration, if untouched."""
    for page in Page.objects.filter(depth=2):
        if page.specific_class is Page and not page.get_children().exists():
            Site.objects.filter(root_page=page).delete()
            page.delete()
