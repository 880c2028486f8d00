"""Every address of the site; Wagtail's pages last."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from django.views.generic import RedirectView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as admin_urls
from wagtail.admin.auth import require_admin_access
from wagtail.documents import urls as document_urls
from wagtail.urls import serve_pattern

from home import views
from home.news.feeds import NewsFeed
from home.officers.views import officer_calendar
from home.search.views import search
from home.serving import serve_page

from .api import api

handler400 = "config.errors.bad_request"
handler403 = "config.errors.permission_denied"
handler404 = "config.errors.page_not_found"
handler500 = "config.errors.server_error"

# Wagtail brings two forms of its own for logging in, which ask for a password alone.
to_login = RedirectView.as_view(pattern_name="account_login", query_string=True)
NOT_WAGTAILS = ("wagtail_serve", "wagtailcore_login")

# Its list of everything that was done shows other municipalities'; ours does not.
to_audit = require_admin_access(RedirectView.as_view(pattern_name="audit:index"))

urlpatterns = [
    path("konto/", include("home.accounts.urls")),
    path("redaktion/login/", to_login, name="wagtailadmin_login"),
    path("redaktion/reports/site-history/", to_audit),
    path("redaktion/reports/site-history/results/", to_audit),
    path("redaktion/", include("home.doors")),
    path("redaktion/", include(admin_urls)),
    path(
        "dokument/authenticate_with_password/<int:restriction_id>/",
        views.unlock_document,
        name="wagtaildocs_authenticate_with_password",
    ),
    path("dokument/", include(document_urls)),
    path("api/v2/", api.urls),
    path("health/live", views.live, name="health_live"),
    path("health/ready", views.ready, name="health_ready"),
    path("robots.txt", views.robots, name="robots"),
    path(".well-known/security.txt", views.security_txt, name="security_txt"),
    path("sitemap.xml", views.sitemap, name="sitemap"),
    re_path(r"^tema/(?P<colour>[0-9a-f]{6})\.css$", views.theme, name="theme"),
    path("nyheter/feed.atom", NewsFeed(), name="news_feed"),
    path("kalender.ics", views.calendar, name="calendar"),
    path(
        "omradespoliser/<slug:slug>/kalender.ics",
        officer_calendar,
        name="officer_calendar",
    ),
]

if settings.DEBUG or settings.MEDIA_SERVED_HERE:
    urlpatterns += [
        re_path(
            rf"^{settings.MEDIA_URL.lstrip('/')}(?P<path>.*)$",
            views.media,
            name="media",
        )
    ]

urlpatterns += i18n_patterns(
    path("sok/", search, name="search"),
    path("", include("pledges.urls")),
    path("", include("dialogue.urls")),
    path(
        "_util/authenticate_with_password/<int:page_view_restriction_id>/<int:page_id>/",
        views.unlock_page,
        name="wagtailcore_authenticate_with_password",
    ),
    path("_util/login/", to_login, name="wagtailcore_login"),
    *[one for one in wagtail_urls.urlpatterns if one.name not in NOT_WAGTAILS],
    re_path(serve_pattern, serve_page, name="wagtail_serve"),
    prefix_default_language=False,
)
