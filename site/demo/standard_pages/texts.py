"""What the pages about the site say."""

from home.models.accessibility import Situation

from ..writing import Contact, FactBox, Links, Table
from .pages import ABOUT, HOW, PERSONAL_DATA, Standard, Statement

HOW_IT_WORKS = Standard(
    HOW,
    slug="sa-fungerar-det",
    title="Så fungerar det",
    introduction=(
        "Från det att någon säger att en gata känns otrygg till att något blir gjort. "
        "Så arbetar kommunen och polisen tillsammans."
    ),
    days_old=25,
    parts=(
        """
        ## Vi tar reda på hur det är

        Invånare berättar i enkäter, på vandringar och när vi ses. Skolan,
        socialtjänsten, bostadsbolaget och polisen lägger till det de vet. Tillsammans
        blir det en lägesbild: var det är oroligt, när det händer och varför.

        ## Vi kommer överens

        Kommunen och polisen skriver en [överenskommelse](agreements) som gäller i några
        år. Den säger vilka [fokusområden](focus-areas) vi ska arbeta med.

        ## Vi gör något

        Varje år bestämmer vi vad som ska göras, vem som gör det och när det ska vara
        klart. Ibland är det stort, som en ombyggd korsning. Oftare är det vardag: en
        polis som går samma runda varje fredag, en lampa, ett föräldramöte.

        ## Vi följer upp och berättar

        Efteråt frågar vi oss två saker: Gjorde vi det vi sa? Blev det bättre? Svaret på
        den första frågan är lätt att ge. Den andra kräver tid, och ibland är det ärliga
        svaret att vi inte vet än. Det som händer under tiden skriver vi om i
        [nyheterna](news).
        """,
        Table(
            "Vem bestämmer vad",
            rows=(
                ("Vem", "Bestämmer om"),
                (
                    "Kommunen",
                    "Skola, socialtjänst, fritid, gator, parker och belysning",
                ),
                ("Polisen", "Brottsutredningar, kontroller och var poliserna arbetar"),
                ("Trafikverket", "Fart och ombyggnader på de statliga vägarna"),
                ("Fastighetsägaren", "Gårdar, trapphus, källare och garage"),
            ),
        ),
        Contact("municipality"),
    ),
)

ABOUT_THE_SITE = Standard(
    ABOUT,
    slug="om-webbplatsen",
    title="Om webbplatsen",
    introduction=(
        "Här berättar Bromölla kommun och polisen vad de har kommit överens om och vad "
        "de gör för tryggheten. Kommunstyrelsen i Bromölla kommun ansvarar för "
        "webbplatsen."
    ),
    days_old=25,
    parts=(
        FactBox(
            "Det här är ett exempel",
            """
            Innehållet visar hur webbplatsen kan se ut. Orterna finns på riktigt, men
            nyheter, siffror, citat och överenskommelsen 2025–2028 är påhittade. Ingen
            person på webbplatsen finns på riktigt. Numren till stödlinjerna, 112 och
            114 14 är riktiga.
            """,
        ),
        """
        ## Det här hittar du

        - [Överenskommelser](agreements): vad parterna har skrivit under.
        - [Fokusområden](focus-areas): vad de arbetar med, och vad du själv kan göra.
        - [Nyheter](news): vad som har hänt, skrivet av dem som var där.
        - [Så fungerar det](how-it-works): hur allt hänger ihop.

        ## Så skriver vi

        Vi skriver kort och så enkelt vi kan. Vi nämner roller, inte namn, eftersom
        personer byter uppdrag. På varje sida ser du när innehållet senast ändrades och
        vem som ansvarar för det. En gammal sida säger själv att den är gammal.

        ## Läs på ditt sätt

        Alla sidor går att skriva ut. Du kan följa nyheterna i ett
        [flöde](/nyheter/feed.atom) i den läsare du vill. En kortare version av
        webbplatsen finns [på engelska](/en/).

        ## Kakor och spårning

        Webbplatsen sparar inga kakor hos dig som läser. Den hämtar ingenting från andra
        företag och mäter inte vad du gör. Läs [hur vi hanterar
        personuppgifter](personal-data).

        ## Frågor och fel

        Hittar du något som är fel, eller saknar du något? Hör av dig. Ring 112 om det
        är bråttom, och 114 14 om du vill anmäla eller tipsa polisen. Skicka inte tips
        om brott till kommunen.
        """,
        Contact("municipality"),
    ),
)

