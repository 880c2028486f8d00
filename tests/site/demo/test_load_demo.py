"""What ``load_demo`` makes, and that it makes it once."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.utils.translation import override
from wagtail.fields import StreamField
from wagtail.models import Page, Site

from demo import papers
from demo.illustrations import FOLDER, ILLUSTRATIONS
from demo.library import key_of
from demo.loading import load
from home.agreements.models import AgreementPage, FocusAreaPage
from home.models import BasePage, SiteImage, SiteSettings
from home.news.models import NewsPage

from .conftest import PASSWORD, TODAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]


def our_pages():
    return [page for page in Page.objects.specific() if isinstance(page, BasePage)]


def test_second_run_changes_nothing(rows):
    before = rows()

    load(password=PASSWORD, today=TODAY)

    assert rows() == before


def test_second_run_on_a_later_day_changes_nothing(rows):
    before = rows()

    load(password=PASSWORD, today=TODAY.replace(year=2027))

    assert rows() == before


@pytest.mark.parametrize(
    "changes",
    [{"introduction": "Nya ord."}, {"slug": "annan-adress"}, {"live": False}],
    ids=["other words", "another address", "unpublished"],
)
def test_what_an_editor_made_of_a_page_survives(rows, changes):
    page = NewsPage.objects.first()
    for field, value in changes.items():
        setattr(page, field, value)
    page.save_revision()
    page.save()
    before = rows()

    load(password=PASSWORD, today=TODAY)

    assert rows() == before


def test_publishing_a_page_as_it_is_does_not_date_it_anew():
    for page in our_pages():
        page.save_revision().publish()

        again = type(page).objects.get(pk=page.pk)
        assert again.content_changed_on == page.content_changed_on


def test_pages_could_have_been_written_by_an_editor():
    for page in our_pages():
        page.full_clean()
        for field in page._meta.get_fields():
            if isinstance(field, StreamField):
                stream = getattr(page, field.name)
                stream.stream_block.clean(stream)


def test_welcome_page_of_wagtail_is_gone():
    site = Site.objects.get()

    assert site.root_page.specific_class.__name__ == "HomePage"
    assert not Page.objects.exact_type(Page).filter(depth__gt=1).exists()


def test_site_says_that_it_is_an_example(client):
    assert SiteSettings.objects.get().is_demo
    assert "noindex" in client.get("/").text


def test_expired_agreement_is_as_the_municipality_left_it():
    agreement = AgreementPage.objects.get(
        translation_key=key_of("agreements/2021-2024"), locale__language_code="sv"
    )

    assert agreement.content_changed_on.isoformat() == "2024-04-08"
    assert agreement.state_on(TODAY) == "expired"
    assert agreement.public_successor.state_on(TODAY) == "in_force"
    assert agreement.named_focus_areas.count() == 10
    assert {block.value["municipality"] for block in agreement.related_agreements} == {
        "Karlshamn",
        "Olofström",
        "Sölvesborg",
    }


def test_sensitive_focus_areas_show_where_to_get_help():
    sensitive = FocusAreaPage.objects.filter(locale__language_code="sv").filter(
        is_sensitive=True
    )
    phones = {
        page.slug: {line.value["phone"] for line in page.support_lines}
        for page in sensitive
    }

    assert phones["vald-i-nara-relation"] >= {"112", "114 14", "020-50 50 50"}
    assert phones["valdsbejakande-extremism"] >= {"112", "114 14", "020-100 200"}
    assert len(phones) == 2


def test_focus_areas_are_worth_reading():
    for page in FocusAreaPage.objects.filter(locale__language_code="sv"):
        texts = page.body.stream_block.get_searchable_content(page.body)
        words = sum(len(str(text).split()) for text in texts)

        assert 120 <= words <= 260, f"{page.slug}: {words}"


def test_news_come_from_several_days_and_none_from_the_future():
    days = list(NewsPage.objects.values_list("published_on", flat=True))

    assert len(set(days)) == 8
    assert max(days) <= TODAY
    assert (TODAY - min(days)).days > 365


def test_each_english_page_belongs_to_a_swedish_one():
    english = Page.objects.filter(locale__language_code="en")
    swedish = Page.objects.filter(locale__language_code="sv")
    kinds = dict(swedish.values_list("translation_key", "content_type"))

    assert english.count() == 29
    for page in english:
        assert kinds[page.translation_key] == page.content_type_id


def test_pictures_are_described_in_the_language_of_their_page():
    for image in SiteImage.objects.all():
        assert image.description
        assert image.licence == "CC0"
        assert image.collection.name == "Bromölla kommun"
    agreement = AgreementPage.objects.get(slug="agreement-2025-2028")
    assert agreement.picture.description.startswith("A paper")


def test_each_picture_has_its_file_and_its_source():
    for name in ILLUSTRATIONS:
        assert (FOLDER / f"{name}.png").exists()
        assert (FOLDER / f"{name}.svg").exists()


def test_paper_to_download_has_headings_and_a_language():
    paper = (papers.FOLDER / "overenskommelse-2021-2024.pdf").read_bytes()

    assert b"/StructTreeRoot" in paper
    assert b"/Lang (sv)" in paper


def test_first_screen_tells_the_way_in(monkeypatch):
    monkeypatch.setenv("DEMO_PASSWORD", PASSWORD)
    screen = StringIO()

    with override("sv"):
        call_command("load_demo", stdout=screen)

    assert "http://127.0.0.1:8000/redaktion/" in screen.getvalue()
    assert "redaktor@example.org" in screen.getvalue()
    assert PASSWORD in screen.getvalue()
