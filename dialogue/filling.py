"""Makes contributions in bulk, plausible Swedish ones, for looking at a full site.

The sentences are put together from parts by a random generator with a fixed seed: the
same call makes the same texts. The receipts are new each time, and lead nowhere.
"""

import secrets
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from hashlib import sha256
from itertools import islice
from random import Random
from typing import Any

from django.db import connection, transaction
from django.db.models import F

from home.generation import forget_on_commit
from home.models import BasePage, Municipality

from .choices import READABLE, Kind, Review
from .models import Contribution, Thread

# What differs from one contribution to the next, by the name of its column's attribute.
Row = dict[str, Any]

BATCH = 5000
DAYS_BACK = 400

# How the states share what is made, where none is asked for.
MIXTURE = (
    (Review.PUBLISHED, 80),
    (Review.WAITING, 8),
    (Review.DECLINED, 6),
    (Review.PRIVATE, 4),
    (Review.WITHDRAWN, 2),
)

NAMES = (
    "",
    "",
    "",
    "Anna i Näsum",
    "Cyklisten",
    "Granne vid torget",
    "Trebarnspappa",
    "Hundägare",
    "Pensionär",
    "Ny i byn",
    "Pendlaren",
    "Mormor",
)
OPENINGS = (
    "Tack för att ni berättar.",
    "Jag har bott här i tolv år.",
    "Det här har vi väntat på.",
    "En fråga bara.",
    "Bra initiativ.",
    "Jag håller inte med.",
    "Hej!",
    "Vi var flera som pratade om det här i går.",
)
PLACES = (
    "vid torget",
    "på gångvägen till skolan",
    "bakom idrottshallen",
    "vid stationen",
    "i tunneln under vägen",
    "på lekplatsen",
    "vid badplatsen",
    "längs cykelbanan",
    "på parkeringen vid affären",
)
MATTERS = (
    "är belysningen trasig",
    "kör mopederna alldeles för fort",
    "har det blivit lugnare",
    "behövs det fler papperskorgar",
    "är det mörkt på kvällarna",
    "vågar barnen cykla själva nu",
    "samlas ungdomar för att de inte har någonstans att vara",
    "syns polisen oftare än förut",
    "växer buskarna så att man inte ser något",
)
WISHES = (
    "Kan ni titta på det?",
    "När blir det klart?",
    "Fortsätt så.",
    "Skulle det gå att få en lampa till?",
    "Det vore bra med en vuxen ute på fredagar.",
    "Varför har det tagit så lång tid?",
    "Jag hjälper gärna till.",
    "Berätta vad som händer.",
)


def fill(
    pages: Sequence[BasePage],
    *,
    municipality: Municipality,
    number: int,
    now: datetime,
    review: str = "",
) -> int:
    """Store *number* comments spread over *pages*; return how many were stored.

    All in the state *review*, or in a mixture of states. The threads' numbers are
    right afterwards.
    """
    threads = [_thread(page, municipality) for page in pages]
    made = _make(pages, threads, number, now, review)
    pattern = Contribution(municipality=municipality, kind=Kind.COMMENT)
    stored = 0
    while batch := list(islice(made, BATCH)):
        with transaction.atomic():
            _store(batch, pattern)
            _count(batch)
            forget_on_commit()
        stored += len(batch)
    return stored


def _store(rows: Sequence[Row], pattern: Contribution) -> None:
    """Insert *rows*; what they do not say is as in *pattern*.

    By hand, since making an object of each takes longer than storing it.
    """
    table = Contribution._meta
    fields = [
        one for one in table.concrete_fields if not (one.generated or one.primary_key)
    ]
    told = [one for one in fields if one.attname in rows[0]]
    untold = [one for one in fields if one.attname not in rows[0]]
    same = [
        one.get_db_prep_save(getattr(pattern, one.attname), connection)
        for one in untold
    ]
    quote = connection.ops.quote_name
    columns = ", ".join(quote(str(one.column)) for one in (*told, *untold))
    places = ", ".join(["%s"] * len(fields))
    statement = f"INSERT INTO {quote(table.db_table)} ({columns}) VALUES ({places})"  # noqa: S608 - names of our own columns
    with connection.cursor() as cursor:
        cursor.executemany(
            statement,
            [
                [
                    *(
                        one.get_db_prep_save(row[one.attname], connection)
                        for one in told
                    ),
                    *same,
                ]
                for row in rows
            ],
        )


def _thread(page: BasePage, municipality: Municipality) -> Thread:
    thread, _is_new = Thread.objects.get_or_create(
        translation_key=page.translation_key, defaults={"municipality": municipality}
    )
    return thread


def _make(
    pages: Sequence[BasePage],
    threads: Sequence[Thread],
    number: int,
    now: datetime,
    review: str,
) -> Iterator[Row]:
    random = Random(number)  # noqa: S311 - made-up content, no secret
    run = secrets.token_hex(8)
    states = [state for state, _weight in MIXTURE]
    weights = [weight for _state, weight in MIXTURE]
    step = timedelta(days=DAYS_BACK) / max(number, 1)
    titles = [(page.pk, page.title, page.url or "/") for page in pages]
    for count in range(number):
        at = random.randrange(len(pages))
        state = review or random.choices(states, weights)[0]
        received = now - step * (number - count)
        page_id, title, address = titles[at]
        yield {
            "page_id": page_id,
            "page_title": title,
            "page_address": address,
            "thread_id": threads[at].pk,
            "text": _text(random),
            "author_name": random.choice(NAMES),
            "receipt_digest": sha256(f"{run} {count}".encode()).hexdigest(),
            "received_at": received,
            "due_at": received + timedelta(days=1),
            "review": state,
            "reviewed_at": None if state == Review.WAITING else received,
            "first_published_at": received if state == Review.PUBLISHED else None,
        }


def _text(random: Random) -> str:
    place, matter = random.choice(PLACES), random.choice(MATTERS)
    parts = [f"{place.capitalize()} {matter}."]
    if random.random() < 0.6:
        parts.insert(0, random.choice(OPENINGS))
    if random.random() < 0.8:
        parts.append(random.choice(WISHES))
    return " ".join(parts)


def _count(batch: Sequence[Row]) -> None:
    shown = Counter(row["thread_id"] for row in batch if row["review"] in READABLE)
    for thread, number in shown.items():
        Thread.objects.filter(pk=thread).update(
            shown_comments=F("shown_comments") + number
        )
