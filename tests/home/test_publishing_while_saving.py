"""Somebody publishes a new page in the instant in which Wagtail saves it by itself."""

import pytest
from django.db import connection
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, streamfield

from home.news.models import NewsIndexPage, NewsPage
from tests.home.factories import NewsIndexPageFactory, NewsPageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def news(home_page):
    index = NewsIndexPageFactory(parent=home_page)
    NewsPageFactory(parent=index, title="En äldre nyhet")
    return index


def saved_meanwhile(news):
    """Save the draft right after the form has asked whether its address is free."""
    is_done = []

    def wrapper(execute, sql, params, many, context):
        answer = execute(sql, params, many, context)
        if '"slug" =' in sql and not is_done:
            is_done.append(True)
            parent = NewsIndexPage.objects.get(pk=news.pk)
            NewsPageFactory(
                parent=parent, title="Ny lampa", slug="ny-lampa", live=False
            )
        return answer

    return connection.execute_wrapper(wrapper)


def test_leads_to_the_draft_that_was_saved(admin_client, news):
    address = reverse("wagtailadmin_pages:add", args=["home_news", "newspage", news.pk])
    filled_in = nested_form_data(
        {
            "title": "Ny lampa",
            "slug": "ny-lampa",
            "introduction": "Nu lyser det.",
            "published_on": "2026-11-03",
            "body": streamfield([]),
            "comments": {
                "TOTAL_FORMS": 0,
                "INITIAL_FORMS": 0,
                "MIN_NUM_FORMS": 0,
                "MAX_NUM_FORMS": "",
            },
            "action-publish": "",
        }
    )

    with saved_meanwhile(news):
        response = admin_client.post(address, filled_in, follow=True)

    assert response.status_code == 200
    assert "har just sparats som utkast" in response.text
    assert NewsPage.objects.filter(title="Ny lampa").count() == 1
