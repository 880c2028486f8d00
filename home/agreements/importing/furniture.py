"""Menus, buttons, cookie notices and footers, by the words that they use."""

import re
from functools import lru_cache

from .characters import folded
from .notes import Reason

_BUTTONS = """
kommentera|kommentera sidan|kommentarer|skriv ut|skriv ut sidan|skriv ut sida|print
lyssna|lyssna på sidan|lyssna på innehållet|läs upp|spela upp|sluta lyssna|pausa
talande webb|aktivera talande webb|readspeaker|dela|dela sidan|dela artikel
dela artikeln|dela nyheten|dela på facebook|dela på twitter|dela på x
dela detta|dela denna sida|dela på|ladda ner|ladda ned|ladda hem|spara
dela på linkedin|dela via e-post|dela via mejl|dela sidan på sociala medier
dela sidan i sociala medier|dela på sociala medier|dela länk|dela sidan på facebook
dela sidan på twitter|dela sidan på linkedin|dela sida|tipsa|tipsa en vän
tipsa någon om sidan|tipsa om sidan|facebook|twitter|linkedin|instagram|youtube|x
whatsapp|mejla|mejla sidan|kopiera länk|kopiera länken|länk kopierad|till toppen
till sidans topp|tillbaka till toppen|upp|gå till toppen|upp till toppen|visa mer
visa mindre|visa alla|visa fler|fäll ut|fäll ihop|öppna|öppna alla|stäng|stäng alla
expandera|minimera|tillbaka|föregående|nästa|ladda fler|läs högt|anpassa
anpassa sidan|textstorlek|större text|mindre text|öka kontrasten|zooma
förstora bilden|förstora bild|visa större bild|bild i fullstorlek
visa bilden i större format|spara som pdf|skapa pdf|översätt|translate
translate this page|select language|other languages|in english|english|languages
språk|lättläst|teckenspråk|prenumerera|prenumerera på sidan|bevaka sidan|följ oss
följ oss på facebook|följ oss i sociala medier|logga in|mina sidor|bokmärk
lägg till som favorit|spara som favorit|rapportera fel på sidan|rapportera fel
"""
_MENU = """
meny|huvudmeny|öppna meny|stäng meny|öppna menyn|stäng menyn|visa meny|dölj meny
undermeny|visa undermeny|öppna undermeny|sidmeny|sök|sök på webbplatsen|sök på sidan
stäng sök|öppna sök|vad letar du efter|sökord|start|startsida|till startsidan|hem
hoppa till innehåll|hoppa till innehållet|hoppa till huvudinnehåll
hoppa till huvudinnehållet|gå till innehåll|gå till innehållet
gå direkt till innehåll|gå direkt till innehållet|hoppa över navigering
hoppa direkt till innehållet|direkt till innehållet|till innehållet|till innehåll
till huvudinnehållet|till sidans huvudinnehåll|gå direkt till huvudinnehållet
hoppa till navigering|hoppa till meny|hoppa till huvudmenyn|navigering
huvudnavigering|hoppa till sidfot|hoppa till sökrutan|i detta avsnitt
i det här avsnittet|innehåll|innehåll på sidan|innehållsförteckning|på den här sidan
på denna sida|hitta på sidan|genvägar|snabblänkar|självservice|e-tjänster
e-tjänster och blanketter
"""
_COOKIES = """
jag godkänner|jag förstår|godkänn|godkänn alla|godkänn alla kakor
godkänn alla cookies|acceptera|acceptera alla|acceptera alla kakor
acceptera alla cookies|tillåt alla|tillåt alla kakor|tillåt alla cookies
endast nödvändiga|bara nödvändiga|neka|neka alla|avvisa|avvisa alla
endast nödvändiga kakor|endast nödvändiga cookies|kakor|cookies|om kakor|om cookies
hantera kakor|hantera cookies|inställningar för kakor|kakinställningar
cookieinställningar|inställningar för cookies|spara inställningar
välj vilka kakor du godkänner
"""
_FORM = """
obligatorisk|obligatoriskt|obligatoriskt fält|obligatoriska fält
fält är obligatoriska|skicka|skicka in|skicka kommentar|skicka synpunkt
skicka meddelande|namn|ditt namn|förnamn|efternamn|e-post|din e-post|e-postadress
din e-postadress|telefon|telefonnummer|meddelande|ditt meddelande|din kommentar
kommentar|din fråga|din synpunkt|lämna en kommentar|lämna kommentar|lämna synpunkt
lämna synpunkter|lämna en synpunkt|tyck till|ångra|avbryt|rensa|ja|nej|delvis
tack för din synpunkt|tack för att du hjälper oss|tack för ditt svar
tack för din hjälp|tack för din feedback|hjälp oss att bli bättre
hjälp oss bli bättre|berätta gärna mer|ditt svar|spamskydd|jag är inte en robot
fyll inte i detta fält
"""
_CLOSING = """
sidfot|om webbplatsen|om webbplatsen och kakor|tillgänglighetsredogörelse
tillgänglighet|tillgänglighet för webbplatsen|om kakor och personuppgifter
personuppgifter|gdpr|behandling av personuppgifter|så behandlar vi personuppgifter
dataskydd|anslagstavla|digital anslagstavla|press|lediga jobb|sociala medier
visselblåsning|webbkarta|till startsida|relaterade nyheter|fler nyheter
senaste nyheterna|senaste nytt|andra nyheter|nyhetsarkiv|relaterat innehåll
relaterade sidor|relaterade kategorier|relaterade artiklar|andra har även läst
andra har också läst|annat innehåll du kanske är intresserad av
du kanske också är intresserad av|mer att läsa|läs fler nyheter|alla nyheter|nyheter
kategorier|taggar|etiketter|dela den här sidan|sidan finns under
"""
_CONTACT = """
kontakt|kontakta oss|kontaktuppgifter|kontakter|kontaktinformation|kontaktperson
kontaktpersoner|kontakta kommunen|kontaktcenter|kundcenter|medborgarservice
kundtjänst|kontaktuppgifter för denna undersida|frågor|har du frågor
vid frågor kontakta|mer kontakt|kontakta polisen|kontakt polisen|kontakt kommunen
besöksadress|postadress|adress|växel|öppettider|telefontider|kontaktvägar
har du frågor? kontakta oss|vill du veta mer
"""


