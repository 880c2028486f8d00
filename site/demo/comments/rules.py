"""The rules for comments, in Swedish and English, and how this site reads them."""

from dialogue.comments.models import CommentRulesPage
from dialogue.models import DialogueSettings

from ..library import Library

RULES = "comment-rules"

TEXTS = {
    "sv": {
        "slug": "regler-for-kommentarer",
        "title": "Regler för kommentarer",
        "introduction": (
            "Alla får skriva, och kritik är välkommen. Här står vad vi inte "
            "publicerar, varför, och vad du kan göra om du tycker att vi har fel."
        ),
    },
    "en": {
        "slug": "rules-for-comments",
        "title": "Rules for comments",
        "introduction": (
            "Everybody may write, and criticism is welcome. This page says what we do "
            "not publish, why, and what you can do if you think that we are wrong."
        ),
    },
}


def load(library: Library) -> None:
    """Publish the rules beneath the start page."""
    texts = TEXTS[library.language]
    library.add(RULES, lambda: CommentRulesPage(**texts), beneath="home")


def set_up(library: Library) -> None:
    """Set what the form links to, and where things are forwarded, unless it is set."""
    DialogueSettings.objects.get_or_create(
        site=library.maker.municipality.site,
        defaults={
            "rules_page_id": library.page(RULES),
            "privacy_page_id": library.page("personal-data"),
            "fault_report_email": "felanmalan@example.org",
            "registrar_email": "registrator@example.org",
            "police_email": "polisen@example.org",
        },
    )
