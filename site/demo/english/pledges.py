"""The pledges in English; each that is signed is signed on its own."""

from ..pledges.calmer_traffic import CALMER_TRAFFIC
from ..pledges.evenings import EVENINGS
from ..pledges.neighbours import NEIGHBOURS
from ..pledges.proposed import SUMMER
from .ended import ENDED
from .translating import in_english

PLEDGE_INDEX = {
    "slug": "pledges",
    "title": "Citizen pledges",
    "introduction": (
        "This is what the municipality and the police have promised you. Each pledge "
        "can be counted, and you see what is done, what is late and why."
    ),
}


PLEDGES = {
    one.number: one
    for one in (
        in_english(
            CALMER_TRAFFIC,
            texts={
                "slug": "2026-01-calmer-traffic-at-the-schools",
                "title": "Calmer traffic at the schools in Bromölla and Näsum",
                "introduction": (
                    "Cars and A-tractors will drive more slowly past the schools, "
                    "morning and evening. The police check the speed more often, and "
                    "the municipality rebuilds two crossings."
                ),
                "situation": """
                    Cars and A-tractors (slow cars that 15-year-olds may drive) go too
                    fast past the schools, mostly between half past seven and eight.
                    Traffic is what most residents see as a problem, for the third year
                    in a row.
                    """,
                "influence": """
                    At the dialogue on the square parents asked for checks when school
                    begins. The proposal said ten checks; after your views we promise
                    twelve.
                    """,
                "target_group": "Children on their way to and from school",
                "equality_note": (
                    "Women see speeding as a slightly larger problem than men do."
                ),
                "caption": "Speed matters most when school begins and ends.",
            },
            lists={
                "commitments": (
                    "make at least twelve traffic checks at the schools",
                    "make at least four efforts against A-tractors driven dangerously",
                    "measure the speed in six streets and show the result here",
                    "build two raised crossings",
                    "invite parents to four meetings",
                ),
                "evidence": (
                    "Speeding got the highest figure of all problems in the survey",
                    "62 views at the dialogue on the square, 19 about school traffic",
                    "11 places near the schools where traffic is dangerous",
                ),
                "follow_ups": ("half-year follow-up", "how the whole year went"),
            },
            measures={
                "kontroller": (
                    "Traffic checks at the schools",
                    "check",
                    "checks",
                    "An hour or more when school begins or ends.",
                ),
                "a-traktorer": (
                    "Efforts against A-tractors driven dangerously",
                    "effort",
                    "efforts",
                    "In the evening, together with the traffic police.",
                ),
                "matningar": (
                    "Speed measured in streets near the schools",
                    "street",
                    "streets",
                    "A measuring tube in each street for two weeks.",
                ),
                "overgangar": (
                    "Raised crossings",
                    "crossing",
                    "crossings",
                    "One in Skolgatan in Bromölla and one at the school in Näsum.",
                ),
                "foraldrar": (
                    "Meetings with parents",
                    "meeting",
                    "meetings",
                    "Two at each school, with a teacher and the area officer.",
                ),
            },
            indicators={
                "upplevd-fart": (
                    "How large a problem residents think speeding is",
                    "index 0–6",
                    "Safety survey, a questionnaire to a random sample",
                    "0 = nearly no problem, 6 = a very large problem",
                ),
                "medelfart": (
                    "Average speed in Skolgatan",
                    "km/h",
                    "The municipality's measuring tube, two school weeks",
                    "",
                ),
            },
        ),
        in_english(
            EVENINGS,
            texts={
                "slug": "2026-02-a-safer-evening-in-the-centre",
                "title": "A safer evening in the centre",
                "introduction": (
                    "You should be able to walk through the centre in the evening "
                    "without a detour. More adults are out, and three paths get light."
                ),
                "situation": """
                    54 of 100 feel safe when they walk alone late in the evening in the
                    centre. Few crimes are reported here: it is mostly about darkness,
                    loud voices and empty spaces.
                    """,
                "influence": """
                    Pupils wanted adults who talk, not guards. Senior citizens chose
                    which footpaths should get light first.
                    """,
                "target_group": "Young people and senior citizens",
                "equality_note": (
                    "Every second woman and every fourth man feels unsafe."
                ),
                "caption": "The lamps shine downwards: dark in the bedrooms.",
            },
            lists={
                "commitments": (
                    "be on foot in the centre at least 40 evenings",
                    "be at the library to talk to at least twice a month",
                    "have the outreach team out at least 50 evenings",
                    "change the lamps along three footpaths",
                    "go on two safety walks and arrange ten night walks",
                ),
                "evidence": (
                    "54 of 100 feel safe late in the evening",
                    "Pupils of year eight pointed out three places",
                ),
                "follow_ups": ("how the summer went", "how the whole year went"),
            },
            measures={
                "fotpatrull": (
                    "Evenings with police on foot",
                    "evening",
                    "evenings",
                    "At least two hours between 7 and 11 p.m.",
                ),
                "faltgrupp": (
                    "Evenings with the outreach team",
                    "evening",
                    "evenings",
                    "Two youth workers whom young people know.",
                ),
                "lampor": ("New light along footpaths", "footpath", "footpaths", ""),
                "nattvandring": (
                    "Night walks",
                    "walk",
                    "walks",
                    "At least three adults between 9 p.m. and 1 a.m.",
                ),
                "vandringar": (
                    "Safety walks in the centre",
                    "walk",
                    "walks",
                    "One with pupils by day and one in the dark.",
                ),
                "pa-biblioteket": (
                    "Area officers to talk to at the library",
                    "evening",
                    "evenings",
                    "Between 5 and 7 p.m., by the newspapers. No booking.",
                ),
            },
            indicators={
                "trygg-ute": (
                    "Residents who feel safe alone late in the evening",
                    "per cent",
                    "Safety survey, the central part of the municipality",
                    "",
                )
            },
        ),
        in_english(
            NEIGHBOURS,
            texts={
                "slug": "2026-03-fewer-burglaries",
                "title": "Fewer burglaries – more neighbours who cooperate",
                "introduction": (
                    "More streets will have a neighbourhood watch. We help with the "
                    "first meeting, so that you can begin within three weeks."
                ),
                "situation": """
                    Burglaries are few, but most happen by day in houses that lie apart.
                    In twelve places neighbours cooperate. In many streets nobody knows
                    how to begin.
                    """,
                "influence": """
                    A contact person wrote here that the hardest thing was to find
                    somebody who could hold the first meeting. That is why we promise
                    meetings.
                    """,
                "target_group": "You who live in a house, a flat or in the countryside",
                "caption": "Neighbours see when something is wrong.",
            },
            lists={
                "commitments": (
                    "give advice on the spot at two markets",
                    "send a newsletter to the contact persons every quarter",
                    "hold at least four first meetings",
                ),
                "evidence": (
                    "31 burglaries were reported in two years (a made-up figure)",
                    "It took five weeks to get a first meeting, say contact persons",
                ),
                "follow_ups": ("how many areas have begun", "how the whole year went"),
            },
            measures={
                "startmoten": (
                    "First meetings for new areas",
                    "meeting",
                    "meetings",
                    "At somebody's home, with the municipal liaison officer.",
                ),
                "nyhetsbrev": (
                    "Newsletters to contact persons",
                    "newsletter",
                    "newsletters",
                    "",
                ),
                "marknader": ("Advice at markets", "market", "markets", ""),
                "film": ("A film on how to protect your home", "film", "films", ""),
            },
            indicators={
                "omraden": (
                    "Areas with a neighbourhood watch",
                    "areas",
                    "The liaison officer's list of contact persons",
                    "",
                )
            },
        ),
        in_english(
            SUMMER,
            texts={
                "slug": "2027-01-a-safe-summer-by-the-lake",
                "title": "A safe summer by Lake Ivösjön",
                "introduction": (
                    "The beach should be pleasant for families and for young people, "
                    "also late in the evening. This is a proposal: say what you think."
                ),
                "situation": """
                    On warm evenings up to two hundred people gather at the beach. Most
                    have a good time. Some evenings each summer there are fights,
                    reckless driving on the gravel and glass in the sand.
                    """,
                "influence": """
                    We have not decided. This is what we want to know:

                    - **Proposal A:** no cars on the gravel after 8 p.m. It becomes
                      calmer, but further to walk for those who find walking hard.
                    - **Proposal B:** the gravel stays open, with an adult at the
                      entrance on weekend evenings. It costs more, so the beach is
                      cleaned every second day.
                    """,
                "target_group": "Everybody who visits the beach",
                "caption": "This is how we want the evening to feel.",
            },
            lists={
                "commitments": (
                    "be there on the ten warmest weekend evenings",
                    "clean the beach every morning before eight",
                    "have adults at the beach whom young people know",
                ),
                "evidence": (
                    "27 calls to the municipality about the beach (made up)",
                    "114 visitors answered questions during five evenings",
                ),
                "follow_ups": ("how the summer went",),
            },
            measures={
                "kvallar": (
                    "Weekend evenings with police at the beach",
                    "evening",
                    "evenings",
                    "",
                ),
                "stadning": ("Mornings when it was cleaned", "morning", "mornings", ""),
                "vuxna": (
                    "Evenings with the outreach team and night walkers",
                    "evening",
                    "evenings",
                    "",
                ),
            },
            indicators={
                "trivsel": (
                    "Visitors who like it at the beach in the evening",
                    "per cent",
                    "Questions to visitors at the beach, five evenings",
                    "",
                )
            },
        ),
        *ENDED,
    )
}
