"""The thread of comments about a page, with where its rules stand."""

from wagtail.models import Page

from home.serving import pages_of
from home.visibility import readable

from ..discussions import Discussion
from .models import CommentRulesPage


class CommentDiscussion(Discussion):
    """One that finds the rules for comments also where no setting names them."""

    def _rules_page(self) -> Page | None:
        chosen = super()._rules_page()
        if chosen is not None:
            return chosen
        rules = pages_of(self.site).exact_type(CommentRulesPage)
        return readable(rules).order_by("path").first()
