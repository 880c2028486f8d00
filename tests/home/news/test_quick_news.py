"""A news item from a phone: once, as far as its writer may go, and without traces."""

import re
from datetime import date, timedelta
from io import BytesIO, StringIO
from uuid import uuid4

import pytest
from django import forms
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from PIL import Image
from wagtail import hooks
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from home.models import SiteImage
from home.models.areas import AreaKind
from home.news.models import NewsIndexPage, NewsPage, SentNews
from tests.home.factories import (
    AreaFactory,
    NewsIndexPageFactory,
    OrganisationFactory,
    staff_of,
)

pytestmark = pytest.mark.django_db
ADDRESS = "/redaktion/snabbnytt/"
GPS, MAKE, ORIENTATION = 0x8825, 0x010F, 0x0112


class Force:
    """The police of Storby, with an officer in Näsum and a chief."""

    def __init__(self, municipality):
        self.police = OrganisationFactory(municipality=municipality, police=True)
        self.whole = AreaFactory(name="Hela Storby", kind=AreaKind.MUNICIPALITY)
        self.north = AreaFactory(name="Norra", kind=AreaKind.ZONE, part_of=self.whole)
        self.nasum = AreaFactory(name="Näsum", part_of=self.north)
        self.valje = AreaFactory(name="Valje", part_of=self.whole)
        self.officer = staff_of(municipality, "area_officer")
        self.chief = staff_of(municipality, "police_approver")
        for user in (self.officer, self.chief):
            user.organisation = self.police
            user.save()
        self.officer.areas.add(self.nasum)


@pytest.fixture
def index(home_page):
    return NewsIndexPageFactory(parent=home_page, slug="nyheter")


@pytest.fixture
def force(municipality, index):
    call_command("sync_roles", stdout=StringIO())  # now that there is a list of news
    municipality.refresh_from_db()
    return Force(municipality)


@pytest.fixture
def officer(client, force):
    client.force_login(force.officer)
    return client


@pytest.fixture
def chief(client, force):
    client.force_login(force.chief)
    return client


def written(area, **fields):
    return {
        "key": str(uuid4()),
        "title": "Kvällskontroll vid skolan",
        "text": "Vi kontrollerade 41 fordon. Tre körde för fort.",
        "area": area.pk,
        "wait": "0",
        **fields,
    }


def photo():
    """A photo as a phone takes it: on its side, and telling where and by what."""
    exif = Image.Exif()
    exif[MAKE], exif[ORIENTATION] = "Telefon", 6
    exif.get_ifd(GPS).update({1: "N", 2: (56.0, 4.0, 12.0)})
    output = BytesIO()
    Image.new("RGB", (3000, 1500), "navy").save(output, "JPEG", exif=exif)
    return SimpleUploadedFile("IMG_2026.jpg", output.getvalue(), "image/jpeg")


def test_officer_proposes_and_is_told_so_before_and_after(officer, force):
    page = officer.get(ADDRESS)
    answer = officer.post(ADDRESS, written(force.nasum), follow=True)

    news = NewsPage.objects.get()
    assert "En redaktör ser på den innan" in page.text
    assert "Skickad för godkännande" in answer.text
    assert not news.live
    assert news.current_workflow_state.is_active
    assert news.responsible == force.police
    assert list(news.areas.all()) == [force.nasum]


def test_chief_publishes_and_is_told_so_before_and_after(chief, force, client):
    page = chief.get(ADDRESS)
    answer = chief.post(ADDRESS, written(force.valje), follow=True)

    news = NewsPage.objects.get()
    assert "Den blir offentlig så snart" in page.text
    assert "Publicerad" in answer.text
    assert news.live
    assert client.get("/nyheter/kvallskontroll-vid-skolan/").status_code == 200


