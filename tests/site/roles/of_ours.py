"""Who is let in where in what we have added to the admin."""

from .rules import (
    ADMINISTRATOR,
    EVERYBODY,
    MODERATORS,
    NEWS_WRITERS,
    OFFICER,
    POLICE,
    REGISTRARS,
    SIGNING,
    WRITERS,
    form,
    may,
    refused,
)

CHANGING_OFFICERS = WRITERS | {"police_approver"}
READING_VERSIONS = WRITERS | SIGNING | {"registrar"}
AT_PLEDGES = NEWS_WRITERS | SIGNING | {"registrar"}
READING_ALL = MODERATORS | {"registrar"}
ANSWERING = MODERATORS | NEWS_WRITERS
MEASURE = "loften/<number>/atgard/<key>/<slug>/"
OF_MUNICIPALITY = {"key": "of_municipality.key"}

NEWS = [
    form("snabbnytt/", NEWS_WRITERS),
    may("snabbnytt/skickat/<key>/", OFFICER),  # whose post it is
    may("snabbnytt/manifest.webmanifest", EVERYBODY),
]

PLEDGES = [
    may("loften/", AT_PLEDGES),
    may("loften/<number>/", AT_PLEDGES),
    form("loften/<number>/gor/<slug>/", WRITERS),
    form("loften/<number>/gor/<slug>/", WRITERS, words={"slug": "avsluta"}),
    form("loften/<number>/gor/<slug>/", WRITERS, words={"slug": "ratta-texten"}),
    form(MEASURE, POLICE),
    form(MEASURE, WRITERS, objects=OF_MUNICIPALITY),
    form(MEASURE, WRITERS | POLICE, words={"slug": "forsenad"}),
    form(MEASURE, WRITERS, words={"slug": "forsenad"}, objects=OF_MUNICIPALITY),
    form("loften/<number>/matt/<key>/<slug>/", WRITERS),
    form("loften/<number>/rad/<entry>/<slug>/", WRITERS),
    form("loften/<number>/forsegling/<what>/<pk>/", REGISTRARS),
    may("loften/faltet/", NEWS_WRITERS),
    form("loften/faltet/<number>/<key>/", POLICE),
    form("loften/faltet/<number>/<key>/", WRITERS, objects=OF_MUNICIPALITY),
    may("loften/faltet/inlagt/<key>/", OFFICER),
    may("loften/faltet/inlagt/<key>/angra/", post=OFFICER),
]

SIGNATURES = [
    may("underskrifter/", SIGNING),
    may("underskrifter/<page_id>/", WRITERS | SIGNING, SIGNING),
    form("underskrifter/<page_id>/efterat/", WRITERS),
    form("underskrifter/<page_id>/rattelse/", WRITERS),
]

DESK = [
    form("granskning/", ANSWERING | {"registrar"}),
    may("granskning/ko/<lane>/", READING_ALL),
    may("granskning/ko/<lane>/", ANSWERING | {"registrar"}, words={"lane": "svar"}),
    form("granskning/flera/<slug>/", MODERATORS, query="?vald=<pk>-0"),
    form("granskning/angra/<pk>/", MODERATORS),
    form("granskning/angra/<batch>/", MODERATORS),
    form("granskning/nodbroms/", MODERATORS | {"coordinator"}),
    form("granskning/skriv-in/", MODERATORS),
    may("granskning/tillsyn/", READING_ALL),
    form("granskning/forsegling/<pk>/", REGISTRARS),
    form("granskning/sida/<page_id>/", WRITERS),
    may("granskning/<pk>/", READING_ALL),
    may("granskning/<pk>/", READING_ALL, objects={"pk": "declined"}),
    may("granskning/<pk>/", ANSWERING | {"registrar"}, objects={"pk": "asked"}),
    form("granskning/<pk>/<slug>/", MODERATORS),
    form("granskning/<pk>/<slug>/", MODERATORS, words={"slug": "avboj"}),
    form(
        "granskning/<pk>/<slug>/", REGISTRARS | MODERATORS, words={"slug": "diariefor"}
    ),
    form(
        "granskning/<pk>/<slug>/",
        ANSWERING,
        objects={"pk": "asked"},
        words={"slug": "svara"},
    ),
    form(
        "granskning/<pk>/<slug>/",
        MODERATORS,
        objects={"pk": "asked"},
        words={"slug": "dolj"},
    ),
]

