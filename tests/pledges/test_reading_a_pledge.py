"""What a resident reads of a pledge: how it goes, honestly, in words first."""

import datetime
import re

import pytest
import time_machine

from pledges import actions
from pledges.choices import MatterKind
from pledges.ledger import Beside
from pledges.models import Matter, PledgePage, UpdatePage
from tests.home.factories import AreaFactory, UserFactory
from tests.pledges.factories import (
    OfficerFactory,
    line_by,
    municipality_side,
    pledge_page,
    signed_pledge,
)

pytestmark = pytest.mark.django_db
LAST_OF_JUNE = datetime.datetime(2026, 6, 30, 12, tzinfo=datetime.UTC)


def text_of(response):
    """What the page says, without tags, in one line."""
    tags = re.compile(r"<(script|style|svg)\b.*?</\1>|<[^>]+>", re.DOTALL)
    words = tags.sub(" ", response.text)
    return " ".join(words.split())


@pytest.fixture
def page(home_page):
    with time_machine.travel("2026-01-19 10:00"):
        return signed_pledge(home_page)


@pytest.fixture
def coordinator(page):
    return UserFactory(organisation=municipality_side(), title="Trygghetssamordnare")


def read(client, page, query=""):
    response = client.get(page.url + query)
    assert response.status_code == 200
    return text_of(response)


def test_a_measure_is_late_the_day_after_its_date(client, page):
    with time_machine.travel(LAST_OF_JUNE):
        before = read(client, page)
    with time_machine.travel(LAST_OF_JUNE + datetime.timedelta(days=1)):
        after = read(client, page)

    assert "Försenad" not in before
    assert "Pågår 1 åtgärd är försenad" in after
    assert "Första datum 30 juni 2026 Nytt datum Inte bestämt än" in after
    assert "Vi har inte skrivit något skäl än." in after


def test_the_first_date_stays_beside_the_new_one(client, page, coordinator):
    measure = page.measures.get(target_count=2)
    with time_machine.travel("2026-09-14 10:00"):
        line, until = line_by(coordinator), datetime.date(2027, 2, 28)
        actions.delay(page.pledge, measure, line, until=until, because="Inga anbud.")
        told = read(client, page)

    assert "Första datum 30 juni 2026 Nytt datum 28 februari 2027" in told
    assert told.count("Inga anbud.") == 2  # at the measure, and among what happened


def test_what_was_done_late_is_late_also_if_it_was_entered_first(
    client, page, coordinator
):
    crossings = page.measures.get(target_count=2)
    with time_machine.travel("2026-07-20 10:00"):
        for day in (datetime.date(2026, 7, 10), datetime.date(2026, 6, 1)):
            line = line_by(coordinator, on=day)
            actions.report_done(page.pledge, crossings, line)
        words = read(client, page)

    assert "klart 10 juli 2026" in words
    assert "Skulle ha varit klart 30 juni 2026." in words


def test_counts_and_what_happened(client, page):
    with time_machine.travel("2026-03-02 10:00"):
        measure, officer = page.measures.first(), OfficerFactory()
        beside = [Beside(MatterKind.LINK, "https://example.org/rapport")]
        told = actions.Told("84 fordon på två timmar.", beside=beside)
        actions.report_done(page.pledge, measure, line_by(officer), count=7, told=told)
        words = read(client, page)

    assert "7 av 12 kontroller" in words
    assert "Ingen av två åtgärder är klar och två pågår." in words
    assert "Trafikkontroller vid skolan: 7 kontroller till 84 fordon" in words


def test_a_correction_stands_beside_what_it_corrects(client, page):
    with time_machine.travel("2026-03-02 10:00"):
        line = line_by(OfficerFactory())
        entry = actions.report_done(page.pledge, page.measures.first(), line, count=2)
        actions.correct(entry, line, because="Det var en.", count=1)
        words = read(client, page)

    assert "1 av 12" in words
    assert "2 kontroller till Rapporterat av" in words
    assert words.count("Det var en.") == 2
    assert "Rättar ”Trafikkontroller vid skolan: 2 kontroller till”" in words


