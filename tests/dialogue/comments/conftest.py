"""What tests of comments begin with: a page, and a resident at its form."""

from dataclasses import dataclass

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from dialogue.models import Contribution
from home.models import Municipality

ANNA = "Mozilla/5.0 (Anna)"
OURS = {"HTTP_SEC_FETCH_SITE": "same-origin"}


@dataclass
class Resident:
    """Somebody who reads a page and sends its form, as a browser does."""

    client: Client
    page: object

    @property
    def form_address(self):
        return f"/dialog/kommentarer/{self.page.pk}/"

    def opened(self, address=None):
        """The fields of the form as they stand when the page has just been opened."""
        soup = BeautifulSoup(
            self.client.get(address or self.form_address).content, "html.parser"
        )
        fields = soup.select("form[method=post] input[type=hidden]")
        return {field["name"]: field.get("value", "") for field in fields}

    def send(self, address=None, *, agent=ANNA, headers=OURS, **fields):
        """Open the form, fill it in and send it."""
        sent = {**self.opened(address), "text": "Tack för bänkarna.", **fields}
        return self.client.post(
            address or self.form_address, sent, HTTP_USER_AGENT=agent, **headers
        )


@pytest.fixture
def resident(client, agreement):
    return Resident(client, agreement)


@pytest.fixture
def stored(db):
    """What is stored now, the oldest first."""

    class Stored:
        def __iter__(self):
            return iter(Contribution.objects.order_by("pk"))

        def __len__(self):
            return Contribution.objects.count()

        @property
        def only(self):
            return Contribution.objects.get()

    return Stored()


@pytest.fixture
def site_id(municipality):
    return Municipality.objects.get().site_id
