"""What others point to cannot be deleted, and the refusal says so in words."""

import pytest

from home.accounts.models import User
from home.agreements.models import AgreementPage, AgreementVersion
from home.models import Area, Organisation
from tests.home.factories import (
    AgreementIndexPageFactory,
    AreaFactory,
    OrganisationFactory,
    UserFactory,
    complete,
    publish,
)

pytestmark = pytest.mark.django_db
BULK = "/redaktion/bulk"


@pytest.fixture
def agreement(home_page):
    """An agreement that has been public, and so stands in the archive."""
    index = AgreementIndexPageFactory(parent=home_page)
    page = index.add_child(
        instance=AgreementPage(title="Överenskommelse 2026", introduction="Trygghet.")
    )
    return publish(complete(page))


def test_page_in_the_archive_stays(admin_client, agreement):
    response = admin_client.post(
        f"/redaktion/pages/{agreement.pk}/delete/", follow=True
    )

    assert "publicerade versioner" in response.text
    assert AgreementPage.objects.filter(pk=agreement.pk).exists()


def test_page_in_the_archive_stays_in_bulk_too(admin_client, agreement):
    address = f"{BULK}/wagtailcore/page/delete/?id={agreement.pk}"

    admin_client.post(address)

    assert AgreementPage.objects.filter(pk=agreement.pk).exists()


def test_list_above_a_page_in_the_archive_stays(admin_client, agreement):
    index = agreement.get_parent()

    admin_client.post(f"/redaktion/pages/{index.pk}/delete/")

    assert AgreementPage.objects.filter(pk=agreement.pk).exists()


@pytest.mark.parametrize(
    "address",
    ["/redaktion/users/delete/{0}/", BULK + "/home_accounts/user/delete/?id={0}"],
)
def test_account_stays(admin_client, municipality, address):
    officer = UserFactory()

    response = admin_client.post(address.format(officer.pk), follow=True)

    assert "tas aldrig bort" in response.text
    assert User.objects.filter(pk=officer.pk).exists()


def test_organisation_with_staff_stays(admin_client, municipality):
    organisation = OrganisationFactory()
    UserFactory(organisation=organisation)

    admin_client.post(
        f"/redaktion/snippets/home/organisation/delete/{organisation.pk}/"
    )

    assert Organisation.objects.filter(pk=organisation.pk).exists()


def test_area_with_parts_stays_and_one_without_goes(admin_client, municipality):
    whole = AreaFactory(name="Norra")
    part = AreaFactory(name="Näsum", part_of=whole)

    admin_client.post(f"/redaktion/snippets/home/area/delete/{whole.pk}/")
    assert Area.objects.filter(pk=whole.pk).exists()

    admin_client.post(f"/redaktion/snippets/home/area/delete/{part.pk}/")
    assert not Area.objects.filter(pk=part.pk).exists()


@pytest.mark.parametrize("what", ["new/", "edit/{0}/", "delete/{0}/"])
def test_nobody_writes_in_the_archive(admin_client, agreement, what):
    version = AgreementVersion.objects.get()

    admin_client.post("/redaktion/arkiv/" + what.format(version.pk), {"title": "X"})

    assert list(AgreementVersion.objects.values_list("title")) == [(version.title,)]


def test_archive_is_there_to_read(admin_client, agreement):
    version = AgreementVersion.objects.get()

    assert agreement.title in admin_client.get("/redaktion/arkiv/").text
    shown = admin_client.get(f"/redaktion/arkiv/inspect/{version.pk}/").text
    assert version.digest in shown


def test_each_change_is_kept_and_a_new_saving_of_the_same_is_not(agreement):
    agreement.save_revision().publish()
    assert AgreementVersion.objects.count() == 1

    agreement.introduction = "Färre brott."
    agreement.save_revision().publish()
    texts = list(AgreementVersion.objects.values_list("text", flat=True))
    assert len(texts) == 2
    assert "Färre brott." in texts[0]
    assert "Trygghet." in texts[1]


def test_unfinished_agreement_is_not_published_in_bulk(admin_client, home_page):
    index = AgreementIndexPageFactory(parent=home_page)
    draft = index.add_child(
        instance=AgreementPage(title="Utkast 2027", live=False, introduction="Lugn.")
    )
    draft.save_revision()

    response = admin_client.post(
        f"{BULK}/wagtailcore/page/publish/?id={draft.pk}&next=/redaktion/", follow=True
    )

    assert "kan inte publiceras än" in response.text
    draft.refresh_from_db()
    assert not draft.live