def test_what_has_been_sealed_says_when_and_why(client, page):
    with time_machine.travel("2026-03-02 10:00"):
        told = actions.Told("Hemlig kaktus.")
        line = line_by(OfficerFactory())
        actions.report_done(page.pledge, page.measures.first(), line, told=told)
        Matter.objects.filter(content="Hemlig kaktus.").update(
            content="",
            sealed=b"x",
            sealed_on=datetime.date(2026, 3, 3),
            sealed_because="Pekar ut en person",
        )
        words = read(client, page)

    assert "kaktus" not in words
    assert "Dolt 3 mars 2026. Skäl: Pekar ut en person" in words


def test_silence_shows(client, page):
    with time_machine.travel("2026-04-23 10:00"):
        assert "Ingen uppdatering på 94 dagar" in read(client, page)


def test_a_small_difference_is_said_to_be_one(client, page, coordinator):
    with time_machine.travel("2026-09-20 10:00"):
        reading = actions.Value(3, "Enkäten 2026", margin=1, answers=498)
        indicator = page.indicators.first()
        actions.read_indicator(
            page.pledge, indicator, line_by(coordinator), reading=reading
        )
        words = read(client, page)

    assert "Från 3,2 (före) till 3 (2026)." in words
    assert "För liten skillnad för att säga säkert." in words
    assert "± 1" in words
    assert "498" in words


def test_outcome_says_why_and_what_was_learned(client, page, coordinator):
    with time_machine.travel("2027-01-31 10:00"):
        line = line_by(coordinator)
        actions.follow_up(page.pledge, line, told="Så gick det.")
        assessment = actions.Assessment("not_kept", "Personal slutade.", "Fler behövs.")
        actions.end(page.pledge, line, assessment=assessment)
        words = read(client, page)
        year = text_of(client.get("/medborgarloften/2026/"))

    assert "Så blev det Inte uppfyllt Personal slutade." in words
    assert "Det här har vi lärt oss Fler behövs." in words
    assert "Blev inte klar" in words
    assert "Ett löfte. Ett är inte uppfyllt." in year
    assert "Personal slutade. Det här har vi lärt oss: Fler behövs." in year


def test_what_happened_long_ago_has_an_address_of_its_own(client, page):
    with time_machine.travel("2026-03-02 10:00"):
        line = line_by(OfficerFactory())
        for number in range(25):
            told = actions.Told(f"Nummer {number}.")
            actions.report_done(page.pledge, page.measures.first(), line, told=told)
        newest = client.get(page.url)
        older_url = re.search(r'href="(\?fore=\d+)#handelser"', newest.text)[1]
        older = read(client, page, older_url)

    assert "Nummer 24." in text_of(newest)
    assert "Nummer 4." not in text_of(newest)
    assert "Nummer 4." in older
    assert "Löftet är undertecknat" in older
    assert client.get(f"{page.url}?fore=x").status_code == 404


def test_a_text_changed_behind_our_backs_is_not_what_is_shown(client, page):
    PledgePage.objects.filter(pk=page.pk).update(situation="<p>Allt är bra.</p>")

    words = read(client, page)

    assert "Allt är bra." not in words
    assert "Du läser texten som undertecknades" in words
    assert "Bilar kör för fort vid skolan på morgonen." in words


def test_proposal_asks_for_views_until_its_day(client, home_page):
    page = pledge_page(home_page, views_until=datetime.date(2027, 1, 31))
    page.save_revision().publish()
    page = PledgePage.objects.get(pk=page.pk)

    with time_machine.travel("2026-12-01 10:00"):
        words = read(client, page)

    assert "Förslag, öppet för synpunkter" in words
    assert "Tyck till senast 31 januari 2027." in words
    assert "Sista dagen att tycka till om förslaget" in words


def test_permanent_address_and_code_for_paper(client, page):
    response = client.get(page.url)

    assert f"http://testserver/lofte/{page.pledge.number}" in response.text
    assert 'class="paper__code"' in response.text


def test_update_says_where_it_happened(client, page):
    area = AreaFactory(name="Edestad", slug="edestad")
    update = page.add_child(
        instance=UpdatePage(
            title="Så gick det",
            slug="sa-gick-det",
            area=area,
            responsible=municipality_side(),
        )
    )
    assert "Edestad" in client.get(update.url).text

    area.name = "Edenstad"
    area.save()

    assert "Edenstad" in client.get(update.url).text
