"""Which parts of an HTML page are its frame, as told by tags, roles and class names."""

import re

from bs4.element import Tag

from .furniture import furniture
from .notes import Reason

INLINE = {
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del",
    "dfn", "em", "font", "i", "ins", "kbd", "mark", "q", "s", "samp", "small",
    "span",
    "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "nobr", "button",
}  # fmt: skip
# Never read: they hold no words for a reader.
SILENT = {
    "script", "style", "noscript", "template", "svg", "math", "title", "meta",
    "link", "object", "embed", "canvas", "datalist", "select", "option", "textarea",
    "input", "audio", "source", "track", "param", "area", "map", "progress", "meter",
}  # fmt: skip
_BY_TAG = {
    "nav": Reason.MENU,
    "menu": Reason.MENU,
    "header": Reason.FRAME,
    "footer": Reason.FRAME,
    "aside": Reason.BESIDE,
    "form": Reason.FORM,
    "search": Reason.MENU,
    "dialog": Reason.COOKIES,
    "button": Reason.BUTTON,
    "iframe": Reason.EMBEDDED,
    "video": Reason.EMBEDDED,
    "label": Reason.FORM,
}
_BY_ROLE = {
    "navigation": Reason.MENU,
    "menu": Reason.MENU,
    "menubar": Reason.MENU,
    "banner": Reason.FRAME,
    "contentinfo": Reason.FRAME,
    "complementary": Reason.BESIDE,
    "search": Reason.MENU,
    "form": Reason.FORM,
    "dialog": Reason.COOKIES,
    "alertdialog": Reason.COOKIES,
    "button": Reason.BUTTON,
    "toolbar": Reason.BUTTON,
}
_WORDS = {
    Reason.BREADCRUMB: "breadcrumb breadcrumbs brodsmulor brodsmula crumbs",
    Reason.MENU: """
        menu meny submenu nav navbar navigation navigering megamenu leftmenu sidemenu
        skiplink skiplinks skip search sok sokruta toc quicklinks pagination
    """,
    Reason.BUTTON: """
        share sharing dela print toolbar tools verktyg readspeaker lyssna sociallinks
        somelinks addthis sharethis sharedaddy pagetools sidverktyg
    """,
    Reason.COOKIES: "cookie cookies cookiebar cookiebanner consent kakor gdpr",
    Reason.FRAME: """
        footer sidfot masthead sidhuvud pageheader siteheader sitefooter pagefooter
        topbar foot
    """,
    Reason.BESIDE: """
        sidebar aside related relaterat relaterad teaser teasers puff puffar
    """,
    Reason.FORM: """
        feedback commentform kommentera kommentar pagefeedback respond synpunkter
        contactform
    """,
    Reason.CONTACT: """
        contact kontakt contactbox contactinfo kontaktbox kontaktkort contactcard vcard
    """,
}
_BY_WORD = {word: reason for reason, words in _WORDS.items() for word in words.split()}
_BUTTONS = {"button", "btn", "knapp", "cta"}
# A class name says that these are a part of the frame; of others it says less.
_MAY_BE_NAMED = {
    "div",
    "section",
    "ul",
    "ol",
    "dl",
    "table",
    "a",
    "span",
    "details",
    "figure",
}
_WORD = re.compile(r"[A-ZÅÄÖ]?[a-zåäö0-9]+|[A-ZÅÄÖ]+(?![a-zåäö])")
# A class like “has-menu” speaks of something else on the page, not of this part of it.
_SPEAKS_OF_ANOTHER = re.compile(
    r"(?:^|[-_])(?:has|with|without|no|is|not|hide|show|page|layout|col|container|js|icon|"
    r"wrapper|post|type|template|d)(?:[-_]|$)"
)