PERSONAL_DATA_PAGE = Standard(
    PERSONAL_DATA,
    slug="personuppgifter",
    title="Så hanterar vi personuppgifter",
    introduction=(
        "Du kan läsa hela webbplatsen utan att lämna några uppgifter om dig själv. Här "
        "står vad som gäller om du hör av dig, och vilka rättigheter du har."
    ),
    days_old=60,
    parts=(
        """
        ## När du läser

        Webbplatsen sparar inga kakor och har inga konton för besökare. Webbservern kan
        föra en teknisk logg för att upptäcka fel och angrepp. Den sparas i högst 30
        dagar och används inte till något annat.

        ## När du skriver en kommentar

        Du behöver inget konto och inte tala om vem du är. Namn och e-post är
        frivilliga. Vi sparar det du skrev, när det kom och vilken sida det gäller,
        också om det inte publiceras: det är en allmän handling. Vi sparar inte din
        ip-adress. För att känna igen dubbletter och massutskick sparar vi en krypterad
        kod i högst ett dygn. En e-postadress ligger förseglad för sig, används bara
        till det du bad om och tas bort 30 dagar efter det sista mejlet.

        ## När du ringer eller mejlar

        Då får vi veta det du själv berättar, till exempel ditt namn och din adress. Vi
        använder det för att svara dig. Det du skickar till kommunen eller polisen blir
        en allmän handling, och den som frågar efter handlingen kan ha rätt att läsa
        den, om den inte innehåller något som är hemligt enligt lag.

        ## När du är med på bild

        Vi publicerar bara bilder där ingen går att känna igen, eller där alla som syns
        har sagt ja. Ångrar du dig tar vi bort bilden.
        """,
        Table(
            "Vad vi behandlar och varför",
            rows=(
                ("Uppgifter", "Varför", "Rättslig grund", "Hur länge"),
                (
                    "Teknisk logg",
                    "Hitta fel och angrepp",
                    "Allmänt intresse",
                    "Högst 30 dagar",
                ),
                (
                    "Mejl och samtal",
                    "Svara dig",
                    "Allmänt intresse",
                    "Enligt kommunens plan för gallring",
                ),
                (
                    "Kommentarer och anmälningar",
                    "Ta emot, granska, publicera och svara",
                    "Allmänt intresse",
                    "Enligt kommunens plan för gallring",
                ),
                (
                    "E-post som du lämnat vid en kommentar",
                    "Berätta vad som händer",
                    "Allmänt intresse",
                    "30 dagar efter sista mejlet, högst 24 månader",
                ),
                (
                    "Kod mot dubbletter",
                    "Hindra massutskick",
                    "Allmänt intresse",
                    "Högst 24 timmar",
                ),
                (
                    "Personalens konton",
                    "Veta vem som har ändrat en sida",
                    "Allmänt intresse",
                    "Så länge uppgiften behövs som bevis",
                ),
            ),
        ),
        """
        ## Vem som ansvarar

        Kommunstyrelsen i Bromölla kommun är personuppgiftsansvarig. Polisen ansvarar
        själv för det som polisen tar emot. Ingen av oss för över uppgifter från
        webbplatsen till länder utanför EU.

        ## Dina rättigheter

        Du har rätt att få veta vilka uppgifter vi har om dig, få fel rättade och
        invända mot hur vi använder dem. I vissa fall kan du få dem raderade. En allmän
        handling får vi däremot bara ta bort när lagen och kommunens beslut tillåter
        det.

        Skriv till kommunens dataskyddsombud,
        [dataskyddsombud@example.org](mailto:dataskyddsombud@example.org). Är du inte
        nöjd med svaret kan du klaga hos Integritetsskyddsmyndigheten.
        """,
        Links(
            "Mer om dina rättigheter",
            (("https://www.imy.se/", "Integritetsskyddsmyndigheten, IMY"),),
        ),
    ),
)

STATEMENT = Statement(
    slug="tillganglighet",
    title="Om webbplatsens tillgänglighet",
    introduction=(
        "Alla ska kunna använda den här webbplatsen. Här berättar vi vad som inte "
        "fungerar för alla än, när det ska vara lagat och hur du säger till om något "
        "stoppar dig."
    ),
    service_name="Löftet, Bromölla kommun",
    method=(
        "Webbplatsens egna tester går igenom varje sorts sida med bara tangentbord och "
        "med programmet axe, i ljust och mörkt läge och på en smal skärm. Ingen har "
        "ännu granskat den med skärmläsare eller med egna hjälpmedel till vardags."
    ),
    answer_within="inom två arbetsdagar",
    flaws=(
        (
            "Enstaka ord på andra språk är inte märkta i texten. En skärmläsare kan "
            "därför läsa till exempel ett engelskt namn med svenskt uttal.",
            Situation.NO_SIGHT,
            "Vi undviker utländska ord så länge.",
            "senast den 30 juni {next_year}",
        ),
        (
            "Texterna finns inte på lättläst svenska.",
            Situation.COGNITIVE,
            "Varje sida börjar med en kort sammanfattning. Ring gärna, så berättar vi "
            "vad en sida handlar om.",
            "senast den 31 december {next_year}, med de mest lästa sidorna först",
        ),
    ),
)
