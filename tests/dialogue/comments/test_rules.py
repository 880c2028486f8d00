"""The rules for comments: the closed list of reasons, and every version of them."""

import pytest
from wagtail.models import Locale

from dialogue.comments.models import CommentRulesPage, RulesVersion
from dialogue.models.settings import DialogueSettings
from dialogue.reasons import Reason, statute
from home.deletion import what_holds
from tests.home.factories import BasePageFactory, complete, publish

pytestmark = pytest.mark.django_db


class CommentRulesPageFactory(BasePageFactory):
    class Meta:
        model = CommentRulesPage

    title = "Regler för kommentarer"
    introduction = "Vi vill att alla ska våga skriva."


@pytest.fixture
def rules(home_page):
    return publish(CommentRulesPageFactory(parent=home_page))


def words_at(client, address):
    return " ".join(client.get(address).content.decode().split())


def test_all_reasons_stand_there_with_their_statutes(client, rules):
    shown = words_at(client, rules.url)

    assert [str(one.label) for one in Reason if str(one.label) not in shown] == []
    assert f"{Reason.ILLEGAL_THREAT.label} ({statute(Reason.ILLEGAL_THREAT)})" in shown
    assert "aldrig ett skäl" in shown
    assert "ny bedömning" in shown


def test_rules_lead_to_the_numbers_and_the_numbers_home(client, rules):
    assert 'href="/dialog/granskning/"' in client.get(rules.url).content.decode()

    shown = client.get("/dialog/granskning/").content.decode()

    assert '<a href="/">Start</a>' in shown


def test_each_publication_that_changes_something_is_a_version(client, rules, superuser):
    publish(rules, by=superuser)
    rules.introduction = "Skriv som om alla läste."
    publish(rules, by=superuser)

    first, second = RulesVersion.objects.order_by("number")
    assert (first.number, second.number) == (1, 2)
    assert second.published_by == superuser
    old = words_at(client, f"{rules.url}?version=1")
    new = words_at(client, f"{rules.url}?version=2")
    assert "Vi vill att alla ska våga skriva." in old
    assert "Skriv som om alla läste." not in old.partition("<main")[2]
    assert "Skriv som om alla läste." in new
    assert "version 1 " in old
    assert 'href="?version=1"' in words_at(client, rules.url)


@pytest.mark.parametrize("version", ["3", "x", "-1", "9" * 40])
def test_version_that_never_was(client, rules, version):
    assert client.get(f"{rules.url}?version={version}").status_code == 404


def test_versions_keep_the_page_from_being_deleted(rules):
    assert what_holds([rules])


def test_form_leads_to_the_rules(client, agreement, rules, site_id):
    DialogueSettings.objects.create(
        site_id=site_id, rules_page=rules, privacy_page=agreement
    )

    shown = words_at(client, agreement.url)

    assert f'href="{rules.url}">Regler för kommentarer</a>' in shown
    rules.unpublish()
    assert "Regler för kommentarer" not in words_at(client, agreement.url)


def test_form_says_of_a_page_that_it_is_in_another_language(
    client, agreement, rules, site_id
):
    english = Locale.objects.create(language_code="en")
    DialogueSettings.objects.create(site_id=site_id, rules_page=rules)
    translated = complete(agreement).copy_for_translation(english, copy_parents=True)
    address = publish(translated).get_url()
    before = words_at(client, address)
    publish(rules.copy_for_translation(english))
    after = words_at(client, address)

    link = f'href="{rules.url}" hreflang="sv">Rules for comments'
    assert f'{link} <span lang="sv">(på svenska)</span></a>' in before
    assert f'href="/en{rules.url}">Rules for comments</a>' in after