def class_words(tag: Tag) -> frozenset[str]:
    """The words in the class names and id of *tag*, in small letters.

    “sv-page-leftMenu” holds “sv”, “page”, “left” and “menu”.
    """
    names = [*(tag.get_attribute_list("class")), tag.get("id") or ""]
    words = set()
    for name in names:
        if name and isinstance(name, str) and len(name) < 200:
            words.add(name.lower())
            words.update(word.lower() for word in _WORD.findall(name))
    return frozenset(words)


def frame_reason(tag: Tag) -> Reason | None:
    """Why *tag* belongs to the frame, or None if it may hold the article."""
    if tag.name in _BY_TAG:
        return _BY_TAG[tag.name]
    role = tag.get("role")
    if isinstance(role, str) and role.lower() in _BY_ROLE:
        return _BY_ROLE[role.lower()]
    if tag.name == "a" and class_words(tag) & _BUTTONS:
        return None if _leads_to_a_document(tag) else Reason.BUTTON
    return _by_class(tag) if tag.name in _MAY_BE_NAMED else None


def _leads_to_a_document(tag: Tag) -> bool:
    """True for the name of a document, set as a button; “Ladda ner” names none."""
    leads = re.search(r"\.(?:pdf|docx?|odt)(?:$|[?#])", str(tag.get("href")), re.I)
    return leads is not None and furniture(tag.get_text(" ").strip()) is None


def _by_class(tag: Tag) -> Reason | None:
    for name in [*tag.get_attribute_list("class"), tag.get("id") or ""]:
        if not isinstance(name, str) or not 0 < len(name) < 200:
            continue
        if re.search(r"cookie|consent|kakor", name, re.IGNORECASE):
            return Reason.COOKIES
        if _SPEAKS_OF_ANOTHER.search(name.lower()):
            continue
        for word in [name.lower(), *(word.lower() for word in _WORD.findall(name))]:
            if word in _BY_WORD:
                return _BY_WORD[word]
    return None


def is_hidden(tag: Tag) -> bool:
    """True for words that only a screen reader meets.

    A folded-up accordion is not hidden in this sense: its text belongs to the page.
    """
    return tag.name in ("span", "small", "div") and bool(
        class_words(tag) & _FOR_SCREEN_READERS
    )


def is_main(tag: Tag) -> bool:
    """True for what the page itself marks as its main part."""
    return tag.name == "main" or tag.get("role") == "main"


def is_caption(tag: Tag) -> bool:
    """True for the words that belong to a picture."""
    if tag.name == "figcaption":
        return True
    is_text = tag.name in ("p", "div", "span", "dd")
    return is_text and bool(class_words(tag) & _CAPTIONS)


def is_ornament(tag: Tag) -> bool:
    """True for an icon, a logotype or a counter: a picture that shows nothing."""
    src = str(tag.get("src") or tag.get("data-src") or "")
    if not src or re.match(r"data:image/(?:gif|svg)", src) or _ORNAMENT.search(src):
        return True
    if class_words(tag) & {"icon", "ikon", "logo", "logotype", "logotyp", "avatar"}:
        return True
    sizes = [str(tag.get(side) or "") for side in ("width", "height")]
    return any(size.isdigit() and int(size) < 64 for size in sizes)


_ORNAMENT = re.compile(
    r"\.svg(?:\?|$)"
    r"|(?:logo|logga|logotyp|ikon|icon|pixel|spacer|blank)[\w-]{0,20}\.\w{3,4}$",
    re.IGNORECASE,
)
_CAPTIONS = {
    "caption", "bildtext", "imagetext", "image-text", "imagecaption", "wp-caption-text",
    "picture-text", "bild-text", "photo-caption", "image-caption", "sv-image-caption",
}  # fmt: skip
_FOR_SCREEN_READERS = {
    "sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "assistive",
    "env-assistive-text", "sv-visuallyhidden", "element-invisible", "screenreader",
    "sronly", "u-sr-only", "show-for-sr", "hidden-visually", "assistive-text",
}  # fmt: skip
