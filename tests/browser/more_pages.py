# Read by `manage.py shell`: pages that the demo has no use for, and the tests have.
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import timezone
from wagtail.models import PageViewRestriction

from home.models import HomePage, StandardPage

home = HomePage.objects.get(depth=2, locale__language_code="sv")

locked = home.add_child(instance=StandardPage(title="Låst", slug="last"))
PageViewRestriction.objects.create(
    page=locked, restriction_type=PageViewRestriction.PASSWORD, password="sesam"
)

yesterday = timezone.now() - timedelta(days=1)
gone = home.add_child(
    instance=StandardPage(
        title="Borta", slug="borta", live=False, expired=True, expire_at=yesterday
    )
)

# Nobody can ask for these pages, and they must look like the others.
request = RequestFactory().get("/", headers={"host": "127.0.0.1"})
for name, template, told in [
    ("500", "500.html", {}),
    ("403", "403.html", {}),
    ("403-form", "403.html", {"form_was_too_old": True}),
]:
    page = render_to_string(template, told, None if name == "500" else request)
    Path(settings.DATA_DIR, f"{name}.html").write_text(page)
