"""The agreement between the municipality and the police, and what it is about."""

from .agreements import (
    AgreementIndexPage,
    AgreementPage,
    AgreementState,
    missing_for_publication,
)
from .focus_areas import FocusAreaIndexPage, FocusAreaKind, FocusAreaPage
from .parts import NamedFocusArea, Party
from .versions import AgreementVersion

__all__ = [
    "AgreementIndexPage",
    "AgreementPage",
    "AgreementState",
    "AgreementVersion",
    "FocusAreaIndexPage",
    "FocusAreaKind",
    "FocusAreaPage",
    "NamedFocusArea",
    "Party",
    "missing_for_publication",
]