def _phrases(lines: str) -> set[str]:
    return {phrase.strip() for phrase in re.split(r"[|\n]", lines) if phrase.strip()}


_BY_PHRASE: dict[str, Reason] = {
    **dict.fromkeys(_phrases(_CONTACT), Reason.CONTACT),
    **dict.fromkeys(_phrases(_CLOSING), Reason.AFTER),
    **dict.fromkeys(_phrases(_FORM), Reason.FORM),
    **dict.fromkeys(_phrases(_COOKIES), Reason.COOKIES),
    **dict.fromkeys(_phrases(_MENU), Reason.MENU),
    **dict.fromkeys(_phrases(_BUTTONS), Reason.BUTTON),
}
_LONGEST = max(len(phrase.split()) for phrase in _BY_PHRASE)

_BY_PATTERN: list[tuple[re.Pattern[str], Reason]] = [
    (re.compile(pattern, re.IGNORECASE), reason)
    for pattern, reason in [
        (r"^hj[äa]lpte (?:informationen|sidan|detta|innehållet|den här)", Reason.AFTER),
        (r"^(?:hade|har) du (?:nytta av|hittat|fått hjälp)", Reason.AFTER),
        (r"^(?:hittade|fick) du (?:det|den|svar|hjälp|informationen)", Reason.AFTER),
        (r"^(?:var|är) (?:den här |denna )?(?:sidan|informationen|innehållet) "
         r"(?:till )?"
         r"(?:hjälp|användbar|bra)", Reason.AFTER),
        (r"^vad tycker du om (?:sidan|den här sidan|innehållet|webbplatsen)",
         Reason.AFTER),
        (r"^(?:©|copyright\b|\(c\) )", Reason.FRAME),
        (r"^org(?:anisations)?\.?(?:nr|nummer)\b", Reason.FRAME),
        (r"^(?:besöks|post|faktura|leverans)adress\b.{0,80}$", Reason.CONTACT),
        (r"^(?:telefon|tel|tfn|växel|e-post|epost|mejl|mobil|fax)\b\.?\s*:.{0,80}$",
         Reason.CONTACT),
        (r"^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$", Reason.CONTACT),
        (r"^(?:växel\s*)?\+?\(?0[\d\s()–-]{6,20}(?:\s*\(?växel\)?)?"
         r"(?:\s+[\w.+-]+@[\w.-]+)?$", Reason.CONTACT),
        (r"\|[^|]*\b(?:telefon|tel|tfn|växel)\b\.?:?\s*[\d+]", Reason.CONTACT),
        (r"^[^.!?]{0,80}\b(?:kommun|stad|box|\w*gatan|\w*vägen|\w*torget)\b[^.!?]{0,40}"
         r"\b\d{3}\s\d\d\s+(?-i:[A-ZÅÄÖ])[\w -]{1,40}$", Reason.CONTACT),
        (r"^(?:sida|sid\.?)\s*\d{1,3}\s*(?:\(\d{1,3}\)|(?:av|/)\s*\d{1,3})?$"
         r"|^\d{1,3}\s?\(\d{1,3}\)$", Reason.PAGE_NUMBER),
        (r"^(?:sid|innehålls|text|webb)(?:an)?ansvarig\b.{0,80}$", Reason.BUTTON),
        (r"^(?:ansvarig|redaktör) för (?:sidan|innehållet|sidans innehåll)\b",
         Reason.BUTTON),
        (r"^(?:sidansvarig|skriven av|publicerad av|uppdaterad av|författare)\s*:?\s",
         Reason.BUTTON),
        (r"^(?:fält|alla fält|de fält|obligatoriska).{0,40}(?:obligatorisk|\*)",
         Reason.FORM),
        (r"^(?:antal )?tecken kvar|^\d+ tecken kvar|^max(?:imalt)? \d+ tecken",
         Reason.FORM),
        (r"^vi använder (?:kakor|cookies)"
         r"|^(?:den här |denna )?webbplats(?:en)? använder "
         r"(?:sig av )?(?:kakor|cookies)|(?:godkänn|acceptera).{0,40}(?:kakor|cookies)",
         Reason.COOKIES),
        (r"^läs mer om (?:hur vi använder )?(?:kakor|cookies)", Reason.COOKIES),
        (r"^(?:jag )?godkänner att .{0,40}(?:kakor|cookies|personuppgift)",
         Reason.COOKIES),
        (r"^(?:du är här|här är du)\b", Reason.BREADCRUMB),
        (r"^(?:start|startsida|startsidan|hem)(?:\s*[/>›»→|]\s*)\S", Reason.BREADCRUMB),
        (r"^(?:start|hem)(?-i:[A-ZÅÄÖ][a-zåäö]+.*[a-zåäö][A-ZÅÄÖ])", Reason.BREADCRUMB),
        (r"^(?:[^>›»→]{2,40}\s[>›»→]\s){2,}", Reason.BREADCRUMB),
        (r"^nyhet(?:er)?$|^pressmeddelande$|^artikel$", Reason.BUTTON),
        (r"^(?:kategori|kategorier|taggar|ämne)\s*:", Reason.AFTER),
        (r"^lästid\b.{0,20}$|^\d+ min(?:uters)? läsning$", Reason.BUTTON),
        (r"^(?:iframe|image|logo|logotyp|logga|.{2,40} logotype?|"
         r"till .{2,40} startsida)$",
         Reason.FRAME),
    ]
]  # fmt: skip
_ASKS_WHETHER_IT_HELPED = re.compile(
    r"^(?:hj[äa]lpte|(?:hade|har) du (?:nytta|hittat|fått)|(?:hittade|fick) du|"
    r"(?:var|är) (?:den här |denna |det här )?(?:sid|information|innehåll|text|"
    r"till hjälp)|vad tycker du om (?:sid|den här sid|innehåll|webb)|tyck till)",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def furniture(text: str) -> Reason | None:
    """Why *text* is no part of an article, or None if it may be one.

    >>> furniture("Kommentera  Skriv ut")
    Reason.BUTTON
    >>> furniture("Start / Omsorg och stöd / Trygg och säker")
    Reason.BREADCRUMB
    >>> furniture("Trafiksäkerhet") is None
    True
    """
    words = folded(text)
    if not words:
        return Reason.BUTTON
    if len(words) > 200:
        return _by_pattern(text[:200]) if _COOKIE_WORD.search(text[:200]) else None
    return _BY_PHRASE.get(words) or _by_pattern(text.strip()) or _row_of_phrases(words)


_COOKIE_WORD = re.compile(r"\b(?:kakor|cookies)\b", re.IGNORECASE)


def ends_the_article(text: str) -> bool:
    """True for what stands only below an article: feedback, footer, other news."""
    reason = furniture(text)
    if reason in (Reason.AFTER, Reason.FRAME):
        return True
    return len(text) < 80 and bool(_ASKS_WHETHER_IT_HELPED.match(text)) and "?" in text


def _by_pattern(text: str) -> Reason | None:
    return next(
        (reason for pattern, reason in _BY_PATTERN if pattern.search(text)), None
    )


def _row_of_phrases(words: str) -> Reason | None:
    """Several buttons on one line, as “kommentera skriv ut”."""
    left = re.split(r"[\s|·•,/]+", words)
    if len(left) > 12:
        return None
    reason = None
    while left:
        for length in range(min(_LONGEST, len(left)), 0, -1):
            found = _BY_PHRASE.get(" ".join(left[:length]))
            if found:
                reason, left = reason or found, left[length:]
                break
        else:
            return None
    return reason