def test_same_send_never_makes_two(chief, force):
    once = written(force.nasum)

    first, second = (chief.post(ADDRESS, once) for _try in range(2))
    third = chief.post(ADDRESS, once | {"title": "Ändrad rubrik"}, follow=True)

    assert first.url == second.url
    assert "Den var redan skickad" in third.text
    assert NewsPage.objects.count() == SentNews.objects.count() == 1
    assert NewsPage.objects.get().title == once["title"]


def test_key_of_a_colleague_is_no_key_to_what_the_colleague_sent(officer, force):
    other = SentNews.objects.create(by=force.chief, key=uuid4())

    answer = officer.get(reverse("quick_news_sent", args=[other.key]))
    officer.post(ADDRESS, written(force.nasum, key=str(other.key)))

    assert answer.status_code == 404
    assert NewsPage.objects.count() == 1


@pytest.mark.parametrize("area", ["valje", "elsewhere"])
def test_officer_posts_about_own_areas_alone(officer, force, area):
    force.elsewhere = AreaFactory.build(pk=10_000)

    answer = officer.post(ADDRESS, written(getattr(force, area)))

    assert answer.status_code == 422
    assert not NewsPage.objects.exists()


def test_place_may_be_coarser_and_own_comes_first(officer, force):
    shown = re.findall(r"<span>([^<]+)</span></label>", officer.get(ADDRESS).text)

    officer.post(ADDRESS, written(force.north))

    assert shown[:3] == ["Näsum", "Norra", "Hela Storby"]
    assert list(NewsPage.objects.get().areas.all()) == [force.north]


def test_news_that_waits_is_public_when_its_time_comes(chief, force, client):
    before = timezone.now()

    answer = chief.post(ADDRESS, written(force.nasum, wait="6"), follow=True)

    news = NewsPage.objects.get()
    assert "väntar på sin tid" in answer.text
    assert not news.live
    assert (
        timedelta(hours=6) <= news.go_live_at - before < timedelta(hours=6, minutes=1)
    )
    assert news.approved_schedule
    assert client.get("/nyheter/kvallskontroll-vid-skolan/").status_code == 404


def test_identity_number_is_refused_and_a_plate_pointed_out_once(officer, force):
    number = officer.post(
        ADDRESS, written(force.nasum, text="19640823-3234 tog cykeln")
    )
    plate = written(force.nasum, text="Bilen ABC 123 stod på gångvägen.")
    pointed_out = officer.post(ADDRESS, plate)
    assert not NewsPage.objects.exists()
    meant = officer.post(ADDRESS, plate | {"send_anyway": "on"})

    assert (number.status_code, pointed_out.status_code) == (422, 422)
    assert "registreringsnummer" in pointed_out.text
    assert "stod på gångvägen" in pointed_out.text
    assert meant.status_code == 302


def test_photo_is_turned_bounded_and_says_nothing(chief, force):
    with_photo = written(force.nasum, picture_description="En väg.", nobody_shown="on")

    chief.post(ADDRESS, with_photo | {"picture": photo()})

    picture = NewsPage.objects.get().picture
    picture.make_sizes()  # as it is done once the news is stored
    with Image.open(default_storage.open(picture.file.name)) as stored:
        assert stored.size == (1280, 2560)
        assert not stored.getexif()
    files = [picture.file.name, *(one.file.name for one in picture.renditions.all())]
    stored = b"".join(default_storage.open(name).read() for name in files)
    assert len(files) > 1
    assert b"Exif" not in stored
    assert b"Telefon" not in stored
    assert "IMG_2026" not in "".join(files)


def test_photo_without_words_or_promise_is_not_taken(chief, force):
    answer = chief.post(ADDRESS, written(force.nasum) | {"picture": photo()})

    assert answer.status_code == 422
    assert "Berätta vad bilden visar" in answer.text
    assert not SiteImage.objects.exists()


class Counting:
    """What a wing above might add; ``fails`` when it says so."""

    def __init__(self, done, *, fails=False):
        self.done, self.fails = done, fails

    def fields(self):
        return {"counts": forms.BooleanField(label="Räknas", required=False)}

    def do(self, answers, *, news, by):
        if self.fails:
            raise RuntimeError
        if not answers["counts"]:
            return ""
        self.done.append((news.title, by))
        return "9 av 12 blev 10 av 12."


