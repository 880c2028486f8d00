"""The English pages: fewer and shorter, each tied to the Swedish one it stands for."""

from ..agreements.pages import publish as publish_agreement
from ..agreements.pages import publish_index as publish_agreement_index
from ..comments import rules
from ..focus_areas import ORDER
from ..focus_areas.pages import publish as publish_focus_area
from ..focus_areas.pages import publish_index as publish_focus_area_index
from ..library import Library
from ..officers import publish_index as publish_officer_index
from ..pledges.pages import publish_index as publish_pledge_index
from ..standard_pages.pages import publish as publish_standard_page
from ..standard_pages.pages import publish_home, publish_statement
from .agreements import AGREEMENT_2021, AGREEMENT_2025, AGREEMENT_INDEX
from .focus_areas import FOCUS_AREA_INDEX, FOCUS_AREAS
from .officers import OFFICER_INDEX
from .pledges import PLEDGE_INDEX
from .standard_pages import ABOUT, HOME, HOW_IT_WORKS, PERSONAL_DATA, STATEMENT


def load(library: Library) -> None:
    """Publish the English start page and what is beneath it."""
    publish_home(library, **HOME)
    publish_agreement_index(library, **AGREEMENT_INDEX)
    publish_pledge_index(library, **PLEDGE_INDEX)
    publish_focus_area_index(library, **FOCUS_AREA_INDEX)
    for name in ORDER:
        publish_focus_area(FOCUS_AREAS[name], library)
    publish_agreement(AGREEMENT_2025, library)
    publish_agreement(AGREEMENT_2021, library)
    publish_officer_index(library, **OFFICER_INDEX)
    for page in (PERSONAL_DATA, HOW_IT_WORKS, ABOUT):
        publish_standard_page(page, library)
    publish_statement(STATEMENT, library)
    rules.load(library)
