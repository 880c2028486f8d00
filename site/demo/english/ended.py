"""2025-01, 2025-02 and 2024-03 in English: partly kept, kept, and not kept."""

from ..pledges.ended import EARLY_SUPPORT, GRAFFITI, WALKS_EVERYWHERE
from .translating import in_english

ENDED = (
    in_english(
        EARLY_SUPPORT,
        texts={
            "slug": "2025-01-early-support-for-young-people",
            "title": "Early support for young people (SSPF)",
            "introduction": (
                "School, social services, police and youth clubs will help each other "
                "early on when a young person is heading the wrong way, if the "
                "guardians agree."
            ),
            "situation": """
                The same young person often meets four adults who do not know of each
                other. Support comes when something has already happened. Nobody has
                settled who does what, and those who work with young people have not had
                the same training.
                """,
            "influence": """
                Parents asked for training in the evening, and not online. So we planned
                it, but it took place only once.
                """,
            "target_group": "Young people aged 12 to 18, and their parents",
            "caption": "A bridge is built from both ends.",
        },
        lists={
            "commitments": (
                "settle who does what, and train at least twelve members of staff",
                "give the schools one contact of their own",
                "hold three training evenings for parents",
            ),
            "evidence": (
                "Schools told us that it took nine weeks before anybody got in touch",
                "Young people and parents at two dialogues on leisure",
            ),
            "follow_ups": ("how the year went",),
        },
        measures={
            "rutiner": ("Routines for who does what", "", "", ""),
            "medarbetare": (
                "Members of staff who have been trained",
                "member of staff",
                "members of staff",
                "",
            ),
            "foraldrar": ("Training evenings for parents", "evening", "evenings", ""),
        },
        indicators={
            "vantan": (
                "Weeks from concern to the first meeting",
                "weeks",
                "Compiled by the social services, without personal data",
                "",
            )
        },
    ),
    in_english(
        GRAFFITI,
        texts={
            "slug": "2025-02-graffiti-removed-within-48-hours",
            "title": "Graffiti removed within 48 hours",
            "introduction": (
                "Graffiti and broken benches will be gone or mended within two days of "
                "your report."
            ),
            "situation": """
                Graffiti that is left in place draws more. It took eleven days on
                average before anybody came, and many people stopped reporting.
                """,
            "influence": """
                Tenants wondered why the rules differed between one side of the street
                and the other. Now the same times apply everywhere.
                """,
            "caption": "What is whole and clean is left in peace for longer.",
        },
        lists={
            "commitments": (
                "remove graffiti within 48 hours in 95 cases out of 100",
                "take reports the same day and look for patterns",
                "keep the same times at the municipality and the housing company",
            ),
            "evidence": (
                "It took eleven days on average before graffiti was removed",
                "Vandalism came up on both safety walks in the centre",
            ),
            "follow_ups": ("how the year went",),
        },
        measures={
            "sanering": (
                "Graffiti removed within 48 hours",
                "case",
                "cases",
                "The municipality and the housing company share a team on call.",
            ),
            "genomgang": (
                "Joint reviews of where graffiti appears",
                "review",
                "reviews",
                "",
            ),
        },
        indicators={
            "inom-48": (
                "Graffiti that was removed within 48 hours",
                "per cent",
                "The municipality's fault reports",
                "",
            ),
            "skadegorelse": (
                "How large a problem residents think vandalism is",
                "index 0–6",
                "Safety survey, a questionnaire to a random sample",
                "0 = nearly no problem, 6 = a very large problem",
            ),
        },
    ),
    in_english(
        WALKS_EVERYWHERE,
        texts={
            "slug": "2024-03-a-safety-walk-in-every-village",
            "title": "A safety walk in every village",
            "introduction": (
                "We will go on a safety walk in each of the municipality's five towns "
                "and villages, and do something about what we find."
            ),
            "situation": """
                Most walks have been in the centre. Those who live in a smaller place
                have seldom been able to show where it is dark or dangerous.
                """,
            "influence": """
                The village associations wrote a joint letter and asked for walks where
                they live, too.
                """,
            "target_group": "You who live in a smaller place",
            "caption": "A pledge is two signatures, and what is done afterwards.",
        },
        lists={
            "commitments": (
                "arrange five walks and tell what is done afterwards",
                "take part in all five",
            ),
            "evidence": ("Four of five walks in three years were in Bromölla town",),
            "follow_ups": ("how the year went",),
        },
        measures={
            "vandringar": ("Safety walks", "walk", "walks", ""),
            "aterkoppling": (
                "Meetings on what was done afterwards",
                "meeting",
                "meetings",
                "",
            ),
        },
        indicators={
            "hort": (
                "Residents who think the municipality listens on safety",
                "per cent",
                "Safety survey, a questionnaire to a random sample",
                "",
            )
        },
    ),
)
