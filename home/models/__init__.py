"""The models that every part of the site shares."""

from .accessibility import AccessibilityStatementPage
from .areas import Area, AreaAlias
from .media import SiteDocument, SiteImage, SiteRendition
from .municipalities import Municipality
from .organisations import Organisation
from .pages import BasePage, HomePage, StandardPage
from .settings import SiteSettings
from .signatures import Signature

__all__ = [
    "AccessibilityStatementPage",
    "Area",
    "AreaAlias",
    "BasePage",
    "HomePage",
    "Municipality",
    "Organisation",
    "Signature",
    "SiteDocument",
    "SiteImage",
    "SiteRendition",
    "SiteSettings",
    "StandardPage",
]
