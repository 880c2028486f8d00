"""Our own pages for staff, by who uses them; the names in them are objects'."""

from django.urls import get_resolver, resolve

# Wagtail's pages, which we have only made to hold back something.
WAGTAILS = ("home.viewsets", "home.doors", "home.redirects", "home.keeping")

OF_OFFICER = [
    "/redaktion/",
    "/redaktion/snabbnytt/",
    "/redaktion/snabbnytt/skickat/<post>/",
    "/redaktion/loften/faltet/",
    "/redaktion/loften/faltet/<number>/<of_police>/",
    "/redaktion/loften/faltet/inlagt/<done>/",
    "/redaktion/loften/<number>/atgard/<of_police>/genomford/",
]
OF_COORDINATOR = [
    "/redaktion/",
    "/redaktion/loften/",
    "/redaktion/loften/<number>/",
    "/redaktion/loften/<number>/gor/uppfoljning/",
    "/redaktion/loften/<number>/gor/avsluta/",
    "/redaktion/loften/<number>/atgard/<of_municipality>/forsenad/",
    "/redaktion/loften/<number>/matt/<indicator>/avlasning/",
    "/redaktion/loften/<number>/rad/<entry>/ratta/",
    "/redaktion/granskning/nodbroms/",
    "/redaktion/granskning/sida/<agreement>/",
    "/redaktion/underskrifter/<agreement>/efterat/",
    "/redaktion/underskrifter/<agreement>/rattelse/",
]
OF_CHIEF = [
    "/redaktion/",
    "/redaktion/underskrifter/",
    "/redaktion/underskrifter/<draft>/",
]
OF_MODERATOR = [
    "/redaktion/",
    "/redaktion/granskning/ko/nya/",
    "/redaktion/granskning/ko/overklagade/",
    "/redaktion/granskning/<waiting>/",
    "/redaktion/granskning/<waiting>/avboj/",
    "/redaktion/granskning/<waiting>/maskera/",
    "/redaktion/granskning/flera/avboj/?vald=<waiting>-0",
    "/redaktion/granskning/angra/<decision>/",
    "/redaktion/granskning/angra/<batch>/",
    "/redaktion/granskning/skriv-in/",
    "/redaktion/granskning/tillsyn/",
    "/redaktion/tillganglighet/",
    "/redaktion/tillganglighet/<report>/besluta/",
    "/redaktion/tillganglighet/<refused>/beslut/",
]
OF_REGISTRAR = [
    "/redaktion/",
    "/redaktion/logg/",
    "/redaktion/granskning/forsegling/<seal>/",
    "/redaktion/loften/<number>/forsegling/text/<matter>/",
]
OF_ADMINISTRATOR = ["/redaktion/", "/redaktion/inbjudan/<invited>/"]
WITHOUT_SECOND_FACTOR = ["/konto/", "/konto/app/"]
OF_ACCOUNT = [
    "/konto/",
    "/konto/app/ta-bort/",
    "/konto/nycklar/",
    "/konto/nycklar/ny/",
    "/konto/nycklar/<passkey>/",
    "/konto/nycklar/<passkey>/ta-bort/",
    "/konto/reservkoder/",
    "/konto/reservkoder/nya/",
    "/konto/losenord/",
    "/konto/inloggningar/",
    "/konto/bekrafta/",
    "/konto/bekrafta/kod/",
    "/konto/bekrafta/nyckel/",
    "/konto/logga-ut/",
]
OF_NOBODY = [
    "/konto/logga-in/",
    "/konto/avstangt/",
    "/konto/inbjudan/<invitation>/",
    "/konto/losenord/glomt/",
    "/konto/losenord/glomt/skickat/",
    "/konto/losenord/nytt/<reset>/",
    "/konto/losenord/nytt/klart/",
]
BY_PERSON = {
    "polis": OF_OFFICER,
    "samordnare": OF_COORDINATOR,
    "polischef": OF_CHIEF,
    "granskare": OF_MODERATOR,
    "registrator": OF_REGISTRAR,
    "admin": OF_ADMINISTRATOR,
}

# Gone through by the keys, too.
BY_KEYS = {
    "wagtailadmin_home",
    "quick_news",
    "pledge_field:field",
    "pledge_field:report",
    "desk:lane",
    "desk:item",
    "desk:brake",
    "signatures:page",
    "audit:index",
}

# Not pages: what a form is sent to, a part of a page, a file, and what leads on.
NO_PAGES = {
    "mfa_login_webauthn",
    "mfa_download_recovery_codes",
    "quick_news_manifest",
    "audit:results",
    "desk:desk",
    "pledge_field:undo",
}
# Shown after a password, to whoever has a second factor.
AFTER_PASSWORD = "mfa_authenticate"


def names_of_own_pages():
    """The names of the addresses that lead to a page of ours, by the URL resolver."""
    found = {"wagtailadmin_home"}  # Wagtail's, filled by us
    for one in get_resolver().url_patterns:
        beginning = str(one.pattern)
        if hasattr(one, "url_patterns") and beginning in {"redaktion/", "konto/"}:
            is_account = beginning == "konto/"
            found |= {
                name for name, view in _named(one) if is_account or _is_ours(view)
            }
    return found - NO_PAGES


def _named(resolver, spaces=()):
    """Yield the full name and the view of each address beneath *resolver*."""
    for one in resolver.url_patterns:
        if hasattr(one, "url_patterns"):
            inner = (*spaces, one.namespace) if one.namespace else spaces
            yield from _named(one, inner)
        else:
            yield ":".join([*spaces, one.name or ""]), one.callback


def _is_ours(view):
    module = getattr(view, "view_class", view).__module__
    return module.startswith(("home.", "pledges.", "dialogue.")) and (
        module not in WAGTAILS
    )


def filled(address, objects):
    """Return *address* with the numbers of *objects* in the places of their names."""
    for name, number in objects.items():
        address = address.replace(f"<{name}>", str(number))
    return address


def name_at(address):
    """The name of what is at *address*."""
    return resolve(address.partition("?")[0]).view_name