OBSTACLES = [
    may("tillganglighet/", MODERATORS),
    form("tillganglighet/<pk>/besluta/", MODERATORS),
    may("tillganglighet/<pk>/beslut/", MODERATORS),
]

LOG_AND_ACCOUNTS = [
    may("logg/", REGISTRARS),
    may("logg/resultat/", REGISTRARS),
    form("inbjudan/<pk>/", ADMINISTRATOR),
]


def _things(kind, roles, *, adding, deleting):
    """The rules for things of a kind that pages point to."""
    at = f"snippets/{kind}/"
    choosing = f"snippets/choose/{kind}/"
    return [
        may(at, roles["list"]),
        may(f"{at}results/", roles["list"]),
        form(f"{at}add/", adding),
        form(f"{at}edit/<pk>/", roles["edit"]),
        form(f"{at}delete/<pk>/", deleting),
        may(f"{at}usage/<pk>/", roles["edit"]),
        may(f"{at}history/<pk>/", roles["edit"]),
        may(f"{at}history-results/<pk>/", roles["edit"]),
        may(choosing, EVERYBODY),
        may(f"{choosing}results/", EVERYBODY),
        may(f"{choosing}chosen/<pk>/", EVERYBODY),
        may(f"{choosing}chosen-multiple/", EVERYBODY),
        *refused(f"{choosing}create/"),
        *refused(f"{at}history/<pk>/revisions/<revision_id>/revert/"),
        *refused(
            f"{at}history/<pk>/revisions/compare/<revision_id_a>...<revision_id_b>/"
        ),
    ]


PLACES_AND_PARTIES = [
    rule
    for kind in ("home/organisation", "home/area")
    for rule in (
        *_things(
            kind,
            {"list": WRITERS, "edit": WRITERS},
            adding=WRITERS,
            deleting=ADMINISTRATOR,
        ),
        form(f"snippets/{kind}/preview/", WRITERS),
        form(f"snippets/{kind}/preview/<pk>/", WRITERS),
        *refused(f"snippets/{kind}/history/<pk>/revisions/<revision_id>/view/"),
    )
]

OFFICERS = _things(
    "home_officers/areaofficer",
    {"list": CHANGING_OFFICERS | OFFICER, "edit": CHANGING_OFFICERS},
    adding=CHANGING_OFFICERS,
    deleting=frozenset(),
)
OFFICERS += [
    form(
        "snippets/home_officers/areaofficer/edit/<pk>/",
        CHANGING_OFFICERS | OFFICER,
        objects={"pk": "held_officer"},
    ),
    form(
        "snippets/home_officers/areaofficer/edit/<pk>/",
        WRITERS,
        objects={"pk": "officer_of_others"},
    ),
]

ARCHIVE = [
    may("arkiv/", READING_VERSIONS),
    may("arkiv/results/", READING_VERSIONS),
    may("arkiv/inspect/<pk>/", READING_VERSIONS),
    *refused("arkiv/new/", "arkiv/edit/<pk>/", "arkiv/delete/<pk>/"),
    *refused("arkiv/history/<pk>/", "arkiv/history-results/<pk>/", "arkiv/usage/<pk>/"),
]

OF_OURS = [
    *NEWS,
    *PLEDGES,
    *SIGNATURES,
    *DESK,
    *OBSTACLES,
    *LOG_AND_ACCOUNTS,
    *PLACES_AND_PARTIES,
    *OFFICERS,
    *ARCHIVE,
]
