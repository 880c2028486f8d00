"""The focus areas that name a problem."""

from ..writing import FactBox, Links
from .pages import FocusArea, SupportLine

ANDTS = FocusArea(
    slug="andts",
    title=(
        "ANDTS (alkohol, narkotika, dopning, tobak och liknande produkter samt spel om "
        "pengar)"
    ),
    introduction="Vi arbetar för att unga ska börja senare eller inte alls.",
    days_old=64,
    parts=(
        """
        Den som börjar dricka, röka eller spela tidigt löper större risk att fastna.
        Mycket av bråken en lördagskväll börjar med alkohol, och handeln med narkotika
        drar med sig både hot och stölder. Därför vänder vi oss till unga, och minst
        lika mycket till vuxna i deras närhet.

        ## Så arbetar vi

        - Kommunens fältgrupp och områdespolisen är ute där unga är, även på lovkvällar
          och skolavslutningar.
        - Kommunen kontrollerar att butiker inte säljer folköl, tobak eller
          nikotinprodukter till den som är under 18 år.
        - Polisen ingriper mot langning och mot försäljning av narkotika.
        - Skolan pratar om alkohol och droger med både elever och föräldrar, innan det
          har blivit ett problem.

        ## Har du en tonåring hemma?

        Bjud inte och köp inte ut. Kom överens med de andra föräldrarna om tider, så
        slipper ditt barn vara det enda som ska hem. Fråga gärna hur kvällen blev och
        lyssna klart innan du säger vad du tycker.
        """,
        FactBox(
            "Att köpa ut är ett brott",
            """
            Det kallas langning. Det är förbjudet att köpa ut alkohol till någon som
            inte har fyllt 20 år, också för ett äldre syskon eller en kompis.
            """,
        ),
    ),
    support_lines=(
        SupportLine(
            "Alkohollinjen",
            phone="020-84 44 48",
            url="https://alkohollinjen.se/",
            note="För dig som vill ändra dina vanor eller är orolig för någon.",
        ),
        SupportLine(
            "Stödlinjen",
            phone="020-81 91 00",
            url="https://www.stodlinjen.se/",
            note="För dig som spelar om pengar, och för dig som står nära.",
        ),
        SupportLine(
            "Sluta-röka-linjen",
            phone="020-84 00 00",
            url="https://slutarokalinjen.se/",
            note="Hjälp att sluta röka, snusa eller vejpa.",
        ),
    ),
)

REPEAT_OFFENDERS = FocusArea(
    slug="brottsaktiva",
    by="police",
    title="Brottsaktiva",
    introduction="Polisen arbetar riktat mot personer som begår många brott.",
    days_old=120,
    parts=(
        """
        Några få personer står bakom en stor del av stölderna, skadegörelsen och våldet.
        När polisen ägnar dem mer tid märks det för alla andra. Samtidigt ska den som
        vill sluta veta vart man vänder sig.

        ## Så arbetar vi

        - Polisen utreder brott av samma person samlat i stället för ett och ett.
        - Polisen, kriminalvården och socialtjänsten förbereder sig tillsammans när
          någon ska friges.
        - Kommunen och bostadsbolagen ser till att lokaler och lägenheter inte används
          för brott.
        - Den som vill lämna ett kriminellt liv får en kontakt och en plan.

        Vi skriver aldrig här vilka personer det gäller. Sådana uppgifter är hemliga hos
        både polisen och socialtjänsten.

        ## Har du sett något?

        Ring 112 om det händer nu. Vet du något i efterhand ringer du 114 14, och du får
        vara anonym. Skicka inga tips till kommunen. Vi kan inte utreda dem, och det du
        mejlar till oss blir en allmän handling.
        """,
        FactBox(
            "Vill du lämna?",
            """
            Det går att bryta med ett gäng, och du behöver inte ha bestämt dig för att
            få råd. Ring 114 14 och fråga efter avhopparverksamheten, eller prata med
            socialtjänsten. Det gäller också dig som är förälder.
            """,
        ),
    ),
)