def test_addition_is_done_with_the_news_and_never_twice(chief, force):
    done = []
    once = written(force.nasum, counts="on")

    with hooks.register_temporarily(
        "quick_news_additions", lambda user: Counting(done)
    ):
        first = chief.post(ADDRESS, once, follow=True)
        chief.post(ADDRESS, once)

    assert done == [(once["title"], force.chief)]
    assert "9 av 12 blev 10 av 12." in first.text


def test_addition_that_fails_leaves_neither_news_nor_photo(chief, force, tmp_path):
    chief.raise_request_exception = False
    with_photo = written(force.nasum, picture_description="En väg.", nobody_shown="on")

    with hooks.register_temporarily(
        "quick_news_additions", lambda user: Counting([], fails=True)
    ):
        answer = chief.post(ADDRESS, with_photo | {"picture": photo()})

    assert answer.status_code == 500
    assert not NewsPage.objects.exists()
    assert not SentNews.objects.exists()
    assert not [one for one in (tmp_path / "media").rglob("*") if one.is_file()]


def test_phone_can_keep_it_among_its_programs(officer):
    manifest = officer.get(f"{ADDRESS}manifest.webmanifest").json()

    assert manifest["start_url"] == ADDRESS
    assert [icon["sizes"] for icon in manifest["icons"]] == ["192x192", "512x512"]


def test_that_it_was_sent_is_forgotten_after_a_month(force):
    now = timezone.now()
    for days in (29, 31):
        SentNews.objects.create(
            by=force.chief, key=uuid4(), sent_at=now - timedelta(days=days)
        )

    call_command("tick", stdout=StringIO())

    assert SentNews.objects.get().sent_at > now - timedelta(days=30)


def news_form(news, **fields):
    form = {
        "title": news.title,
        "slug": news.slug,
        "introduction": "Andra ord.",
        "responsible": news.responsible_id,
        "published_on": "2026-02-03",
        "tags": "",
        "body": streamfield([]),
        "comments": inline_formset([]),
        **fields,
    }
    return nested_form_data(form) | {"areas": [one.pk for one in news.areas.all()]}


@pytest.mark.parametrize("action", ["", "action-publish", "action-workflow-action"])
def test_municipality_approves_the_words_of_the_police_and_changes_none(
    officer, force, municipality, client, action
):
    officer.post(ADDRESS, written(force.nasum))
    news = NewsPage.objects.get()
    client.force_login(staff_of(municipality, "editor"))
    address = reverse("wagtailadmin_pages:edit", args=[news.pk])
    pressed = {action: "1", "workflow-action-name": "approve"} if action else {}

    client.post(address, news_form(news) | pressed)

    news.refresh_from_db()
    assert news.live == (action == "action-workflow-action")
    latest = news.get_latest_revision_as_object()
    assert latest.introduction == "Vi kontrollerade 41 fordon. Tre körde för fort."


@pytest.mark.parametrize("action", ["", "action-publish", "action-submit"])
def test_officer_moves_no_news_to_another_area_by_the_long_form(officer, force, action):
    index = NewsIndexPage.objects.get()
    draft = NewsPage(title="Nytt", slug="nytt", published_on=date(2026, 2, 3))
    draft.owner, draft.live, draft.responsible = force.officer, False, force.police
    index.add_child(instance=draft)
    pressed = {action: "1"} if action else {}

    answer = officer.post(
        reverse("wagtailadmin_pages:edit", args=[draft.pk]),
        news_form(draft) | {"areas": [force.valje.pk]} | pressed,
    )

    draft.refresh_from_db()
    assert answer.status_code == 200  # the form again, with what is wrong
    assert not draft.live
    assert list(draft.get_latest_revision_as_object().areas.all()) == []
