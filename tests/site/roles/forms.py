"""What somebody sends who means it: whoever is let in changes something by it."""

import uuid

from django.utils import timezone


def forms(world):
    """Return what is sent to an address, by the words of its rule."""
    today = timezone.localdate().isoformat()
    entered = {"key": uuid.uuid4(), "happened_on": today}
    done = {**entered, "count": 1}
    later = {**entered, "until": "2099-01-01", "because": "Snö."}
    measure = "loften/<number>/atgard/<key>/<slug>/"
    desk = "granskning/<pk>/<slug>/"
    draft = world.draft_pledge.get_latest_revision_as_object()
    return {
        "snabbnytt/": {
            "key": uuid.uuid4(),
            "title": "Från telefonen",
            "text": "Två meningar.",
            "area": world.area.pk,
            "wait": "0",
        },
        measure: done,
        f"{measure} of_municipality.key": done,
        f"{measure} forsenad": later,
        f"{measure} of_municipality.key forsenad": later,
        "loften/faltet/<number>/<key>/": done,
        "loften/faltet/<number>/<key>/ of_municipality.key": done,
        "loften/faltet/inlagt/<key>/angra/": {},
        "loften/<number>/gor/<slug>/": {**entered, "told": "Det går bra."},
        "loften/<number>/gor/<slug>/ ratta-texten": {**entered, "words": "Sex."},
        "loften/<number>/matt/<key>/<slug>/": {
            **entered,
            "value": "2,9",
            "source": "Mätningen",
        },
        "loften/<number>/forsegling/<what>/<pk>/": {"because": "Beslut KS 2026/9"},
        "underskrifter/<page_id>/": {
            "digest": draft.digest(),
            "fingerprint": draft.fingerprint_of_text(),
        },
        "underskrifter/<page_id>/rattelse/": {"text": "Tolv, inte elva."},
        "granskning/nodbroms/": {"effect": "closed", "reason": "Hot.", "lasts": "4"},
        "granskning/skriv-in/": {
            "page": world.agreement.full_url,
            "came_by": "phone",
            "received_on": "2026-03-02T14:30",
            "text": "Lampan är sönder.",
        },
        "granskning/forsegling/<pk>/": {"reason": "Begäran om utlämnande."},
        "granskning/sida/<page_id>/": {"opening": "closed", "closed_because": "Nog."},
        "granskning/flera/<slug>/?vald=<pk>-0": {"vald": f"{world.waiting.pk}-0"},
        "granskning/angra/<pk>/": {},
        "granskning/angra/<batch>/": {},
        desk: {},
        f"{desk} avboj": {"reason": "abuse"},
        f"{desk} diariefor": {"case_number": "KS 2026/77"},
        f"{desk} asked svara": {"text": "Vi kommer på tisdag."},
        f"{desk} asked dolj": {"reason": "abuse"},
        "tillganglighet/<pk>/besluta/": {
            "case_number": "KS 2026/77",
            "decided_on": today,
            "asked": "Text.",
            "decision": "Nej.",
            "reasons": "Filmen tas bort.",
            "appeal": "Skriv till rätten.",
        },
        "inbjudan/<pk>/": {},
        "images/<image_id>/delete/": {},
        "documents/delete/<document_id>/": {},
        "redirects/<redirect_id>/delete/": {},
        "pages/<page_id>/unpublish/": {},
        "pages/<page_id>/unpublish/ news": {},
        "pages/<page_id>/lock/": {},
        "api/main/pages/<pk>/action/<action_name>/": {},
    }
