"""The start page in English, and the pages about the site itself."""

from home.models.accessibility import Situation

from ..standard_pages import pages as swedish
from ..standard_pages.pages import Standard, Statement
from ..writing import Contact, FactBox, Links

HOME = {
    "slug": "bromolla-en",
    "title": "Start",
    "headline": "What the municipality and the police have agreed",
    "introduction": (
        "Bromölla Municipality and the Swedish Police work together so that fewer "
        "people fall victim to crime and more people feel safe. Here you can read what "
        "we have signed and what we are working on."
    ),
}

HOW_IT_WORKS = Standard(
    swedish.HOW,
    slug="how-it-works",
    title="How it works",
    introduction=(
        "From somebody saying that a street feels unsafe to something being done about "
        "it."
    ),
    days_old=25,
    parts=(
        """
        ## We find out

        Residents tell us in surveys, on safety walks and when we meet. Schools, social
        services, the housing company and the police add what they know. Together this
        becomes a picture of the situation: where, when and why.

        ## We agree

        The municipality and the police sign an [agreement](agreements) that lasts for
        some years. It names the [focus areas](focus-areas) we will work on.

        ## We act

        Each year we decide what will be done, by whom and by when. Some of it is big,
        such as rebuilding a crossing. More often it is everyday work: an officer on the
        same round every Friday, a new lamp, an evening with parents.

        ## We follow up

        Afterwards we ask two questions. Did we do what we said? Did things get better?
        The first is easy to answer. The second takes time, and sometimes the honest
        answer is that we do not know yet.
        """,
        Contact("municipality", "You are welcome to ask in English."),
    ),
)

ABOUT = Standard(
    swedish.ABOUT,
    slug="about",
    title="About this site",
    introduction=(
        "Bromölla Municipality and the police publish here what they have agreed and "
        "what they do to make the municipality safer. The Municipal Executive Board is "
        "responsible for the site."
    ),
    days_old=25,
    parts=(
        FactBox(
            "This is a demonstration",
            """
            The content is an example. The places are real, but the figures, the quotes
            and the 2025–2028 agreement are invented. No person on the site is real. The
            support lines, 112 and 114 14 are real.
            """,
        ),
        """
        ## What you find here

        - [Agreements](agreements): what the parties have signed.
        - [Focus areas](focus-areas): what they work on, and what you can do yourself.
        - [How it works](how-it-works): how everything fits together.

        The English pages are fewer and shorter than the Swedish ones. News and earlier
        agreements are in Swedish only. If you need something else in English, ask us.

        ## Cookies and tracking

        The site stores no cookies for readers. It loads nothing from other companies
        and does not measure what you do. Read [how we handle personal
        data](personal-data).

        ## Questions

        Call 112 if it is urgent, and 114 14 to report a crime or give the police a tip.
        From abroad, the number is +46 77 114 14 00. Please do not send tips about
        crimes to the municipality.
        """,
        Contact("municipality", "You are welcome to ask in English."),
    ),
)

PERSONAL_DATA = Standard(
    swedish.PERSONAL_DATA,
    slug="personal-data",
    title="How we handle personal data",
    introduction=(
        "You can read the whole site without telling us anything about yourself. This "
        "page says what applies if you contact us, and what rights you have."
    ),
    days_old=60,
    parts=(
        """
        ## When you read

        The site stores no cookies and has no accounts for visitors. The web server may
        keep a technical log to find faults and attacks. It is kept for at most 30 days
        and used for nothing else.

        ## When you write a comment

        You need no account, and name and e-mail are optional. We keep what you wrote,
        when it came and which page it is about, also if it is not published: it is an
        official document. We do not keep your IP address. To recognise duplicates and
        floods we keep an encrypted code for at most 24 hours. An e-mail address lies
        sealed apart, is used only for what you asked for, and is removed 30 days after
        the last mail.

        ## When you call or write

        We use what you tell us to answer you. In Sweden, what you send to a public
        authority becomes an official document, and others may have the right to read it
        unless the law makes it secret.

        ## Who is responsible

        The Municipal Executive Board of Bromölla Municipality is the controller. The
        legal ground is that we carry out a task in the public interest. The police are
        responsible for what the police receive. Nothing from the site is transferred
        outside the EU.

        ## Your rights

        You may ask what data we have about you, have errors corrected and object to how
        we use it. In some cases you can have data erased, though official documents may
        only be destroyed when the law allows it. Write to the data protection officer
        at [dataskyddsombud@example.org](mailto:dataskyddsombud@example.org).
        """,
        Links(
            "If you are not satisfied",
            (
                (
                    "https://www.imy.se/en/",
                    "Complain to the Swedish Authority for Privacy Protection, IMY",
                ),
            ),
        ),
    ),
)

STATEMENT = Statement(
    slug="accessibility",
    title="Accessibility of this site",
    introduction=(
        "Everybody should be able to use this site. Here we say what does not work for "
        "everybody yet, when it will be mended, and how to tell us if something stops "
        "you."
    ),
    service_name="Löftet, Bromölla Municipality",
    method=(
        "The site's own tests go through each kind of page by keyboard alone and with "
        "the program axe, in light and dark and on a narrow screen. Nobody has yet "
        "reviewed it with a screen reader or with assistive technology that they use "
        "every day."
    ),
    answer_within="within two working days",
    flaws=(
        (
            "Comments are shown in the language they were written in, most of them in "
            "Swedish, without a translation.",
            Situation.COGNITIVE,
            "Ask us about a comment, and we will tell you in English what it says.",
            "no date yet",
        ),
        (
            "There is no easy-to-read version of the texts.",
            Situation.COGNITIVE,
            "Each page begins with a short summary. You are welcome to call us, and "
            "we will tell you what a page says.",
            "by 31 December {next_year} in Swedish, the most read pages first",
        ),
    ),
)
