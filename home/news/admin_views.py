"""Quick news: one column for a thumb, in the site's own light look."""

from http import HTTPStatus
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from home.accounts.models import User

from .actions import post_news
from .additions import additions_for
from .forms import QuickNewsForm
from .models import SentNews
from .newsroom import Newsroom, newsroom_of

SIZES_OF_ICON = (192, 512)  # pixels


@require_http_methods(["GET", "HEAD", "POST"])
def quick_news(request: HttpRequest) -> HttpResponse:
    """Show the form; post what is sent by it, once, and lead to what became of it."""
    user, newsroom = _who_may(request)
    additions = additions_for(user)
    data = (request.POST, request.FILES) if request.method == "POST" else ()
    form = QuickNewsForm(*data, newsroom=newsroom, additions=additions)
    if form.is_bound and form.is_valid():
        try:
            sent = post_news(
                form.written,
                newsroom=newsroom,
                by=user,
                key=form.cleaned_data["key"],
                additions=additions,
            )
            return redirect(_address_of(sent, is_changed=_is_changed(sent, form)))
        except ValidationError as refusal:
            form.add_error(None, refusal)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    context = {"form": form, "newsroom": newsroom}
    return render(request, "home/news/quick_news.html", context, status=status)


@require_safe
def quick_news_sent(request: HttpRequest, key: UUID) -> HttpResponse:
    """Say what became of a post: public, to be shown later, or with the editors."""
    sent = get_object_or_404(
        SentNews.objects.select_related("page"), by=request.user.pk, key=key
    )
    context = {
        "sent": sent,
        "news": sent.page,
        "is_changed": "andrad" in request.GET,
        "newsroom": newsroom_of(request.user),  # type: ignore[arg-type]
    }
    return render(request, "home/news/quick_news_sent.html", context)


@require_safe
def quick_news_manifest(request: HttpRequest) -> JsonResponse:
    """What a phone needs to place quick news among its programs."""
    return JsonResponse(
        {
            "name": _("Quick news"),
            "short_name": _("Quick news"),
            "lang": "sv",
            "start_url": reverse("quick_news"),
            "scope": reverse("wagtailadmin_home"),
            "display": "standalone",
            "background_color": "#fcfaf5",
            "theme_color": "#0f5c63",
            "icons": [
                {
                    "src": static(f"icons/quick-news-{size}.png"),
                    "sizes": f"{size}x{size}",
                    "type": "image/png",
                    "purpose": "any maskable",
                }
                for size in SIZES_OF_ICON
            ],
        },
        content_type="application/manifest+json",
    )


def _who_may(request: HttpRequest) -> tuple[User, Newsroom]:
    """Raises PermissionDenied for whoever may add no news, or speaks for nobody."""
    newsroom = newsroom_of(request.user)  # type: ignore[arg-type]
    if newsroom is None:
        raise PermissionDenied
    return request.user, newsroom  # type: ignore[return-value]


def _is_changed(sent: SentNews, form: QuickNewsForm) -> bool:
    """Whether it had been sent already, and was written differently then."""
    page = sent.page
    if page is None:
        return False
    return (page.title, page.introduction) != (
        form.cleaned_data["title"],
        form.cleaned_data["text"],
    )


def _address_of(sent: SentNews, *, is_changed: bool) -> str:
    address = reverse("quick_news_sent", args=[sent.key])
    return f"{address}?andrad" if is_changed else address
