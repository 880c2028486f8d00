"""The focus areas that somebody near may not see that one reads."""

from ..writing import FactBox, Links
from .pages import FocusArea, SupportLine

EMERGENCY = SupportLine(
    "Fara just nu", phone="112", note="Polis, ambulans eller annan akut hjälp."
)

# The ribbon says that the site is made up; nobody in need may doubt the numbers.
REAL_NUMBERS = "Resten av webbplatsen är ett exempel. De här numren är riktiga."

VIOLENCE = FocusArea(
    slug="vald-i-nara-relation",
    title="Våld i nära relation",
    introduction="Stöd till den som är utsatt – och till den som vill sluta.",
    is_sensitive=True,
    days_old=18,
    support_lines=(
        EMERGENCY,
        SupportLine(
            "Kvinnofridslinjen",
            phone="020-50 50 50",
            url="https://kvinnofridslinjen.se/",
            note=(
                "Öppet dygnet runt. Gratis, du kan vara anonym och samtalet syns inte "
                "på telefonräkningen."
            ),
        ),
        SupportLine(
            "Bris",
            phone="116 111",
            url="https://www.bris.se/",
            note="För dig under 18 år.",
        ),
        SupportLine(
            "Välj att sluta",
            phone="020-555 666",
            url="https://valjattsluta.se/",
            note="För dig som skadar eller styr någon och vill förändra det.",
        ),
        SupportLine(
            "Polisen",
            phone="114 14",
            url="https://polisen.se/",
            note="När det inte är bråttom. Anmäl, eller fråga om råd och skydd.",
        ),
    ),
    parts=(
        REAL_NUMBERS,
        """
        Våld är inte bara slag. Det kan vara hot, att någon bestämmer vem du får träffa,
        läser din telefon, tar dina pengar eller tvingar dig till sex. Det händer i alla
        sorters hem. Det är aldrig ditt fel.

        ## Om du är utsatt

        Du behöver inte ha bestämt dig för att lämna eller anmäla. Socialtjänsten kan ge
        råd, ordna ett skyddat boende och hjälpa dina barn. Du får ta med dig någon som
        du litar på, och du kan få tolk. Spara det du kan: bilder, meddelanden
        och anteckningar om vad som hände och när. Förvara det där ingen annan kommer åt
        det.

        ## Om du är orolig för någon

        Fråga, i enrum, och tro på svaret. Säg att det går att få hjälp. Lova inte att
        hålla det hemligt om det finns barn i hemmet. Berätta då för socialtjänsten.

        ## Om du är den som slår eller styr

        Det går att sluta, och det finns de som kan hjälpa dig. Ring innan det händer
        igen.

        ## Så arbetar vi

        Polisen bedömer risken vid varje anmälan. Socialtjänsten, skolan och
        bostadsbolaget vet vem de ska ringa. Personalen i kommunen får utbildning i att
        fråga om våld.
        """,
    ),
)

EXTREMISM = FocusArea(
    slug="valdsbejakande-extremism",
    title="Våldsbejakande extremism",
    introduction="Oroar du dig för någon? Här finns råd.",
    is_sensitive=True,
    days_old=96,
    support_lines=(
        EMERGENCY,
        SupportLine(
            "Orostelefonen",
            phone="020-100 200",
            url="https://www.raddabarnen.se/",
            note="Rädda Barnen ger råd till dig som är orolig för någon. Gratis.",
        ),
        SupportLine(
            "Polisen",
            phone="114 14",
            url="https://polisen.se/",
            note="Tips och frågor. Du får vara anonym.",
        ),
    ),
    parts=(
        REAL_NUMBERS,
        """
        Alla får tycka vad de vill, också sådant som andra tar illa vid sig av. Det här
        handlar om något annat: att stödja eller använda våld för en åsikts skull. Den
        som dras in är ofta ung, känner sig utanför och får sina första kontakter på
        nätet.

        ## Det du kan lägga märke till

        - Gamla vänner byts mot nya som ingen får träffa.
        - Språket blir hårdare. Vissa människor beskrivs som mindre värda.
        - Våld förklaras som nödvändigt.

        Ett enda tecken betyder sällan något. Flera samtidigt är ett skäl att fråga.

        ## Så kan du prata

        Välj en lugn stund. Fråga vad som lockar, och vad som känns orättvist. Säg att
        du inte håller med om våldet men att du finns kvar. Bryt inte kontakten: för
        många är det en enda person som har fått dem att vända.

        ## Så arbetar vi

        Kommunen har en samordnare som ger råd till skolor, föreningar och familjer.
        Socialtjänsten kan ge stöd till den som vill lämna en rörelse. Polisen ingriper
        när det finns misstanke om brott.
        """,
        FactBox(
            "Peka inte ut någon",
            """
            Sprid inga namn eller bilder. Har du fel kan det skada en oskyldig, och har
            du rätt kan det försvåra hjälpen.
            """,
        ),
        Links(
            "Mer stöd",
            (("https://www.cve.se/", "Center mot våldsbejakande extremism"),),
        ),
    ),
)

SENSITIVE = (VIOLENCE, EXTREMISM)
