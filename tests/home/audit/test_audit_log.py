"""Who did what, when: all of it in one list, for those who may read it."""

import csv
from io import StringIO

import pytest
from django.contrib.contenttypes.models import ContentType
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.log_actions import log, registry

from config.roles import ROLES
from dialogue.actions import reviewing
from dialogue.actions.recording import Line
from dialogue.reasons import Reason
from home.accounts.models import User
from home.audit.models import AuditLine
from tests.dialogue.factories import CommentFactory
from tests.home.factories import (
    AgreementPageFactory,
    ImageFactory,
    MunicipalityFactory,
    NewsPageFactory,
    OrganisationFactory,
    publish,
    staff_of,
)

pytestmark = pytest.mark.django_db

LIST = "/redaktion/logg/"


@pytest.fixture
def registrar(municipality, roles):
    client = Client()
    client.force_login(staff_of(municipality, "registrar"))
    return client


def shown(client, **query):
    return client.get(LIST, query).text


def test_what_was_done_is_told_in_swedish(registrar, municipality):
    moderator = staff_of(
        municipality, "administrator", first_name="Kim", last_name="Berg"
    )
    page = NewsPageFactory(parent=municipality.site.root_page, title="Ny bänk")
    publish(page, by=moderator)
    comment = CommentFactory(page=page)
    reviewing.decline(comment, Line(by=moderator, reason=Reason.ABUSE))
    moderator.groups.add(moderator.groups.model.objects.create(name="Extra"))

    text = shown(registrar)

    assert "Kim Berg" in text
    assert "Ny bänk" in text
    assert "Inte publicerad: Personangrepp" in text
    assert "Fick rollen Extra" in text
    assert comment.text not in text


def test_lines_belong_to_the_municipality_of_the_object_else_of_the_person(
    municipality,
):
    elsewhere = MunicipalityFactory(name="Grannkommun", host="grannkommun.test")
    person = staff_of(elsewhere)
    news = NewsPageFactory(parent=municipality.site.root_page)
    comment = CommentFactory(page=news, municipality=municipality)
    things = [
        municipality,
        municipality.site.root_page,
        AgreementPageFactory(parent=municipality.site.root_page),
        OrganisationFactory(municipality=municipality),
        staff_of(municipality),
        comment,
    ]
    AuditLine.objects.all().delete()

    for thing in things:
        log(thing, "wagtail.edit", user=person)
    log(ContentType.objects.first(), "wagtail.edit", user=person)
    log(ContentType.objects.first(), "wagtail.edit")

    numbers = AuditLine.objects.order_by("pk").values_list("municipality", flat=True)
    assert list(numbers) == [municipality.pk] * len(things) + [elsewhere.pk, None]


def test_picture_belongs_to_whose_collection_it_lies_in(municipality, roles):
    municipality.refresh_from_db()
    picture = ImageFactory(collection=municipality.collection)

    log(picture, "wagtail.create")

    assert AuditLine.objects.latest("pk").municipality == municipality


def test_others_log_stays_others(registrar, superuser):
    elsewhere = MunicipalityFactory(name="Grannkommun", host="grannkommun.test")
    log(OrganisationFactory(municipality=elsewhere, name="Kaktus"), "wagtail.edit")

    assert "Kaktus" not in shown(registrar)
    assert "Kaktus" not in registrar.get(LIST, {"export": "csv"}).getvalue().decode()
    above = Client()
    above.force_login(superuser)
    assert "Kaktus" in shown(above)


def test_nobody_else_reads_it_and_the_attempt_is_in_it(registrar, municipality):
    for role in set(ROLES) - {"administrator", "registrar"}:
        client = Client()
        user = staff_of(municipality, role)
        client.force_login(user)

        assert client.get("/redaktion/reports/site-history/").url == LIST
        assert client.get(LIST).url == "/redaktion/", role
        assert client.get(f"{LIST}resultat/").url == "/redaktion/", role

        lines = AuditLine.objects.filter(action="audit.refused", person=user)
        assert {line.what for line in lines} == {
            "Nekades: GET /redaktion/logg/",
            "Nekades: GET /redaktion/logg/resultat/",
        }
    assert "Nekades: GET /redaktion/logg/" in shown(registrar)


def test_it_is_narrowed_by_person_action_kind_object_and_days(registrar, municipality):
    anna, bo = (staff_of(municipality, first_name=name) for name in ("Anna", "Bo"))
    for person, title in ((anna, "Äpplet"), (bo, "Päronet")):
        organisation = OrganisationFactory(municipality=municipality, name=title)
        log(organisation, "wagtail.edit", user=person)
    old = OrganisationFactory(municipality=municipality, name="Kärnan")
    moment = timezone.now() - timezone.timedelta(days=40)
    log(old, "wagtail.delete", user=bo, timestamp=moment)
    kind = ContentType.objects.get_for_model(old).pk
    today = timezone.localdate().isoformat()

    def found(**query):
        text = shown(registrar, kind=kind, **query)
        return {name for name in ("Äpplet", "Päronet", "Kärnan") if name in text}

    assert found() == {"Äpplet", "Päronet", "Kärnan"}
    assert found(person=anna.pk) == {"Äpplet"}
    assert found(action="wagtail.delete") == {"Kärnan"}
    assert found(label="äron") == {"Päronet"}
    assert found(at_from=today) == {"Äpplet", "Päronet"}
    assert "Äpplet" not in shown(
        registrar, kind=ContentType.objects.get_for_model(User).pk
    )


def test_it_is_exported_as_it_is_narrowed(registrar, municipality):
    log(OrganisationFactory(municipality=municipality, name="Äpplet"), "wagtail.edit")

    answer = registrar.get(LIST, {"export": "csv", "action": "wagtail.edit"})
    rows = list(csv.DictReader(StringIO(answer.getvalue().decode())))

    assert [row["Objekt"] for row in rows] == ["Äpplet"]
    assert rows[0]["Vem"] == "Systemet"
    xlsx = registrar.get(LIST, {"export": "xlsx"})
    assert xlsx.getvalue().startswith(b"PK")


def test_number_of_questions_does_not_grow(
    registrar, municipality, django_assert_max_num_queries
):
    person = staff_of(municipality)
    shown(registrar)

    def add(number):
        log(municipality, "wagtail.edit", user=person)
        line = AuditLine.objects.latest("pk")
        fields = ["municipality", "at", "person", "action", "kind", "label"]
        copy = {name: getattr(line, name) for name in fields}
        AuditLine.objects.bulk_create([AuditLine(**copy) for _ in range(number)])

    add(60)
    with django_assert_max_num_queries(30) as few:
        shown(registrar)
    add(3000)
    with django_assert_max_num_queries(len(few)):
        shown(registrar, p=50)


def test_log_is_changed_by_nobody(superuser, municipality):
    log(municipality, "wagtail.edit", user=superuser)
    client = Client()
    client.force_login(superuser)

    for way in ("add", "edit", "delete"):
        answer = client.get(f"{LIST}{way}/")
        assert answer.status_code == 404
    assert reverse("audit:index") == LIST
    entries = [model.objects.count() for model in registry.get_log_entry_models()]
    assert AuditLine.objects.count() == sum(entries)


def test_each_action_has_a_swedish_name():
    both = {}
    for language in ("sv", "en"):
        with translation.override(language):
            both[language] = {key: str(label) for key, label in registry.get_choices()}

    same = [key for key, label in both["sv"].items() if label == both["en"][key]]

    assert len(both["sv"]) > 60
    assert same == ["home_agreements.import"]  # the same word in both
