from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.permissions import register_permission_policy

from home.guide import FirstStep, add_page_url
from home.models import HomePage
from home.policies import RecordsOnly

from .models import CommentRulesPage, RulesVersion

register_permission_policy(RulesVersion, RecordsOnly(RulesVersion))


@hooks.register("first_steps", order=250)
def publish_the_rules(request: HttpRequest) -> FirstStep | None:
    """The rules for comments, until there are some."""
    if CommentRulesPage.objects.live().exists():
        return None
    url = add_page_url(request, HomePage, CommentRulesPage)
    if url is None:
        return None
    return FirstStep(
        title=_("Publish the rules for comments"),
        text=_("All reasons are written already. The form for comments leads there."),
        url=url,
    )
