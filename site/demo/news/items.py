"""What the eight news items say, the latest first."""

from ..writing import FactBox, Links, Quote, Table
from .pages import TUESDAY, WEDNESDAY, News, next_weekday

NEWS = (
    News(
        slug="trafikkontroll-vid-skolan",
        title="Trafikkontroll vid skolan: de flesta höll farten",
        introduction=(
            "Vi kontrollerade 84 fordon på två timmar. Sju körde för fort och två "
            "förare saknade bälte."
        ),
        days_old=3,
        by="police",
        areas=("bromolla",),
        tags=("trafik", "skolvägar"),
        picture="skolgata",
        caption="Farten är viktigast när skolan börjar och slutar.",
        parts=lambda day: (
            """
            Kontrollen gjordes en vardagsmorgon, när flest barn är på väg till skolan.
            Flera föräldrar stannade och tackade för att vi var där. Några undrade
            varför vi inte står där oftare. Svaret är att vi flyttar oss mellan
            skolorna, så att ingen ska kunna räkna ut när vi kommer.

            Den som körde fortast höll 47 kilometer i timmen på en väg där det är 30.

            ## Vad händer nu?

            Kommunen har ställt ut en mätslang på gatan i två veckor. Mätningen visar
            hur fort bilarna kör när det inte står någon polis där. Resultatet berättar
            vi om här.
            """,
        ),
    ),
    News(
        slug="traffen-pa-biblioteket-flyttar",
        title="Träffen på biblioteket börjar en timme senare",
        introduction=(
            "Nästa gång träffar du områdespolisen klockan 16.00 i stället för 15.00. "
            "Platsen är densamma."
        ),
        days_old=6,
        by="police",
        areas=("bromolla",),
        tags=("områdespolisen",),
        picture="bibliotekstorget",
        caption="Biblioteket ligger vid torget. Dörren öppnas med knapp.",
        parts=lambda day: (
            f"""
            Ändringen gäller bara {next_weekday(day, WEDNESDAY)}. Då har vi utbildning
            på förmiddagen och hinner inte tillbaka i tid. Vi stannar en timme längre,
            till klockan 18.00.

            Du behöver inte boka. Kom förbi om du undrar något, vill få en cykel märkt
            eller har sett något i ditt kvarter som vi borde veta. Vi sitter vid bordet
            till höger innanför entrén.
            """,
        ),
    ),
    News(
        slug="nagon-ringer-fran-banken",
        title="Någon ringer och säger att de är från banken",
        introduction=(
            "Lägg på. Ring upp själv på ett nummer du känner till. Lämna aldrig ut "
            "koder, och logga aldrig in med BankID åt någon annan."
        ),
        days_old=12,
        by="police",
        areas=("bromolla-kommun",),
        tags=("bedrägeri", "råd"),
        parts=lambda day: (
            """
            De senaste veckorna har flera äldre i kommunen fått samtal från någon som
            låter vänlig och har bråttom. Den som ringer säger att dina pengar är i fara
            och att du måste flytta dem eller logga in. Numret i displayen kan se äkta
            ut, men det är lätt att förfalska.

            ## Gör så här

            - Lägg på. Det är inte oartigt.
            - Ring banken på numret som står på ditt kort, eller prata med någon du
              litar på.
            - Har du redan lämnat ut koder? Ring banken och spärra kontot direkt. Anmäl
              sedan till polisen på 114 14.

            Det är inte dumt att bli lurad. De som ringer gör det här varje dag och är
            skickliga. Berätta för någon, så blir det svårare för dem nästa gång.
            """,
            FactBox(
                "Banken gör aldrig det här",
                """
                Banken och polisen ringer aldrig och ber dig logga in, läsa upp en kod
                eller lämna kortet till en person som kommer hem till dig.
                """,
            ),
        ),
    ),
    News(
        slug="nya-lampor-vid-stationen",
        title="Nya lampor längs gångvägen till stationen",
        introduction=(
            "De sista fjorton stolparna är bytta. Nu är hela sträckan mellan torget "
            "och stationen upplyst."
        ),
        days_old=29,
        by="municipality",
        areas=("bromolla",),
        tags=("belysning", "stationen"),
        picture="gangvag-med-lampor",
        caption="Lamporna lyser neråt: ljust på vägen och mörkt i sovrummen.",
        parts=lambda day: (
            """
            Gångvägen är den plats som flest har nämnt de senaste två åren när vi har
            frågat var det känns mörkt. Arbetet drog ut på tiden eftersom en kabel var
            äldre än ritningen visade. Det borde vi ha berättat tidigare.

            De nya lamporna drar mindre än hälften så mycket el. De lyser svagare mitt i
            natten och starkare när någon går förbi.

            ## Nästa sträcka

            Härnäst byter vi lampor på gångvägen mellan stationen och idrottsplatsen. Vi
            räknar med att börja till våren.
            """,
            Links(
                "Läs mer",
                (("focus-areas/trygghetsvandringar", ""),),
            ),
        ),
    ),
    News(
        slug="trygghetsvandring-i-nasum",
        title="Trygghetsvandring i Näsum: det här såg vi",
        introduction=(
            "17 personer gick med i mörkret. De hittade 14 saker att göra något åt. "
            "Sex av dem är redan klara."
        ),
        days_old=47,
        by="municipality",
        areas=("nasum",),
        tags=("trygghetsvandring", "belysning"),
        parts=lambda day: (
            """
            Det regnade när vi samlades utanför skolan, men ingen gick hem. Yngst var en
            nioåring, äldst en man som har fyllt åttio. Med var också områdespolisen,
            kommunens gatuchef och en bovärd från bostadsbolaget.
            """,
            Table(
                "Vad som händer med det vi såg",
                rows=(
                    ("Det vi såg", "Vem som ansvarar", "Hur det går"),
                    ("Sex trasiga lampor och skymmande buskar", "Kommunen", "Klart"),
                    ("Fyra mörka eller ojämna gångvägar", "Kommunen", "Görs i vår"),
                    ("En farlig korsning", "Trafikverket", "Överlämnat"),
                    ("En öde tomt med skräp", "Privat ägare", "Överlämnat"),
                    ("Två önskemål om kameror", "Kommunen", "Görs inte"),
                ),
            ),
            """
            ## Varför inga kameror?

            För att få kamerabevaka en plats måste det ha hänt mycket där, och det har
            det inte. Vi prövar bättre ljus först och frågar igen efter sommaren.
            """,
            Links(
                "Läs mer",
                (
                    (
                        "focus-areas/trygghetsvandringar",
                        "Så går en trygghetsvandring till",
                    ),
                ),
            ),
        ),
    ),
    News(
        slug="62-cyklar-marktes-pa-torget",
        title="62 cyklar märktes på Stortorget",
        introduction=(
            "En märkt cykel är svårare att sälja och lättare att få tillbaka. Missade "
            "du dagen? Du kan få cykeln märkt på våra träffar."
        ),
        days_old=83,
        by="police",
        areas=("bromolla-kommun",),
        tags=("cykel", "stöld"),
        parts=lambda day: (
            """
            Kön var som längst vid elva, när torghandeln var i gång. Den som väntade
            fick kaffe av Nattvandrarna och råd om lås av oss.

            ## Så skyddar du cykeln

            - Lås fast den i något, genom både ram och hjul.
            - Ta in batteriet om du har en elcykel.
            - Skriv upp ramnumret och ta en bild. Det är det första vi frågar efter.
            - Anmäl om den blir stulen. Vi lämnar tillbaka fler cyklar än folk tror, men
              bara till den vi kan hitta.
            """,
        ),
    ),
    News(
        slug="nattvandrarna-soker-fler",
        title="Nattvandrarna söker fler vuxna",
        introduction=(
            "Du behöver inte vara förälder och inte kunna något särskilt. Det räcker "
            "att du är vuxen, nykter och vill prata med unga en fredagskväll."
        ),
        days_old=150,
        by="association",
        areas=("bromolla", "valje"),
        tags=("nattvandring", "unga"),
        parts=lambda day: (
            """
            Vi går i grupper om minst tre, mellan klockan 21 och 01. Vi bryter inte upp
            bråk och är inga väktare. Vi är de vuxna som råkar finnas i närheten, har
            plåster i fickan och kan ringa hem åt någon vars telefon har dött.
            """,
            Quote(
                "Första kvällen trodde jag att de skulle skratta åt oss. I stället "
                "kom de fram och frågade om vi ville ha chips.",
                "Nattvandrare i Bromölla",
            ),
            f"""
            Ny i gruppen? Kom på vår introduktion {next_weekday(day, TUESDAY)} klockan
            18.30 i föreningslokalen. Kommunen bjuder på mat, och områdespolisen
            berättar vad man gör om något händer. Anmäl dig på
            [nattvandrarna@example.org](mailto:nattvandrarna@example.org).
            """,
        ),
    ),
    News(
        slug="sa-svarade-invanarna",
        title="Så svarade invånarna i trygghetsmätningen",
        introduction=(
            "Trafiken är det som flest ser som ett problem. Oron för att gå ut ensam "
            "har minskat något, men skillnaden är för liten för att vi ska säga "
            "säkert."
        ),
        days_old=430,
        by="municipality",
        areas=("bromolla-kommun", "norra", "centrala", "sodra"),
        tags=("trygghetsmätning",),
        picture="sjo-med-hus",
        caption="Enkäten gick till hem i hela kommunen.",
        parts=lambda day: (
            """
            498 personer svarade på årets enkät, ungefär 56 av 100 som fick den. Talen
            går från 0, nästan inget problem, till 6, ett mycket stort problem.
            Siffrorna på den här sidan är påhittade.
            """,
            Table(
                "Hur stort problemet upplevs i tre delar av kommunen, från 0 till 6",
                rows=(
                    ("Problem", "Norra", "Centrala", "Södra"),
                    ("Bilar som kör för fort", "3,4", "3,1", "3,0"),
                    ("Nedskräpning", "1,6", "2,2", "1,8"),
                    ("Skadegörelse", "1,1", "1,9", "1,4"),
                    ("Störande mopeder", "2,3", "2,0", "2,4"),
                ),
            ),
            """
            ## Vad gör vi med svaren?

            Lägesbildsgruppen går igenom dem zon för zon och jämför med vad polisen och
            kommunen själva har sett. Trafiken ligger högst för tredje året i rad. Den
            får därför mest plats i planen för nästa år.
            """,
            Links(
                "Läs mer",
                (
                    (
                        "focus-areas/trygghetsmatningar",
                        "Så läser du en trygghetsmätning",
                    ),
                ),
            ),
        ),
    ),
)
