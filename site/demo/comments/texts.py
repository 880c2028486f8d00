"""What the demo's residents wrote: praise and blame, and all that can happen to it."""

from dialogue.marks import Mark
from dialogue.reasons import Reason

from ..agreements.pages import EXPIRED, IN_FORCE
from ..focus_areas.pages import name_of
from ..pledges.calmer_traffic import CALMER_TRAFFIC
from .telling import (
    Answer,
    AskAgain,
    Assign,
    Comment,
    Decline,
    Escalate,
    Flag,
    Forward,
    Hide,
    LookAgain,
    Mask,
    Publish,
    Withdraw,
)

TRAFFIC = name_of("trafiksakerhet")
YOUNG = name_of("barn-och-unga")
BURGLARY = name_of("bostadsinbrott")
WALKS = name_of("trygghetsvandringar")
PLEDGE = CALMER_TRAFFIC.name
CONTROL = "news/trafikkontroll-vid-skolan"
LAMPS = "news/nya-lampor-vid-stationen"
SURVEY = "news/sa-svarade-invanarna"
BICYCLES = "news/62-cyklar-marktes-pa-torget"

CLOSED_PAGE = BICYCLES
CLOSED_BECAUSE = "Märkningen är över. Nästa gång berättar vi om den här."

COMMENTS = (
    Comment(
        "lugnare-pa-morgnarna",
        CONTROL,
        "Det märks på morgnarna. Men på kvällen kör de lika fort som förut förbi "
        "fotbollsplanen. Kan ni mäta där också?",
        days_old=2.6,
        author="Anna i Näsum",
        steps=(
            Publish(after=0.1),
            Answer(
                after=1.2,
                by="polis",
                text="Tack, det tar vi med. Nästa kontroll i Näsum lägger vi på en "
                "kväll.",
            ),
        ),
        replies=(
            Comment(
                "haller-med",
                CONTROL,
                "Håller med. Värst är det efter träningen på tisdagar.",
                days_old=1.1,
                author="Fotbollsmorsa",
                steps=(Publish(),),
            ),
        ),
    ),
    Comment(
        "namngiven-forare",
        PLEDGE,
        "Bra att ni står vid skolan. Men prata med Bertil Exempelsson också, han kör "
        "här varje dag.",
        days_old=2.2,
        steps=(Mask(words="Bertil Exempelsson"),),
    ),
    Comment(
        "tre-kvar",
        PLEDGE,
        "Nio av tolv och en månad kvar. Hinner ni, eller blir det som förra året?",
        days_old=1.8,
        author="Tvåbarnsmamma",
        steps=(
            Publish(after=0.1),
            Answer(
                after=0.9,
                by="polis",
                text="Vi har tre dagar inlagda i december. Blir vi kallade till något "
                "annat skriver vi det här, med skälet.",
            ),
        ),
    ),
    Comment(
        "slower-now",
        PLEDGE,
        "We moved here last year. The raised crossing has made a real difference, my "
        "daughter now walks to school with her friends.",
        days_old=21,
        author="New in Bromölla",
        language="en",
        steps=(Publish(after=0.3),),
    ),
    Comment(
        "a-traktorer-stannar",
        PLEDGE,
        "Vi som kör A-traktor får skulden för allt. De flesta av oss håller 30. Stoppa "
        "föräldrarna som har bråttom också.",
        days_old=16,
        author="Kör A-traktor",
        steps=(Publish(after=0.2),),
    ),
    Comment(
        "utpekad-forare",
        PLEDGE,
        "Det är alltid samma person som kör för fort, den som bor i gaveln på "
        "Påhittade vägen 9.",
        days_old=12,
        steps=(
            Publish(after=0.1),
            Flag(after=0.3, reason="personal_data"),
            Hide(after=0.4, reason=Reason.ACCUSATION),
        ),
    ),
    Comment(
        "tack-polisen",
        CONTROL,
        "Tack för att ni var där!",
        days_old=2.8,
        author="Förälder",
        steps=(Publish(),),
    ),
    Comment(
        "overgangsstallet",
        PLEDGE,
        "Varför tar övergångsstället i Näsum så lång tid? Ni lovade före sommaren. "
        "Kommunen är bra på att prata och dålig på att bygga.",
        days_old=25,
        author="Cyklisten",
        steps=(
            Decline(
                after=0.2,
                reason=Reason.OFF_TOPIC,
                told="Frågor om enskilda byggen svarar gatukontoret på.",
                referred_to="kommunens gatukontor",
            ),
            AskAgain(
                after=1.1,
                text="Övergångsstället står i löftet. Att det är kritik är inget skäl.",
            ),
            LookAgain(
                after=1.4,
                told="Du har rätt. Kommentaren handlar om det som löftet handlar om, "
                "och kritik ska kunna läsas här.",
            ),
            Answer(
                after=2.0,
                by="samordnare",
                text="Du har rätt, det skulle ha varit klart till sommaren. Vi fick "
                "inga anbud och gör om upphandlingen. Nytt datum står i löftet.",
            ),
        ),
    ),
    Comment(
        "a-traktorer",
        TRAFFIC,
        "A-traktorerna är inte problemet, det är att de unga inte har någonstans att "
        "vara. Öppna fritidsgården på fredagar så ska ni se.",
        days_old=17,
        author="17 år",
        steps=(Publish(after=0.6),),
    ),
    Comment(
        "speed-in-english",
        TRAFFIC,
        "We moved here last year. Is there a map of the streets where you measure "
        "speed? Thank you for explaining so well.",
        days_old=12,
        author="New in town",
        language="en",
        steps=(
            Publish(after=0.3),
            Answer(
                after=1.0,
                by="samordnare",
                text="Not yet. The streets we have measured are listed in the news. A "
                "map comes next year.",
            ),
        ),
    ),
    Comment(
        "oswietlenie",
        LAMPS,
        "Dziękujemy za nowe lampy. Teraz dzieci mogą same wracać do domu.",
        days_old=9,
        author="Mama z Polski",
        language="pl",
        steps=(Publish(after=0.4),),
    ),
    Comment(
        "shukran",
        LAMPS,
        "شكراً لكم. الطريق إلى المحطة أصبح مضيئاً وآمناً الآن.",
        days_old=8,
        language="ar",
        steps=(Publish(after=0.4),),
    ),
    Comment(
        "trasig-lampa",
        LAMPS,
        "Lampan närmast cykelstället har redan slocknat.",
        days_old=7,
        author="Pendlaren",
        steps=(
            Publish(after=0.1),
            Forward(
                after=0.2, to="kommunens felanmälan", address="felanmalan@example.org"
            ),
        ),
    ),
    Comment(
        "utpekad-adress",
        BURGLARY,
        "Alla vet att de som bor i det gula huset på Påhittade vägen 4 står bakom "
        "inbrotten.",
        days_old=15,
        steps=(
            Decline(
                reason=Reason.ACCUSATION,
                told="Vet du något om ett inbrott? Ring polisen på 114 14.",
                referred_to="polisen, 114 14",
            ),
        ),
    ),
    Comment(
        "reklam-for-larm",
        BURGLARY,
        "BILLIGA LARM!!! Köp i dag på larm-larm.example så får du ett gratis",
        days_old=14,
        author="Larmkungen",
        marks=(Mark.LINK,),
        steps=(Decline(reason=Reason.SPAM_AD),),
    ),
    Comment(
        "reklam-som-slank-igenom",
        BURGLARY,
        "Jag kan varmt rekommendera firman som satte våra lås, sök på Låspärlan.",
        days_old=31,
        author="Nöjd kund",
        steps=(
            Publish(after=0.2),
            Flag(after=0.9, reason="advertising"),
            Hide(after=1.1, reason=Reason.SPAM_AD),
        ),
    ),
    Comment(
        "tips-om-brott",
        BURGLARY,
        "Jag såg någon ta en cykel vid stationen i går kväll och vet vem det är.",
        days_old=6,
        steps=(
            Decline(
                reason=Reason.TIP,
                told="Det här behöver polisen höra direkt av dig. Ring 114 14.",
                referred_to="polisen, 114 14",
            ),
        ),
    ),
    Comment(
        "grannsamverkan",
        BURGLARY,
        "Vi har startat grannsamverkan på vår gata. Det bästa är att vi nu känner "
        "varandra. I början var vi tre hushåll, nu är vi nitton. Vi träffas vid "
        "midsommar och i november och går en runda tillsammans. Skyltarna fick vi av "
        "polisen. Det enda som var krångligt var att få tag på någon som kunde hålla "
        "det första mötet, det tog fem veckor. Kan ni göra det lättare för dem som "
        "vill börja? Skriv ett telefonnummer på sidan, och säg hur lång tid det brukar "
        "ta.",
        days_old=40,
        author="Kontaktombud",
        steps=(
            Publish(after=0.3),
            Answer(
                after=3.0,
                by="polischef",
                text="Bra tänkt. Ring 114 14 och fråga efter kommunpolisen. Vi lovar "
                "ett första möte inom tre veckor.",
            ),
        ),
    ),
    Comment(
        "hot",
        YOUNG,
        "Ni som jobbar på fältet ska passa er, jag vet var ni bor.",
        days_old=52,
        marks=(Mark.ABUSIVE,),
        steps=(
            Publish(after=0.1),
            Flag(after=0.15, reason="threat", text="Det här är ett hot."),
            Hide(
                after=0.2,
                reason=Reason.ILLEGAL_THREAT,
                case_number="KS 2026/000 (exempel)",
                police_report_number="5000-K000000-26 (exempel)",
            ),
        ),
    ),
    Comment(
        "dra-tillbaka",
        YOUNG,
        "Min dotter är en av dem som ni skriver om, och hon mår bättre nu.",
        days_old=20,
        steps=(Publish(after=0.2), Withdraw(after=1.5)),
    ),
    Comment(
        "dubblett",
        YOUNG,
        "Öppna fritidsgården på fredagar!",
        days_old=16.9,
        author="17 år",
        steps=(Decline(reason=Reason.DUPLICATE),),
    ),
    Comment(
        "faltgruppen",
        YOUNG,
        "Fältgruppen är det bästa kommunen har gjort på tio år. Säg det till dem.",
        days_old=4,
        author="Mormor",
        steps=(
            Publish(after=0.2),
            Answer(after=0.8, by="samordnare", text="Det ska vi. De blir glada."),
        ),
    ),
    Comment(
        "fraga-till-polisen",
        WALKS,
        "Kommer polisen med på vandringen i Valje, och hur anmäler man sig?",
        days_old=1.2,
        author="Ny i Valje",
        steps=(Publish(after=0.1), Assign(after=0.2, to="polis")),
    ),
    Comment(
        "osaker",
        WALKS,
        "Den som klippte häcken vid tunneln har gjort det på kommunens tid, hör jag.",
        days_old=0.9,
        steps=(
            Escalate(
                after=0.2,
                note="Pekar den ut någon? Jag vill att en till läser innan vi svarar.",
            ),
        ),
    ),
    Comment(
        "kritisk-mot-bada",
        IN_FORCE,
        "Fyra år av möten och vad har hänt? Skriv vad ni har GJORT, inte vad ni ska "
        "prata om.",
        days_old=33,
        author="Trött på ord",
        steps=(
            Publish(after=0.2),
            Answer(
                after=1.4,
                by="redaktor",
                text="Det är rimligt att begära. Från i år redovisar vi varje åtgärd "
                "för sig, också det som inte blev av.",
            ),
        ),
    ),
    Comment(
        "gammal-overenskommelse",
        EXPIRED,
        "Bra att den gamla finns kvar så att man kan jämföra.",
        days_old=45,
        steps=(Publish(after=0.5),),
    ),
    Comment(
        "flaggad-men-kvar",
        SURVEY,
        "Sju av tio trygga, säger ni. Det stämmer inte här ute.",
        days_old=3.4,
        author="Granne vid torget",
        steps=(
            Publish(after=0.1),
            Flag(after=2.9, reason="other", text="Stämmer inte med siffrorna."),
        ),
    ),
    Comment(
        "bara-till-kommunen",
        SURVEY,
        "Jag fick ingen enkät fast jag bor i centrum. Hur väljs man ut?",
        days_old=1.0,
        is_private=True,
    ),
    Comment(
        "vantar",
        IN_FORCE,
        "Vad betyder egentligen samverkan? Vem bestämmer om ni inte är överens?",
        days_old=0.2,
        author="Elev i åttan",
    ),
    Comment(
        "vantar-med-telefon",
        LAMPS,
        "Det är fortfarande mörkt vid rampen. Ring mig på 070-174 06 05 så visar jag.",
        days_old=0.4,
        marks=(Mark.PHONE,),
    ),
    Comment(
        "vill-bli-granskad-igen",
        WALKS,
        "Ni går alltid på dagen. Gå på kvällen, då ser ni något annat.",
        days_old=2.4,
        author="Skiftarbetare",
        steps=(
            Decline(
                after=0.2,
                reason=Reason.DUPLICATE,
                told="Samma fråga ställdes på vandringen i Näsum.",
            ),
            AskAgain(after=1.9, text="Jag var inte där. Det är min egen fråga."),
        ),
    ),
    Comment(
        "cykelmarkning",
        BICYCLES,
        "Bra ordnat, men en timme räckte inte för kön.",
        days_old=18,
        steps=(Publish(after=0.2),),
    ),
)
