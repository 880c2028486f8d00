"""The focus areas that name a way of working."""

from home.agreements.models import FocusAreaKind

from ..writing import FactBox, Table
from .pages import FocusArea

DIALOGUE = FocusArea(
    slug="dialog-och-lofte",
    title="Medborgardialog/ Medborgarlöfte",
    introduction="Vi frågar, lovar och berättar hur det gick.",
    kind=FocusAreaKind.METHOD,
    picture="anslagstavla",
    days_old=35,
    parts=(
        """
        Statistik visar vad som har anmälts. Den visar inte var folk tar en omväg, eller
        vilken busshållplats som känns mörk. Det vet bara den som bor här. Därför frågar
        vi, och därför ska du kunna se vad svaren ledde till.

        ## Från fråga till svar

        - **Vi frågar.** Vi står på torget, besöker skolor och föreningar och går igenom
          det som har kommit in under året.
        - **Vi väljer.** Kommunen och polisen väljer några få saker som de kan göra
          något åt tillsammans.
        - **Vi lovar.** Löftet säger vad som ska göras, hur mycket, av vem och till när.
        - **Vi berättar.** Efteråt säger vi vad som blev av, även om det inte blev som
          vi hade tänkt.

        Att lyssna är inte samma sak som att lova allt. När vi säger nej förklarar vi
        varför. Det kan bero på pengar, på lagen eller på att någon annan bestämmer.
        """,
        FactBox(
            "Vad är ett medborgarlöfte?",
            """
            En eller flera saker som kommunen och polisen offentligt lovar att göra för
            att det ska bli tryggare. Ett löfte går att följa upp. ”Vi ska satsa på
            trafiken” är inget löfte, men ”tolv hastighetskontroller vid skolorna före
            jul” är det.
            """,
        ),
    ),
)

SURVEYS = FocusArea(
    slug="trygghetsmatningar",
    title="Trygghetsmätningar",
    introduction="Varje år svarar ett urval invånare på hur tryggheten upplevs.",
    kind=FocusAreaKind.METHOD,
    days_old=78,
    parts=(
        """
        En trygghetsmätning är en enkät som skickas hem till slumpvis utvalda invånare.
        Den frågar om sådant som nedskräpning, trafik och oro, och om man själv har
        utsatts för brott. Många brott anmäls aldrig, så enkäten visar sådant som
        polisens statistik missar.

        ## Så läser du resultatet

        Varje problem får ett tal mellan 0 och 6. Noll betyder nästan inget problem, sex
        betyder ett mycket stort problem. **Ett lågt tal är alltså bra.**
        """,
        Table(
            "Tre frågor som är lätta att blanda ihop",
            rows=(
                ("Frågan", "Det den visar", "Det den inte visar"),
                ("Har du utsatts?", "Hur många som drabbas", "Vem som gjorde det"),
                ("Är det ett problem här?", "Vad grannarna ser", "Hur ofta det händer"),
                ("Känner du dig trygg?", "Hur det upplevs", "Hur stor risken är"),
            ),
        ),
        """
        ## Vad vi är försiktiga med

        Kommunen är liten och svaren är få. En skillnad på några tiondelar mellan två år
        kan vara en slump, och då säger vi det. Vi redovisar tre zoner, norra, centrala
        och södra, och aldrig enskilda gator. Är svaren för få visar vi dem inte alls,
        eftersom någon då skulle kunna bli igenkänd.

        Har du fått enkäten? Svara gärna, även om du tycker att allt är bra. Utan de
        svaren blir bilden mörkare än den är.
        """,
    ),
)

WALKS = FocusArea(
    slug="trygghetsvandringar",
    title="Trygghetsvandringar",
    introduction="Vi går tillsammans och hittar platser att förbättra.",
    kind=FocusAreaKind.METHOD,
    picture="gangvag-med-lampor",
    days_old=47,
    parts=(
        """
        En trygghetsvandring är en promenad med uppgift. Boende, kommunen, polisen och
        den som äger husen går samma väg och stannar där någon vill visa något: en lampa
        som är trasig, en häck som skymmer, en genväg som ingen vågar ta. Ofta behövs
        inget stort. En beskuren buske kan göra mer än en kamera.

        ## Så går det till

        - **Före.** Vi väljer en sträcka tillsammans med dem som bor eller arbetar där.
          Starten ska gå att nå utan trappsteg.
        - **Under.** Vi går i omkring en och en halv timme, ofta i mörker, och antecknar
          plats för plats.
        - **Efter.** Varje iakttagelse får en ansvarig och ett svar. Det som inte ska
          åtgärdas får en förklaring.
        - **Nästa gång** börjar vi med att bocka av listan från den förra.

        Vi fotograferar platser, aldrig människor, och vi skriver inte upp något som
        pekar ut ett hem.
        """,
        FactBox(
            "Är något trasigt i dag?",
            """
            Vänta inte på en vandring. Gör en felanmälan till kommunen, så går det
            snabbare. Länken finns längst ner på sidan.
            """,
        ),
    ),
)

METHODS = (DIALOGUE, SURVEYS, WALKS)
