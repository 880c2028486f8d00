"""A signature is given to all that goes with a text: links, documents, captions."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from home.agreements.models import NamedFocusArea, Party
from home.models import Signature, SiteDocument
from pledges.models import Evidence
from tests.home.factories import FocusAreaPageFactory, client_of
from tests.pledges.factories import (
    approver,
    municipality_side,
    pledge_page,
    police_side,
)

pytestmark = pytest.mark.django_db

LINK = (
    '<p>Bilar kör för fort, säger <a href="https://bra.se/rapport">Brå</a>. '
    '<a linktype="page" id="1">Mer</a></p>'
)
ANOTHER_PAGE = LINK.replace('id="1"', 'id="2"')  # in the same words


def document(title):
    file = ContentFile(f"%PDF-1.7 {title}".encode(), name=f"{title}.pdf")
    return SiteDocument.objects.create(title=title, file=file)


@pytest.fixture
def pledge(home_page, roles):
    return pledge_page(home_page, situation=LINK)


@pytest.fixture
def agreement(pledge):
    page = pledge.agreement
    page.introduction = "Tryggare tillsammans."
    page.parties = [
        Party(organisation=side, signatory_role="Chef")
        for side in (municipality_side(), police_side())
    ]
    area = FocusAreaPageFactory(parent=page.get_site().root_page.specific)
    page.named_focus_areas = [NamedFocusArea(focus_area=area)]
    page.document = document("Det vi kom överens om")
    page.save_revision()
    return page


@pytest.fixture
def police(pledge):
    return approver(pledge, "police_approver", police_side())


@pytest.fixture
def municipal(pledge):
    return approver(pledge, "municipal_approver", municipality_side())


def draft_of(page):
    return type(page).objects.get(pk=page.pk).get_latest_revision_as_object()


def shown(page):
    """What the page for signing sends along."""
    draft = draft_of(page)
    return {"digest": draft.digest(), "fingerprint": draft.fingerprint_of_text()}


def sign(user, page, what=None):
    address = reverse("signatures:page", args=[page.pk])
    return client_of(user).post(address, what or shown(page), follow=True)


def change(page, **fields):
    draft = draft_of(page)
    for name, value in fields.items():
        setattr(draft, name, value)
    draft.save_revision()


CHANGES = {
    "where a link leads": lambda page: {
        "situation": LINK.replace("bra.se", "annan.example")
    },
    "which page a link leads to": lambda page: {"situation": ANOTHER_PAGE},
    "the caption": lambda page: {"picture_caption": "Skolan i morse."},
    "what shows that it is so": lambda page: {
        "evidence": [
            Evidence(
                text="62 synpunkter på torgdialogen", linked_page_id=page.agreement_id
            )
        ]
    },
}


@pytest.mark.parametrize("what", CHANGES)
def test_first_signature_is_void_when_anything_is_changed(
    pledge, police, municipal, what
):
    assert sign(municipal, pledge).status_code == 200
    change(pledge, **CHANGES[what](pledge))

    sign(police, pledge)
    pledge.refresh_from_db()
    assert not pledge.live

    # The side whose signature is void signs anew, and then both have signed the same.
    sign(municipal, pledge)
    pledge.refresh_from_db()
    assert pledge.live
    assert len(type(pledge).objects.get(pk=pledge.pk).signatures_that_count) == 2
    assert Signature.objects.count() == 3


def test_another_document_is_another_text(agreement, police, municipal):
    sign(municipal, agreement)
    change(agreement, document=document("Något annat"))

    sign(police, agreement)

    assert not type(agreement).objects.get(pk=agreement.pk).is_signed


def test_link_changed_while_it_is_read_is_told_of(pledge, police):
    seen = shown(pledge)
    change(pledge, situation=ANOTHER_PAGE)
    assert draft_of(pledge).digest() == seen["digest"]

    response = sign(police, pledge, seen)

    assert response.status_code == 409
    assert "Texten har ändrats" in response.text
    assert not Signature.objects.exists()


def test_signer_reads_where_links_lead_and_which_document_it_is(
    pledge, agreement, police
):
    address = reverse("signatures:page", args=[pledge.pk])
    assert "https://bra.se/rapport" in client_of(police).get(address).text

    address = reverse("signatures:page", args=[agreement.pk])
    text = client_of(police).get(address).text
    assert f"SHA-1 {agreement.document.get_file_hash()}" in text


def test_file_of_a_signed_text_is_not_replaced(agreement, police, municipal, superuser):
    sign(municipal, agreement)
    sign(police, agreement)
    kept = agreement.document.get_file_hash()
    address = reverse("wagtaildocs:edit", args=[agreement.document.pk])
    file = SimpleUploadedFile("annat.pdf", b"%PDF-1.7 annat", "application/pdf")

    response = client_of(superuser).post(
        address, {"title": "Det vi kom överens om", "file": file}
    )

    assert "som det här dokumentet hör till" in response.text
    agreement.document.refresh_from_db()
    assert agreement.document.file_hash == kept