CHILDREN = FocusArea(
    slug="barn-och-unga",
    title="Brottsförebyggande arbete riktat till barn/ unga",
    introduction="Skola, socialtjänst, polis och fritid hjälps åt tidigt.",
    days_old=22,
    parts=(
        """
        De flesta unga begår aldrig några brott. För dem som är på väg åt fel håll gör
        det stor skillnad att någon vuxen reagerar snabbt, och att de vuxna vet vad de
        andra gör. När läraren, fritidsledaren, socialsekreteraren och polisen ser samma
        sak kan de göra något innan det har hunnit bli allvarligt.

        ## Så arbetar vi

        - Skolorna följer upp frånvaro redan de första dagarna.
        - Fritidsgårdarna har öppet när det behövs som mest, på kvällar och lov.
        - Områdespolisen besöker klasserna och är en känd person i korridoren.
        - När ett barn misstänks för brott träffar socialtjänsten familjen så fort det
          går, helst samma vecka.

        ## Är du orolig för ett barn?

        Kontakta socialtjänsten och berätta vad du har sett. Du behöver inte vara säker,
        och du får vara anonym. Är det bråttom ringer du 112, kvällar och helger också.
        """,
        FactBox(
            "Vad betyder SSPF?",
            """
            Skola, socialtjänst, polis och fritid. Det är ett arbetssätt för unga som
            riskerar att hamna i kriminalitet eller missbruk. Vårdnadshavarna säger ja
            först, så att de fyra får prata med varandra om barnet.
            """,
        ),
    ),
    support_lines=(
        SupportLine(
            "Bris",
            phone="116 111",
            url="https://www.bris.se/",
            note="För dig under 18 år. Du kan ringa, chatta eller mejla, gratis.",
        ),
    ),
)

BURGLARY = FocusArea(
    slug="bostadsinbrott",
    by="police",
    title="Minska bostadsinbrott",
    introduction="Grannsamverkan och råd gör det svårare att göra inbrott.",
    picture="grannar",
    days_old=41,
    parts=(
        """
        Ett inbrott tar ofta bara några minuter, men det kan ta lång tid innan hemmet
        känns som ens eget igen. Tjuven väljer helst ett hus där ingen ser och ingen
        reagerar. Därför hjälper det att grannar känner varandra.

        ## Så arbetar vi

        - Polisen går ut med råd när inbrotten ökar någonstans i kommunen.
        - Kommunen och polisen håller startmöten för gator som vill börja med
          grannsamverkan.
        - Kommunen klipper buskar och lagar belysning på de platser som grannarna pekar
          ut.
        - Polisen söker spår vid varje inbrott och jämför med andra orter.

        ## Det här kan du göra

        - Lås dörrar och fönster även när du bara går ut en stund.
        - Be en granne tömma brevlådan och dra för gardinerna när du är bortrest.
        - Skriv inte i sociala medier att huset står tomt.
        - Märk och fotografera det du är rädd om.

        Pågår ett inbrott ringer du 112. Gå inte in själv.
        """,
        Links(
            "Läs mer om att skydda sitt hem",
            (
                (
                    "https://samverkanmotbrott.se/",
                    "Samverkan mot brott: grannsamverkan",
                ),
                ("https://polisen.se/", "Polisens råd och anmälan på polisen.se"),
            ),
        ),
    ),
)

TRAFFIC = FocusArea(
    slug="trafiksakerhet",
    picture="skolgata",
    title="Trafiksäkerhet",
    introduction="Lugnare trafik vid skolor och i centrum.",
    days_old=12,
    parts=(
        """
        Bilar som kör för fort är något av det som invånarna oftast nämner när vi frågar
        vad som gör dem otrygga. Det gäller mest skolvägarna på morgonen och gatorna i
        centrum på kvällen. Tio kilometer i timmen kan verka lite, men avgör ofta om ett
        barn klarar sig vid en olycka.

        ## Så arbetar vi

        - Polisen kontrollerar hastighet, nykterhet och bälten, oftast där invånare har
          sagt att det behövs.
        - Kommunen mäter farten på de gator som det kommer synpunkter om, och bygger om
          där mätningen visar att det behövs.
        - Skolorna och polisen pratar med unga som kör A-traktor, moped och
          elsparkcykel, och med deras föräldrar.
        - Trafikverket ansvarar för de statliga vägarna. Vi för fram vad invånarna
          säger.

        ## Det här kan du göra

        Låt barnen gå eller cykla till skolan om det går. Varje bil som inte stannar vid
        skolporten gör det lugnare för dem som går. Måste du köra, släpp av en bit bort.
        """,
        FactBox(
            "Vem ska du kontakta?",
            """
            - Gator och cykelvägar i tätorterna: kommunen.
            - Riksvägar och de flesta vägar mellan orterna: Trafikverket.
            - Någon som kör farligt just nu: 112.
            """,
        ),
    ),
)

PROBLEMS = (ANDTS, REPEAT_OFFENDERS, CHILDREN, BURGLARY, TRAFFIC)
